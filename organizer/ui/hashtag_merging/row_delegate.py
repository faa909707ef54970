"""Paints rows of text with buttons on the right: no widget for any of them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from organizer.ui.hashtag_merging.rows import ROW_ROLE, Row

Index = QModelIndex | QPersistentModelIndex

_ROUNDING = 8.0
_MARGIN = 12
_GAP = 8
_INDENT = 16
_QUIET = 0.35
_States = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class RowDelegate(QStyledItemDelegate):
    """Paints Row records, with the detail on a line of its own or after the title.

    Attributes:
        pointer: Where the mouse is on the viewport, to light up the button below it.
    """

    def __init__(self, has_two_lines: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_two_lines = has_two_lines
        self.pointer = QPoint(-1, -1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        """One line of text or two, with air."""
        lines = 2 if self._has_two_lines else 1
        return QSize(200, option.fontMetrics.height() * lines + (22 if lines == 2 else 16))

    def button_rects(self, area: QRect, row: Row, metrics: QFontMetrics) -> list[QRect]:
        """Where the buttons of a row in `area` are, in the order of its actions."""
        height = metrics.height() + 10
        right = area.right() - _MARGIN
        rects: list[QRect] = []
        for action in reversed(row.actions):
            width = metrics.horizontalAdvance(action) + 24
            top = area.center().y() - height // 2 + 1
            rects.append(QRect(right - width, top, width, height))
            right -= width + _GAP
        return rects[::-1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the row at `index`."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_strong = self._paint_background(painter, option, row)
        rects = self.button_rects(option.rect, row, option.fontMetrics)
        for rect, action in zip(rects, row.actions, strict=True):
            self._paint_button(painter, option, rect, action)
        left = option.rect.left() + _MARGIN + (_INDENT if row.is_inner else 0)
        right = (rects[0].left() if rects else option.rect.right()) - _MARGIN
        room = QRect(left, option.rect.top(), right - left, option.rect.height())
        self._paint_text(painter, option, row, room, is_strong)
        painter.restore()

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> bool:
        """Whether text has to stand on the accent colour."""
        state, palette = option.state, option.palette
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        # Buttons would be lost on the accent colour.
        is_strong = bool(state & _States.State_Selected) and not row.actions
        painter.setPen(Qt.PenStyle.NoPen)
        if is_strong:
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(area, _ROUNDING, _ROUNDING)
        elif state & (_States.State_Selected | _States.State_MouseOver) and not row.is_heading:
            painter.setBrush(palette.light())
            painter.drawRoundedRect(area, _ROUNDING, _ROUNDING)
        if state & _States.State_HasFocus:
            painter.setPen(palette.highlight().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, _ROUNDING, _ROUNDING)
        return is_strong

    def _paint_button(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str
    ) -> None:
        palette = option.palette
        is_below = bool(option.state & _States.State_MouseOver) and rect.contains(self.pointer)
        border = palette.highlight().color() if is_below else palette.mid().color()
        border.setAlphaF(1.0 if is_below else _QUIET)
        painter.setPen(border)
        painter.setBrush(palette.button())
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setPen(palette.buttonText().color())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Row,
        room: QRect,
        is_strong: bool,
    ) -> None:
        palette = option.palette
        strong = palette.highlightedText().color()
        muted = strong if is_strong else palette.mid().color()
        font = option.font
        font.setBold(row.is_heading)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        painter.setPen(muted)
        painter.drawText(room, _MIDDLE | _RIGHT, row.count)
        if row.count:
            room.adjust(0, 0, -metrics.horizontalAdvance(row.count) - _GAP, 0)
        line, below = QRect(room), QRect(room)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        if self._has_two_lines:
            line.setBottom(room.center().y())
            below.setTop(room.center().y() + 1)
        else:
            below.adjust(metrics.horizontalAdvance(title) + _GAP, 0, 0, 0)
        detail = metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, below.width())
        top, bottom = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        painter.drawText(below, (bottom if self._has_two_lines else _MIDDLE) | _LEFT, detail)
        painter.setPen(strong if is_strong else palette.text().color())
        painter.drawText(line, (top if self._has_two_lines else _MIDDLE) | _LEFT, title)
