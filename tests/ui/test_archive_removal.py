"""Archives that the user does not want in the library any more."""

from pathlib import Path

import pytest
from conftest import OpenWindow, close
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, drop, shown, wait_for_pictures

from organizer.archive.sample.maker import make_sample
from organizer.library.edits import SetFavourite
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.ui.app import Session
from organizer.ui.removal.dialog import RemovalDialog

NAME = "@sample_moments"


def places(place: LibraryPlace) -> list[Path]:
    with LibraryReader(place) as reader:
        return [one.path for one in reader.places()]


def choose(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def opened(qtbot: QtBot, session: Session) -> RemovalDialog:
    """The dialog, once it says what will happen."""
    removal = session.window.removal
    qtbot.waitUntil(
        lambda: removal.dialog is not None and "Counting" not in removal.dialog.said(),
        timeout=PATIENCE,
    )
    assert removal.dialog is not None
    return removal.dialog


def ask_in_sidebar(qtbot: QtBot, session: Session) -> RemovalDialog:
    sidebar = session.window.sidebar
    qtbot.waitUntil(lambda: sidebar.item_named(NAME) is not None, timeout=PATIENCE)
    item = sidebar.item_named(NAME)
    assert item is not None
    sidebar.tree.customContextMenuRequested.emit(sidebar.position_of(item))
    choose(sidebar.archives.menu, "Remove from library…")
    sidebar.archives.menu.close()
    return opened(qtbot, session)


def wait_until_told(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: "was removed" in session.window.banner.text(), timeout=PATIENCE)


def test_an_archive_is_removed_after_saying_what_that_means_and_can_be_added_again(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, sample: Path
):
    with LibraryReader(library) as reader:
        ids = reader.listing(Filter()).ids.tolist()
    with LibraryWriter(library) as writer:
        writer.apply(SetFavourite((ids[0],), is_favourite=True))
    session = open_window(library)
    window = session.window
    wait_for_pictures(qtbot, session, len(ids))
    dialog = ask_in_sidebar(qtbot, session)
    assert f"{len(ids)} picture" in dialog.said()
    assert "What you decided of 1 of them is kept (1 favourite" in dialog.said()
    assert str(sample) in dialog.said()
    dialog.agree.click()
    wait_until_told(qtbot, session)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.empty, timeout=PATIENCE)
    assert places(library) == []
    assert sample.is_dir()
    window.banner.action.click()
    wait_for_pictures(qtbot, session, len(ids))
    with LibraryReader(library) as reader:
        assert reader.count(Filter(is_favourite=True)) == 1


def test_nothing_is_removed_by_who_asks_and_leaves(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, sample: Path
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    before = shown(session)
    sidebar = session.window.sidebar
    item = sidebar.item_named(NAME)
    assert item is not None
    sidebar.tree.setFocus()
    sidebar.tree.setCurrentIndex(item.index())
    qtbot.keyClick(sidebar.tree, Qt.Key.Key_Delete)
    dialog = opened(qtbot, session)
    # Enter alone is no consent.
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.window.removal.dialog is None, timeout=PATIENCE)
    assert places(library) == [sample]
    assert shown(session) == before


@pytest.mark.parametrize("is_paused", [False, True])
def test_an_archive_that_is_being_looked_at_can_be_removed(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path, is_paused: bool
):
    session = open_window(place)
    window = session.window
    drop(session, own_sample)
    wait_for_pictures(qtbot, session)
    if is_paused:
        session.workers.indexing.pause()
    dialog = ask_in_sidebar(qtbot, session)
    dialog.agree.click()
    wait_until_told(qtbot, session)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.empty, timeout=PATIENCE)
    assert not list(place.thumbnails.rglob("*.jpg"))


def test_what_was_removed_is_not_watched_and_does_not_come_back_by_itself(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    wrong, right = tmp_path / "wrong", tmp_path / "right"
    make_sample(wrong, posts=2, tiny=True)
    make_sample(right, posts=3, tiny=True, seed=5)
    session = open_window(place)
    drop(session, wrong)
    wait_for_pictures(qtbot, session)
    ask_in_sidebar(qtbot, session).agree.click()
    # It had changed a moment before.
    session.workers.indexing.request_import(wrong, is_announced=False)
    wait_until_told(qtbot, session)
    drop(session, right)
    qtbot.waitUntil(lambda: right in places(place), timeout=PATIENCE)
    assert places(place) == [right]


def test_of_several_archives_the_chosen_one_is_removed(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    first, second = tmp_path / "first", tmp_path / "second"
    make_sample(first, posts=2, tiny=True)
    make_sample(second, posts=3, tiny=True, seed=5)
    session = open_window(place)
    drop(session, first, second)
    qtbot.waitUntil(place.database.is_file, timeout=PATIENCE)
    qtbot.waitUntil(lambda: places(place) == [first, second], timeout=PATIENCE)
    choose(session.window.menu, "Remove from library…")
    dialog = opened(qtbot, session)
    assert not dialog.agree.isEnabled()
    assert "Nothing is chosen." in dialog.said()
    dialog.choices[0].click()
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=PATIENCE)
    dialog.agree.click()
    wait_until_told(qtbot, session)
    assert places(place) == [second]


def test_a_removal_holds_though_the_program_is_closed_at_once(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    wait_for_pictures(qtbot, session)
    ask_in_sidebar(qtbot, session).agree.click()
    close(session)
    assert places(library) == []
    again = open_window(library)
    with LibraryReader(library) as reader:
        qtbot.waitUntil(lambda: reader.counts().found == 0, timeout=PATIENCE)
    window = again.window
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.empty, timeout=PATIENCE)
