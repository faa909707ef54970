"""Lets files be dropped anywhere on a widget."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from organizer.ui.picture_data import are_pictures
from organizer.ui.views.drop_overlay import DropOverlay


class DropTarget(QObject):
    """Makes `widget` take files and folders, but not pictures that come from a library.

    Attributes:
        overlay: Covers the widget while something is dragged over it.

    Signals:
        dropped(tuple[Path, ...]): What was dropped, all at once.
    """

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.overlay = DropOverlay(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Says where it will land, and takes it."""
        if isinstance(event, QDragEnterEvent) and _local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.overlay.cover()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.overlay.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.overlay.hide()
            event.acceptProposedAction()
            if paths := _local_paths(event.mimeData()):
                self.dropped.emit(paths)
            return True
        return super().eventFilter(watched, event)


def _local_paths(data: QMimeData) -> tuple[Path, ...]:
    if are_pictures(data):
        return ()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
