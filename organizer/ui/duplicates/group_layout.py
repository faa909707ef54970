"""Where the parts of a group lie in its row."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics

CELL = 148
"""The side of a picture."""

_MARGIN = 12
_GAP = 12
_BETWEEN_ROWS = 10
_LINES = 3
_LEADING = 2


class GroupLayout:
    """The parts of a row in `area`, with text of `metrics`, which has `count` files."""

    def __init__(self, area: QRect, metrics: QFontMetrics, count: int) -> None:
        self.card = area.adjusted(1, 0, -1, -_BETWEEN_ROWS)
        self._metrics = metrics
        self._count = count
        head = metrics.height() + 10
        inner = self.card.adjusted(_MARGIN, _MARGIN - 4, -_MARGIN, 0)
        self.head = QRect(inner.left(), inner.top(), inner.width(), head)
        self._top = self.head.bottom() + 6
        self._left = inner.left()
        room = (inner.width() + _GAP) // (CELL + _GAP)
        self.shown = min(count, max(room, 1))

    @staticmethod
    def row_size(metrics: QFontMetrics) -> QSize:
        """How large each row is."""
        text = metrics.height()
        height = 2 * _MARGIN + text + 12 + CELL + 8 + _LINES * (text + _LEADING)
        return QSize(2 * CELL, height + _BETWEEN_ROWS)

    @property
    def left_out(self) -> int:
        """For how many files there is no room."""
        return self._count - self.shown

    def button(self, text: str) -> QRect:
        """The button at the right of the head."""
        width = self._metrics.horizontalAdvance(text) + 24
        return QRect(self.head.right() - width, self.head.top(), width, self.head.height())

    def picture(self, number: int) -> QRect:
        """The place of a picture."""
        return QRect(self._left + number * (CELL + _GAP), self._top, CELL, CELL)

    def line(self, number: int, line: int) -> QRect:
        """The place of a line of text below a picture."""
        picture, height = self.picture(number), self._metrics.height() + _LEADING
        return QRect(picture.left(), picture.bottom() + 6 + line * height, CELL, height)
