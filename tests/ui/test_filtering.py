"""Filters as a person combines them, sees them as chips, drops them, and finds them again."""

from datetime import date, datetime, timedelta

import pytest
from conftest import OpenWindow, close
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, click_sidebar, wait_for_pictures

from organizer.archive.records import PostKind
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session
from organizer.ui.views.filter_panel import FilterPanel
from organizer.ui.views.gallery_layout import LARGEST_CELL
from organizer.ui.views.sidebar_delegate import SidebarRole

LEFT = Qt.MouseButton.LeftButton


def count_of(place: LibraryPlace, chosen: Filter) -> int:
    with LibraryReader(place) as reader:
        return len(reader.listing(chosen))


def open_panel(qtbot: QtBot, session: Session) -> FilterPanel:
    button = session.window.top_bar.filter_button
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(button.panel.isVisible, timeout=PATIENCE)
    return button.panel


def switch(qtbot: QtBot, panel: FilterPanel, text: str) -> None:
    button = panel.toggle(text)
    assert button is not None
    qtbot.mouseClick(button, LEFT)


def chips(session: Session) -> list[str]:
    return [button.text() for button in session.window.top_bar.chips.buttons()]


def marked(session: Session, text: str) -> bool:
    item = session.window.sidebar.item_named(text)
    return item is not None and bool(item.data(SidebarRole.CHOSEN))


def test_kinds_and_places_are_chosen_in_the_panel(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    panel = open_panel(qtbot, session)
    stories = Filter(kinds=(PostKind.STORY,))
    button = panel.toggle("Stories")
    assert button is not None
    assert button.text() == f"Stories  {count_of(library, stories)}"
    switch(qtbot, panel, "Stories")
    wait_for_pictures(qtbot, session, count_of(library, stories))
    switch(qtbot, panel, "Reels")
    both = Filter(kinds=(PostKind.STORY, PostKind.REEL))
    wait_for_pictures(qtbot, session, count_of(library, both))
    assert chips(session) == ["Stories, Reels  ✕"]
    switch(qtbot, panel, "Stories")
    switch(qtbot, panel, "Photos")
    reel_photos = Filter(kinds=(PostKind.REEL,), is_photo=True)
    qtbot.waitUntil(lambda: session.window.filter == reel_photos, timeout=PATIENCE)
    qtbot.mouseClick(panel.reset, LEFT)
    wait_for_pictures(qtbot, session, count_of(library, Filter()))
    assert chips(session) == []


def test_days_are_chosen_from_a_calendar_by_keyboard_alone(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    with LibraryReader(library) as reader:
        times = reader.listing(Filter()).taken_at
        middle = datetime.fromtimestamp(int(times[len(times) // 3])).astimezone().date()
    panel = open_panel(qtbot, session)
    qtbot.keyClick(panel.days.buttons[0], Qt.Key.Key_Space)
    assert panel.days.is_unfolded
    qtbot.keyClick(panel.days, Qt.Key.Key_Escape)
    assert not panel.days.is_unfolded
    assert panel.isVisible()
    qtbot.keyClick(panel.days.buttons[0], Qt.Key.Key_Space)
    following = middle + timedelta(days=1)
    panel.days.calendar.setSelectedDate(QDate(following.year, following.month, following.day))
    days = panel.days.calendar.findChild(QTableView)
    assert days is not None
    qtbot.keyClick(days, Qt.Key.Key_Left)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    chosen = Filter(from_day=middle)
    wait_for_pictures(qtbot, session, count_of(library, chosen))
    assert session.window.filter == chosen
    assert chips(session) == [f"From {middle.day} {middle:%b %Y}  ✕"]
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_any_or_all_of_several_categories(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    click_sidebar(qtbot, session, "Pets")
    wait_for_pictures(qtbot, session, count_of(library, Filter(categories=("pets",))))
    session.window.show_filter(Filter(categories=("pets", "food_drink")))
    session.window.top_bar.chips.resize(900, 40)
    assert chips(session) == ["All of  ⇄", "Pets  ✕", "Food & Drink  ✕".replace("&", "&&"), "Clear"]
    qtbot.mouseClick(session.window.top_bar.chips.buttons()[0], LEFT)
    any_of = Filter(categories=("pets", "food_drink"), is_any_category=True)
    wait_for_pictures(qtbot, session, count_of(library, any_of))
    assert session.window.filter == any_of
    assert chips(session)[0] == "Any of  ⇄"
    switch(qtbot, open_panel(qtbot, session), "In all of them")
    assert session.window.filter == Filter(categories=("pets", "food_drink"))


def test_an_archive_in_the_sidebar_filters_and_is_marked_at_once(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    # Nothing is answered: what is marked now is marked without.
    session.workers.queries.expect(1_000_000)
    click_sidebar(qtbot, session, "@sample_moments")
    assert marked(session, "@sample_moments")
    assert not marked(session, "All pictures")
    with LibraryReader(library) as reader:
        archives = reader.place_statuses()[0].archives
    assert session.window.filter == Filter(archives=archives)
    session.workers.queries.expect(0)
    session.window.show_filter(session.window.filter)
    assert chips(session) == ["@sample_moments  ✕"]
    wait_for_pictures(qtbot, session, count_of(library, Filter(archives=archives)))
    click_sidebar(qtbot, session, "@sample_moments")
    assert session.window.filter == Filter()


def test_chips_that_find_no_room_are_in_a_menu(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    window = session.window
    many = Filter(2019, 3, ("pets", "travel"), ("dog", "sea"), is_favourite=True, has_place=True)
    window.show_filter(many)
    window.resize(950, 700)
    bar = window.top_bar.chips
    more = bar.more_button
    assert more.isVisible()
    hidden = [button.text() for button in bar.buttons() if not button.isVisible()]
    assert more.text() == f"+{len(hidden)}"
    qtbot.mouseClick(more, LEFT)
    menu = bar.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == hidden
    *_, last = menu.actions()
    dropped = last.text()
    last.trigger()
    menu.close()
    assert dropped not in chips(session)
    assert window.filter != many


def test_a_chip_dropped_by_keyboard_leaves_the_focus_on_the_next(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.activateWindow()
    session.window.show_filter(Filter(is_video=True, has_place=True))
    first = session.window.top_bar.chips.buttons()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    (left,) = session.window.top_bar.chips.buttons()
    assert left.text() == "With a place  ✕"
    assert session.window.focusWidget() is left


def offers(session: Session) -> list[str]:
    return [button.text() for button in session.window.pages.no_result.offers()]


def test_an_empty_result_says_which_chip_to_drop(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, "en", begin=False)
    wait_for_pictures(qtbot, session)
    pets = count_of(library, Filter(categories=("pets",)))
    session.window.show_filter(Filter(categories=("pets",), text="no caption says this"))
    qtbot.waitUntil(lambda: len(offers(session)) == 2, timeout=PATIENCE)
    best, other = offers(session)
    assert best.startswith(f"Without “no caption says this”: {pets} picture")
    assert other.startswith("Without “Pets”: 0 picture")
    qtbot.mouseClick(session.window.pages.no_result.offers()[0], LEFT)
    wait_for_pictures(qtbot, session, pets)
    assert session.window.top_bar.search.text() == ""


def test_where_no_single_chip_is_in_the_way_one_can_be_kept(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, "en", begin=False)
    wait_for_pictures(qtbot, session)
    pets = count_of(library, Filter(categories=("pets",)))
    session.window.show_filter(Filter(year=1980, categories=("pets",), hashtags=("nowhere",)))
    qtbot.waitUntil(lambda: bool(offers(session)), timeout=PATIENCE)
    (only,) = offers(session)
    assert only.startswith(f"Only “Pets”: {pets} picture")
    qtbot.mouseClick(session.window.pages.no_result.offers()[0], LEFT)
    wait_for_pictures(qtbot, session, pets)


def test_a_restart_shows_what_was_shown(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    chosen = Filter(categories=("pets", "travel"), is_any_category=True, from_day=date(2000, 1, 2))
    expected = count_of(library, chosen)
    assert 0 < expected < count_of(library, Filter())
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.show_filter(chosen)
    wait_for_pictures(qtbot, session, expected)
    window = session.window
    window.gallery.setCurrentIndex(window.model.index(1))
    picture = window.model.id_at(1)
    window.top_bar.sidebar_toggled.emit()
    assert window.sidebar.isHidden()
    close(session)

    again = open_window(library, begin=False).window
    assert again.filter == chosen
    qtbot.waitUntil(lambda: again.model.rowCount() == expected, timeout=PATIENCE)
    assert again.model.id_at(again.gallery.currentIndex().row()) == picture
    assert again.sidebar.isHidden()
    assert not again.details.isHidden()


def test_a_restart_scrolls_to_where_the_user_was(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    session.window.top_bar.size_slider.setValue(LARGEST_CELL)
    wait_for_pictures(qtbot, session)
    gallery = session.window.gallery
    row = session.window.model.rowCount() // 2
    qtbot.waitUntil(lambda: gallery.verticalScrollBar().maximum() > 0, timeout=PATIENCE)
    gallery.show_row_at(row, 200)
    looked_at = gallery.row_looked_at()
    assert looked_at
    top = gallery.visualRect(session.window.model.index(looked_at)).top()
    close(session)

    again = open_window(library, begin=False)
    wait_for_pictures(qtbot, again)
    gallery, model = again.window.gallery, again.window.model
    qtbot.waitUntil(lambda: gallery.row_looked_at() == looked_at, timeout=PATIENCE)
    assert abs(gallery.visualRect(model.index(looked_at)).top() - top) < 40


@pytest.mark.parametrize("stored", ["", "nonsense", '{"year": "two", "categories": ["gone"]}'])
def test_what_was_kept_and_cannot_be_shown_is_dropped(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, stored: str
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    close(session)
    ini = library.database.with_name("library-window.ini")
    kept = [line for line in ini.read_text().splitlines() if not line.startswith("filter=")]
    escaped = stored.replace("\\", "\\\\").replace('"', '\\"')
    ini.write_text("\n".join([*kept, f'filter="{escaped}"', ""]))
    again = open_window(library, begin=False)
    wait_for_pictures(qtbot, again, count_of(library, Filter()))
    assert again.window.filter == Filter()


def test_korean_chips(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace):
    session = open_window(library, "ko", begin=False)
    wait_for_pictures(qtbot, session)
    session.window.show_filter(Filter(from_day=date(2023, 3, 1), to_day=date(2023, 4, 9)))
    assert chips(session) == ["2023년 3월 1일 – 4월 9일  ✕"]
    session.window.show_filter(Filter(year=2023, month=4))
    assert chips(session) == ["2023년 4월  ✕"]


def test_the_page_without_results_can_still_clear_everything(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    everything = count_of(library, Filter())
    session.window.show_filter(Filter(year=1980))
    page = session.window.pages.no_result
    qtbot.waitUntil(page.isVisible, timeout=PATIENCE)
    (clear,) = [one for one in page.findChildren(QPushButton) if "Clear" in one.text()]
    qtbot.mouseClick(clear, LEFT)
    wait_for_pictures(qtbot, session, everything)
