"""A list of rows, each with buttons, for any number of rows and for the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from organizer.ui.hashtag_merging.row_delegate import RowDelegate
from organizer.ui.hashtag_merging.rows import Row, RowModel


class ActionList(QListView):
    """Shows Row records; the buttons are painted, so that a row costs nothing until it is seen.

    Enter does the first action of a row with all rows that are selected, Delete the last.

    Signals:
        acted(list[int], int): The action of this number is wanted for the rows of these numbers.
    """

    acted = Signal(object, int)

    def __init__(self, has_two_lines: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self._delegate = RowDelegate(has_two_lines, self)
        self._pressed: tuple[int, int] | None = None
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows `rows`, scrolled as before; what stands where the current one was is current."""
        current, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        was = self.rows.rows[current.row()] if current.isValid() else None
        self.rows.show_rows(rows)
        self.verticalScrollBar().setValue(scrolled)
        if self.currentIndex().isValid():
            return
        # What was under the mouse is no longer there.
        self._pressed = None
        selectable = [number for number, row in enumerate(rows) if not row.is_heading]
        if selectable:
            there = rows.index(was) if was in rows else max(current.row(), 0)
            nearest = min(selectable, key=lambda number: abs(number - there))
            self.setCurrentIndex(self.rows.index(nearest))

    def center_of_action(self, row: int, action: int) -> QPoint:
        """Where a button of a row is on the viewport."""
        area = self.visualRect(self.rows.index(row))
        rects = self._delegate.button_rects(area, self.rows.rows[row], self.fontMetrics())
        return rects[action].center()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remembers which button was pressed; the selection follows only beside it."""
        self._pressed = self._action_at(event.position().toPoint())
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Acts when the button is let go where it was pressed."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
        elif pressed == self._action_at(event.position().toPoint()):
            self.acted.emit([pressed[0]], pressed[1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Lights up the button below the mouse."""
        self._delegate.pointer = event.position().toPoint()
        self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Lights up no button."""
        self._delegate.pointer = QPoint(-1, -1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Acts on the selected rows."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        actions = min((len(self.rows.rows[number].actions) for number in numbers), default=0)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if actions and is_enter:
            self.acted.emit(numbers, 0)
        elif actions and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.acted.emit(numbers, actions - 1)
        else:
            super().keyPressEvent(event)

    def _action_at(self, point: QPoint) -> tuple[int, int] | None:
        """The row at a point of the viewport, and its action there."""
        index = self.indexAt(point)
        if not index.isValid():
            return None
        row = self.rows.rows[index.row()]
        rects = self._delegate.button_rects(self.visualRect(index), row, self.fontMetrics())
        for action, rect in enumerate(rects):
            if rect.contains(point):
                return index.row(), action
        return None
