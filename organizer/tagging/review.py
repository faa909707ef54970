"""Which pictures are worth a look: those where one word of the user's says most.

Three kinds of doubt: the best two categories are about equally probable (margin sampling, Scheffer
et al. 2001), the best one is about as probable as it must be to count at all, or a rule holds about
as much as not.
"""

import numpy as np
from numpy.typing import NDArray

from organizer.tagging.assignment import RULE_HOLDS
from organizer.vectors import FloatArray

# Closer than this is a toss-up: probabilities are not known better (see docs/models.md).
_DOUBTFUL_MARGIN = 0.15
_DOUBTFUL_DISTANCE = 0.06


def doubt_of(
    scores: FloatArray, sure: float, ruled: NDArray[np.bool_] | None = None
) -> NDArray[np.float64]:
    """From 1, a toss-up, to 0, no doubt: (n,), given `scores` (n, categories).

    `sure` is how probable a first category must be. Categories that are `ruled` (categories,) take
    no share of the others' probability and are doubted each by itself.
    """
    if ruled is None:
        ruled = np.zeros(scores.shape[1], np.bool_)
    doubt: NDArray[np.float64] = _nearness(scores[:, ruled], RULE_HOLDS).max(axis=1, initial=0)
    shared = scores[:, ~ruled]
    if shared.shape[1] > 1:
        best_two = np.partition(shared, -2, axis=1)[:, -2:].astype(np.float64)
        second, best = best_two[:, 0], best_two[:, 1]
        by_margin = 1 - (best - second) / _DOUBTFUL_MARGIN
        doubt = np.maximum(doubt, np.maximum(by_margin, _nearness(best, sure)))
    np.clip(doubt, 0, 1, out=doubt)
    return doubt


def _nearness(scores: FloatArray | NDArray[np.float64], bound: float) -> NDArray[np.float64]:
    """1 for scores at the `bound`, 0 and less for those that are clearly on one side of it."""
    nearness: NDArray[np.float64] = (
        1 - np.abs(scores.astype(np.float64) - bound) / _DOUBTFUL_DISTANCE
    )
    return nearness
