"""Looking through pictures in the real window, and choosing some of them."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np
import pytest
from conftest import OpenWindow, close
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, shown, wait_for_pictures

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import UNDATED, MediaFlag, MediaListing
from organizer.ui.app import Session
from organizer.ui.views.gallery_layout import HEADER_HEIGHT, SquareLayout
from organizer.ui.views.gallery_view import GalleryView

Open = Callable[[int], Session]
Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
FIRST_YEAR = 2015
LAST_YEAR = 2024


def many(count: int, undated: int = 0) -> MediaListing:
    """`count` pictures, evenly over ten years, none of which lies on disk."""
    newest = datetime(LAST_YEAR, 12, 28, tzinfo=UTC).timestamp()
    oldest = datetime(FIRST_YEAR, 1, 4, tzinfo=UTC).timestamp()
    times = np.linspace(newest, oldest, count).astype(np.int64)
    if undated:
        times[-undated:] = UNDATED
    shapes = np.array([0.8, 1.0, 1.91, 0.5625], np.float32)
    aspects = np.resize(shapes, count)
    ids = np.arange(1_000_000, 1_000_000 + count)
    return MediaListing(ids, times, np.zeros(count, np.uint8), True, aspects)


@pytest.fixture
def open_many(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace) -> Open:
    """Opens the window and shows that many pictures in it."""

    def opened(count: int) -> Session:
        session = open_window(library, begin=False)
        wait_for_pictures(qtbot, session)
        session.window.resize(1280, 820)
        session.window.model.show_listing(many(count))
        session.window.gallery.setFocus()
        qtbot.waitUntil(session.window.gallery.hasFocus)
        return session

    return opened


def press(gallery: GalleryView, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> int:
    """Presses a key; the row that is current then."""
    QTest.keyClick(gallery, key, modifiers)
    return gallery.currentIndex().row()


def is_seen_whole(gallery: GalleryView, row: int) -> bool:
    rect = gallery.visualRect(gallery.model().index(row, 0))
    return rect.top() >= HEADER_HEIGHT and rect.bottom() < gallery.viewport().height()


def click(gallery: GalleryView, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    place = gallery.visualRect(gallery.model().index(row, 0)).center()
    QTest.mouseClick(gallery.viewport(), LEFT, modifiers, place)


def selected_rows(gallery: GalleryView) -> list[int]:
    return sorted(index.row() for index in gallery.selectedIndexes())


def columns(gallery: GalleryView) -> int:
    assert isinstance(gallery.content, SquareLayout)
    return gallery.content.columns


def top_strip(gallery: GalleryView) -> QImage:
    return gallery.viewport().grab().toImage().copy(0, 0, 300, HEADER_HEIGHT - 4)


@pytest.mark.parametrize("is_natural", [False, True], ids=["square", "natural"])
def test_keys_lead_through_the_pictures_and_each_is_seen(open_many: Open, is_natural: bool):
    session = open_many(2000)
    gallery = session.window.gallery
    session.window.top_bar.shapes_button.setChecked(is_natural)
    assert press(gallery, Key.Key_Home) == 0
    assert press(gallery, Key.Key_Right) == 1
    assert press(gallery, Key.Key_Left) == 0
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_PageDown, Key.Key_PageDown):
        before = gallery.currentIndex().row()
        assert press(gallery, key) > before
        assert is_seen_whole(gallery, gallery.currentIndex().row())
    for key in (Key.Key_Up, Key.Key_PageUp):
        before = gallery.currentIndex().row()
        assert press(gallery, key) < before
        assert is_seen_whole(gallery, gallery.currentIndex().row())
    assert press(gallery, Key.Key_End) == 1999
    assert press(gallery, Key.Key_Right) == 1999
    assert is_seen_whole(gallery, 1999)
    assert selected_rows(gallery) == [1999]


def test_down_keeps_its_column_past_a_short_line(open_many: Open):
    session = open_many(2000)
    gallery = session.window.gallery
    session.window.top_bar.size_slider.setValue(100)
    across = columns(gallery)
    first = gallery.content.sections[0]
    assert first.count % across not in (0, across), "the last line of the month is short"
    start = across - 1
    row = press(gallery, Key.Key_Home)
    for _ in range(start):
        row = press(gallery, Key.Key_Right)
    left = gallery.content.cell_rect(row).left()
    lines = -(-first.count // across)
    for _ in range(lines):
        row = press(gallery, Key.Key_Down)
    assert row >= first.count
    assert gallery.content.cell_rect(row).left() == left


def test_typing_a_year_goes_there(open_many: Open):
    session = open_many(5000)
    gallery, model = session.window.gallery, session.window.model
    for digit in "2019":
        QTest.keyClick(gallery, digit)
    row = gallery.currentIndex().row()
    section = gallery.content.sections[gallery.content.section_of(row)]
    assert section.month == (2019, 12)
    assert row == section.first
    assert is_seen_whole(gallery, row)
    assert gallery.scrubber.bubble.text() == "December 2019"
    assert gallery.scrubber.bubble.isVisible()
    assert model.rowCount() == 5000


def test_a_year_can_be_corrected_and_abandoned_while_it_is_typed(open_many: Open):
    session = open_many(5000)
    gallery, bubble = session.window.gallery, session.window.gallery.scrubber.bubble
    session.window.show_filter(Filter(year=2020))
    press(gallery, Key.Key_Home)
    QTest.keyClick(gallery, "2")
    QTest.keyClick(gallery, "1")
    assert bubble.text() == "21…"
    QTest.keyClick(gallery, Key.Key_Backspace)
    assert bubble.text() == "2…"
    QTest.keyClick(gallery, Key.Key_Escape)
    assert not bubble.isVisible()
    assert session.window.filter == Filter(year=2020), "Escape was for the year alone"
    for digit in "2017":
        QTest.keyClick(gallery, digit)
    assert bubble.text() == "December 2017"


@pytest.mark.parametrize(("typed", "month"), [("1999", (FIRST_YEAR, 1)), ("2099", (LAST_YEAR, 12))])
def test_a_year_without_pictures_leads_to_the_nearest(
    open_many: Open, typed: str, month: tuple[int, int]
):
    gallery = open_many(5000).window.gallery
    for digit in typed:
        QTest.keyClick(gallery, digit)
    section = gallery.content.section_of(gallery.currentIndex().row())
    assert gallery.content.sections[section].month == month


def test_the_header_stays_at_the_top_while_its_month_is_scrolled_through(open_many: Open):
    gallery = open_many(5000).window.gallery
    bar = gallery.verticalScrollBar()
    top = gallery.content.section_top(2)
    following = gallery.content.section_top(3)
    bar.setValue(top)
    header = top_strip(gallery)
    bar.setValue(top + 150)
    assert top_strip(gallery) == header
    bar.setValue(following - HEADER_HEIGHT // 2)
    assert top_strip(gallery) != header, "the next header pushes it out"
    bar.setValue(following)
    assert top_strip(gallery) != header


def test_what_lies_under_the_header_cannot_be_clicked(open_many: Open):
    gallery = open_many(5000).window.gallery
    gallery.verticalScrollBar().setValue(gallery.content.section_top(2) + 150)
    left = gallery.content.cell_rect(0).center().x()
    assert gallery.indexAt(QPoint(left, HEADER_HEIGHT // 2)) == gallery.rootIndex()
    assert gallery.indexAt(QPoint(left, HEADER_HEIGHT + 30)).isValid()


def test_ctrl_a_selects_100_000_pictures_at_once(qtbot: QtBot, open_many: Open):
    session = open_many(100_000)
    gallery = session.window.gallery
    with qtbot.waitSignal(gallery.selection_changed) as told:
        begin = time.process_time()
        press(gallery, Key.Key_A, CTRL)
        assert time.process_time() - begin < 0.25
    assert gallery.selection_bar.text() == "100,000 selected"
    assert gallery.selection_bar.isVisible()
    assert np.array_equal(told.args[0], np.arange(100_000))
    assert len(gallery.selected_ids()) == 100_000
    assert gallery.selectionModel().selection().size() == 1


def test_shift_selects_all_up_to_there_at_once(open_many: Open):
    gallery = open_many(100_000).window.gallery
    click(gallery, 3)
    begin = time.process_time()
    press(gallery, Key.Key_End, SHIFT)
    assert time.process_time() - begin < 0.25
    assert gallery.selection_bar.text() == "99,997 selected"
    press(gallery, Key.Key_Home, SHIFT)
    assert selected_rows(gallery) == [0, 1, 2, 3]


def test_clicks_select_as_in_any_list(open_many: Open):
    gallery = open_many(500).window.gallery
    click(gallery, 1)
    assert selected_rows(gallery) == [1]
    assert not gallery.selection_bar.isVisible()
    click(gallery, 4, SHIFT)
    assert selected_rows(gallery) == [1, 2, 3, 4]
    click(gallery, 2, CTRL)
    assert selected_rows(gallery) == [1, 3, 4]
    click(gallery, 6, CTRL)
    click(gallery, 7, CTRL | SHIFT)
    assert selected_rows(gallery) == [1, 3, 4, 6, 7]
    click(gallery, 0)
    assert selected_rows(gallery) == [0]


def test_ctrl_moves_without_selecting_until_space(open_many: Open):
    gallery = open_many(500).window.gallery
    click(gallery, 0)
    press(gallery, Key.Key_Right, CTRL)
    assert press(gallery, Key.Key_Right, CTRL) == 2
    assert selected_rows(gallery) == [0]
    press(gallery, Key.Key_Space, CTRL)
    assert selected_rows(gallery) == [0, 2]


def test_a_rectangle_selects_what_it_touches(open_many: Open):
    session = open_many(2000)
    gallery = session.window.gallery
    session.window.top_bar.size_slider.setValue(100)
    across = columns(gallery)
    viewport, cell = gallery.viewport(), gallery.content.cell_rect
    QTest.mousePress(viewport, LEFT, NONE, cell(0).topLeft() - QPoint(5, 5))
    QTest.mouseMove(viewport, cell(across + 1).center())
    assert selected_rows(gallery) == [0, 1, across, across + 1]
    assert not gallery.selection_bar.isVisible(), "nothing moves under the pointer"
    QTest.mouseMove(viewport, cell(1).center())
    assert selected_rows(gallery) == [0, 1]
    QTest.mouseRelease(viewport, LEFT, NONE, cell(1).center())
    assert gallery.selection_bar.text() == "2 selected"


def test_a_rectangle_scrolls_on_below_the_edge(qtbot: QtBot, open_many: Open):
    gallery = open_many(5000).window.gallery
    viewport, bar = gallery.viewport(), gallery.verticalScrollBar()
    QTest.mousePress(viewport, LEFT, NONE, QPoint(4, HEADER_HEIGHT + 4))
    below = QPoint(viewport.width() - 2, viewport.height() + 150)
    QTest.mouseMove(viewport, below)
    qtbot.waitUntil(lambda: bar.value() > 3 * viewport.height(), timeout=PATIENCE)
    QTest.mouseRelease(viewport, LEFT, NONE, below)
    stopped_at = bar.value()
    rows = selected_rows(gallery)
    assert rows == list(range(len(rows)))
    assert len(rows) > 3 * columns(gallery)
    QApplication.processEvents()
    assert bar.value() == stopped_at


def test_escape_ends_the_selection_before_it_clears_the_filter(open_many: Open):
    session = open_many(500)
    gallery = session.window.gallery
    session.window.show_filter(Filter(year=2020))
    click(gallery, 2)
    click(gallery, 5, SHIFT)
    press(gallery, Key.Key_Escape)
    assert selected_rows(gallery) == [5]
    assert session.window.filter == Filter(year=2020)
    press(gallery, Key.Key_Escape)
    assert session.window.filter == Filter()


def test_the_clear_button_ends_the_selection(open_many: Open):
    gallery = open_many(500).window.gallery
    press(gallery, Key.Key_A, CTRL)
    QTest.mouseClick(gallery.selection_bar.clear_button, LEFT)
    assert len(selected_rows(gallery)) <= 1
    assert not gallery.selection_bar.isVisible()


def test_others_can_add_actions_to_the_bar(qtbot: QtBot, open_many: Open):
    gallery = open_many(500).window.gallery
    action = QAction("Copy hashtags", gallery)
    gallery.selection_bar.add_action(action)
    press(gallery, Key.Key_A, CTRL)
    buttons = gallery.selection_bar.findChildren(type(gallery.selection_bar.clear_button))
    button = next(button for button in buttons if button.text() == "Copy hashtags")
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(button, LEFT)


def test_pictures_become_favourites_together_and_the_mark_can_be_undone(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    gallery, model = session.window.gallery, session.window.model
    wait_for_pictures(qtbot, session)

    def favourites() -> list[int]:
        return [
            row
            for row in range(model.rowCount())
            if "favourite" in model.index(row).data(Qt.ItemDataRole.ToolTipRole)
        ]

    assert favourites() == []
    click(gallery, 0)
    click(gallery, 2, SHIFT)
    QTest.mouseClick(gallery.selection_bar.favourite_button, LEFT)
    qtbot.waitUntil(lambda: favourites() == [0, 1, 2], timeout=PATIENCE)
    assert selected_rows(gallery) == [0, 1, 2]
    qtbot.waitUntil(
        lambda: gallery.selection_bar.favourite_button.text() != "Favourite", timeout=PATIENCE
    )
    with LibraryReader(library) as reader:
        assert len(reader.listing(Filter(is_favourite=True))) == 3
    session.workers.history.undo()
    qtbot.waitUntil(lambda: favourites() == [], timeout=PATIENCE)


def test_f_makes_the_current_picture_a_favourite(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    gallery, model = session.window.gallery, session.window.model
    wait_for_pictures(qtbot, session)
    click(gallery, 1)
    press(gallery, Key.Key_F)
    qtbot.waitUntil(lambda: model.are_favourites([range(1, 2)]), timeout=PATIENCE)
    press(gallery, Key.Key_F)
    qtbot.waitUntil(lambda: not model.are_favourites([range(1, 2)]), timeout=PATIENCE)


@pytest.mark.parametrize(
    "flag",
    [
        MediaFlag.VIDEO,
        MediaFlag.CAROUSEL,
        MediaFlag.FAVOURITE,
        MediaFlag.MISSING,
        MediaFlag.FAILED,
        MediaFlag.OFFLINE,
    ],
    ids=lambda flag: flag.name,
)
def test_each_mark_looks_like_no_other(open_many: Open, flag: MediaFlag):
    session = open_many(6)
    gallery, model = session.window.gallery, session.window.model
    made = many(6)
    others = [one for one in MediaFlag if one not in (flag, MediaFlag.THUMBNAIL)]

    def drawn(flags: MediaFlag) -> QImage:
        made.flags[0] = 0
        model.show_listing(
            MediaListing(made.ids, made.taken_at, np.array([flags, 0, 0, 0, 0, 0], np.uint8))
        )
        image = gallery.viewport().grab().toImage()
        return image.copy(gallery.visualRect(model.index(0))).convertToFormat(
            QImage.Format.Format_Grayscale8
        )

    mine = drawn(flag)
    assert mine != drawn(MediaFlag(0))
    assert all(mine != drawn(other) for other in others)


def test_pulling_the_scrubber_leads_through_the_years(open_many: Open):
    gallery = open_many(5000).window.gallery
    scrubber, bar = gallery.scrubber, gallery.verticalScrollBar()
    labels = scrubber.year_labels()
    assert [text for text, _ in labels] == [str(y) for y in range(LAST_YEAR, FIRST_YEAR - 1, -1)]
    place = dict(labels)["2020"].center()
    QTest.mousePress(scrubber, LEFT, NONE, QPoint(10, 2))
    QTest.mouseMove(scrubber, place)
    assert scrubber.bubble.isVisible()
    assert scrubber.bubble.text() in ("December 2020", "January 2021")
    section = gallery.content.section_at(bar.value())
    assert section is not None
    assert gallery.content.sections[section].month in ((2020, 12), (2021, 1))
    QTest.mouseMove(scrubber, QPoint(10, scrubber.height() + 50))
    assert bar.value() == bar.maximum()
    QTest.mouseRelease(scrubber, LEFT, NONE, place)
    bar.setValue(0)
    assert scrubber.value() == 0


def test_the_scrubber_goes_by_months_and_years_from_the_keyboard(open_many: Open):
    gallery = open_many(5000).window.gallery
    scrubber = gallery.scrubber
    scrubber.setFocus()

    def month_after(key: Qt.Key) -> str:
        QTest.keyClick(scrubber, key)
        return scrubber.accessibleDescription()

    assert month_after(Key.Key_Home) == "December 2024"
    assert month_after(Key.Key_Down) == "November 2024"
    assert month_after(Key.Key_PageDown) == "December 2023"
    assert month_after(Key.Key_Down) == "November 2023"
    assert month_after(Key.Key_PageUp) == "December 2024"
    interface = QAccessible.queryAccessibleInterface(scrubber)
    assert interface.role() is QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Date"


def test_the_scrubber_is_there_only_where_there_are_dates_to_get_to(open_many: Open):
    session = open_many(5000)
    gallery, model = session.window.gallery, session.window.model
    assert gallery.scrubber.isVisible()
    made = many(5000)
    model.show_listing(MediaListing(made.ids, made.taken_at, made.flags, is_by_date=False))
    assert not gallery.scrubber.isVisible()
    model.show_listing(many(1))
    assert not gallery.scrubber.isVisible()


def test_a_screen_reader_hears_picture_and_position(open_many: Open):
    gallery = open_many(5000).window.gallery
    for digit in "2019":
        QTest.keyClick(gallery, digit)
    row = gallery.currentIndex().row()
    interface = QAccessible.queryAccessibleInterface(gallery)
    assert interface.text(QAccessible.Text.Name) == "Pictures"
    text = interface.child(row).text(QAccessible.Text.Name)
    assert text.startswith("Picture · ")
    assert "2019" in text
    assert text.endswith(f"{row + 1:,} of 5,000")


def test_the_current_picture_has_a_ring_only_while_the_keyboard_is_there(open_many: Open):
    session = open_many(50)
    gallery = session.window.gallery
    click(gallery, 1)
    around = gallery.visualRect(gallery.currentIndex()).adjusted(-4, -4, 4, 4)
    focused = gallery.viewport().grab(around).toImage()
    session.window.top_bar.search.setFocus()
    assert gallery.viewport().grab(around).toImage() != focused


def test_size_and_shapes_are_kept_for_the_next_start(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.top_bar.size_slider.setValue(250)
    QTest.mouseClick(session.window.top_bar.shapes_button, LEFT)
    height = session.window.gallery.content.usual_height
    close(session)
    again = open_window(library, begin=False)
    wait_for_pictures(qtbot, again)
    assert again.window.top_bar.size_slider.value() == 250
    assert again.window.top_bar.shapes_button.isChecked()
    assert again.window.gallery.content.usual_height == height
    assert not isinstance(again.window.gallery.content, SquareLayout)


@pytest.mark.parametrize("is_natural", [False, True], ids=["square", "natural"])
def test_what_is_looked_at_stays_when_size_and_shape_change(open_many: Open, is_natural: bool):
    session = open_many(5000)
    gallery, bar = session.window.gallery, session.window.top_bar
    bar.shapes_button.setChecked(is_natural)
    gallery.verticalScrollBar().setValue(gallery.verticalScrollBar().maximum() // 2)
    row = gallery.row_looked_at()
    assert row is not None
    click(gallery, row + 8)
    bar.size_slider.setValue(110)
    assert is_seen_whole(gallery, row + 8)
    bar.shapes_button.setChecked(not is_natural)
    assert is_seen_whole(gallery, row + 8)
    session.window.resize(1000, 700)
    assert is_seen_whole(gallery, row + 8)


def test_place_and_selection_survive_when_pictures_come(open_many: Open):
    session = open_many(5000)
    gallery, model = session.window.gallery, session.window.model
    gallery.verticalScrollBar().setValue(gallery.verticalScrollBar().maximum() // 2)
    row = gallery.row_looked_at()
    assert row is not None
    click(gallery, row + 5)
    click(gallery, row + 7, SHIFT)
    chosen = [model.id_at(one) for one in selected_rows(gallery)]
    top = gallery.visualRect(gallery.currentIndex()).top()
    before = many(5000)
    model.show_listing(
        MediaListing(
            np.concatenate(([1, 2, 3], before.ids)),
            np.concatenate((np.repeat(before.taken_at[:1] + 60, 3), before.taken_at)),
            np.zeros(5003, np.uint8),
        )
    )
    assert [model.id_at(one) for one in selected_rows(gallery)] == chosen
    assert model.id_at(gallery.currentIndex().row()) == chosen[-1]
    assert gallery.visualRect(gallery.currentIndex()).top() == top
    assert gallery.selection_bar.text() == "3 selected"


def test_other_pictures_begin_at_the_top_and_leave_nothing_selected(qtbot: QtBot, open_many: Open):
    session = open_many(5000)
    gallery, model = session.window.gallery, session.window.model
    press(gallery, Key.Key_A, CTRL)
    gallery.verticalScrollBar().setValue(gallery.verticalScrollBar().maximum() // 2)
    other = many(300)
    QApplication.processEvents()
    with qtbot.waitSignal(gallery.selection_changed) as told:
        model.show_listing(MediaListing(other.ids - 900_000, other.taken_at, other.flags))
    assert gallery.verticalScrollBar().value() == 0
    assert selected_rows(gallery) == []
    assert list(told.args[0]) == []
    assert not gallery.selection_bar.isVisible()


@pytest.mark.parametrize("is_natural", [False, True], ids=["square", "natural"])
def test_every_one_of_a_million_pictures_can_be_reached(open_many: Open, is_natural: bool):
    session = open_many(1_000_000)
    gallery = session.window.gallery
    session.window.top_bar.shapes_button.setChecked(is_natural)
    session.window.top_bar.size_slider.setValue(320)
    gallery.resize(460, 700)
    assert gallery.content.height > 2**24
    assert press(gallery, Key.Key_End) == 999_999
    assert is_seen_whole(gallery, 999_999)
    for row in (123_456, 654_321, 987_654):
        gallery.setCurrentIndex(gallery.model().index(row, 0))
        assert is_seen_whole(gallery, row)
        place = gallery.visualRect(gallery.currentIndex()).center()
        assert gallery.indexAt(place).row() == row


def test_a_double_click_and_enter_open_a_picture(qtbot: QtBot, open_many: Open):
    gallery = open_many(50).window.gallery
    place = gallery.visualRect(gallery.model().index(3, 0)).center()
    with qtbot.waitSignals([gallery.doubleClicked, gallery.activated]):
        QTest.mouseClick(gallery.viewport(), LEFT, NONE, place)
        QTest.mouseDClick(gallery.viewport(), LEFT, NONE, place)
    with qtbot.waitSignal(gallery.activated) as activated:
        press(gallery, Key.Key_Return)
    assert activated.args[0].row() == 3


def test_letters_do_not_go_through_all_pictures(open_many: Open):
    gallery = open_many(100_000).window.gallery
    click(gallery, 1)
    begin = time.process_time()
    QTest.keyClicks(gallery, "xyz")
    assert time.process_time() - begin < 0.1
    assert gallery.currentIndex().row() == 1


def test_the_counts_come_after_the_pictures(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    told: list[str] = []
    session.workers.queries.listed.connect(lambda _: told.append("listed"))
    session.workers.queries.answered.connect(lambda _: told.append("answered"))
    session.window.show_filter(Filter(categories=("pets",)))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert told == ["listed", "answered"]
    assert shown(session) > 0
