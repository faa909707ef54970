"""Pictures in their own shape, in lines that are filled from edge to edge."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from organizer.ui.models.sections import Section
from organizer.ui.views.gallery_layout import GAP, HEADER_HEIGHT, MARGIN, GalleryLayout

_TALLEST_SHAPE = 0.4
_WIDEST_SHAPE = 2.5
_MOST_GROWTH = 1.35
_MOST_GROWTH_AMONG_OTHERS = 1.6


class JustifiedLayout(GalleryLayout):
    """Lines about `line_height` tall, in a column `width` pixels wide; `aspects` are by row.

    A section's pictures, set out in one long line, are cut into as many equal parts as come
    nearest to the width; a picture belongs to the part in which its middle lies. So lines come
    from sums over whole arrays: filling one line after the other would take a step of Python for
    each. What is very wide or very tall is cut to shape.
    """

    def __init__(
        self,
        sections: Sequence[Section],
        width: int,
        line_height: int,
        aspects: NDArray[np.float32],
    ) -> None:
        super().__init__(sections, width)
        self.usual_height = line_height + GAP
        self._aspects = np.clip(aspects, _TALLEST_SHAPE, _WIDEST_SHAPE)
        self.line_count = 0
        if not len(sections):
            self._stack(np.zeros(0, np.int64))
            return
        self._starts, section_lines = self._cut(line_height)
        self.line_count = len(self._starts)
        ends = np.append(self._starts[1:], len(self._aspects))
        sums = np.add.reduceat(self._aspects, self._starts, dtype=np.float64)
        filling = (self.inner - (ends - self._starts - 1) * GAP) / sums
        # A few pictures alone in their section do not grow to fill it.
        is_alone = np.repeat(section_lines == 1, section_lines)
        is_ragged = is_alone & (filling > line_height * _MOST_GROWTH)
        tallest = np.minimum(filling, line_height * _MOST_GROWTH_AMONG_OTHERS)
        self._heights = np.where(is_ragged, line_height, tallest)
        self._stack_lines(section_lines)

    def _cut(self, line_height: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first row of each line, and the number of lines of each section."""
        ends = np.cumsum(self._aspects, dtype=np.float64) * line_height
        ends += np.arange(1, len(ends) + 1) * float(GAP)
        section_ends = ends[self._firsts + self._counts - 1]
        lengths = np.diff(section_ends, prepend=0.0)
        parts = np.maximum(1, np.rint(lengths / (self.inner + GAP))).astype(np.int64)
        first_parts = np.cumsum(parts) - parts
        scale = parts / lengths
        middles = ends - (self._aspects * line_height + GAP) / 2
        offsets = first_parts - (section_ends - lengths) * scale
        part_of = (
            middles * np.repeat(scale, self._counts) + np.repeat(offsets, self._counts)
        ).astype(np.int64)
        # Rounding must not carry a picture over the border of its section.
        part_of[self._firsts] = first_parts
        starts = np.flatnonzero(np.diff(part_of, prepend=-1))
        lines = np.diff(np.searchsorted(starts, np.append(self._firsts, len(ends))))
        return starts, lines

    def _stack_lines(self, section_lines: NDArray[np.int64]) -> None:
        line_heights = np.maximum(1, np.rint(self._heights)).astype(np.int64)
        self._line_heights = line_heights
        pitches = line_heights + GAP
        first_lines = np.cumsum(section_lines) - section_lines
        self._stack(HEADER_HEIGHT + np.add.reduceat(pitches, first_lines))
        headers = np.repeat(np.arange(1, len(section_lines) + 1) * HEADER_HEIGHT, section_lines)
        self._line_tops = np.cumsum(pitches) - pitches + headers

    def line_of(self, row: int) -> int:
        """The number of the line that holds the picture in `row`."""
        return int(np.searchsorted(self._starts, row, side="right")) - 1

    def line_near(self, y: int) -> int:
        """The number of the last line that begins at or above `y`, or of one close to it."""
        line = int(np.searchsorted(self._line_tops, y, side="right")) - 1
        return min(max(line, 0), self.line_count - 1)

    def cells_of(self, line: int) -> list[tuple[int, QRect]]:
        """The pictures of a line from left to right: rows, and where they lie."""
        first = int(self._starts[line])
        last = int(self._starts[line + 1]) if line + 1 < self.line_count else len(self._aspects)
        top, height = int(self._line_tops[line]), int(self._line_heights[line])
        ends = np.cumsum(self._aspects[first:last], dtype=np.float64) * self._heights[line]
        ends += np.arange(1, last - first + 1) * float(GAP)
        # Rounded at the borders, so that all widths and gaps together are the whole width.
        borders = [0, *np.rint(ends).astype(int).tolist()]
        return [
            (first + n, QRect(MARGIN + borders[n], top, borders[n + 1] - borders[n] - GAP, height))
            for n in range(last - first)
        ]
