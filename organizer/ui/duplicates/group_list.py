"""The list of groups: goes through groups and their pictures by keyboard and mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from organizer.indexing.duplicates.records import DuplicateGroup
from organizer.library.thumbnails import ThumbnailStore
from organizer.ui.duplicates.group_delegate import GroupDelegate
from organizer.ui.duplicates.group_layout import CELL, GroupLayout
from organizer.ui.duplicates.group_model import GroupModel
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.models.thumbnail_reading import WantedThumbnail

_LEFT = Qt.MouseButton.LeftButton


class GroupList(QListView):
    """Shows groups. Arrows move, Enter opens a picture, Delete says that they are no duplicates.

    Signals:
        picture_opened(int): The picture of this id is to be seen.
        kept(DuplicateGroup): These are no duplicates.
    """

    picture_opened = Signal(object)
    kept = Signal(object)

    def __init__(self, store: ThumbnailStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.groups = GroupModel(self)
        self._loader = ThumbnailLoader(store, self)
        self._loader.loaded.connect(lambda _: self.viewport().update())
        self._delegate = GroupDelegate(self._loader, self)
        self.setModel(self.groups)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(40)
        # Once for all that scrolls by before the next picture is painted.
        self._wanting = QTimer(self, singleShot=True, interval=0)
        self._wanting.timeout.connect(self._want)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._wanting.start())

    def show_groups(self, groups: Sequence[DuplicateGroup]) -> None:
        """Shows others; where the user was stays current as far as possible."""
        row = max(self.currentIndex().row(), 0)
        scrolled = self.verticalScrollBar().value()
        self.groups.show_groups(groups)
        if groups:
            self.doItemsLayout()
            self.setCurrentIndex(self.groups.index(min(row, len(groups) - 1)))
            self.verticalScrollBar().setValue(scrolled)
        self._wanting.start()

    def stop(self) -> None:
        """Reads no more thumbnails."""
        self._loader.stop()

    def button_place(self, row: int) -> QPoint:
        """The middle of a group's button on the viewport."""
        return self._layout_of(row).button(self._delegate.button_text).center()

    def picture_place(self, row: int, number: int) -> QPoint:
        """The middle of a group's picture on the viewport."""
        return self._layout_of(row).picture(number).center()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Moves among the pictures of a group, and does what keys ask for."""
        row = self.currentIndex().row()
        key = event.key()
        if row < 0:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            last = self._layout_of(row).shown - 1
            self._set_cell(min(max(min(self._delegate.cell, last) + step, 0), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(row, self._delegate.cell)
        elif key == Qt.Key.Key_Delete:
            self.kept.emit(self.groups.groups[row])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Makes a picture the current one."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        if row >= 0 and (number := self._picture_at(row, place)) is not None:
            self._set_cell(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Presses the button of a group."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        if event.button() == _LEFT and row >= 0 and self._is_on_button(row, place):
            self.kept.emit(self.groups.groups[row])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Opens a picture."""
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        if row >= 0 and (number := self._picture_at(row, place)) is not None:
            self._open(row, number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Lights up the button under the pointer."""
        super().mouseMoveEvent(event)
        self._delegate.pointer = event.position().toPoint()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Has room for other pictures."""
        super().resizeEvent(event)
        self._wanting.start()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tells the whole path of the file under the pointer."""
        if isinstance(event, QHelpEvent):
            row = self.indexAt(event.pos()).row()
            number = self._picture_at(row, event.pos()) if row >= 0 else None
            file = None if number is None else self.groups.groups[row].copies[number].file
            self.viewport().setToolTip("" if file is None else str(file.path))
        return super().viewportEvent(event)

    def _open(self, row: int, number: int) -> None:
        copies = self.groups.groups[row].copies
        self.picture_opened.emit(copies[min(number, len(copies) - 1)].detail.id)

    def _set_cell(self, number: int) -> None:
        self._delegate.cell = number
        self.viewport().update()

    def _layout_of(self, row: int) -> GroupLayout:
        area = self.visualRect(self.groups.index(row))
        return GroupLayout(area, self.fontMetrics(), len(self.groups.groups[row].copies))

    def _picture_at(self, row: int, place: QPoint) -> int | None:
        layout = self._layout_of(row)
        numbers = range(layout.shown)
        return next((one for one in numbers if layout.picture(one).contains(place)), None)

    def _is_on_button(self, row: int, place: QPoint) -> bool:
        return self._layout_of(row).button(self._delegate.button_text).contains(place)

    def _want(self) -> None:
        """Wants the thumbnails that are to be seen, and those of the next groups."""
        first = self.indexAt(QPoint(2, 2)).row()
        if first < 0:
            return
        height = max(GroupLayout.row_size(self.fontMetrics()).height(), 1)
        side = round(CELL * self.devicePixelRatioF())
        wanted = [
            WantedThumbnail(copy.detail.id, side, side)
            for group in self.groups.groups[first : first + self.viewport().height() // height + 4]
            for copy in group.copies[:12]
        ]
        self._loader.want(dict.fromkeys(wanted), self.devicePixelRatioF())
