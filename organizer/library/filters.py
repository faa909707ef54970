"""What the user wants to see, as a value, and the SQL that it means."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from organizer.library.album_storage import in_albums
from organizer.library.search_conditions import has_hashtag, search_conditions
from organizer.library.search_text import parse_search

Dimension = Literal[
    "date", "categories", "hashtags", "review", "misfits", "favourites", "videos", "albums"
]

# What the user has decided on needs no second look.
_TO_REVIEW = (
    "media.doubt > 0 AND NOT EXISTS (SELECT 1 FROM category_assignments AS decision"
    " WHERE decision.media_id = media.id AND decision.source = 'user')"
)


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of pictures: all that is given must hold.

    `year` and `month` are in the computer's time zone; `month` counts only with a `year`.
    `hashtags` are keys (NFC, case-folded) of any spelling; they stand in the caption, or the user
    accepted them. `text` is what was typed to search for: see search_text. `is_to_review` lets
    through what the model is not sure of and the user has not decided on, `has_misfits` what has
    hashtags that do not fit, `is_favourite` and `is_video` nothing but favourites and videos.
    `albums` are ids: what lies in one of them passes.
    """

    year: int | None = None
    month: int | None = None
    categories: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    text: str = ""
    is_to_review: bool = False
    has_misfits: bool = False
    is_favourite: bool = False
    is_video: bool = False
    albums: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether every picture passes."""
        return self == Filter()

    def without(self, dimension: Dimension) -> "Filter":
        """This choice with one dimension open."""
        if dimension == "date":
            return replace(self, year=None, month=None)
        if dimension == "review":
            return replace(self, is_to_review=False)
        if dimension == "favourites":
            return replace(self, is_favourite=False)
        if dimension == "videos":
            return replace(self, is_video=False)
        if dimension == "albums":
            return replace(self, albums=())
        if dimension == "misfits":
            return replace(self, has_misfits=False)
        if dimension == "categories":
            return replace(self, categories=())
        return replace(self, hashtags=())

    def where(self) -> tuple[str, dict[str, object]]:
        """A condition on `media` for a WHERE clause, "1" when all pass, and its parameters."""
        conditions: list[str] = []
        values: dict[str, object] = {}
        if self.year is not None:
            values["from_time"], values["to_time"] = _period(self.year, self.month)
            conditions.append("media.taken_at >= :from_time AND media.taken_at < :to_time")
        if self.is_to_review:
            conditions.append(_TO_REVIEW)
        if self.is_favourite:
            conditions.append("media.id IN (SELECT media_id FROM favourites)")
        if self.is_video:
            conditions.append("media.media_type = 'video'")
        if self.albums:
            conditions.append(in_albums(self.albums, values))
        if self.has_misfits:
            conditions.append("media.post_id IN (SELECT post_id FROM post_misfits)")
        for number, category in enumerate(self.categories):
            values[f"category_{number}"] = category
            conditions.append(
                "media.id IN (SELECT media_id FROM media_categories"
                f" WHERE category_id = :category_{number})"
            )
        for number, hashtag in enumerate(self.hashtags):
            values[f"hashtag_{number}"] = hashtag
            conditions.append(has_hashtag(f":hashtag_{number}"))
        conditions += search_conditions(parse_search(self.text), values)
        return " AND ".join(conditions) or "1", values


def _period(year: int, month: int | None) -> tuple[int, int]:
    if month is None:
        return start_of_month(year, 1), start_of_month(year + 1, 1)
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return start_of_month(year, month), start_of_month(*following)


def start_of_month(year: int, month: int) -> int:
    """Unix seconds at which the month begins in the computer's time zone."""
    return int(datetime(year, month, 1).astimezone().timestamp())
