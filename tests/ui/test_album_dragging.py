"""Pictures are dragged from the gallery onto an album, and nothing of the archive can get lost."""

from pathlib import Path

from album_actions import CONTROL, Key, albums, ids_in, make_album, opened, press
from conftest import OpenWindow
from hashtag_actions import choose
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QStandardItem,
)
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE

from organizer.library.place import LibraryPlace
from organizer.ui.app import Session
from organizer.ui.picture_data import MIME_TYPE, picture_data
from organizer.ui.views.sidebar_delegate import SidebarRole

COPY = Qt.DropAction.CopyAction
ANY = COPY | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction
HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def enters(widget: QWidget, point: QPoint, data: QMimeData) -> bool:
    """Drags `data` over a point of `widget`; whether that takes it."""
    event = QDragEnterEvent(point, ANY, data, *HELD)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def row_of(session: Session, text: str) -> QStandardItem:
    found = session.window.sidebar.item_named(text)
    assert found is not None
    return found


def is_marked(session: Session, text: str) -> bool:
    return bool(row_of(session, text).data(SidebarRole.DROP))


def drag_over(session: Session, text: str, data: QMimeData) -> QDragMoveEvent:
    """Drags `data` into the sidebar and over the row that says `text`."""
    sidebar = session.window.sidebar
    point = sidebar.position_of(row_of(session, text))
    viewport = sidebar.tree.viewport()
    assert enters(viewport, point, data)
    event = QDragMoveEvent(point, ANY, data, *HELD)
    QApplication.sendEvent(viewport, event)
    return event


def drop_on(session: Session, text: str, data: QMimeData) -> QDropEvent:
    """Drags `data` over the row that says `text` and lets it go."""
    sidebar = session.window.sidebar
    drag_over(session, text, data)
    point = QPointF(sidebar.position_of(row_of(session, text)))
    event = QDropEvent(point, ANY, data, *HELD)
    QApplication.sendEvent(sidebar.tree.viewport(), event)
    return event


def dragged(qtbot: QtBot, session: Session, ids: list[int]) -> QMimeData:
    """What a drag of these pictures carries."""
    choose(qtbot, session, ids)
    drag = session.window.drag.made()
    assert drag is not None
    assert not drag.pixmap().isNull()
    return drag.mimeData()


def test_pictures_dropped_on_an_album_are_in_it_until_that_is_taken_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    make_album(qtbot, session, library, "Sea")
    three = ids_in(library)[:3]
    data = dragged(qtbot, session, three)
    assert drag_over(session, "Sea", data).isAccepted()
    assert is_marked(session, "Sea")
    event = drop_on(session, "Sea", data)
    assert event.isAccepted()
    assert event.dropAction() == COPY
    assert not is_marked(session, "Sea")
    qtbot.waitUntil(lambda: albums(library) == {"Sea": sorted(three)}, timeout=PATIENCE)
    assert "3" in session.window.banner.text()
    press(qtbot, session.window.gallery, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: albums(library) == {"Sea": []}, timeout=PATIENCE)


def test_pictures_dropped_on_new_album_are_in_the_one_that_is_named(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    one = ids_in(library)[:1]
    drop_on(session, "New album…", dragged(qtbot, session, one))
    dialog = session.window.albums.dialog
    assert dialog is not None
    dialog.field.setText("Best")
    press(qtbot, dialog.field, Key.Key_Return)
    qtbot.waitUntil(lambda: albums(library) == {"Best": one}, timeout=PATIENCE)


def test_only_albums_take_pictures(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace):
    session = opened(qtbot, open_window, library)
    make_album(qtbot, session, library, "Sea")
    data = dragged(qtbot, session, ids_in(library)[:2])
    drag_over(session, "Sea", data)
    assert not drag_over(session, "All pictures", data).isAccepted()
    assert not is_marked(session, "Sea")
    drag_over(session, "Sea", data)
    QApplication.sendEvent(session.window.sidebar.tree.viewport(), QDragLeaveEvent())
    assert not is_marked(session, "Sea")
    # They are no archive, though their files come with them.
    assert data.hasUrls()
    window = session.window
    for widget in (window, window.gallery.viewport(), window.details.hashtags.present.field.line):
        assert not enters(widget, QPoint(300, 300), data)
    assert not session.window.drops.overlay.isVisible()


def test_what_is_no_picture_of_this_library_is_none_of_the_albums(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, tmp_path: Path
):
    session = opened(qtbot, open_window, library)
    viewport = session.window.sidebar.tree.viewport()
    of_another = picture_data(tmp_path / "other.sqlite", [1, 2])
    broken = QMimeData()
    broken.setData(MIME_TYPE, b"[1]")
    for data in (of_another, broken):
        assert not enters(viewport, QPoint(20, 20), data)
    # An archive can be dropped anywhere in the window.
    archive = QMimeData()
    archive.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    assert enters(viewport, QPoint(20, 20), archive)
    assert session.window.drops.overlay.isVisible()


def test_other_programs_get_the_files_of_originals_that_are_files(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = opened(qtbot, open_window, library)
    two = ids_in(library)[:2]
    files = [Path(url.toLocalFile()) for url in dragged(qtbot, session, two).urls()]
    assert len(files) == 2
    assert all(file.is_file() for file in files)
    # What is not looked up yet is dragged within the window only.
    assert session.window.searching.actions.files_of((two[0],)) == ()
