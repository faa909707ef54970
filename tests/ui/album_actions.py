"""What a person does with albums, for tests."""

from conftest import OpenWindow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, click_sidebar, wait_for_pictures

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def ids_in(library: LibraryPlace) -> list[int]:
    with LibraryReader(library) as reader:
        return [int(one) for one in reader.listing(Filter()).ids]


def albums(library: LibraryPlace) -> dict[str, list[int]]:
    with LibraryReader(library) as reader:
        return {one.name: sorted(reader.album_members(one.id)) for one in reader.albums()}


def opened(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace) -> Session:
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    return session


def type_name(qtbot: QtBot, session: Session, name: str) -> None:
    """Types a name into the dialog that is open, and presses Enter."""
    dialog = session.window.albums.dialog
    assert dialog is not None
    # Qt's tests press keys of the Latin alphabet only.
    dialog.field.setText(name)
    qtbot.keyClick(dialog.field, Key.Key_Return)


def make_album(qtbot: QtBot, session: Session, library: LibraryPlace, name: str) -> None:
    click_sidebar(qtbot, session, "New album…")
    type_name(qtbot, session, name)
    qtbot.waitUntil(lambda: name in albums(library), timeout=PATIENCE)
    sidebar = session.window.sidebar
    qtbot.waitUntil(lambda: sidebar.item_named(name) is not None, timeout=PATIENCE)


def press(
    qtbot: QtBot, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN
) -> None:
    """Presses a key that works only where the focus is."""
    # Without a window system, no window becomes active when a dialog closes.
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus, timeout=PATIENCE)
    qtbot.keyClick(widget, key, modifiers)
