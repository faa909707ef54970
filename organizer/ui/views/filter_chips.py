"""What a filter is made of, piece by piece, with the filter that is left without each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from organizer.library.filters import Filter
from organizer.ui import formatting
from organizer.ui.overview.time_chips import time_of_day_chips
from organizer.ui.views.filter_names import FilterNames, kind_names


@dataclass(frozen=True, slots=True)
class FilterChip:
    """A piece of a filter in words, and the filter `after` a click on it.

    A click drops the piece; where it `is_switch`, it changes what the piece means.
    """

    text: str
    after: Filter
    is_switch: bool = False


def filter_chips(chosen: Filter, names: FilterNames) -> tuple[FilterChip, ...]:
    """All pieces of `chosen` but the text that was typed, which stands in the search field."""
    return tuple(chip for make in _MAKERS for chip in make(chosen, names))


def text_chips(chosen: Filter) -> tuple[FilterChip, ...]:
    """The text that was typed, if any."""
    return (FilterChip(chosen.text, chosen.without("text")),) if chosen.text else ()


def only(chosen: Filter, kept: FilterChip, names: FilterNames) -> Filter:
    """What is left of `chosen` when every piece is dropped but one."""
    while True:
        pieces = (*text_chips(chosen), *filter_chips(chosen, names))
        others = [one for one in pieces if not one.is_switch and one.text != kept.text]
        if not others:
            return chosen
        chosen = others[0].after


def _dates(chosen: Filter, _: FilterNames) -> Iterator[FilterChip]:
    if chosen.year is not None:
        date = str(chosen.year)
        if chosen.month is not None:
            date = formatting.month(chosen.year, chosen.month)
        yield FilterChip(date, replace(chosen, year=None, month=None))
    if chosen.from_day is not None or chosen.to_day is not None:
        days = formatting.days(chosen.from_day, chosen.to_day)
        yield FilterChip(days, replace(chosen, from_day=None, to_day=None))


def _similar(chosen: Filter, _: FilterNames) -> Iterator[FilterChip]:
    if chosen.similar_to is not None:
        text = QCoreApplication.translate("FilterChips", "Similar to this picture")
        yield FilterChip(text, chosen.without("similar"))


def _times_of_day(chosen: Filter, _: FilterNames) -> Iterator[FilterChip]:
    for text, after in time_of_day_chips(chosen):
        yield FilterChip(text, after)


def _kinds(chosen: Filter, _: FilterNames) -> Iterator[FilterChip]:
    if chosen.kinds:
        known = kind_names()
        text = ", ".join(known[kind] for kind in chosen.kinds)
        yield FilterChip(text, chosen.without("kinds"))


def _truths(chosen: Filter, _: FilterNames) -> Iterator[FilterChip]:
    if chosen.is_favourite:
        yield FilterChip(
            QCoreApplication.translate("FilterChips", "Favourites"), chosen.without("favourites")
        )
    if chosen.is_video:
        yield FilterChip(
            QCoreApplication.translate("FilterChips", "Videos"), replace(chosen, is_video=False)
        )
    if chosen.is_photo:
        yield FilterChip(
            QCoreApplication.translate("FilterChips", "Photos"), replace(chosen, is_photo=False)
        )
    if chosen.has_place:
        yield FilterChip(
            QCoreApplication.translate("FilterChips", "With a place"), chosen.without("place")
        )
    if chosen.is_to_review:
        yield FilterChip(
            QCoreApplication.translate("FilterChips", "To review"), chosen.without("review")
        )
    if chosen.has_misfits:
        yield FilterChip(
            QCoreApplication.translate("FilterChips", "Hashtags that don't fit"),
            chosen.without("misfits"),
        )


def _archives(chosen: Filter, names: FilterNames) -> Iterator[FilterChip]:
    if chosen.archives:
        known = dict.fromkeys(names.archives.get(one, "…") for one in chosen.archives)
        yield FilterChip(", ".join(known), chosen.without("archives"))


def _albums(chosen: Filter, names: FilterNames) -> Iterator[FilterChip]:
    for album in chosen.albums:
        rest = tuple(other for other in chosen.albums if other != album)
        name = names.albums.get(album, QCoreApplication.translate("FilterChips", "Album"))
        yield FilterChip(name, replace(chosen, albums=rest))


def _categories(chosen: Filter, names: FilterNames) -> Iterator[FilterChip]:
    if len(chosen.categories) > 1:
        other = replace(chosen, is_any_category=not chosen.is_any_category)
        yield _any_or_all(chosen.is_any_category, other)
    for category in chosen.categories:
        rest = tuple(other for other in chosen.categories if other != category)
        name = names.categories.get(category, category)
        yield FilterChip(name, replace(chosen, categories=rest))


def _hashtags(chosen: Filter, _: FilterNames) -> Iterator[FilterChip]:
    if len(chosen.hashtags) > 1:
        yield _any_or_all(
            chosen.is_any_hashtag, replace(chosen, is_any_hashtag=not chosen.is_any_hashtag)
        )
    for hashtag in chosen.hashtags:
        rest = tuple(other for other in chosen.hashtags if other != hashtag)
        yield FilterChip(f"#{hashtag}", replace(chosen, hashtags=rest))


def _any_or_all(is_any: bool, other: Filter) -> FilterChip:
    text = (
        QCoreApplication.translate("FilterChips", "Any of")
        if is_any
        else QCoreApplication.translate("FilterChips", "All of")
    )
    return FilterChip(text, other, is_switch=True)


# A new dimension of Filter adds its own here.
_MAKERS: tuple[Callable[[Filter, FilterNames], Iterable[FilterChip]], ...] = (
    _dates,
    _similar,
    _times_of_day,
    _kinds,
    _truths,
    _archives,
    _albums,
    _categories,
    _hashtags,
)
