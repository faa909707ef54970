"""Which pictures are worth a look: those where one word of the user's says most.

Two kinds of doubt: the best two categories are about equally probable (margin sampling, Scheffer et
al. 2001), or the best one is about as probable as it must be to count at all.
"""

import numpy as np
from numpy.typing import NDArray

from organizer.tagging.calibration import load_calibration
from organizer.vectors import FloatArray

# Closer than this is a toss-up: probabilities are not known better (see docs/models.md).
_DOUBTFUL_MARGIN = 0.15
_DOUBTFUL_DISTANCE = 0.06


def review_order(
    scores: FloatArray, decided: NDArray[np.bool_] | None = None, sure: float | None = None
) -> NDArray[np.intp]:
    """Indices of all pictures, most doubtful first, given `scores` (n, categories).

    What the user has `decided` (n,) comes last. `sure` is how probable a first category must be.
    """
    doubt = doubt_of(scores, sure)
    if decided is not None:
        doubt = np.where(decided, -1, doubt)
    return np.argsort(-doubt, kind="stable")


def needs_review(
    scores: FloatArray, decided: NDArray[np.bool_] | None = None, sure: float | None = None
) -> NDArray[np.bool_]:
    """Which pictures are in doubt, (n,), given `scores` (n, categories); never `decided` ones."""
    doubtful: NDArray[np.bool_] = doubt_of(scores, sure) > 0
    return doubtful if decided is None else doubtful & ~decided


def doubt_of(scores: FloatArray, sure: float | None = None) -> NDArray[np.float64]:
    """From 1, a toss-up, to 0, no doubt: (n,), given `scores` (n, categories)."""
    if scores.shape[1] < 2:
        return np.zeros(len(scores))
    least = load_calibration("").sure if sure is None else sure
    best_two = np.partition(scores, -2, axis=1)[:, -2:].astype(np.float64)
    second, best = best_two[:, 0], best_two[:, 1]
    by_margin = 1 - (best - second) / _DOUBTFUL_MARGIN
    by_distance = 1 - np.abs(best - least) / _DOUBTFUL_DISTANCE
    doubt: NDArray[np.float64] = np.clip(np.maximum(by_margin, by_distance), 0, 1)
    return doubt
