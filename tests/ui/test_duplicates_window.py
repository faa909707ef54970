"""The window of duplicates: lists them, hides what are none, exports, and opens a picture."""

import csv
import shutil
from pathlib import Path

import pytest
from conftest import OpenWindow
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, wait_for_pictures

from organizer.indexing.duplicates.records import Reason
from organizer.indexing.indexer import Indexer
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session
from organizer.ui.duplicates.window import DuplicatesWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture(scope="module")
def doubled(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> LibraryPlace:
    """Four photographs, one of them copied, one saved anew and small."""
    root = tmp_path_factory.mktemp("doubled")
    folder = root / "export/media/posts/202301"
    folder.mkdir(parents=True)
    for number, path in enumerate(sorted(sample.rglob("posts/**/*.jpg"))[:4]):
        with Image.open(path) as opened:
            opened.convert("RGB").save(folder / f"{number}.jpg", quality=90)
    with Image.open(folder / "0.jpg") as opened:
        small = opened.resize((opened.width // 2, opened.height // 2))
    small.save(folder / "small.jpg", quality=50)
    shutil.copy(folder / "1.jpg", folder / "copy.jpg")
    place = LibraryPlace.at(root / "library")
    with Indexer(place) as indexer:
        indexer.add(root / "export")
        indexer.understand()
    return place


@pytest.fixture
def library(doubled: LibraryPlace, tmp_path: Path) -> LibraryPlace:
    shutil.copytree(doubled.database.parent, tmp_path / "library")
    return LibraryPlace.at(tmp_path / "library")


def opened(qtbot: QtBot, session: Session) -> DuplicatesWindow:
    """The window of duplicates, opened by the menu, when it has found what there is."""
    menu = session.window.menu
    next(one for one in menu.actions() if one.text() == "Duplicates…").trigger()
    dialog = session.window.duplicates.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.shown()) == 2, timeout=PATIENCE)
    return dialog


def names(dialog: DuplicatesWindow) -> list[list[str]]:
    return [[copy.file.uri.rsplit("/", 1)[-1] for copy in group.copies] for group in dialog.shown()]


def test_groups_are_listed_by_reason_and_written_to_a_file(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, tmp_path: Path
):
    dialog = opened(qtbot, open_window(library, begin=False))
    assert names(dialog) == [["1.jpg", "copy.jpg"], ["0.jpg", "small.jpg"]]
    assert not dialog.reasons[Reason.NEAR].isEnabled()
    qtbot.mouseClick(dialog.reasons[Reason.SAME], LEFT)
    assert names(dialog) == [["0.jpg", "small.jpg"]]
    dialog.export(tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [Path(row["path"]).name for row in rows] == ["0.jpg", "small.jpg"]
    dialog.export(tmp_path)
    assert "Choose another place" in dialog.note.text()


def test_what_is_said_to_be_no_duplicate_goes_stays_away_and_comes_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    dialog = opened(qtbot, session)
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert names(dialog) == [["0.jpg", "small.jpg"]]
    qtbot.mouseClick(dialog.list.viewport(), LEFT, PLAIN, dialog.list.button_place(0))
    assert names(dialog) == []

    def kept() -> int:
        with LibraryReader(library) as reader:
            return len(reader.duplicates.distinct_sets())

    qtbot.waitUntil(lambda: kept() == 2, timeout=PATIENCE)
    qtbot.mouseClick(dialog.search_button, LEFT)
    qtbot.waitUntil(lambda: dialog.search_button.text() == "Search again", timeout=PATIENCE)
    assert names(dialog) == []
    dialog.reject()
    session.workers.history.undo()
    qtbot.waitUntil(lambda: kept() == 1, timeout=PATIENCE)
    session.workers.history.undo()
    qtbot.waitUntil(lambda: kept() == 0, timeout=PATIENCE)
    opened(qtbot, session)


def test_undo_brings_a_group_back_while_the_window_is_open(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    dialog = opened(qtbot, open_window(library, begin=False))
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert len(dialog.shown()) == 1
    qtbot.keyClick(dialog, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(dialog.shown()) == 2, timeout=PATIENCE)


def test_a_picture_is_shown_in_the_gallery_whatever_is_filtered_for(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    window = session.window
    window.show_filter(Filter(year=1999))
    qtbot.waitUntil(lambda: window.model.rowCount() == 0, timeout=PATIENCE)
    dialog = opened(qtbot, session)
    qtbot.keyClick(dialog.list, Key.Key_Down)
    qtbot.keyClick(dialog.list, Key.Key_Right)
    qtbot.keyClick(dialog.list, Key.Key_Return)
    wanted = dialog.shown()[1].copies[1].detail.id
    qtbot.waitUntil(lambda: window.gallery.selected_ids() == (wanted,), timeout=PATIENCE)
    assert window.filter.is_empty
