"""What is chosen in filters, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from organizer.archive.records import PostKind
from organizer.library.records import PlaceStatus
from organizer.tagging.records import Category


@dataclass(frozen=True, slots=True)
class FilterNames:
    """How that is called which a filter knows by its id, in the language of the window."""

    categories: Mapping[str, str] = field(default_factory=dict)
    archives: Mapping[int, str] = field(default_factory=dict)
    albums: Mapping[int, str] = field(default_factory=dict)


def category_names(categories: tuple[Category, ...], is_korean: bool) -> dict[str, str]:
    """The names of categories by their ids."""
    return {one.id: one.name_ko if is_korean else one.name_en for one in categories}


def place_name(place: PlaceStatus) -> str:
    """What the user calls an archive: its account, or its file where that is not known."""
    return f"@{place.account}" if place.account else place.path.name


def archive_names(places: tuple[PlaceStatus, ...]) -> dict[int, str]:
    """The names of archives by their ids; the parts of a large export bear the same."""
    return {archive: place_name(place) for place in places for archive in place.archives}


def archives_by_name(places: tuple[PlaceStatus, ...]) -> dict[str, tuple[int, ...]]:
    """The ids of what is one archive to its owner, by its name."""
    found: dict[str, tuple[int, ...]] = {}
    for archive, name in archive_names(places).items():
        found[name] = (*found.get(name, ()), archive)
    return found


def kind_names() -> dict[PostKind, str]:
    """What Instagram calls the kinds of posts, in the plural."""
    return {
        PostKind.POST: QCoreApplication.translate("FilterNames", "Posts"),
        PostKind.REEL: QCoreApplication.translate("FilterNames", "Reels"),
        PostKind.STORY: QCoreApplication.translate("FilterNames", "Stories"),
        PostKind.IGTV: QCoreApplication.translate("FilterNames", "IGTV videos"),
        PostKind.ARCHIVED: QCoreApplication.translate("FilterNames", "Archived posts"),
        PostKind.PROFILE: QCoreApplication.translate("FilterNames", "Profile photos"),
        PostKind.OTHER: QCoreApplication.translate("FilterNames", "Other"),
    }
