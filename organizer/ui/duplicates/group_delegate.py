"""Paints a group of duplicates: why it is one, and its pictures side by side."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from organizer.indexing.duplicates.records import DuplicateGroup
from organizer.ui import formatting
from organizer.ui.duplicates.group_layout import GroupLayout
from organizer.ui.duplicates.group_model import GROUP_ROLE
from organizer.ui.duplicates.texts import lines, reason_text
from organizer.ui.models.thumbnail_loader import ROUNDING, ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex

_CARD_ROUNDING = 12.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_END, _MIDST = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
_QUIET = 0.35


class GroupDelegate(QStyledItemDelegate):
    """Paints DuplicateGroups with thumbnails of `loader`.

    Attributes:
        pointer: Where the mouse is on the viewport, to light up the button below it.
        cell: The number of the current picture in the current group.
    """

    def __init__(self, loader: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self.pointer = QPoint(-1, -1)
        self.cell = 0

    @property
    def button_text(self) -> str:
        """What the button of a group says."""
        return self.tr("Not duplicates")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        """The same for all groups."""
        return GroupLayout.row_size(option.fontMetrics)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the group at `index`."""
        group = index.data(GROUP_ROLE)
        if not isinstance(group, DuplicateGroup):
            return
        layout = GroupLayout(option.rect, option.fontMetrics, len(group.copies))
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = is_current and bool(option.state & QStyle.StateFlag.State_Active)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._paint_card(painter, option.palette, layout, is_current)
        self._paint_head(painter, option, layout, group)
        for number in range(layout.shown):
            self._paint_picture(painter, option.palette, layout, group, number)
            if has_focus and number == min(self.cell, layout.shown - 1):
                self._paint_ring(painter, option.palette, layout.picture(number))
        painter.restore()

    def _paint_card(
        self, painter: QPainter, palette: QPalette, layout: GroupLayout, is_current: bool
    ) -> None:
        line = palette.highlight().color() if is_current else palette.mid().color()
        line.setAlphaF(1.0 if is_current else _QUIET)
        painter.setPen(line)
        painter.setBrush(palette.button())
        area = QRectF(layout.card).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, _CARD_ROUNDING, _CARD_ROUNDING)

    def _paint_head(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        layout: GroupLayout,
        group: DuplicateGroup,
    ) -> None:
        palette, button = option.palette, layout.button(self.button_text)
        is_below = button.contains(self.pointer)
        line = palette.highlight().color() if is_below else palette.mid().color()
        line.setAlphaF(1.0 if is_below else _QUIET)
        painter.setPen(line)
        painter.setBrush(palette.button())
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setPen(palette.buttonText().color())
        painter.drawText(button, _CENTRE, self.button_text)
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(palette.text().color())
        reason = reason_text(group.reason)
        painter.drawText(layout.head, _MIDDLE, reason)
        after = layout.head.adjusted(painter.fontMetrics().horizontalAdvance(reason) + 10, 0, 0, 0)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(palette.mid().color())
        painter.drawText(after, _MIDDLE, self.tr("%n file(s)", "", len(group.copies)))

    def _paint_picture(
        self,
        painter: QPainter,
        palette: QPalette,
        layout: GroupLayout,
        group: DuplicateGroup,
        number: int,
    ) -> None:
        copy, place = group.copies[number], layout.picture(number)
        thumbnail = self._loader.pixmap(copy.detail.id)
        if thumbnail is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.midlight())
            painter.drawRoundedRect(place, ROUNDING, ROUNDING)
        else:
            painter.drawPixmap(place, thumbnail)
        if layout.left_out and number == layout.shown - 1:
            self._paint_rest(painter, palette, place, layout.left_out)
        metrics = painter.fontMetrics()
        for line, text in enumerate(lines(copy)):
            painter.setPen(palette.text().color() if line == 0 else palette.mid().color())
            room = layout.line(number, line)
            elided = metrics.elidedText(text, _MIDST if line == 2 else _END, room.width())
            painter.drawText(room, _MIDDLE, elided)

    def _paint_rest(
        self, painter: QPainter, palette: QPalette, place: QRect, left_out: int
    ) -> None:
        text = f"+{formatting.number(left_out)}"
        width = painter.fontMetrics().horizontalAdvance(text) + 18
        height = painter.fontMetrics().height() + 6
        badge = QRectF(place.right() - width - 5, place.bottom() - height - 5, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.button())
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(palette.text().color())
        painter.drawText(badge, _CENTRE, text)

    def _paint_ring(self, painter: QPainter, palette: QPalette, place: QRect) -> None:
        pen = painter.pen()
        pen.setColor(palette.highlight().color())
        pen.setWidth(3)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(-2, -2, 2, 2), ROUNDING, ROUNDING)
