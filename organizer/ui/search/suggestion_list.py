"""The list below the search field."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from organizer.ui.icons import icon

_LINE_HEIGHT = 34
_SIDE = 10
_ICON = 16

_TEXT = Qt.ItemDataRole.DisplayRole
_HINT = Qt.ItemDataRole.UserRole + 1
_ICON_NAME = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A line of the list: its icon's name, what it says, and what is said more quietly."""

    icon: str
    text: str
    hint: str = ""


class SuggestionList(QFrame):
    """Lies over the window below `field`, which keeps the focus.

    Signals:
        chosen(int): The row of this number was clicked.
    """

    chosen = Signal(int)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field.window())
        self.setObjectName("searchSuggestions")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field = field
        self._pointer = QCursor.pos()
        self._model = QStandardItemModel(self)
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_RowDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Suggestions"))
        self.view.entered.connect(self._point_at)
        self.view.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.view)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 80))
        self.setGraphicsEffect(shadow)
        self.hide()

    @property
    def current(self) -> int:
        """The number of the row that Enter would choose; -1 for none."""
        return self.view.currentIndex().row()

    def texts(self) -> list[str]:
        """What the rows say."""
        return [self._model.item(number).text() for number in range(self._model.rowCount())]

    @property
    def current_text(self) -> str:
        """What the row at hand says, for those who cannot see it; "" for none."""
        index = self.view.currentIndex()
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""

    def show_rows(self, rows: Sequence[SuggestionRow]) -> None:
        """Shows `rows`, none of them chosen; without any, nothing."""
        self._model.clear()
        for row in rows:
            item = QStandardItem(row.text)
            item.setData(row.hint, _HINT)
            item.setData(row.icon, _ICON_NAME)
            said = f"{row.text}, {row.hint}" if row.hint else row.text
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if not rows:
            self.hide()
            return
        field = self._field
        place = field.mapTo(field.window(), QPoint(0, field.height() + 4))
        self.setGeometry(QRect(place, QSize(field.width(), len(rows) * _LINE_HEIGHT + 14)))
        self._pointer = QCursor.pos()
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Makes the next row current, or that before it; beyond the ends, none is."""
        count = self._model.rowCount() + 1
        number = (self.current + 1 + step) % count - 1
        self.view.setCurrentIndex(self._model.index(number, 0) if number >= 0 else QModelIndex())

    def _point_at(self, index: QModelIndex) -> None:
        # A list that opens below a pointer at rest is not pointed at: Enter is for what was typed.
        if QCursor.pos() != self._pointer:
            self.view.setCurrentIndex(index)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())


class _RowDelegate(QStyledItemDelegate):
    """An icon, a text, and at the right what is said more quietly."""

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """One line."""
        return QSize(option.rect.width(), _LINE_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints a row; the current one on the accent."""
        palette, rect = option.palette, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(rect, 6, 6)
        strong = palette.highlightedText().color() if is_current else palette.text().color()
        quiet = palette.highlightedText().color() if is_current else palette.mid().color()
        place = QRect(rect.left() + _SIDE, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        icon(str(index.data(_ICON_NAME)), quiet).paint(painter, place)
        inner = rect.adjusted(_SIDE + _ICON + 8, 0, -_SIDE, 0)
        metrics = QFontMetrics(option.font)
        hint = metrics.elidedText(
            str(index.data(_HINT)), Qt.TextElideMode.ElideRight, inner.width() * 3 // 5
        )
        painter.setFont(option.font)
        painter.setPen(quiet)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, hint)
        inner.setRight(inner.right() - metrics.horizontalAdvance(hint) - 12)
        text = metrics.elidedText(
            str(index.data(_TEXT)), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setPen(strong)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()
