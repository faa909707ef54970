"""What the user wants to see, as a value."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from organizer.archive.records import PostKind
from organizer.library.filter_conditions import CONDITIONS, Dimension, Values


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of pictures: all that is given must hold.

    `year` and `month` are in the computer's time zone, as are `from_day` and `to_day`, which are
    both included; `month` counts only with a `year`. Pictures must lie in all `categories`, or
    `is_any_category`; they must have all `hashtags`, or `is_any_hashtag`: neither means anything
    with fewer than two. `hashtags` are keys (NFC, case-folded) of any spelling; they stand in the
    caption, or the user accepted them. `kinds` and `archives`, by their ids, let through what is of
    any of them; a picture counts to the archive in which it is read. `text` is what was typed to
    search for: see search_text. `is_to_review` lets through what the model is not sure of and the
    user has not decided on, `has_misfits` what has hashtags that do not fit, `has_place` what has
    coordinates, `is_favourite`, `is_video` and `is_photo` nothing but favourites, videos, photos.
    `hours` are those of the day, 0 to 23, and `weekdays` 0 for Monday to 6, any of them, in the
    computer's time zone; what has no time of day is in none. `albums` are ids: what lies in one of
    them passes. `similar_to` is the id of a picture:
    what looks like it passes. `alike` is not for the user to choose: the ids of what looks like
    that picture, or else like what `text` describes, most alike first, as indexing/look_alikes
    finds them. Without them nothing is like a picture, and `text` is found in captions alone.
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
    is_photo: bool = False
    from_day: date | None = None
    to_day: date | None = None
    is_any_category: bool = False
    is_any_hashtag: bool = False
    kinds: tuple[PostKind, ...] = ()
    has_place: bool = False
    archives: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    albums: tuple[int, ...] = ()
    similar_to: int | None = None
    alike: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        # Two filters that let the same through are to be equal.
        if len(self.categories) < 2:
            object.__setattr__(self, "is_any_category", False)
        if len(self.hashtags) < 2:
            object.__setattr__(self, "is_any_hashtag", False)

    @property
    def is_empty(self) -> bool:
        """Whether every picture passes."""
        return self == Filter()

    def without(self, dimension: Dimension) -> "Filter":
        """This choice with one dimension open."""
        return replace(self, **{name: _DEFAULTS[name] for name in _FIELDS[dimension]})

    def limited_to(
        self, categories: Collection[str], archives: Collection[int], albums: Collection[int]
    ) -> "Filter":
        """This choice without the categories, archives and albums that are no longer there."""
        return replace(
            self,
            categories=tuple(one for one in self.categories if one in categories),
            archives=tuple(one for one in self.archives if one in archives),
            albums=tuple(one for one in self.albums if one in albums),
        )

    def conditions(self) -> tuple[dict[Dimension, str], Values]:
        """By dimension, the condition on `media` for a WHERE clause; and all parameters.

        Dimensions in which nothing is chosen are left out.
        """
        values: Values = {}
        found = {dimension: make(self, values) for dimension, make in CONDITIONS.items()}
        return {dimension: text for dimension, text in found.items() if text}, values

    def where(self) -> tuple[str, Values]:
        """A condition on `media` for a WHERE clause, "1" when all pass, and its parameters."""
        conditions, values = self.conditions()
        return " AND ".join(f"({one})" for one in conditions.values()) or "1", values


_FIELDS: Mapping[Dimension, tuple[str, ...]] = {
    "date": ("year", "month", "from_day", "to_day"),
    "hours": ("hours", "weekdays"),
    "kinds": ("kinds",),
    "media": ("is_video", "is_photo"),
    "place": ("has_place",),
    "archives": ("archives",),
    "albums": ("albums",),
    "favourites": ("is_favourite",),
    "review": ("is_to_review",),
    "misfits": ("has_misfits",),
    "categories": ("categories", "is_any_category"),
    "hashtags": ("hashtags", "is_any_hashtag"),
    "text": ("text",),
    "similar": ("similar_to", "alike"),
}
_DEFAULTS: Mapping[str, Any] = {field.name: field.default for field in fields(Filter)}
