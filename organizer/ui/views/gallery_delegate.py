"""Paints one picture of the gallery."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from organizer.library.records import MediaFlag
from organizer.ui.models.media_list_model import MediaRole
from organizer.ui.models.thumbnail_loader import ThumbnailLoader

_ROUNDING = 8.0
_BADGE = 22
_VEIL = 130
_BADGE_BACKGROUND = QColor(0, 0, 0, 130)

Index = QModelIndex | QPersistentModelIndex


class GalleryDelegate(QStyledItemDelegate):
    """A picture with rounded corners that fills its cell, with marks for what it is."""

    def __init__(self, loader: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        """The size of a cell."""
        return option.decorationSize

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the picture at `index` into the rectangle of `option`."""
        flags = MediaFlag(index.data(MediaRole.FLAGS))
        rect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        inner = rect.adjusted(5, 5, -5, -5) if is_selected else rect
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(inner), _ROUNDING, _ROUNDING)
        painter.save()
        painter.setClipPath(shape)
        thumbnail = self._loader.pixmap(index.data(MediaRole.ID))
        if thumbnail is None:
            painter.fillRect(inner, option.palette.midlight())
        else:
            painter.drawPixmap(inner, thumbnail, _centre_square(thumbnail))
        painter.restore()
        if flags & MediaFlag.OFFLINE:
            self._paint_offline(painter, inner, shape, option)
        elif flags & (MediaFlag.MISSING | MediaFlag.FAILED):
            self._paint_trouble(painter, inner, option)
        self._paint_badges(painter, inner, flags)
        if flags & MediaFlag.FAVOURITE:
            _paint_heart(painter, QRectF(inner.left() + 6, inner.top() + 7, _BADGE, _BADGE))
        if is_selected or option.state & QStyle.StateFlag.State_HasFocus:
            colour = option.palette.highlight().color()
            painter.setPen(QPen(colour, 3 if is_selected else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, _ROUNDING + 2, _ROUNDING + 2)

    def _paint_offline(
        self, painter: QPainter, rect: QRect, shape: QPainterPath, option: QStyleOptionViewItem
    ) -> None:
        """A veil, and a plug with a stroke through it: the picture comes back with its disk."""
        veil = option.palette.base().color()
        veil.setAlpha(_VEIL)
        painter.fillPath(shape, veil)
        place = QRectF(rect.left() + 6, rect.bottom() - _BADGE - 6, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        _paint_badge(painter, place)
        painter.setPen(QPen(Qt.GlobalColor.white, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(6, 8, -6, -7), 2, 2)
        top = place.topLeft()
        for x in (9.0, 13.0):
            painter.drawLine(top + QPointF(x, 5), top + QPointF(x, 8))
        painter.drawLine(place.topRight() + QPointF(-4, 4), place.bottomLeft() + QPointF(4, -4))

    def _paint_trouble(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        """A triangle with a mark: the file is missing or could not be read."""
        centre = QPointF(rect.center())
        painter.setPen(QPen(option.palette.mid().color(), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(
            QPolygonF(
                [centre + QPointF(0, -16), centre + QPointF(18, 14), centre + QPointF(-18, 14)]
            )
        )
        painter.drawLine(centre + QPointF(0, -5), centre + QPointF(0, 4))
        painter.drawPoint(centre + QPointF(0, 9))

    def _paint_badges(self, painter: QPainter, rect: QRect, flags: MediaFlag) -> None:
        place = QRectF(rect.right() - _BADGE - 6, rect.top() + 7, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        if flags & MediaFlag.VIDEO:
            _paint_badge(painter, place)
            painter.setBrush(Qt.GlobalColor.white)
            centre = place.center()
            painter.drawPolygon(
                QPolygonF(
                    [
                        centre + QPointF(-3.5, -5.5),
                        centre + QPointF(6, 0),
                        centre + QPointF(-3.5, 5.5),
                    ]
                )
            )
        elif flags & MediaFlag.CAROUSEL:
            _paint_badge(painter, place)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(Qt.GlobalColor.white, 1.5))
            painter.drawRoundedRect(place.adjusted(8, 6, -5, -7), 2, 2)
            painter.drawPolyline(
                [
                    place.topLeft() + QPointF(6, 9),
                    place.topLeft() + QPointF(6, 17),
                    place.topLeft() + QPointF(14, 17),
                ]
            )


def _paint_badge(painter: QPainter, place: QRectF) -> None:
    painter.setBrush(_BADGE_BACKGROUND)
    painter.drawRoundedRect(place, 6, 6)


def _paint_heart(painter: QPainter, place: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_badge(painter, place)
    top, low = place.center() + QPointF(0, -2.5), place.center() + QPointF(0, 6)
    heart = QPainterPath(top)
    heart.cubicTo(top + QPointF(-3, -5), top + QPointF(-11, 0), low)
    heart.cubicTo(top + QPointF(11, 0), top + QPointF(3, -5), top)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawPath(heart)


def _centre_square(thumbnail: QPixmap) -> QRect:
    """The middle of the picture, as large as a square can be."""
    side = min(thumbnail.width(), thumbnail.height())
    left, top = (thumbnail.width() - side) // 2, (thumbnail.height() - side) // 2
    return QRect(left, top, side, side)
