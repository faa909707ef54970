"""Where each cell of the gallery lies, by arithmetic alone.

What is computed grows with the number of months, never with the number of pictures: Immich once
laid out 70,000 pictures in a task of 17.9 s.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect

from organizer.ui.models.sections import Section

HEADER_HEIGHT = 52
GAP = 6
MARGIN = 16


class GalleryLayout:
    """Cells of `cell_size` in rows under month headers, in a column `width` pixels wide.

    Coordinates are those of the whole content, from its top left corner. The cells grow a little
    so that each row fills the width.
    """

    def __init__(self, sections: Sequence[Section], width: int, cell_size: int) -> None:
        inner = max(width - 2 * MARGIN, cell_size)
        self.columns = max(1, (inner + GAP) // (cell_size + GAP))
        self.cell = max(1, (inner - (self.columns - 1) * GAP) // self.columns)
        self._pitch = self.cell + GAP
        self.sections = tuple(sections)
        self._firsts = np.array([section.first for section in sections], dtype=np.int64)
        counts = np.array([section.count for section in sections], dtype=np.int64)
        heights = HEADER_HEIGHT + -(-counts // self.columns) * self._pitch
        self._tops = np.concatenate(([0], np.cumsum(heights))).astype(np.int64)
        self.height = int(self._tops[-1]) + MARGIN if len(sections) else 0

    def cell_rect(self, row: int) -> QRect:
        """The rectangle of the picture in `row`."""
        number = int(np.searchsorted(self._firsts, row, side="right")) - 1
        line, column = divmod(row - int(self._firsts[number]), self.columns)
        return QRect(
            MARGIN + column * self._pitch,
            int(self._tops[number]) + HEADER_HEIGHT + line * self._pitch,
            self.cell,
            self.cell,
        )

    def row_at(self, x: int, y: int) -> int | None:
        """The row of the picture at a point; None between pictures and on headers."""
        number = self.section_at(y)
        column, over = divmod(x - MARGIN, self._pitch)
        if number is None or not 0 <= column < self.columns or over >= self.cell:
            return None
        line, below = divmod(y - int(self._tops[number]) - HEADER_HEIGHT, self._pitch)
        within = line * self.columns + column
        if line < 0 or below >= self.cell or within >= self.sections[number].count:
            return None
        return self.sections[number].first + int(within)

    def section_at(self, y: int) -> int | None:
        """The number of the section at height `y`; None above and below all."""
        if not 0 <= y < self._tops[-1]:
            return None
        return int(np.searchsorted(self._tops, y, side="right")) - 1

    def header_rect(self, number: int, width: int) -> QRect:
        """The rectangle of a section's header."""
        top = int(self._tops[number])
        return QRect(MARGIN, top, width - 2 * MARGIN, HEADER_HEIGHT)

    def sections_between(self, top: int, bottom: int) -> range:
        """The numbers of the sections that show between two heights."""
        if not self.sections:
            return range(0)
        first = max(int(np.searchsorted(self._tops, top, side="right")) - 1, 0)
        last = min(int(np.searchsorted(self._tops, bottom, side="left")), len(self.sections))
        return range(first, last)

    def rows_between(self, top: int, bottom: int) -> list[range]:
        """The rows that show between two heights, a range for each section."""
        found = []
        for number in self.sections_between(top, bottom):
            section = self.sections[number]
            start = int(self._tops[number]) + HEADER_HEIGHT
            first_line = max((top - start) // self._pitch, 0)
            last_line = max((bottom - start) // self._pitch + 1, 0)
            first = min(first_line * self.columns, section.count)
            last = min(last_line * self.columns, section.count)
            if first < last:
                found.append(range(section.first + int(first), section.first + int(last)))
        return found

    def row_in_line(self, row: int, lines: int) -> int:
        """The row `lines` further down (or up, if negative) in about the same column."""
        rect = self.cell_rect(row)
        x, y = rect.center().x(), rect.center().y()
        step = 1 if lines > 0 else -1
        for _ in range(abs(lines)):
            y = self._next_line(y, step)
            if y < 0:
                return row
            candidate = self._nearest(x, y)
            row = candidate if candidate is not None else row
        return row

    def _next_line(self, y: int, step: int) -> int:
        """The middle of the line of cells after (or before) height `y`; -1 when there is none."""
        number = self.section_at(y)
        if number is None:
            return -1
        moved = y + step * self._pitch
        if moved >= int(self._tops[number]) + HEADER_HEIGHT and moved < int(self._tops[number + 1]):
            return moved
        other = number + step
        if not 0 <= other < len(self.sections):
            return -1
        if step > 0:
            return int(self._tops[other]) + HEADER_HEIGHT + self.cell // 2
        return int(self._tops[other + 1]) - self._pitch + self.cell // 2

    def _nearest(self, x: int, y: int) -> int | None:
        """The row at a point, or the last of a line that ends before it."""
        while x >= MARGIN:
            row = self.row_at(x, y)
            if row is not None:
                return row
            x -= self._pitch
        return None
