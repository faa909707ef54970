"""Pictures that are dropped on an album in the sidebar."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTreeView

from organizer.ui.picture_data import are_pictures, pictures_in
from organizer.ui.views.sidebar_choice import Kind
from organizer.ui.views.sidebar_delegate import SidebarRole

_EDGE = 28
_SCROLL_MILLISECONDS = 30
_SCROLL_PIXELS = 8


class AlbumDrops(QObject):
    """Lets pictures of the library in `database` be dropped on the rows of albums in `tree`.

    The row that would take them is marked. Whatever else is dragged is left to the window.

    Signals:
        dropped(int, tuple[int, ...]): The album of this id is to have pictures of these ids.
        dropped_on_new(tuple[int, ...]): An album is to be made of them.
    """

    dropped = Signal(object, object)
    dropped_on_new = Signal(object)

    def __init__(self, tree: QTreeView, database: Path) -> None:
        super().__init__(tree)
        self._tree = tree
        self._database = database
        self._marked = QPersistentModelIndex()
        self._pointer = QPoint()
        self._scrolling = QTimer(self, interval=_SCROLL_MILLISECONDS)
        self._scrolling.timeout.connect(self._scroll)
        tree.viewport().setAcceptDrops(True)
        tree.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Marks what the pointer is on, and takes what is let go there."""
        if isinstance(event, QDragEnterEvent):
            event.setAccepted(bool(pictures_in(event.mimeData(), self._database)))
            return True
        if isinstance(event, QDragMoveEvent):
            self._follow(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._end()
            return True
        if isinstance(event, QDropEvent) and are_pictures(event.mimeData()):
            self._take(event)
            return True
        return super().eventFilter(watched, event)

    def _follow(self, event: QDragMoveEvent) -> None:
        self._pointer = event.position().toPoint()
        self._mark(self._pointer)
        if self._way() and not self._scrolling.isActive():
            self._scrolling.start()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._marked.isValid())

    def _take(self, event: QDropEvent) -> None:
        self._end()
        choice = self._tree.indexAt(event.position().toPoint()).data(SidebarRole.CHOICE)
        media_ids = pictures_in(event.mimeData(), self._database)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(media_ids) and _takes_pictures(choice))
        if not event.isAccepted():
            return
        if choice[0] is Kind.ALBUM:
            self.dropped.emit(choice[1], media_ids)
        else:
            self.dropped_on_new.emit(media_ids)

    def _mark(self, point: QPoint) -> None:
        index = self._tree.indexAt(point)
        wanted = QPersistentModelIndex()
        if _takes_pictures(index.data(SidebarRole.CHOICE)):
            wanted = QPersistentModelIndex(index)
        if wanted == self._marked:
            return
        for one, is_marked in ((self._marked, False), (wanted, True)):
            if one.isValid():
                self._tree.model().setData(one, is_marked, SidebarRole.DROP)
        self._marked = wanted

    def _end(self) -> None:
        self._scrolling.stop()
        self._mark(QPoint(-1, -1))

    def _way(self) -> int:
        """-1 near the upper edge, 1 near the lower one, else 0."""
        height, y = self._tree.viewport().height(), self._pointer.y()
        return int(y > height - _EDGE) - int(y < _EDGE)

    def _scroll(self) -> None:
        way = self._way()
        if not way:
            self._scrolling.stop()
            return
        bar = self._tree.verticalScrollBar()
        bar.setValue(bar.value() + way * _SCROLL_PIXELS)
        self._mark(self._pointer)


def _takes_pictures(choice: object) -> bool:
    """Whether pictures can be dropped on the row that stands for `choice`."""
    return isinstance(choice, tuple) and choice[0] in (Kind.ALBUM, Kind.NEW_ALBUM)
