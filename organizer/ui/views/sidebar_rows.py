"""Makes the rows of the sidebar, and those of its archives."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem

from organizer.library.filters import Filter
from organizer.library.records import PlaceStatus
from organizer.ui import formatting
from organizer.ui.views.filter_names import place_name
from organizer.ui.views.sidebar_choice import Kind, is_chosen
from organizer.ui.views.sidebar_delegate import SidebarRole


def heading(text: str) -> QStandardItem:
    """A heading over rows; it cannot be chosen."""
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setData(True, SidebarRole.HEADING)
    return item


def row(text: str, count: int, kind: Kind, value: object, chosen: Filter) -> QStandardItem:
    """A row that a click chooses: see sidebar_choice.after_click. It is marked if `chosen`."""
    item = statement(text, formatting.number(count))
    item.setData((kind, value), SidebarRole.CHOICE)
    item.setData(is_chosen(chosen, kind, value), SidebarRole.CHOSEN)
    return item


def statement(text: str, told: str) -> QStandardItem:
    """A row that says how things stand; there is nothing to choose."""
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setData(told, SidebarRole.COUNT)
    item.setData(f"{text}, {told}" if told else text, Qt.ItemDataRole.AccessibleTextRole)
    return item


def place_rows(
    places: tuple[PlaceStatus, ...], counts: Mapping[int, int], chosen: Filter
) -> list[QStandardItem]:
    """A row for each archive, with the `counts` by its ids; parts of a large export are one."""
    by_name: dict[str, list[PlaceStatus]] = {}
    for place in places:
        by_name.setdefault(place_name(place), []).append(place)
    rows = []
    for name, same in by_name.items():
        ids = tuple(archive for place in same for archive in place.archives)
        item = row(name, sum(counts.get(one, 0) for one in ids), Kind.ARCHIVES, ids, chosen)
        if any(one.is_offline for one in same):
            absence = QCoreApplication.translate("Sidebar", "not connected")
            item.setData(absence, SidebarRole.COUNT)
            item.setData(f"{name}, {absence}", Qt.ItemDataRole.AccessibleTextRole)
            item.setData(True, SidebarRole.FAINT)
        item.setToolTip("\n".join(map(_hint, same)))
        rows.append(item)
    return rows


def _hint(place: PlaceStatus) -> str:
    if not place.is_offline:
        return str(place.path)
    hint = QCoreApplication.translate(
        "Sidebar",
        "{path} is not there. Connect the disk that it is on, or add the archive again where it"
        " is now: nothing that you decided is lost.",
    )
    return hint.format(path=place.path)
