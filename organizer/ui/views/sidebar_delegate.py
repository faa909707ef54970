"""Paints the rows of the sidebar: a heading, or a name with a colour and a count."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem


class SidebarRole(IntEnum):
    """What a row of the sidebar knows."""

    CHOICE = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    COLOUR = Qt.ItemDataRole.UserRole + 3
    CHOSEN = Qt.ItemDataRole.UserRole + 4
    HEADING = Qt.ItemDataRole.UserRole + 5
    FAINT = Qt.ItemDataRole.UserRole + 6
    HINT = Qt.ItemDataRole.UserRole + 7  # a short word after the name
    HASHTAG = Qt.ItemDataRole.UserRole + 8  # the HashtagFacet; True for the heading
    SPELLING = Qt.ItemDataRole.UserRole + 9
    DROP = Qt.ItemDataRole.UserRole + 10  # what is dragged would land here


Index = QModelIndex | QPersistentModelIndex

_DOT = 9
_ROUNDING = 7.0


class SidebarDelegate(QStyledItemDelegate):
    """A quiet list: what is chosen stands on the accent colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Headings have room above them."""
        height = option.fontMetrics.height()
        return QSize(80, height + 24 if index.data(SidebarRole.HEADING) else height + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the row at `index`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(SidebarRole.HEADING):
            self._paint_heading(painter, option, index)
        else:
            self._paint_row(painter, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        font = option.font
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        painter.setPen(option.palette.mid().color())
        rect = option.rect.adjusted(8, 8, 0, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, align, index.data())

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, palette = option.rect, option.palette
        background = QRectF(rect).adjusted(0, 1, -2, -1)
        states = QStyle.StateFlag
        is_chosen = bool(index.data(SidebarRole.CHOSEN))
        is_faint = bool(index.data(SidebarRole.FAINT))
        text_colour = palette.mid().color() if is_faint else palette.text().color()
        count_colour = palette.mid().color()
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(background, _ROUNDING, _ROUNDING)
            text_colour = count_colour = palette.highlightedText().color()
        elif option.state & states.State_MouseOver and index.data(SidebarRole.CHOICE):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.light())
            painter.drawRoundedRect(background, _ROUNDING, _ROUNDING)
        if option.state & states.State_HasFocus or index.data(SidebarRole.DROP):
            colour = palette.text() if is_chosen else palette.highlight()
            painter.setPen(QPen(colour.color(), 2 if index.data(SidebarRole.DROP) else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(background.adjusted(1, 1, -1, -1), _ROUNDING, _ROUNDING)
        left = rect.left() + 8
        colour = index.data(SidebarRole.COLOUR)
        if colour:
            painter.setPen(text_colour if is_chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            dot = QRectF(left, rect.center().y() - _DOT / 2 + 0.5, _DOT, _DOT)
            painter.drawEllipse(dot)
            left += _DOT + 8
        count = index.data(SidebarRole.COUNT) or ""
        count_width = option.fontMetrics.horizontalAdvance(count)
        inner = rect.adjusted(0, 0, -10, 0)
        inner.setLeft(left)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(count_colour)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, count)
        room = inner.width() - count_width - 10
        end = Qt.TextElideMode.ElideRight
        hint = option.fontMetrics.elidedText(index.data(SidebarRole.HINT) or "", end, room // 2)
        room -= option.fontMetrics.horizontalAdvance(hint) + 6 if hint else 0
        name = option.fontMetrics.elidedText(index.data(), end, room)
        after = option.fontMetrics.horizontalAdvance(name) + 6
        painter.drawText(inner.adjusted(after, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, hint)
        painter.setPen(text_colour)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)
