"""Shows pictures under month headers, with no widget and no memory per picture."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.gallery_delegate import OUTSIDE, GalleryDelegate
from organizer.ui.views.gallery_justified import JustifiedLayout
from organizer.ui.views.gallery_layout import (
    DEFAULT_CELL,
    HEADER_HEIGHT,
    GalleryLayout,
    SquareLayout,
)
from organizer.ui.views.gallery_painting import paint_headers, paint_pictures
from organizer.ui.views.gallery_thumbnails import ThumbnailRequests

Index = QModelIndex | QPersistentModelIndex


class GalleryCanvas(QListView):
    """Lays out, paints and scrolls a MediaListModel; only what is on screen costs anything.

    Nothing of QListView is used, which goes through all items. It is one for the sake of screen
    readers: in a view of another kind, Qt shows them no items.

    The scroll bar counts pixels of the content. A million pictures in one column are 300 million:
    far beyond what a widget may be tall (2^24), well within what a scroll bar can count.

    Signals:
        laid_out(): Pictures lie elsewhere than before.
    """

    laid_out = Signal()

    def __init__(self, loader: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._cell_size = DEFAULT_CELL
        self._is_natural = False
        self._layout: GalleryLayout = SquareLayout((), 1, DEFAULT_CELL)
        self._width = -1
        self._aspects = np.ones(0, np.float32)
        self._delegate = GalleryDelegate(loader, self)
        self._thumbnails = ThumbnailRequests(loader, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def content(self) -> GalleryLayout:
        """Where each picture lies in the whole content."""
        return self._layout

    def media_model(self) -> MediaListModel | None:
        """The model shown."""
        model = self.model()
        return model if isinstance(model, MediaListModel) else None

    def set_cell_size(self, size: int) -> None:
        """Sets how large pictures are, in pixels, and keeps the ones in view in view."""
        self._cell_size = size
        self._lay_out_in_place()

    def set_natural(self, is_natural: bool) -> None:
        """Shows pictures in their own shapes, or as squares, and keeps those in view in view."""
        self._is_natural = is_natural
        self._lay_out_in_place()

    def reset(self) -> None:
        """Lays out anew after the model changed as a whole."""
        super().reset()
        self._lay_out()

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Nothing: this one would go through all items."""

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Nothing: the scroll bar follows from the layout."""

    def dataChanged(  # noqa: N802 - Qt's name
        self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()
    ) -> None:
        """Repaints after flags changed; thumbnails may have come, and shapes become known."""
        super().dataChanged(top_left, bottom_right, roles)
        model = self.media_model()
        if self._is_natural and model and not np.array_equal(model.aspects, self._aspects):
            self._lay_out_in_place()
        self.viewport().update()
        self._thumbnails.ask_soon()

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's name
        """Where a picture is on the viewport."""
        if not index.isValid():
            return QRect()
        return self._layout.cell_rect(index.row()).translated(0, -self.verticalOffset())

    def row_at(self, point: QPoint) -> int | None:
        """The row of the picture at a point of the viewport; None between pictures."""
        if 0 <= point.y() < HEADER_HEIGHT:
            return None
        return self._layout.row_at(point.x(), point.y() + self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The picture at a point of the viewport."""
        row, model = self.row_at(point), self.model()
        return QModelIndex() if row is None or model is None else model.index(row, 0)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scrolls so that a picture is seen whole, below the header."""
        if not index.isValid():
            return
        rect, height = self.visualRect(index), self.viewport().height()
        bar = self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - (height + HEADER_HEIGHT) // 2)
        elif rect.top() < HEADER_HEIGHT or rect.height() > height - HEADER_HEIGHT:
            bar.setValue(bar.value() + rect.top() - HEADER_HEIGHT)
        elif rect.bottom() + OUTSIDE > height:
            bar.setValue(bar.value() + rect.bottom() + OUTSIDE - height)

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """How far down the content is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """What is to be painted anew when a selection changes: cheap for any number of pictures."""
        return QRegion() if selection.isEmpty() else QRegion(self.viewport().rect())

    def event(self, event: QEvent) -> bool:
        """Reads thumbnails anew for a display with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._thumbnails.ask_soon()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lays out for the new width."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._lay_out_in_place()
        else:
            self._set_scroll_range()
            self._thumbnails.ask_soon()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt's name
        """Shows other pictures and asks for their thumbnails."""
        self.viewport().update()
        self._thumbnails.ask_soon()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the headers and pictures that the event touches."""
        if self.model() is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        paint_pictures(painter, self, option, self._layout, event.region())
        paint_headers(painter, self, self._layout)
        self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """Paints what lies over everything; nothing, unless there is more to a gallery."""

    def _lay_out(self) -> None:
        model, self._width = self.media_model(), self.viewport().width()
        sections = model.sections if model is not None else ()
        self._aspects = model.aspects if model is not None else np.ones(0, np.float32)
        if self._is_natural:
            self._layout = JustifiedLayout(sections, self._width, self._cell_size, self._aspects)
        else:
            self._layout = SquareLayout(sections, self._width, self._cell_size)
        self._set_scroll_range()
        self.viewport().update()
        self._thumbnails.show_layout(self._layout)
        self.laid_out.emit()

    def _set_scroll_range(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(max(1, self._layout.usual_height // 3))
        bar.setRange(0, max(0, self._layout.height - height))

    def _lay_out_in_place(self) -> None:
        """Lays out anew so that what is looked at stays at its height on the viewport."""
        row = self.row_looked_at()
        if row is None:
            self._lay_out()
            return
        top = self._layout.cell_rect(row).top() - self.verticalOffset()
        self._lay_out()
        self.show_row_at(row, top)

    def row_looked_at(self) -> int | None:
        """The current row if it is in view, or the first in view; None at the very top."""
        offset, height = self.verticalOffset(), self.viewport().height()
        if not offset or not self._layout.line_count:
            return None
        rect = self.visualRect(self.currentIndex())
        if rect.isValid() and rect.top() >= HEADER_HEIGHT and rect.bottom() < height:
            return self.currentIndex().row()
        shown = self._layout.cells_between(offset + HEADER_HEIGHT, offset + height)
        return next((row for row, _ in shown), None)

    def show_row_at(self, row: int, top: int) -> None:
        """Scrolls so that the picture in `row` begins `top` pixels below the viewport's top."""
        self.verticalScrollBar().setValue(self._layout.cell_rect(row).top() - top)
