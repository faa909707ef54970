"""A press on pictures that are selected: a click on one, or the beginning of a drag of all."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication


class Grip:
    """Knows what was pressed on until it is let go, or pulled far enough to mean a drag."""

    def __init__(self) -> None:
        self._row: int | None = None
        self._origin = QPoint()

    @property
    def is_held(self) -> bool:
        """Whether it may still become one or the other."""
        return self._row is not None

    def press(self, row: int, position: QPoint) -> None:
        """Holds the selected picture in `row`, pressed on at a point of the viewport."""
        self._row, self._origin = row, position

    def is_pulled_to(self, position: QPoint) -> bool:
        """Whether the pointer has gone far enough to drag; it is not held any more then."""
        way = position - self._origin
        if self._row is None or way.manhattanLength() < QApplication.startDragDistance():
            return False
        self._row = None
        return True

    def release(self) -> int | None:
        """Lets go; the row that was clicked, None where nothing was held."""
        row, self._row = self._row, None
        return row
