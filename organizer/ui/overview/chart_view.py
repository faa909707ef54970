"""Shows a chart: by mouse and by keyboard each mark tells what it is, and filters."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from organizer.ui.overview.chart import Chart, Mark

_SIDEWAYS_COST = 3.0
_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
# The ring around a mark at the edge is not cut off.
_MARGIN = 3


class ChartView(QWidget):
    """Arrow keys move from mark to mark, Home and End to the first and the last, Enter chooses.

    Attributes:
        chart: What it shows.

    Signals:
        chosen(Filter): The user wants to see the pictures behind a mark.
        pointed(str): What the mark under the mouse or the keyboard's focus says, "" for none.
    """

    chosen = Signal(object)
    pointed = Signal(str)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self._current: int | None = None
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Shows `chart` in place of the one before; the focus stays on what has the same name."""
        focused = self.current_mark
        self.chart = chart
        self._hovered = self._current = None
        self._arrange()
        if focused is not None:
            names = [mark.name for mark in chart.marks]
            self._current = names.index(focused.name) if focused.name in names else None
        self._tell()

    @property
    def current_mark(self) -> Mark | None:
        """The mark that the keyboard is on."""
        return None if self._current is None else self.chart.marks[self._current]

    def place_of(self, mark: Mark) -> QPointF:
        """The middle of `mark` in this widget."""
        return mark.rect.center() + QPointF(_MARGIN, _MARGIN)

    def text_of(self, mark: Mark) -> str:
        """What is said of `mark`: "June 2023: 41 pictures"."""
        pictures = self.tr("%Ln picture(s)", "", mark.count)
        return f"{mark.name}: {pictures}"

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Finds the places of the marks anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follows the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def event(self, event: QEvent) -> bool:
        """A tooltip says the same as a screen reader."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._mark_at(QPointF(event.pos()))
            if number is None:
                QToolTip.hideText()
            else:
                mark = self.chart.marks[number]
                QToolTip.showText(event.globalPos(), self.text_of(mark), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """The chart, and a ring around what is pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.translate(_MARGIN, _MARGIN)
        self.chart.paint(painter, self.palette())
        if self._hovered is not None:
            self._paint_ring(painter, self.chart.marks[self._hovered].rect, 1.0)
        if self.hasFocus() and self.current_mark is not None:
            self._paint_ring(painter, self.current_mark.rect, 2.0)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Points at the mark under the mouse."""
        self._hover(self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Points at nothing."""
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Moves to the mark under the mouse."""
        number = self._mark_at(event.position())
        if number is not None:
            self._go_to(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Shows the pictures behind the mark under the mouse, unless it was dragged away."""
        mark, is_left = self.current_mark, event.button() is Qt.MouseButton.LeftButton
        if mark is not None and is_left and self._mark_at(event.position()) == self._current:
            self.chosen.emit(mark.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Moves from mark to mark and chooses."""
        key, marks = event.key(), self.chart.marks
        if not marks:
            super().keyPressEvent(event)
        elif key in _CHOOSING and self.current_mark is not None:
            self.chosen.emit(self.current_mark.chosen)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else len(marks) - 1)
        elif key in _DIRECTIONS:
            self._go_to(self._neighbour(*_DIRECTIONS[Qt.Key(key)]))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begins with the first mark."""
        super().focusInEvent(event)
        by_key = event.reason() not in (Qt.FocusReason.MouseFocusReason,)
        if self._current is None and self.chart.marks and by_key:
            self._go_to(0)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Says nothing any more."""
        super().focusOutEvent(event)
        self._tell()

    def _arrange(self) -> None:
        height = self.chart.arrange(max(1.0, self.width() - 2.0 * _MARGIN), self.font())
        self.setFixedHeight(round(height) + 2 * _MARGIN)
        self.update()

    def _mark_at(self, point: QPointF) -> int | None:
        inner = point - QPointF(_MARGIN, _MARGIN)
        for number, mark in enumerate(self.chart.marks):
            if mark.rect.contains(inner):
                return number
        return None

    def _neighbour(self, right: int, down: int) -> int:
        """The nearest mark in a direction; the current one where there is none."""
        if self._current is None:
            return 0
        here = self.chart.marks[self._current].rect.center()
        found, least = self._current, float("inf")
        for number, mark in enumerate(self.chart.marks):
            way = mark.rect.center() - here
            ahead = way.x() * right + way.y() * down
            aside = abs(way.y() if right else way.x())
            cost = ahead + _SIDEWAYS_COST * aside
            if ahead > 1 and cost < least:
                found, least = number, cost
        return found

    def _go_to(self, number: int) -> None:
        self._current = number
        self._tell()
        rect = self.chart.marks[number].rect.toAlignedRect()
        self._reveal(rect.center().y())
        self.update()

    def _reveal(self, y: int) -> None:
        page = self.parentWidget()
        while page is not None:
            content = page.widget() if isinstance(page, QScrollArea) else None
            if isinstance(page, QScrollArea) and content is not None:
                place = self.mapTo(content, self.rect().topLeft())
                page.ensureVisible(0, place.y() + y, 0, self.fontMetrics().height() * 4)
                return
            page = page.parentWidget()

    def _hover(self, number: int | None) -> None:
        if number != self._hovered:
            self._hovered = number
            is_hand = number is not None
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if is_hand else Qt.CursorShape.ArrowCursor
            )
            self._tell()
            self.update()

    def _tell(self) -> None:
        """Says what is pointed at: to the eye, and to a screen reader."""
        focused = self.current_mark if self.hasFocus() else None
        mark = focused if self._hovered is None else self.chart.marks[self._hovered]
        self.pointed.emit("" if mark is None else self.text_of(mark))
        name = self.chart.title
        if self.current_mark is not None:
            name = f"{name}, {self.text_of(self.current_mark)}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setAccessibleDescription(
                self.tr("Arrow keys move through the chart, Enter shows the pictures")
            )
            if self.hasFocus() and QAccessible.isActive():
                event = QAccessibleEvent(self, QAccessible.Event.Focus)
                QAccessible.updateAccessibility(event)

    def _paint_ring(self, painter: QPainter, rect: QRectF, width: float) -> None:
        painter.setPen(QPen(self.palette().text().color(), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 5, 5)
