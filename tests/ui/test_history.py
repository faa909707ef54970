"""What the user did is taken back by Ctrl+Z, and done again."""

from conftest import OpenWindow, close
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, wait_for_pictures

from organizer.library.edits import DecideCategory, SaveCategory, Several
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.tagging.records import Category
from organizer.ui.app import Session
from organizer.ui.translation import Language

CAFE = Category("cafe", "Cafés", "카페", "#7a5230", ("a cup of coffee",))
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def decisions(library: LibraryPlace) -> list[tuple[int, str, bool]]:
    with LibraryReader(library) as reader:
        return reader.learning.decisions()


def first_picture(library: LibraryPlace) -> int:
    with LibraryReader(library) as reader:
        return int(reader.listing(Filter()).ids[0])


def opened(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace) -> Session:
    session = open_window(library)
    wait_for_pictures(qtbot, session)
    return session


def test_ctrl_z_takes_back_and_ctrl_shift_z_does_again(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    media_id = first_picture(library)
    session.workers.history.do("Category", DecideCategory((media_id,), "beauty", is_in=True))
    there = [(media_id, "beauty", True)]
    for modifiers, expected in ((None, there), (CONTROL, []), (CONTROL | SHIFT, there)):
        if modifiers is not None:
            qtbot.keyClick(session.window, Qt.Key.Key_Z, modifiers)
        qtbot.waitUntil(
            lambda: decisions(library) == expected,  # noqa: B023 - waited for here
            timeout=PATIENCE,
        )


def test_what_belongs_together_is_taken_back_at_once_in_another_language_too(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    media_id = first_picture(library)
    decide = DecideCategory((media_id,), "cafe", is_in=True)
    session.workers.history.do("New category", Several((SaveCategory(CAFE), decide)))
    sidebar = session.window.sidebar
    qtbot.waitUntil(lambda: sidebar.item_named("Cafés") is not None, timeout=PATIENCE)
    session.show_language(Language.KOREAN)
    sidebar = session.window.sidebar
    qtbot.waitUntil(lambda: sidebar.item_named("카페") is not None, timeout=PATIENCE)
    qtbot.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: sidebar.item_named("카페") is None, timeout=PATIENCE)
    assert decisions(library) == []


def test_what_was_taken_back_last_stays_so_when_the_window_closes_at_once(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    media_id = first_picture(library)
    session.workers.history.do("Category", DecideCategory((media_id,), "beauty", is_in=True))
    qtbot.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    close(session)
    assert decisions(library) == []
