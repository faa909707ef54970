"""Files that could not be read are listed with the reason, and tried again."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import OpenWindow
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, drop

from organizer.archive import errors as archive_errors
from organizer.archive.sample.maker import make_sample
from organizer.indexing import errors as indexing_errors
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import Problem
from organizer.tagging import rules
from organizer.ui.app import Session
from organizer.ui.problems.dialog import ProblemDialog
from organizer.ui.problems.reasons import CODES, reason_advice, reason_title
from organizer.vision import errors as vision_errors

LEFT = Qt.MouseButton.LeftButton
BROKEN = 3


class Desktop(QObject):
    """What the system was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    # No file manager of whoever runs the tests opens.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def pictures(own_sample: Path) -> dict[Path, bytes]:
    """The pictures that are broken, with what was in them."""
    found = sorted((own_sample / "media" / "posts").rglob("*.jpg"))[:BROKEN]
    sound = {picture: picture.read_bytes() for picture in found}
    for picture, content in sound.items():
        times = picture.stat()
        picture.write_bytes(bytes(len(content)))
        os.utime(picture, ns=(times.st_atime_ns, times.st_mtime_ns))
    found[-1].write_bytes(b"")
    return sound


@pytest.fixture
def session(
    qtbot: QtBot,
    open_window: OpenWindow,
    place: LibraryPlace,
    own_sample: Path,
    pictures: dict[Path, bytes],
) -> Session:
    """The window over a library in which pictures are broken."""
    assert pictures
    opened = open_window(place)
    drop(opened, own_sample)
    qtbot.waitUntil(lambda: "filed" in opened.window.status.text(), timeout=PATIENCE)
    return opened


def open_problems(qtbot: QtBot, session: Session) -> ProblemDialog:
    session.window.menu.problems_requested.emit()
    dialog = session.window.problems.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: files(dialog) == BROKEN, timeout=PATIENCE)
    return dialog


def files(dialog: ProblemDialog) -> int:
    model = dialog.model
    return sum(model.rowCount(model.index(row, 0)) for row in range(model.rowCount()))


def test_files_stand_under_their_reasons_with_what_to_do(qtbot: QtBot, session: Session):
    dialog = open_problems(qtbot, session)
    model = dialog.model
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    assert [group.data() for group in groups] == [
        "Not pictures, whatever their names say · 2",
        "Empty files · 1",
    ]
    file = model.index(0, 0, groups[1])
    assert file.data().endswith(".jpg")
    assert file.siblingAtColumn(2).data().startswith("Copy them again")
    spoken = file.data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.tree.setCurrentIndex(file)
    assert dialog.sentence.text() == spoken
    assert "is empty. Copy it again" in spoken


def test_a_file_is_shown_in_its_folder_and_all_are_copied_as_text(
    qtbot: QtBot, session: Session, pictures: dict[Path, bytes], desktop: Desktop
):
    dialog = open_problems(qtbot, session)
    problem = dialog.model.problem(dialog.tree.currentIndex())
    assert problem is not None
    qtbot.mouseClick(dialog.show_button, LEFT)
    assert desktop.opened == [(problem.folder / problem.file).parent]
    qtbot.mouseClick(dialog.copy_button, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert len(copied.splitlines()) == BROKEN
    assert all(str(picture) in copied for picture in pictures)


def mend(pictures: dict[Path, bytes]) -> None:
    for picture, sound in pictures.items():
        times = picture.stat()
        picture.write_bytes(sound)
        os.utime(picture, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_files_that_were_mended_leave_the_list_when_tried_again(
    qtbot: QtBot, session: Session, pictures: dict[Path, bytes]
):
    dialog = open_problems(qtbot, session)
    mend(pictures)
    qtbot.mouseClick(dialog.retry_button, LEFT)
    qtbot.waitUntil(lambda: files(dialog) == 0, timeout=PATIENCE)
    assert dialog.windowTitle()
    assert not dialog.show_button.isEnabled()
    assert not dialog.copy_button.isEnabled()


def test_files_are_tried_again_though_the_looking_is_paused(
    qtbot: QtBot, session: Session, pictures: dict[Path, bytes], tmp_path: Path
):
    session.workers.indexing.pause()
    another = tmp_path / "another"
    make_sample(another, posts=3, tiny=True, seed=8)
    drop(session, another)
    with LibraryReader(session.workers.place) as reader:
        qtbot.waitUntil(lambda: len(reader.places()) == 2, timeout=PATIENCE)
    dialog = open_problems(qtbot, session)
    mend(pictures)
    qtbot.mouseClick(dialog.retry_button, LEFT)
    qtbot.waitUntil(lambda: files(dialog) == 0, timeout=PATIENCE)


def test_a_category_is_in_no_folder(qtbot: QtBot):
    dialog = ProblemDialog(None)
    qtbot.addWidget(dialog)
    dialog.show_problems([Problem("Ships", "BrokenRule", "There is no concept “dirigible”.")])
    assert (
        "Edit categories"
        in dialog.model.index(0, 0, dialog.model.index(0, 0)).siblingAtColumn(2).data()
    )
    assert not dialog.show_button.isEnabled()


def test_each_error_of_a_file_has_a_reason_and_says_what_to_do():
    rooms = (archive_errors, indexing_errors, vision_errors, rules)
    known = {name for room in rooms for name in vars(room)}
    assert set(CODES) <= known
    for code in CODES:
        assert reason_title(code)
        assert reason_advice(code)
    assert reason_title("SomethingNew") == "Other files"
    assert reason_advice("SomethingNew") == ""
