"""Lists and layouts stay right and cheap at any size."""

from datetime import UTC, datetime

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from organizer.library.records import UNDATED, MediaFlag, MediaListing
from organizer.ui.models.media_list_model import MediaListModel, MediaRole
from organizer.ui.models.sections import month_sections


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
    assert text == "Video · without a date · file missing · 1 of 1"
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Video · without a date · file missing"
    assert model.index(0).data(MediaRole.ID) == 1


def test_a_video_says_how_long_it_is():
    model = MediaListModel()
    made = listing(None)
    made.flags[0] = MediaFlag.VIDEO | MediaFlag.FAVOURITE
    made.seconds[0] = 3725
    model.show_listing(made)
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Video · 1:02:05 · without a date · favourite"
