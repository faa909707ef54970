"""Where each picture of the gallery lies, by arithmetic alone.

Immich once laid out 70,000 pictures in a task of 17.9 s. Coordinates are those of the whole
content, from its top left corner; nothing is as tall as that, so no limit of Qt's is met.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from organizer.ui.models.sections import Section

HEADER_HEIGHT = 48
GAP = 6
MARGIN = 16
SMALLEST_CELL = 96
LARGEST_CELL = 320
DEFAULT_CELL = 176

_NARROWEST = 16


class GalleryLayout(ABC):
    """Pictures in lines under the headers of their sections; no line holds two sections.

    Attributes:
        sections: The sections from top to bottom.
        height: That of the whole content, in pixels.
        line_count: The number of lines of all sections.
        usual_height: About how tall a line is, with the gap below it.
    """

    height: int
    line_count: int
    usual_height: int

    def __init__(self, sections: Sequence[Section], width: int) -> None:
        self.sections = tuple(sections)
        self.inner = max(width - 2 * MARGIN, _NARROWEST)
        self._firsts = np.array([section.first for section in sections], dtype=np.int64)
        self._counts = np.array([section.count for section in sections], dtype=np.int64)
        self._tops = np.zeros(1, np.int64)

    @abstractmethod
    def line_of(self, row: int) -> int:
        """The number of the line that holds the picture in `row`."""

    @abstractmethod
    def line_near(self, y: int) -> int:
        """The number of the last line that begins at or above `y`, or of one close to it."""

    @abstractmethod
    def cells_of(self, line: int) -> list[tuple[int, QRect]]:
        """The pictures of a line from left to right: rows, and where they lie."""

    def cell_rect(self, row: int) -> QRect:
        """Where the picture in `row` lies."""
        cells = self.cells_of(self.line_of(row))
        return cells[row - cells[0][0]][1]

    def cells_between(self, top: int, bottom: int) -> Iterator[tuple[int, QRect]]:
        """The pictures that show between two heights, in order, and where they lie."""
        if not self.line_count:
            return
        last = self.line_near(bottom)
        for line in range(self.line_near(top), last + 1):
            cells = self.cells_of(line)
            if cells[0][1].bottom() >= top and cells[0][1].top() <= bottom:
                yield from cells

    def rows_in(self, area: QRect) -> list[range]:
        """The rows of the pictures that `area` touches, as few ascending ranges as may be."""
        found: list[range] = []
        for row, rect in self.cells_between(area.top(), area.bottom()):
            if not rect.intersects(area):
                continue
            if found and found[-1].stop == row:
                found[-1] = range(found[-1].start, row + 1)
            else:
                found.append(range(row, row + 1))
        return found

    def row_at(self, x: int, y: int) -> int | None:
        """The row of the picture at a point; None between pictures and on headers."""
        if not 0 <= y < self.height or not self.line_count:
            return None
        cells = self.cells_of(self.line_near(y))
        return next((row for row, rect in cells if rect.contains(x, y)), None)

    def row_beside(self, row: int, lines: int, x: int) -> int:
        """The row nearest to `x` in the line that is `lines` further down, or up if negative."""
        line = self.line_of(row)
        moved = min(max(line + lines, 0), self.line_count - 1)
        if moved == line:
            return row
        return self._nearest(moved, x)

    def row_near(self, x: int, y: int) -> int:
        """The row of the picture nearest to a point, in the line at that height."""
        return self._nearest(self.line_near(min(max(y, 0), self.height - 1)), x)

    def section_at(self, y: int) -> int | None:
        """The number of the section at height `y`; None above and below all."""
        if not self.sections or not 0 <= y < self._tops[-1]:
            return None
        return int(np.searchsorted(self._tops, y, side="right")) - 1

    def section_of(self, row: int) -> int:
        """The number of the section that holds the picture in `row`."""
        return int(np.searchsorted(self._firsts, row, side="right")) - 1

    def section_top(self, number: int) -> int:
        """The height at which a section's header begins."""
        return int(self._tops[number])

    def header_tops(self, top: int, bottom: int) -> list[tuple[int, int]]:
        """The sections that show between two heights, and where their headers are to be painted.

        The header of the uppermost stays at `top` until the next one pushes it out.
        """
        if not self.sections:
            return []
        first = max(int(np.searchsorted(self._tops, top, side="right")) - 1, 0)
        last = min(int(np.searchsorted(self._tops, bottom, side="left")), len(self.sections))
        tops = [(number, int(self._tops[number])) for number in range(first, last)]
        if tops and tops[0][1] < top:
            tops[0] = (first, min(top, int(self._tops[first + 1]) - HEADER_HEIGHT))
        return tops

    def _nearest(self, line: int, x: int) -> int:
        def away(cell: tuple[int, QRect]) -> int:
            return max(cell[1].left() - x, x - cell[1].right())

        return min(self.cells_of(line), key=away)[0]

    def _stack(self, section_heights: NDArray[np.int64]) -> None:
        """Sets where sections begin, and how tall all is."""
        self._tops = np.concatenate(([0], np.cumsum(section_heights))).astype(np.int64)
        self.height = int(self._tops[-1]) + MARGIN if len(section_heights) else 0


class SquareLayout(GalleryLayout):
    """Squares of about `cell_size` in columns, in a column `width` pixels wide.

    They grow a little so that each line fills the width. What is computed grows with the number
    of sections, never with that of pictures.
    """

    def __init__(self, sections: Sequence[Section], width: int, cell_size: int) -> None:
        super().__init__(sections, width)
        self.columns = max(1, (self.inner + GAP) // (cell_size + GAP))
        self.cell = max(1, (self.inner - (self.columns - 1) * GAP) // self.columns)
        self.usual_height = self.cell + GAP
        lines = -(-self._counts // self.columns)
        self._first_lines = np.concatenate(([0], np.cumsum(lines))).astype(np.int64)
        self.line_count = int(self._first_lines[-1])
        self._stack(HEADER_HEIGHT + lines * self.usual_height)

    def line_of(self, row: int) -> int:
        """The number of the line that holds the picture in `row`."""
        section = self.section_of(row)
        within = (row - int(self._firsts[section])) // self.columns
        return int(self._first_lines[section]) + within

    def line_near(self, y: int) -> int:
        """The number of the last line that begins at or above `y`, or of one close to it."""
        section = int(np.searchsorted(self._tops, y, side="right")) - 1
        section = min(max(section, 0), len(self.sections) - 1)
        within = (y - int(self._tops[section]) - HEADER_HEIGHT) // self.usual_height
        first, following = self._first_lines[section : section + 2]
        return int(min(max(int(first) + within, int(first)), int(following) - 1))

    def cells_of(self, line: int) -> list[tuple[int, QRect]]:
        """The pictures of a line from left to right: rows, and where they lie."""
        section = int(np.searchsorted(self._first_lines, line, side="right")) - 1
        within = line - int(self._first_lines[section])
        first = within * self.columns
        count = min(self.columns, self.sections[section].count - first)
        row = self.sections[section].first + first
        top = int(self._tops[section]) + HEADER_HEIGHT + within * self.usual_height
        pitch, cell = self.cell + GAP, self.cell
        return [
            (row + column, QRect(MARGIN + column * pitch, top, cell, cell))
            for column in range(count)
        ]
