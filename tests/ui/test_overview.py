"""The overview: what its charts show, where a click on them leads, and how they are saved."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import OpenWindow
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, wait_for_pictures

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.filters import Filter
from organizer.library.overview import Overview
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.ui import formatting
from organizer.ui.app import Session
from organizer.ui.overview.chart import Mark
from organizer.ui.overview.chart_view import ChartView
from organizer.ui.overview.charts import make_charts, make_totals
from organizer.ui.overview.colours import contrast, readable, text_on
from organizer.ui.overview.page import OverviewPage
from organizer.ui.overview.picture import CHART_WIDTH, SCALE, draw_charts
from organizer.ui.theme import DARK, LIGHT, ThemeChoice

MONTHS, CATEGORIES, HASHTAGS, HOURS, WEEK = range(5)


def open_overview(qtbot: QtBot, session: Session) -> OverviewPage:
    wait_for_pictures(qtbot, session)
    window = session.window
    qtbot.keyClick(
        window,
        Qt.Key.Key_Y,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    page = window.overview.page
    assert page is not None
    wait_for_charts(qtbot, session)
    return page


def wait_for_charts(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.window.overview.is_settled, timeout=PATIENCE)


def view_of(page: OverviewPage, number: int) -> ChartView:
    return page.cards[number].view


def click(qtbot: QtBot, view: ChartView, mark: Mark) -> None:
    place = view.place_of(mark).toPoint()
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(view, button, none, place)


def overview_of(place: LibraryPlace, chosen: Filter | None = None) -> Overview:
    with LibraryReader(place) as reader:
        return reader.overview(chosen or Filter())


def fill(place: LibraryPlace, times: list[datetime | None]) -> None:
    """A library of nothing but pictures of these times."""
    stamp = FileStamp(1, 1)
    items = [MediaItem(f"{number}.jpg", MediaType.IMAGE, at) for number, at in enumerate(times)]
    posts = [TaggedPost(Post(PostKind.POST, one.taken_at, "", (one,)), ()) for one in items]
    with LibraryWriter(place) as writer:
        writer.store_categories(load_categories())
        archive = writer.importing.add_archive(Path("archive"), "someone")
        stamps = {one.uri: stamp for one in items}
        writer.importing.store_posts(archive, "p.json", stamp, posts, stamps)


def test_a_click_on_a_month_shows_its_pictures(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    page = open_overview(qtbot, session)
    expected = overview_of(library)
    view = view_of(page, MONTHS)
    cells = [mark for mark in view.chart.marks if mark.chosen.month is not None]
    found = {(mark.chosen.year, mark.chosen.month): mark.count for mark in cells}
    assert found == dict(expected.months)
    click(qtbot, view, cells[0])
    assert not window.overview.is_open
    assert window.filter == cells[0].chosen
    wait_for_pictures(qtbot, session, cells[0].count)
    assert window.pages.currentWidget() is window.gallery


def test_the_keyboard_goes_from_mark_to_mark_and_chooses(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    page = open_overview(qtbot, session)
    view = view_of(page, MONTHS)
    qtbot.waitUntil(view.hasFocus, timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    year = view.current_mark
    assert year is not None
    assert year.chosen.month is None
    qtbot.keyClick(view, Qt.Key.Key_Right)
    month = view.current_mark
    assert month is not None
    assert month.chosen.month is not None
    assert month.rect.center().y() == pytest.approx(year.rect.center().y())
    assert view.text_of(month) in view.accessibleName()
    assert view.chart.title in view.accessibleName()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert session.window.filter == month.chosen
    wait_for_pictures(qtbot, session, month.count)


@pytest.mark.parametrize("number", [CATEGORIES, HASHTAGS, HOURS, WEEK])
def test_every_chart_leads_to_as_many_pictures_as_it_counts(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, number: int
):
    session = open_window(library, begin=False)
    view = view_of(open_overview(qtbot, session), number)
    mark = max(view.chart.marks, key=lambda one: one.count)
    with LibraryReader(library) as reader:
        for one in view.chart.marks:
            assert len(reader.listing(one.chosen)) == one.count, one.name
    view.setFocus()
    click(qtbot, view, mark)
    wait_for_pictures(qtbot, session, mark.count)


def test_escape_the_menu_and_the_button_go_back_to_the_pictures(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    chosen = Filter(categories=("pets",))
    window.show_filter(chosen)
    wait_for_pictures(qtbot, session)
    open_overview(qtbot, session)
    assert window.details.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.overview.is_open
    assert window.filter == chosen
    assert not window.details.isHidden()
    assert window.gallery.hasFocus()
    in_menu = next(one for one in window.menu.actions() if one.text() == "Overview")
    in_menu.trigger()
    assert window.overview.is_open
    in_menu.trigger()
    assert not window.overview.is_open
    qtbot.mouseClick(window.top_bar.overview_button, Qt.MouseButton.LeftButton)
    assert window.overview.is_open
    assert window.top_bar.overview_button.isChecked()


def test_the_charts_follow_the_filter_and_an_hour_has_a_chip(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    page = open_overview(qtbot, session)
    hour = next(hour for hour, count in enumerate(overview_of(library).by_hour) if count)
    window.show_filter(Filter(hours=(hour,)))
    wait_for_charts(qtbot, session)
    assert window.overview.is_open
    expected = overview_of(library, Filter(hours=(hour,)))
    assert f"Pictures: {expected.images}" in page.totals()
    marks = view_of(page, HOURS).chart.marks
    assert [(mark.name, mark.count) for mark in marks] == [
        (formatting.hour_of_day(hour), expected.total)
    ]
    chips = [chip.text() for chip in window.top_bar.chips.buttons()]
    assert chips == [f"{marks[0].name}  ✕"]
    window.show_filter(Filter(year=1990))
    wait_for_charts(qtbot, session)
    assert all(card.isHidden() for card in page.cards)


def test_the_overview_stays_in_another_theme(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    open_overview(qtbot, session)
    session.show_theme(ThemeChoice.DARK)
    qtbot.waitUntil(lambda: session.window.overview.is_open, timeout=PATIENCE)
    wait_for_charts(qtbot, session)
    assert session.window.details.isHidden()


def test_undated_pictures_are_counted_and_in_no_chart_by_time(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    fill(place, [None, None, datetime(2023, 7, 4, 12, tzinfo=UTC)])
    session = open_window(place, begin=False)
    page = open_overview(qtbot, session)
    assert "Without a date: 2" in page.totals()
    assert "Period: July 2023" in page.totals()
    marks = view_of(page, MONTHS).chart.marks
    assert [(mark.name, mark.count) for mark in marks] == [("2023", 1), ("July 2023", 1)]
    assert page.cards[HASHTAGS].isHidden()


def test_without_pictures_there_is_no_overview(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    window = open_window(place).window
    qtbot.waitUntil(lambda: window.is_settled, timeout=PATIENCE)
    assert not window.top_bar.overview_button.isEnabled()
    window.overview.open()
    assert window.pages.currentWidget() is window.pages.empty
    assert not window.overview.is_open


def test_all_charts_are_saved_as_one_picture(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, tmp_path: Path
):
    session = open_window(library, begin=False)
    page = open_overview(qtbot, session)
    overview = session.window.overview
    overview.save_all(tmp_path / "all.png")
    overview.save_chart(page.cards[MONTHS].view.chart, tmp_path / "months.png")
    images = [QImage(str(tmp_path / name)) for name in ("all.png", "months.png")]
    for image in images:
        assert image.width() == (CHART_WIDTH + 64) * SCALE
        assert len(colours_of(image)) > 20
    assert images[0].height() > 3 * images[1].height()
    assert "months.png" in session.window.banner.text()
    assert f"Pictures: {overview_of(library).images}" in page.totals()


def test_a_picture_that_cannot_be_written_is_told(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, tmp_path: Path
):
    session = open_window(library, begin=False)
    open_overview(qtbot, session)
    session.window.overview.save_all(tmp_path / "absent" / "all.png")
    assert "all.png could not be written" in session.window.banner.text()


def colours_of(image: QImage) -> set[int]:
    steps = range(0, image.height(), 7)
    return {image.pixel(x, y) for y in steps for x in range(0, image.width(), 7)}


def test_a_picture_of_nothing_is_drawn_all_the_same(qapp: QApplication):
    charts = make_charts(Overview(), load_categories(), False, Filter())
    look = qapp.palette(), qapp.font()
    image = draw_charts(charts.all(), *look, "Overview", make_totals(Overview()))
    assert image.width() == (CHART_WIDTH + 64) * SCALE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_of_categories_stand_out_in_both_themes(theme):
    surface = QColor(theme.surface)
    for category in load_categories():
        shown = readable(QColor(category.colour), surface)
        assert contrast(shown, surface) >= 3
        assert contrast(text_on(shown), shown) >= 4.5


@pytest.mark.parametrize(
    ("locale", "hour", "evening"),
    [
        ("en_US", "9:00 PM–10:00 PM", "9 PM"),
        ("en_GB", "21:00–22:00", "21"),
        ("ko_KR", "오후 9:00–오후 10:00", "오후 9시"),
    ],
)
def test_hours_are_told_as_the_locale_tells_them(locale: str, hour: str, evening: str):
    usual = QLocale()
    QLocale.setDefault(QLocale(locale))
    # Some versions of the locale data have a narrow space there.
    told = [text.replace("\u202f", " ") for text in
            (formatting.hour_of_day(21), formatting.hour_mark(21))]  # fmt: skip
    QLocale.setDefault(usual)
    assert told == [hour, evening]
