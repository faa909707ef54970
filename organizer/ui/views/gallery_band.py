"""Selecting by pulling a rectangle over pictures, scrolling on at the edges."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

_FRAME_MILLISECONDS = 16
_SPEED = 0.35
_FILLING = 50


class RubberBand(QObject):
    """A rectangle between where the pointer was pressed and where it is now.

    It is kept in coordinates of the content, so that it grows while the view scrolls.

    Signals:
        pulled(QRect): It covers another part of the content.
    """

    pulled = Signal(QRect)

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._origin: QPoint | None = None
        self._pointer = QPoint()
        self._is_pulled = False
        self._scrolling = QTimer(self, interval=_FRAME_MILLISECONDS)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_pulled(self) -> bool:
        """Whether the pointer has gone far enough to mean it."""
        return self._is_pulled

    def press(self, position: QPoint) -> None:
        """Begins at a point of the viewport."""
        self._origin = self._in_content(position)
        self._is_pulled = False

    def move(self, position: QPoint) -> None:
        """Follows the pointer; outside the viewport, the view scrolls as long as it is there."""
        if self._origin is None:
            return
        way = self._in_content(position) - self._origin
        if not self._is_pulled and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._is_pulled = True
        self._pointer = position
        if self._beyond() and not self._scrolling.isActive():
            self._scrolling.start()
        self._tell()

    def release(self) -> None:
        """Ends it; what is selected stays so."""
        self._origin = None
        self._is_pulled = False
        self._scrolling.stop()
        self._area.viewport().update()

    def paint(self, painter: QPainter, palette: QPalette) -> None:
        """Paints the rectangle, if there is one."""
        if self._origin is None or not self._is_pulled:
            return
        colour = palette.highlight().color()
        painter.setPen(colour)
        colour.setAlpha(_FILLING)
        painter.setBrush(colour)
        painter.drawRect(
            self._area_in_content().translated(0, -self._area.verticalScrollBar().value())
        )

    def _in_content(self, position: QPoint) -> QPoint:
        return position + QPoint(0, self._area.verticalScrollBar().value())

    def _area_in_content(self) -> QRect:
        assert self._origin is not None  # noqa: S101 - for the type checker
        return QRect(self._origin, self._in_content(self._pointer)).normalized()

    def _beyond(self) -> int:
        """How far the pointer is below the viewport, or above it, if negative."""
        height = self._area.viewport().height()
        return min(self._pointer.y(), 0) + max(self._pointer.y() - height + 1, 0)

    def _scroll(self) -> None:
        beyond = self._beyond()
        if not beyond:
            self._scrolling.stop()
            return
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond * _SPEED) + (1 if beyond > 0 else -1))
        self._tell()

    def _tell(self) -> None:
        self._area.viewport().update()
        self.pulled.emit(self._area_in_content())
