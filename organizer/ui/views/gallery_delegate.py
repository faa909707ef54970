"""Paints one picture of the gallery."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from organizer.library.records import MediaFlag
from organizer.ui.models.media_list_model import MediaRole
from organizer.ui.models.thumbnail_loader import ROUNDING, ThumbnailLoader
from organizer.ui.views.gallery_marks import GalleryMarks

OUTSIDE = 3
"""How far the ring around the current picture reaches out of its cell, in pixels."""

Index = QModelIndex | QPersistentModelIndex


class GalleryDelegate(QStyledItemDelegate):
    """A picture with rounded corners that fills its cell, with marks for what it is."""

    def __init__(self, loader: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self._marks = GalleryMarks(parent.font())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        """The size of a cell."""
        return option.decorationSize

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the picture at `index` into the rectangle of `option`, and a ring around it."""
        flags = MediaFlag(index.data(MediaRole.FLAGS))
        rect, palette, state = option.rect, option.palette, option.state
        thumbnail = self._loader.pixmap(index.data(MediaRole.ID))
        if thumbnail is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.midlight())
            painter.drawRoundedRect(rect, ROUNDING, ROUNDING)
        elif thumbnail.deviceIndependentSize().toSize() == rect.size():
            painter.drawPixmap(rect.topLeft(), thumbnail)
        else:
            painter.drawPixmap(QRectF(rect), thumbnail, _middle(thumbnail, rect))
        if flags & ~MediaFlag.THUMBNAIL:
            seconds = index.data(MediaRole.SECONDS)
            self._marks.paint(painter, rect, flags, seconds, palette)
        if state & QStyle.StateFlag.State_Selected:
            _paint_frame(painter, rect, palette)
            self._marks.paint_selected(painter, rect, palette)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.text().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(rect).adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ROUNDING + 2, ROUNDING + 2)


def _paint_frame(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    """Inside the picture's edge: the accent, and a line that parts it from any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.window().color(), 2))
    inner = QRectF(rect).adjusted(4, 4, -4, -4)
    painter.drawRoundedRect(inner, ROUNDING - 3, ROUNDING - 3)
    painter.setPen(QPen(palette.highlight().color(), 4))
    outer = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.drawRoundedRect(outer, ROUNDING, ROUNDING)


def _middle(thumbnail: QPixmap, rect: QRect) -> QRectF:
    """The largest part around the middle of the picture that has the shape of `rect`."""
    size = QSize(rect.size()).scaled(thumbnail.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = (thumbnail.width() - size.width()) / 2
    top = (thumbnail.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
