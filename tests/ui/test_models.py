"""Lists and layouts stay right and cheap at any size."""

import itertools
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.modeltest import ModelTester

from organizer.library.records import UNDATED, MediaFlag, MediaListing
from organizer.ui.models.media_list_model import MediaListModel, MediaRole
from organizer.ui.models.sections import month_sections
from organizer.ui.theme import DARK, LIGHT, Theme
from organizer.ui.views.gallery_layout import GalleryLayout


def listing(*times: datetime | None) -> MediaListing:
    seconds = [UNDATED if time is None else int(time.timestamp()) for time in times]
    count = len(times)
    return MediaListing(
        np.arange(1, count + 1), np.array(seconds, np.int64), np.zeros(count, np.uint8)
    )


def moment(year: int, month: int) -> datetime:
    return datetime(year, month, 15, tzinfo=UTC)


def test_months_become_sections_newest_first_and_undated_last():
    sections = month_sections(listing(moment(2024, 2), moment(2023, 12), moment(2023, 12), None))
    assert [(section.month, section.first, section.count) for section in sections] == [
        ((2024, 2), 0, 1),
        ((2023, 12), 1, 2),
        (None, 3, 1),
    ]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester):
    model = MediaListModel()
    model.show_listing(listing(moment(2024, 2), None))
    qtmodeltester.check(model)


def test_answers_of_none_leave_the_interpreter_whole():
    model = MediaListModel()
    model.show_listing(listing(moment(2024, 2)))
    index = model.index(0)
    for _ in range(30_000):
        assert model.data(index, Qt.ItemDataRole.DecorationRole) is None
        assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_new_flags_are_told_without_a_reset(qtbot):
    model = MediaListModel()
    before = listing(moment(2024, 2), moment(2024, 1))
    model.show_listing(before)
    flags = np.array([0, MediaFlag.THUMBNAIL], np.uint8)
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged) as changed,
    ):
        model.show_listing(MediaListing(before.ids, before.taken_at, flags))
    assert changed.args[0].row() == 1
    assert model.has_thumbnail(1)
    assert not model.has_thumbnail(0)


def test_a_screen_reader_hears_what_a_picture_is():
    model = MediaListModel()
    made = listing(None)
    made.flags[0] = MediaFlag.VIDEO | MediaFlag.MISSING
    model.show_listing(made)
    text = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Video · without a date · file missing"
    assert model.index(0).data(MediaRole.ID) == 1


layouts = st.builds(
    lambda counts, width, cell: GalleryLayout(
        month_sections(
            listing(
                *(
                    moment(2024 - n // 12, 12 - n % 12)
                    for n, c in enumerate(counts)
                    for _ in range(c)
                )
            )
        ),
        width,
        cell,
    ),
    st.lists(st.integers(1, 20), min_size=1, max_size=6),
    st.integers(50, 2000),
    st.integers(60, 300),
)


@given(layouts, st.data())
def test_every_cell_is_found_where_it_lies(layout: GalleryLayout, data: st.DataObject):
    total = sum(section.count for section in layout.sections)
    row = data.draw(st.integers(0, total - 1))
    rect = layout.cell_rect(row)
    assert layout.row_at(rect.center().x(), rect.center().y()) == row
    assert rect.bottom() < layout.height
    shown = [r for rows in layout.rows_between(rect.top(), rect.bottom()) for r in rows]
    assert row in shown


@given(layouts)
def test_cells_never_overlap(layout: GalleryLayout):
    total = sum(section.count for section in layout.sections)
    rects = [layout.cell_rect(row) for row in range(total)]
    assert not any(a.intersects(b) for a, b in itertools.pairwise(rects))


@given(layouts, st.data())
def test_down_and_up_stay_inside(layout: GalleryLayout, data: st.DataObject):
    total = sum(section.count for section in layout.sections)
    row = data.draw(st.integers(0, total - 1))
    lines = data.draw(st.integers(-5, 5))
    moved = layout.row_in_line(row, lines)
    assert 0 <= moved < total
    if lines > 0:
        assert moved >= row
    if lines < 0:
        assert moved <= row


def luminance(colour: str) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
             for part in QColor(colour).getRgbF()[:3]]  # fmt: skip
    return float(np.dot(parts, [0.2126, 0.7152, 0.0722]))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_in_both_themes(theme: Theme):
    for background in (
        theme.window,
        theme.surface,
        theme.chip,
        theme.hover,
        theme.notice,
        theme.error,
    ):
        assert contrast(theme.text, background) >= 4.5
    for background in (theme.window, theme.surface):
        assert contrast(theme.muted, background) >= 4.5
    assert contrast(theme.accent_text, theme.accent) >= 4.5
