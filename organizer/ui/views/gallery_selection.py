"""Which pictures a gesture selects, as runs of rows: no list of a hundred thousand pictures."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractItemModel, QItemSelection, QPoint, QRect

from organizer.ui.views.gallery_layout import GalleryLayout


def runs_between(layout: GalleryLayout, start: QPoint, end: QPoint) -> list[range]:
    """All rows from the picture at one point of the content to the one at the other.

    They are in the order of reading, however they lie on screen. Empty when there is no picture.
    """
    first, last = (layout.row_at(point.x(), point.y()) for point in (start, end))
    if first is None or last is None:
        return []
    return [range(min(first, last), max(first, last) + 1)]


def runs_touching(layout: GalleryLayout, area: QRect) -> Iterator[range]:
    """The rows of the pictures that a rectangle of the content touches.

    One run for a month where the rectangle is as wide as the gallery, else one for each line.
    """
    step = layout.columns
    for rows in layout.rows_between(area.top(), area.bottom()):
        top = layout.cell_rect(rows.start)
        # The rectangle may begin in the gap below a line.
        start = rows.start if top.bottom() >= area.top() else rows.start + step
        width = min(step, len(rows))
        cells = [layout.cell_rect(rows.start + column) for column in range(width)]
        touched = [
            column
            for column, cell in enumerate(cells)
            if cell.left() <= area.right() and cell.right() >= area.left()
        ]
        if len(touched) == width:
            yield range(start, rows.stop)
        elif touched:
            for line in range(start, rows.stop, step):
                yield range(line + touched[0], min(line + touched[-1] + 1, rows.stop))


def selection_of(model: QAbstractItemModel, runs: Iterable[range]) -> QItemSelection:
    """The selection of all rows in `runs`."""
    selection = QItemSelection()
    for run in filter(len, runs):
        selection.select(model.index(run.start, 0), model.index(run.stop - 1, 0))
    return selection


def rows_of(selection: QItemSelection) -> NDArray[np.int64]:
    """The rows in `selection`, ascending, int64 of shape (n,)."""
    ranges = (selection.at(number) for number in range(selection.count()))
    # Qt keeps them apart, so that nothing is in two of them.
    ends = sorted((one.top(), one.bottom() + 1) for one in ranges)
    found = [np.arange(start, end, dtype=np.int64) for start, end in ends]
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def runs_of(rows: NDArray[np.int64]) -> list[range]:
    """The fewest runs that hold the ascending `rows`."""
    if not len(rows):
        return []
    breaks = np.flatnonzero(np.diff(rows) > 1)
    starts = rows[np.concatenate(([0], breaks + 1))]
    ends = rows[np.concatenate((breaks, [len(rows) - 1]))]
    return [range(int(start), int(end) + 1) for start, end in zip(starts, ends, strict=True)]
