"""What a row of the sidebar stands for, and the filter that a click on it leads to."""

from dataclasses import replace
from enum import IntEnum
from typing import TypeVar

from organizer.library.filters import Filter

_Value = TypeVar("_Value", bound=str | int)


class Kind(IntEnum):
    """What a row stands for."""

    ALL = 0
    YEAR = 1
    MONTH = 2
    CATEGORY = 3
    HASHTAG = 4
    ARCHIVES = 5
    REVIEW = 6
    MISFITS = 7
    FAVOURITES = 8
    VIDEOS = 9
    NEW_CATEGORY = 10
    ALBUM = 20
    NEW_ALBUM = 21


def is_chosen(chosen: Filter, kind: Kind, value: object) -> bool:
    """Whether `chosen` has in it what a row of `kind` with a `value` stands for."""
    values: dict[Kind, bool] = {
        Kind.ALL: chosen.is_empty,
        Kind.YEAR: (chosen.year, chosen.month) == (value, None),
        Kind.MONTH: (chosen.year, chosen.month) == value,
        Kind.CATEGORY: value in chosen.categories,
        Kind.HASHTAG: value in chosen.hashtags,
        Kind.ARCHIVES: isinstance(value, tuple) and not set(value).isdisjoint(chosen.archives),
        Kind.REVIEW: chosen.is_to_review,
        Kind.MISFITS: chosen.has_misfits,
        Kind.FAVOURITES: chosen.is_favourite,
        Kind.VIDEOS: chosen.is_video,
        Kind.ALBUM: value in chosen.albums,
    }
    return values.get(kind, False)


def after_click(chosen: Filter, kind: Kind, value: object, adds_up: bool) -> Filter:
    """The filter after a click on a row of `kind` with a `value`, such as a year or an id.

    Another click takes the choice back. What `adds_up` is chosen besides the others of its kind.
    """
    if kind is Kind.YEAR and isinstance(value, int):
        year = None if is_chosen(chosen, kind, value) else value
        return replace(chosen.without("date"), year=year)
    if kind is Kind.MONTH and isinstance(value, tuple):
        if (chosen.year, chosen.month) == value:
            return replace(chosen, month=None)
        return replace(chosen.without("date"), year=value[0], month=value[1])
    if kind is Kind.REVIEW:
        return replace(chosen, is_to_review=not chosen.is_to_review)
    if kind is Kind.MISFITS:
        return replace(chosen, has_misfits=not chosen.has_misfits)
    if kind is Kind.FAVOURITES:
        return replace(chosen, is_favourite=not chosen.is_favourite)
    if kind is Kind.VIDEOS:
        return replace(chosen.without("media"), is_video=not chosen.is_video)
    if kind is Kind.ARCHIVES and isinstance(value, tuple):
        rest = tuple(other for other in chosen.archives if other not in value)
        if is_chosen(chosen, kind, value):
            return replace(chosen, archives=rest if adds_up else ())
        return replace(chosen, archives=(*rest, *value) if adds_up else value)
    if kind is Kind.ALBUM and isinstance(value, int):
        return replace(chosen, albums=_toggled(chosen.albums, value, adds_up))
    if kind is Kind.CATEGORY:
        return replace(chosen, categories=_toggled(chosen.categories, str(value), adds_up))
    if kind is Kind.HASHTAG:
        return replace(chosen, hashtags=_toggled(chosen.hashtags, str(value), adds_up))
    return Filter()


def _toggled(values: tuple[_Value, ...], value: _Value, adds_up: bool) -> tuple[_Value, ...]:
    if value in values:
        return tuple(other for other in values if other != value) if adds_up else ()
    return (*values, value) if adds_up else (value,)
