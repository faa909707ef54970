"""What is selected in the gallery, as ranges of rows: all of 100,000 pictures are one range."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView

_Flag = QItemSelectionModel.SelectionFlag


class GallerySelection:
    """Selects as lists do: one, from the last one to another with Shift, one more with Ctrl."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._anchor = -1

    @property
    def ranges(self) -> list[range]:
        """The rows that are selected, ascending."""
        model = self._view.selectionModel()
        found = QItemSelection() if model is None else model.selection()
        ranges = [range(found.at(n).top(), found.at(n).bottom() + 1) for n in range(found.size())]
        return sorted(ranges, key=lambda rows: rows.start)

    @property
    def rows(self) -> NDArray[np.int64]:
        """The rows that are selected, ascending, int64 of shape (n,)."""
        runs = [np.arange(rows.start, rows.stop, dtype=np.int64) for rows in self.ranges]
        return np.concatenate(runs) if runs else np.zeros(0, np.int64)

    @property
    def count(self) -> int:
        """How many pictures are selected."""
        return sum(map(len, self.ranges))

    def press(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Selects as a click on `row` does, and makes it current."""
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(row, is_adding=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.toggle(row)
        else:
            self._anchor = row
            self.make_current(row)
            self.select([range(row, row + 1)])

    def move_to(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Selects as a key does that leads to `row`; with Ctrl it only becomes current."""
        is_held = modifiers & Qt.KeyboardModifier.ControlModifier
        if is_held and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.make_current(row)
        else:
            self.press(row, modifiers)

    def toggle(self, row: int) -> None:
        """Selects `row` as well, or no more, and makes it current."""
        self._anchor = row
        self.make_current(row)
        model = self._view.model()
        if model is not None:
            self._view.selectionModel().select(model.index(row, 0), _Flag.Toggle)

    def select(self, ranges: Sequence[range], command: _Flag = _Flag.ClearAndSelect) -> None:
        """Selects these rows and no others, or does something else with them."""
        model = self._view.model()
        selection = QItemSelection()
        for rows in ranges:
            selection.select(model.index(rows.start, 0), model.index(rows.stop - 1, 0))
        self._view.selectionModel().select(selection, command)

    def make_current(self, row: int) -> None:
        """Makes `row` current, whatever is selected."""
        index = self._view.model().index(row, 0)
        self._view.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)

    def _extend_to(self, row: int, is_adding: bool) -> None:
        if not 0 <= self._anchor < self._view.model().rowCount():
            self._anchor = max(self._view.currentIndex().row(), 0)
        first, last = sorted((self._anchor, row))
        self.make_current(row)
        kept = self.ranges if is_adding else []
        self.select(united([*kept, range(first, last + 1)]))


def ranges_of(rows: NDArray[np.int64]) -> list[range]:
    """The ascending `rows` as few ascending ranges as may be."""
    if not len(rows):
        return []
    edges = np.flatnonzero(np.diff(rows) > 1) + 1
    return [range(int(run[0]), int(run[-1]) + 1) for run in np.split(rows, edges)]


def united(ranges: Sequence[range]) -> list[range]:
    """The rows of all `ranges`, as few ascending ranges as may be."""
    found: list[range] = []
    for rows in sorted(ranges, key=lambda one: one.start):
        if found and rows.start <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, rows.stop))
        else:
            found.append(rows)
    return found
