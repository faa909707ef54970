"""What the filter panel offers to switch on and off, with the filter to which each leads."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from organizer.library.filters import Filter
from organizer.library.records import Facets
from organizer.ui.views.filter_names import kind_names


@dataclass(frozen=True, slots=True)
class Toggle:
    """One choice: `after` is the filter after a click on it, `count` what it would show."""

    key: Hashable
    text: str
    is_on: bool
    after: Filter
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ToggleSection:
    """Choices of one kind under a heading."""

    title: str
    toggles: tuple[Toggle, ...]


def toggle_sections(
    chosen: Filter, facets: Facets, archives: Mapping[str, tuple[int, ...]]
) -> tuple[ToggleSection, ...]:
    """All that can be chosen besides `chosen`, in the same order of headings each time.

    What would show nothing is left out, and with it may be all choices under a heading.
    `archives` are the ids of archives by name.
    """
    return (
        ToggleSection(QCoreApplication.translate("FilterToggles", "Only"), _truths(chosen, facets)),
        ToggleSection(QCoreApplication.translate("FilterToggles", "Kind"), _kinds(chosen, facets)),
        ToggleSection(
            QCoreApplication.translate("FilterToggles", "Archive"),
            _archives(chosen, facets, archives),
        ),
        ToggleSection(
            QCoreApplication.translate("FilterToggles", "Chosen categories"),
            tuple(_any_category(chosen)),
        ),
        ToggleSection(
            QCoreApplication.translate("FilterToggles", "Chosen hashtags"),
            tuple(_any_hashtag(chosen)),
        ),
    )


def _truths(chosen: Filter, facets: Facets) -> tuple[Toggle, ...]:
    photos = replace(chosen, is_photo=not chosen.is_photo, is_video=False)
    videos = replace(chosen, is_video=not chosen.is_video, is_photo=False)
    favourites = replace(chosen, is_favourite=not chosen.is_favourite)
    place = replace(chosen, has_place=not chosen.has_place)
    review = replace(chosen, is_to_review=not chosen.is_to_review)
    misfits = replace(chosen, has_misfits=not chosen.has_misfits)
    texts = (
        (
            QCoreApplication.translate("FilterToggles", "Photos"),
            chosen.is_photo,
            photos,
            facets.photos,
        ),
        (
            QCoreApplication.translate("FilterToggles", "Videos"),
            chosen.is_video,
            videos,
            facets.videos,
        ),
        (
            QCoreApplication.translate("FilterToggles", "Favourites"),
            chosen.is_favourite,
            favourites,
            facets.favourites,
        ),
        (
            QCoreApplication.translate("FilterToggles", "With a place"),
            chosen.has_place,
            place,
            facets.with_place,
        ),
        (
            QCoreApplication.translate("FilterToggles", "To review"),
            chosen.is_to_review,
            review,
            facets.to_review,
        ),
        (
            QCoreApplication.translate("FilterToggles", "Hashtags that don't fit"),
            chosen.has_misfits,
            misfits,
            facets.misfits,
        ),
    )
    return tuple(
        Toggle(number, text, is_on, after, count)
        for number, (text, is_on, after, count) in enumerate(texts)
        if count or is_on
    )


def _kinds(chosen: Filter, facets: Facets) -> tuple[Toggle, ...]:
    found = []
    for kind, name in kind_names().items():
        count, is_on = facets.kinds.get(kind, 0), kind in chosen.kinds
        if count or is_on:
            rest = tuple(other for other in chosen.kinds if other is not kind)
            after = replace(chosen, kinds=rest if is_on else (*chosen.kinds, kind))
            found.append(Toggle(kind, name, is_on, after, count))
    # Where all are of one kind, there is nothing to choose.
    return tuple(found) if len(found) > 1 or chosen.kinds else ()


def _archives(
    chosen: Filter, facets: Facets, archives: Mapping[str, tuple[int, ...]]
) -> tuple[Toggle, ...]:
    found = []
    for name, ids in archives.items():
        is_on = bool(chosen.archives) and set(ids) <= set(chosen.archives)
        rest = tuple(other for other in chosen.archives if other not in ids)
        after = replace(chosen, archives=rest if is_on else (*rest, *ids))
        count = sum(facets.archives.get(one, 0) for one in ids)
        found.append(Toggle(name, name, is_on, after, count))
    return tuple(found) if len(found) > 1 or chosen.archives else ()


def _any_category(chosen: Filter) -> Iterator[Toggle]:
    if len(chosen.categories) > 1:
        for is_any, text in (
            (False, QCoreApplication.translate("FilterToggles", "In all of them")),
            (True, QCoreApplication.translate("FilterToggles", "In any of them")),
        ):
            after = replace(chosen, is_any_category=is_any)
            yield Toggle(is_any, text, chosen.is_any_category is is_any, after)


def _any_hashtag(chosen: Filter) -> Iterator[Toggle]:
    if len(chosen.hashtags) > 1:
        for is_any, text in (
            (False, QCoreApplication.translate("FilterToggles", "With all of them")),
            (True, QCoreApplication.translate("FilterToggles", "With any of them")),
        ):
            after = replace(chosen, is_any_hashtag=is_any)
            yield Toggle(is_any, text, chosen.is_any_hashtag is is_any, after)
