"""Puts points into groups around one of them: what is near it, and no chains of neighbours."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from organizer.vectors import FloatArray, one_blas_thread

Rows = NDArray[np.int64]
MayJoin = Callable[[int, Rows], Rows]

_DIRECTIONS = 32
# Products of so many stay in the cache of a processor.
_COLUMNS_AT_ONCE = 1024
_MOST_ROWS_AT_ONCE = 256
# Of a block of distances only whether they are near is kept, a byte each.
_BLOCK_BYTES = 32 * 1024 * 1024
# So many points tell in which directions all differ most.
_MOST_MEASURED = 20_000
# Rounding must not part what is exactly as far apart as allowed.
_ROUNDING = 1e-4


def groups_around(
    points: FloatArray,
    radius: float,
    may_join: MayJoin,
    choose: MayJoin = lambda _row, rows: rows,
    check: Callable[[float], None] = lambda _: None,
) -> list[list[int]]:
    """Groups of rows of `points`, shape (n, d), within `radius` of the first row of their group.

    `may_join` tells which of some rows may be in a group with a row, distance aside; `choose`,
    which of those that may and are near do join it. Both are given that row and the others. `check`
    is told the share that is done, and may raise to stop.

    All pairs are compared, but at first only in the few directions in which the points differ most.
    No distance is larger there, so nothing is lost, and hardly any pair at random is near. Memory
    is bounded; without groups, time grows with the square of n.
    """
    if len(points) < 2:
        return []
    near = _Neighbourhood(points, radius, may_join)
    groups: list[list[int]] = []
    with one_blas_thread():
        for done, row, candidates in near.candidates():
            check(done)
            joined = choose(row, candidates) if len(candidates) else candidates
            if len(joined):
                near.take(row, joined)
                groups.append([row, *map(int, joined)])
    check(1.0)
    return groups


class _Neighbourhood:
    """Which rows of `points` are in no group yet, and which of those are near to one."""

    def __init__(self, points: FloatArray, radius: float, may_join: MayJoin) -> None:
        self._points = points
        self._may_join = may_join
        self._square = (radius + _ROUNDING) ** 2
        reduced = _reduced(points)
        # What is far apart in the first direction alone need not be compared at all.
        self._order = np.argsort(reduced[:, 0], kind="stable")
        reduced = reduced[self._order]
        halves = (reduced**2).sum(axis=1, keepdims=True) / 2
        ones = np.ones_like(halves)
        # Two are near where this product is not negative: one pass over them instead of three.
        self._rows = np.hstack([reduced, self._square / 2 - halves, ones]).astype(np.float32)
        self._columns = np.hstack([reduced, ones, -halves]).astype(np.float32)
        first = np.ascontiguousarray(reduced[:, 0])
        self._ends = np.searchsorted(first, first + radius + _ROUNDING, side="right")
        self._is_free = np.ones(len(points), bool)

    def take(self, row: int, others: Rows) -> None:
        """Takes rows into a group."""
        self._is_free[row] = False
        self._is_free[others] = False

    def candidates(self) -> Iterator[tuple[float, int, Rows]]:
        """The share that is done, a free row, and the free rows near to it that come later.

        Once for every block of rows, the row may be one without others near to it.
        """
        count = len(self._order)
        step = min(max(_BLOCK_BYTES // count, 1), _MOST_ROWS_AT_ONCE)
        for start in range(0, count, step):
            places = start + np.flatnonzero(self._is_free[self._order[start : start + step]])
            yield start / count, int(self._order[start]), np.zeros(0, np.int64)
            if not len(places):
                continue
            is_near = self._block(places)
            for number in np.flatnonzero(is_near.any(axis=1)):
                row = int(self._order[places[number]])
                if self._is_free[row]:
                    found = self._order[places[0] + np.flatnonzero(is_near[number])]
                    yield start / count, row, self._confirmed(row, found[self._is_free[found]])

    def _block(self, places: Rows) -> NDArray[np.bool_]:
        """Whether what comes after `places` is near in few directions; columns from the first."""
        first, last = int(places[0]), int(self._ends[places[-1]])
        is_near = np.zeros((len(places), last - first), bool)
        rows = self._rows[places]
        for start in range(first, last, _COLUMNS_AT_ONCE):
            stop = min(start + _COLUMNS_AT_ONCE, last)
            products = rows @ self._columns[start:stop].T
            np.greater_equal(products, 0, out=is_near[:, start - first : stop - first])
        # None is near to itself, and pairs are seen once.
        among = int(places[-1]) + 1
        is_near[:, : among - first] &= np.arange(first, among) > places[:, np.newaxis]
        return is_near

    def _confirmed(self, row: int, found: Rows) -> Rows:
        """Those of the rows `found` that are near in all directions."""
        # Mostly the quicker question, and the stricter one.
        found = self._may_join(row, found)
        ways = self._points[found] - self._points[row]
        squares = np.einsum("ij,ij->i", ways, ways)
        near: Rows = found[squares <= self._square]
        return near


def _reduced(points: FloatArray) -> FloatArray:
    """`points` in the directions in which they differ most, shape (n, at most 32)."""
    sample = points[:: max(len(points) // _MOST_MEASURED, 1)]
    middle = sample.mean(axis=0)
    _, directions = np.linalg.eigh(np.cov(sample, rowvar=False))
    largest = np.ascontiguousarray(directions[:, ::-1][:, :_DIRECTIONS], np.float32)
    reduced: FloatArray = points @ largest - middle @ largest
    return reduced
