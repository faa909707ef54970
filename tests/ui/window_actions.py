"""What a person does with the window, for tests."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.ui.app import Session

PATIENCE = 60_000


def drop(session: Session, *paths: Path) -> None:
    """Drags `paths` over the window and lets them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window = session.window
    overlay = window.drops.overlay
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert overlay.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, left, none))
    assert not overlay.isVisible()


def shown(session: Session) -> int:
    return session.window.model.rowCount()


def wait_for_pictures(qtbot: QtBot, session: Session, count: int | None = None) -> None:
    """Until so many are shown, and the sidebar shows what goes with them."""

    def is_there() -> bool:
        is_right = shown(session) > 0 if count is None else shown(session) == count
        return is_right and session.window.is_settled

    qtbot.waitUntil(is_there, timeout=PATIENCE)


def search_for(qtbot: QtBot, session: Session, text: str) -> None:
    """Types `text` (ASCII) into the search field and presses Enter."""
    field = session.window.top_bar.search
    session.window.activateWindow()
    field.setFocus()
    # Elsewhere Enter is what opens the viewer.
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def click_sidebar(qtbot: QtBot, session: Session, text: str) -> None:
    sidebar = session.window.sidebar
    qtbot.waitUntil(lambda: sidebar.item_named(text) is not None, timeout=PATIENCE)
    item = sidebar.item_named(text)
    assert item is not None
    position = sidebar.position_of(item)
    qtbot.mouseClick(
        sidebar.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, position
    )
