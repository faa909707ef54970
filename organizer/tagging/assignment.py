"""From scores to drawers: which categories pictures are put in, for many pictures at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.tagging.calibration import Calibration
from organizer.tagging.categories import EVERYDAY, OTHERS
from organizer.tagging.learning import Decisions
from organizer.vectors import FloatArray

MOST_CATEGORIES = 3
RULE_HOLDS = 0.5
"""A rule says yes or no: it holds when it is more probable than not."""
# Nearly every picture is everyday life to some degree; it must not push out what is special.
_EVERYDAY_WEIGHT = 0.7


class Assigner:
    """Puts pictures into up to three categories each, `others` alone when unsure.

    `ids` are the categories' in the order of their columns, `ruled` (categories,) says which have a
    rule.
    """

    def __init__(
        self, ids: Sequence[str], ruled: NDArray[np.bool_], calibration: Calibration
    ) -> None:
        self._ruled = ruled
        self._calibration = calibration
        self._weights = np.array([_EVERYDAY_WEIGHT if id == EVERYDAY else 1.0 for id in ids])
        self._others = list(ids).index(OTHERS) if OTHERS in ids else None

    def filed(self, scores: FloatArray, decisions: Decisions | None = None) -> FloatArray:
        """How sure it is that pictures are in categories, NaN where they are not.

        By `scores`, float32 (n, categories). `decisions` of the same shape stand: confirmed
        categories are there with 1, however many, and removed ones are not.
        """
        if decisions is None:
            chosen = self._guessed(scores)
            self._limit(chosen, scores, np.full(len(scores), MOST_CATEGORIES))
            self._file_the_rest(chosen, scores, np.zeros(scores.shape, np.int8))
            return np.where(chosen, scores, np.float32(np.nan))
        scores = self._without(scores, decisions < 0)
        chosen = self._guessed(scores) & (decisions == 0)
        confirmed = decisions > 0
        room = np.maximum(MOST_CATEGORIES - confirmed.sum(axis=1), 0)
        if self._others is not None:
            room[confirmed[:, self._others]] = 0
        self._limit(chosen, scores, room)
        chosen |= confirmed
        self._file_the_rest(chosen, scores, decisions)
        found = np.where(chosen, scores, np.float32(np.nan))
        found[confirmed] = 1
        return found

    def order(self, scores: FloatArray) -> NDArray[np.intp]:
        """The columns of each row of `scores`, the surest first: (n, categories)."""
        return np.argsort(-scores * self._weights, axis=1, kind="stable")

    def _guessed(self, scores: FloatArray) -> NDArray[np.bool_]:
        """Which categories are sure enough, (n, categories).

        The first that is sure enough, two more that need be less so, and those whose rule holds.
        """
        rows = np.arange(len(scores))
        shared = np.where(self._ruled, -np.inf, scores * self._weights)
        chosen = self._ruled & (scores >= RULE_HOLDS)
        is_sure = np.zeros(len(scores), np.bool_)
        for place in range(MOST_CATEGORIES):
            best = shared.argmax(axis=1)
            bound = self._calibration.also if place else self._calibration.sure
            belongs = (scores[rows, best] >= bound) & ~self._ruled[best]
            if self._others is not None:
                belongs &= best != self._others
            if place == 0:
                is_sure = belongs
            chosen[rows, best] |= belongs & is_sure
            shared[rows, best] = -np.inf
        # What is decided besides leaves room for more rules than three only where nothing is sure.
        self._limit(chosen, scores, np.where(is_sure, MOST_CATEGORIES, scores.shape[1]))
        return chosen

    def _limit(self, chosen: NDArray[np.bool_], scores: FloatArray, room: NDArray[np.int_]) -> None:
        """Leaves the surest of `chosen`, as many as there is `room` (n,) for."""
        rows = np.flatnonzero(chosen.sum(axis=1) > room)
        order = self.order(scores[rows])
        few = np.take_along_axis(chosen[rows], order, axis=1)
        few &= few.cumsum(axis=1) <= room[rows, None]
        chosen[rows[:, None], order] = few

    def _without(self, scores: FloatArray, removed: NDArray[np.bool_]) -> FloatArray:
        """`scores` given that pictures are in none of the `removed` categories."""
        rows = np.flatnonzero(removed.any(axis=1))
        rest = np.where(removed[rows], np.float32(0), scores[rows])
        shared = np.ascontiguousarray(rest[:, ~self._ruled])
        share = shared.sum(axis=1, keepdims=True)
        whole = np.ascontiguousarray(scores[rows][:, ~self._ruled]).sum(axis=1, keepdims=True)
        growth = np.divide(whole, share, out=np.ones_like(whole), where=share > 0)
        rest[:, ~self._ruled] = shared * growth
        without = scores.copy()
        without[rows] = rest
        return without

    def _file_the_rest(
        self, filed: NDArray[np.bool_], scores: FloatArray, decisions: Decisions
    ) -> None:
        """Files pictures that are nowhere under `others`, unless the user removed them from it.

        Whoever says that it is not `others` wants to see the best guess, however unsure.
        """
        if self._others is None:
            return
        rows = np.flatnonzero(~filed.any(axis=1))
        is_removed = decisions[rows, self._others] < 0
        fallback = np.where(is_removed, scores[rows].argmax(axis=1), self._others)
        filed[rows, fallback] = decisions[rows, fallback] >= 0
