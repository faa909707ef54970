"""Albums in the window: made, filled, shown, renamed and taken back, by keyboard and mouse."""

from album_actions import CONTROL, Key, albums, ids_in, make_album, opened, press, type_name
from conftest import OpenWindow, close
from hashtag_actions import choose
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, click_sidebar, shown, wait_for_pictures

from organizer.library.place import LibraryPlace
from organizer.ui.app import Session


def add_by_key(qtbot: QtBot, session: Session, name: str) -> None:
    """Opens the menu of albums over the gallery, types a name and presses Enter."""
    press(qtbot, session.window.gallery, Key.Key_A)
    menu = session.window.albums.menu
    qtbot.waitUntil(menu.isVisible, timeout=PATIENCE)
    menu.field.setText(name)
    qtbot.keyClick(menu.field, Key.Key_Return)
    assert not menu.isVisible()


def test_an_album_is_made_filled_shown_renamed_and_there_after_a_restart(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    window, everything = session.window, ids_in(library)
    make_album(qtbot, session, library, "바다 2023")
    choose(qtbot, session, everything[:3])
    add_by_key(qtbot, session, "바다")
    qtbot.waitUntil(
        lambda: albums(library)["바다 2023"] == sorted(everything[:3]), timeout=PATIENCE
    )
    click_sidebar(qtbot, session, "바다 2023")
    wait_for_pictures(qtbot, session, 3)
    assert "바다 2023" in window.top_bar.chips.buttons()[0].text()
    tree = window.sidebar.tree
    item = window.sidebar.item_named("바다 2023")
    assert item is not None
    tree.setCurrentIndex(item.index())
    press(qtbot, tree, Key.Key_F2)
    type_name(qtbot, session, "Jeju")
    qtbot.waitUntil(lambda: window.sidebar.item_named("Jeju") is not None, timeout=PATIENCE)
    press(qtbot, window.gallery, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.sidebar.item_named("바다 2023") is not None, timeout=PATIENCE)
    assert shown(session) == 3
    close(session)
    again = opened(qtbot, open_window, library)
    wait_for_pictures(qtbot, again, 3)
    kept = again.window.sidebar.item_named("바다 2023")
    assert kept is not None
    again.window.sidebar.tree.setCurrentIndex(kept.index())
    press(qtbot, again.window.sidebar.tree, Key.Key_Return)
    wait_for_pictures(qtbot, again, len(everything))


def test_what_is_selected_comes_into_a_new_album(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session, everything = opened(qtbot, open_window, library), ids_in(library)
    choose(qtbot, session, everything[:2])
    click_sidebar(qtbot, session, "New album…")
    type_name(qtbot, session, "Trip")
    qtbot.waitUntil(lambda: albums(library) == {"Trip": sorted(everything[:2])}, timeout=PATIENCE)
    choose(qtbot, session, everything[2:3])
    add_by_key(qtbot, session, "Food")
    qtbot.waitUntil(lambda: albums(library).get("Food") == everything[2:3], timeout=PATIENCE)


def test_the_menu_offers_what_has_the_letters_in_it_and_a_new_one(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    for name in ("Old trip", "Trip", "Food"):
        make_album(qtbot, session, library, name)
    window = session.window
    choose(qtbot, session, ids_in(library)[:1])
    window.albums.open_menu()
    menu = window.albums.menu
    assert menu.offered() == ["Old trip", "Trip", "Food"]
    qtbot.keyClicks(menu.field, "tri")
    assert menu.offered() == ["Trip", "Old trip", "New album “tri”"]
    qtbot.keyClicks(menu.field, "p")
    assert menu.offered() == ["Trip", "Old trip"]
    qtbot.keyClick(menu.field, Key.Key_Down)
    qtbot.keyClick(menu.field, Key.Key_Return)
    qtbot.waitUntil(lambda: len(albums(library)["Old trip"]) == 1, timeout=PATIENCE)


def test_a_picture_is_taken_out_of_the_album_that_is_shown_and_put_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session, everything = opened(qtbot, open_window, library), ids_in(library)
    window = session.window
    assert not window.albums.remove_action.isVisible()
    choose(qtbot, session, everything[:3])
    add_by_key(qtbot, session, "Trip")
    click_sidebar(qtbot, session, "Trip")
    wait_for_pictures(qtbot, session, 3)
    choose(qtbot, session, everything[:1])
    assert window.albums.remove_action.isVisible()
    press(qtbot, window.gallery, Key.Key_Delete)
    wait_for_pictures(qtbot, session, 2)
    assert albums(library)["Trip"] == sorted(everything[1:3])
    press(qtbot, window.gallery, Key.Key_Z, CONTROL)
    wait_for_pictures(qtbot, session, 3)


def test_an_album_that_is_removed_is_no_longer_shown_and_comes_back_whole(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session, everything = opened(qtbot, open_window, library), ids_in(library)
    window = session.window
    choose(qtbot, session, everything[:2])
    add_by_key(qtbot, session, "Trip")
    click_sidebar(qtbot, session, "Trip")
    wait_for_pictures(qtbot, session, 2)
    item = window.sidebar.item_named("Trip")
    assert item is not None
    window.sidebar.tree.setCurrentIndex(item.index())
    press(qtbot, window.sidebar.tree, Key.Key_Delete)
    wait_for_pictures(qtbot, session, len(everything))
    assert window.filter.is_empty
    assert albums(library) == {}
    press(qtbot, window.gallery, Key.Key_Z, CONTROL)
    click_sidebar(qtbot, session, "Trip")
    wait_for_pictures(qtbot, session, 2)


def test_a_name_that_is_taken_is_not_accepted(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    make_album(qtbot, session, library, "Trip")
    click_sidebar(qtbot, session, "New album…")
    dialog = session.window.albums.dialog
    assert dialog is not None
    qtbot.keyClicks(dialog.field, " trip ")
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.field, "2")
    assert dialog.accept_button.isEnabled()
    dialog.reject()
