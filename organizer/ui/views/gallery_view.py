"""The gallery: pictures under month headers, with no widget and no memory per picture."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from organizer.ui import formatting
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.models.sections import Section
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.gallery_delegate import GalleryDelegate
from organizer.ui.views.gallery_layout import GalleryLayout
from organizer.ui.views.gallery_selection import (
    rows_of,
    runs_between,
    runs_of,
    runs_touching,
    selection_of,
)

SMALLEST_CELL = 96
LARGEST_CELL = 320
DEFAULT_CELL = 176
_SCREENS_AHEAD = 0.5

Index = QModelIndex | QPersistentModelIndex


class GalleryView(QAbstractItemView):
    """Shows a MediaListModel; only what is on screen is painted, asked for and loaded.

    Signals:
        current_changed(int): The row of the current picture, -1 for none.
        selection_changed(object): The rows of the selected pictures, ascending, int64 of shape
            (n,); that of the current one where none is selected. Once for all that one gesture
            changes.
    """

    current_changed = Signal(int)
    selection_changed = Signal(object)

    def __init__(self, loader: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._loader = loader
        self._cell_size = DEFAULT_CELL
        self._layout = GalleryLayout((), 1, DEFAULT_CELL)
        self._delegate = GalleryDelegate(loader, self)
        self._wanting = QTimer(self, singleShot=True, interval=0)
        self._wanting.timeout.connect(self._want_thumbnails)
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell_selection)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setMouseTracking(True)
        loader.loaded.connect(self._repaint_picture)

    def set_cell_size(self, size: int) -> None:
        """Sets how large pictures are, in pixels, and keeps the ones in view in view."""
        anchor = self._first_visible_row()
        self._cell_size = size
        self._lay_out()
        if anchor is not None:
            top = self._layout.cell_rect(anchor).top()
            self.verticalScrollBar().setValue(max(0, top - 60))

    def media_model(self) -> MediaListModel | None:
        """The model shown."""
        model = self.model()
        return model if isinstance(model, MediaListModel) else None

    def selected_ids(self) -> tuple[int, ...]:
        """The ids of the pictures that are selected, in the order in which they are shown."""
        model = self.media_model()
        if model is None:
            return ()
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(model.id_at(row) for row in rows)

    def reset(self) -> None:
        """Lays out anew after the model changed as a whole; nothing is selected then."""
        super().reset()
        self._lay_out()
        self._telling.start()

    def dataChanged(  # noqa: N802 - Qt's name
        self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()
    ) -> None:
        """Repaints after flags changed; thumbnails may have come."""
        super().dataChanged(top_left, bottom_right, roles)
        self.viewport().update()
        self._wanting.start()

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's name
        """Where a picture is on the viewport."""
        if not index.isValid():
            return QRect()
        return self._layout.cell_rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The picture at a point of the viewport."""
        row = self._layout.row_at(point.x(), point.y() + self.verticalOffset())
        model = self.model()
        return QModelIndex() if row is None or model is None else model.index(row, 0)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scrolls so that a picture is seen whole."""
        rect, view = self.visualRect(index), self.viewport().rect()
        bar = self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - view.center().y())
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > view.bottom():
            bar.setValue(bar.value() + rect.bottom() - view.bottom())

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The picture that a key leads to from the current one."""
        del modifiers
        model, current = self.model(), self.currentIndex().row()
        if model is None or not model.rowCount():
            return QModelIndex()
        last = model.rowCount() - 1
        if current < 0:
            return model.index(0, 0)
        actions = QAbstractItemView.CursorAction
        page = max(1, self.viewport().height() // max(1, self._layout.cell) - 1)
        if action in (actions.MoveUp, actions.MovePageUp):
            lines = -1 if action == actions.MoveUp else -page
            target = self._layout.row_in_line(current, lines)
        elif action in (actions.MoveDown, actions.MovePageDown):
            lines = 1 if action == actions.MoveDown else page
            target = self._layout.row_in_line(current, lines)
        elif action in (actions.MoveHome, actions.MoveEnd):
            target = 0 if action == actions.MoveHome else last
        elif action in (actions.MoveLeft, actions.MovePrevious):
            target = current - 1
        else:
            target = current + 1
        return model.index(min(max(target, 0), last), 0)

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """How far down the content is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002, N802 - Qt's name
        """No picture is hidden."""
        return False

    def setSelection(  # noqa: N802 - Qt's name
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Selects what a rectangle drawn on the viewport touches; else all between its corners."""
        model = self.model()
        if model is None:
            return
        area = rect.translated(0, self.verticalOffset())
        if self.state() == QAbstractItemView.State.DragSelectingState:
            runs = list(runs_touching(self._layout, area.normalized()))
        else:
            runs = runs_between(self._layout, area.topLeft(), area.bottomRight())
        self.selectionModel().select(selection_of(model, runs), command)

    def selected_rows(self) -> NDArray[np.int64]:
        """The rows of the selected pictures; that of the current one where none is selected."""
        rows = rows_of(self.selectionModel().selection())
        if not len(rows) and self.currentIndex().isValid():
            return np.array([self.currentIndex().row()], dtype=np.int64)
        return rows

    def select_rows(self, rows: NDArray[np.int64], current: int) -> None:
        """Selects the ascending `rows` and makes the picture in the row `current` current."""
        model = self.model()
        if model is None:
            return
        flags = QItemSelectionModel.SelectionFlag
        selection = selection_of(model, runs_of(rows))
        self.selectionModel().setCurrentIndex(model.index(current, 0), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tells what is selected now."""
        super().selectionChanged(selected, deselected)
        self._telling.start()

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.selected_rows())

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """What is to be painted anew when a selection changes: cheap for any number of pictures."""
        return QRegion() if selection.isEmpty() else QRegion(self.viewport().rect())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tells which picture is current."""
        super().currentChanged(current, previous)
        self._telling.start()
        self.current_changed.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves Escape to the window."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lays out for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt's name
        """Shows other pictures and asks for their thumbnails."""
        self.viewport().update()
        self._wanting.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the headers and pictures that the event touches."""
        model = self.model()
        if model is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = self.verticalOffset()
        top, bottom = event.rect().top() + offset, event.rect().bottom() + offset
        for rows in self._layout.rows_between(top, bottom):
            for row in rows:
                self._paint_picture(painter, model.index(row, 0))
        for number in self._layout.sections_between(top, bottom):
            rect = self._layout.header_rect(number, self.viewport().width())
            self._paint_header(painter, rect.translated(0, -offset), self._layout.sections[number])
        painter.end()

    def _paint_picture(self, painter: QPainter, index: QModelIndex) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        states = QStyle.StateFlag
        if self.selectionModel().isSelected(index):
            option.state |= states.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            option.state |= states.State_HasFocus
        else:
            option.state &= ~states.State_HasFocus
        self._delegate.paint(painter, option, index)

    def _paint_header(self, painter: QPainter, rect: QRect, section: Section) -> None:
        title = self.tr("Without a date")
        if not section.is_by_date:
            title = self.tr("Most doubtful first")
        elif section.month is not None:
            title = formatting.month(*section.month)
        font = self.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        painter.setFont(font)
        painter.setPen(self.palette().text().color())
        line = rect.adjusted(2, 12, 0, 0)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, align | Qt.AlignmentFlag.AlignLeft, title)
        width = painter.fontMetrics().horizontalAdvance(title)
        painter.setFont(self.font())
        painter.setPen(self.palette().mid().color())
        painter.drawText(
            line.adjusted(width + 12, 1, 0, 0),
            align | Qt.AlignmentFlag.AlignLeft,
            formatting.number(section.count),
        )

    def _lay_out(self) -> None:
        model = self.media_model()
        sections = model.sections if model is not None else ()
        self._layout = GalleryLayout(sections, self.viewport().width(), self._cell_size)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._layout.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(max(1, self._layout.cell // 3))
        self.setIconSize(QSize(self._layout.cell, self._layout.cell))
        self.viewport().update()
        self._wanting.start()

    def _first_visible_row(self) -> int | None:
        top = self.verticalOffset()
        for rows in self._layout.rows_between(top, top + self.viewport().height()):
            return rows.start
        return None

    def _want_thumbnails(self) -> None:
        """Asks for what is on screen first, then for what is just below and above it."""
        model = self.media_model()
        if model is None:
            return
        top, height = self.verticalOffset(), self.viewport().height()
        ahead = round(height * _SCREENS_AHEAD)
        wanted: dict[int, None] = {}
        for start, end in (
            (top, top + height),
            (top + height, top + height + ahead),
            (top - ahead, top),
        ):
            for rows in self._layout.rows_between(start, end):
                for row in rows:
                    if model.has_thumbnail(row):
                        wanted[model.id_at(row)] = None
        self._loader.want(wanted)

    def _repaint_picture(self, media_id: int) -> None:
        model = self.media_model()
        if model is None:
            return
        top = self.verticalOffset()
        for rows in self._layout.rows_between(top, top + self.viewport().height()):
            for row in rows:
                if model.id_at(row) == media_id:
                    self.viewport().update(self.visualRect(model.index(row)))
