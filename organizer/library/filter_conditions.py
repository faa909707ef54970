"""The SQL that each dimension of a Filter means: a condition on `media`, or "" where all pass."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from organizer.library.album_storage import in_albums
from organizer.library.search_conditions import has_hashtag, looks_alike, search_conditions
from organizer.library.search_text import parse_search
from organizer.library.time_of_day import time_of_day_conditions

if TYPE_CHECKING:
    from organizer.library.filters import Filter

Dimension = Literal[
    "date",
    "hours",
    "kinds",
    "media",
    "place",
    "archives",
    "albums",
    "favourites",
    "review",
    "misfits",
    "categories",
    "hashtags",
    "text",
    "similar",
]
Values = dict[str, object]

FAVOURITE = "media.id IN (SELECT media_id FROM favourites)"
VIDEO = "media.media_type = 'video'"
PHOTO = "media.media_type = 'image'"
WITH_PLACE = "media.latitude IS NOT NULL AND media.longitude IS NOT NULL"
WITH_MISFITS = "media.post_id IN (SELECT post_id FROM post_misfits)"
# What the user has decided on needs no second look.
TO_REVIEW = (
    "media.doubt > 0 AND NOT EXISTS (SELECT 1 FROM category_assignments AS decision"
    " WHERE decision.media_id = media.id AND decision.source = 'user')"
)


def _date(chosen: "Filter", values: Values) -> str:
    conditions = []
    if chosen.year is not None:
        values["from_time"], values["to_time"] = _period(chosen.year, chosen.month)
        conditions.append("media.taken_at >= :from_time AND media.taken_at < :to_time")
    if chosen.from_day is not None:
        values["from_day"] = start_of_day(chosen.from_day)
        conditions.append("media.taken_at >= :from_day")
    if chosen.to_day is not None:
        values["after_day"] = start_of_day(chosen.to_day + timedelta(days=1))
        conditions.append("media.taken_at < :after_day")
    return " AND ".join(conditions)


def _hours(chosen: "Filter", values: Values) -> str:  # noqa: ARG001 - as the others are
    return " AND ".join(time_of_day_conditions(chosen.hours, chosen.weekdays))


def _kinds(chosen: "Filter", values: Values) -> str:
    if not chosen.kinds:
        return ""
    listed = _parameters("kind", chosen.kinds, values)
    return f"media.post_id IN (SELECT id FROM posts WHERE kind IN ({', '.join(listed)}))"


def _media(chosen: "Filter", values: Values) -> str:  # noqa: ARG001 - as the others are
    conditions = [VIDEO] * chosen.is_video + [PHOTO] * chosen.is_photo
    return " AND ".join(conditions)


def _archives(chosen: "Filter", values: Values) -> str:
    if not chosen.archives:
        return ""
    listed = _parameters("archive", chosen.archives, values)
    return f"media.archive_id IN ({', '.join(listed)})"


def _categories(chosen: "Filter", values: Values) -> str:
    lying_in = "media.id IN (SELECT media_id FROM media_categories WHERE category_id IN ({}))"
    listed = _parameters("category", chosen.categories, values)
    if chosen.is_any_category:
        return lying_in.format(", ".join(listed))
    return " AND ".join(map(lying_in.format, listed))


def _hashtags(chosen: "Filter", values: Values) -> str:
    listed = _parameters("hashtag", chosen.hashtags, values)
    return (" OR " if chosen.is_any_hashtag else " AND ").join(map(has_hashtag, listed))


def _text(chosen: "Filter", values: Values) -> str:
    described = chosen.alike if chosen.similar_to is None else ()
    return " AND ".join(search_conditions(parse_search(chosen.text), values, described))


def _similar(chosen: "Filter", values: Values) -> str:
    return "" if chosen.similar_to is None else looks_alike(chosen.alike, values)


CONDITIONS: Mapping[Dimension, Callable[["Filter", Values], str]] = {
    "date": _date,
    "hours": _hours,
    "kinds": _kinds,
    "media": _media,
    "place": lambda chosen, _: WITH_PLACE if chosen.has_place else "",
    "archives": _archives,
    "albums": lambda chosen, values: in_albums(chosen.albums, values) if chosen.albums else "",
    "favourites": lambda chosen, _: FAVOURITE if chosen.is_favourite else "",
    "review": lambda chosen, _: TO_REVIEW if chosen.is_to_review else "",
    "misfits": lambda chosen, _: WITH_MISFITS if chosen.has_misfits else "",
    "categories": _categories,
    "hashtags": _hashtags,
    "text": _text,
    "similar": _similar,
}
"""By dimension: the condition on `media`; parameters are added to the values."""


def _parameters(name: str, chosen: Sequence[object], values: Values) -> list[str]:
    """The names of parameters for all that is chosen, which is added to `values`."""
    names = [f"{name}_{number}" for number in range(len(chosen))]
    values.update(zip(names, chosen, strict=True))
    return [f":{one}" for one in names]


def _period(year: int, month: int | None) -> tuple[int, int]:
    if month is None:
        return start_of_month(year, 1), start_of_month(year + 1, 1)
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return start_of_month(year, month), start_of_month(*following)


def start_of_month(year: int, month: int) -> int:
    """Unix seconds at which the month begins in the computer's time zone."""
    return start_of_day(date(year, month, 1))


def start_of_day(day: date) -> int:
    """Unix seconds at which the day begins in the computer's time zone."""
    return int(datetime(day.year, day.month, day.day).astimezone().timestamp())
