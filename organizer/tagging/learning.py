"""Learns from what the user confirms, adds and removes, without running a model again.

To the zero-shot logit of a category comes a sum over corrected pictures, weighted by how alike they
are: the affinity exp(-sharpness (1 - cosine)) of Tip-Adapter (Zhang et al. 2022). The weights are
not one per label as there but fitted: a logistic regression in that kernel which starts from what
the words say and is kept close to it. So what was right already moves little, and what was wrong
moves enough. benchmarks/learning.py measures it against Tip-Adapter itself and a linear probe.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from organizer.tagging.records import Category
from organizer.vectors import FloatArray

Decisions = NDArray[np.int8]
"""What the user said, (n, categories): 1 belongs, -1 does not, 0 nothing said."""

_SHARPNESS = 3.0
# How dearly weights are paid for; ten times as much learns too little from one correction.
_PENALTY = 0.01
# The words count as no surer than this, in log-odds: one mistake that they were certain of must
# not move all that is faintly like it.
_SUREST = 3.0
_MOST_EXAMPLES = 256
# Fitting takes time with the cube of their number: 500 take 0.03 s, 2000 a second.
_MOST_FITTED = 500
_ROWS_AT_ONCE = 4096
_STEPS = 50


@dataclass(frozen=True, slots=True)
class Corrections:
    """Pictures that the user decided on: unit vectors (k, dimension), decisions (k, categories)."""

    vectors: FloatArray
    decisions: Decisions


@dataclass(frozen=True, slots=True)
class LearnedWeights:
    """What was learned: `examples` (k, dimension) and their `weights` (k, categories)."""

    examples: FloatArray
    weights: FloatArray

    def keys(self) -> tuple[str, ...]:
        """For each category a text that changes when something else was learned of it."""
        return tuple(
            hashlib.sha256(
                self.examples[column != 0].tobytes() + column[column != 0].tobytes()
            ).hexdigest()
            for column in self.weights.T
        )

    def shifts(self, vectors: FloatArray, columns: NDArray[np.bool_] | None = None) -> FloatArray:
        """What to add to the logits of pictures: (n, categories) for `vectors` (n, dimension).

        Of the categories in `columns` (categories,) alone, where they are given.
        """
        weights = self.weights if columns is None else self.weights[:, columns]
        used = weights.any(axis=1)
        examples, weights = self.examples[used], weights[used]
        found = np.zeros((len(vectors), weights.shape[1]), np.float32)
        if len(examples):
            for start in range(0, len(vectors), _ROWS_AT_ONCE):
                rows = slice(start, start + _ROWS_AT_ONCE)
                found[rows] = _affinities(vectors[rows], examples) @ weights
        return found


def corrections_of(
    categories: Sequence[Category],
    added: Mapping[str, FloatArray],
    removed: Mapping[str, FloatArray] | None = None,
) -> Corrections:
    """Corrections from vectors (k, dimension) per category id: belonging and not belonging to it.

    Ids that are not among `categories` are left out: a category may have been deleted since.
    """
    columns = {category.id: column for column, category in enumerate(categories)}
    vectors: list[FloatArray] = []
    rows: list[Decisions] = []
    for sign, given in ((1, added), (-1, removed or {})):
        for id, examples in given.items():
            if id in columns and len(examples):
                decided = np.zeros((len(examples), len(columns)), np.int8)
                decided[:, columns[id]] = sign
                vectors.append(examples)
                rows.append(decided)
    if not rows:
        return Corrections(np.zeros((0, 0), np.float32), np.zeros((0, len(columns)), np.int8))
    return Corrections(np.concatenate(vectors), np.concatenate(rows))


def learn(scores: FloatArray, corrections: Corrections) -> LearnedWeights:
    """Weights that make `scores` (k, categories) of the corrected pictures agree with the user.

    `scores` are those of the words alone. With no corrections nothing moves, which is also how
    learning is reset.
    """
    weights = np.zeros(corrections.decisions.shape, np.float64)
    doubt = np.clip(scores.astype(np.float64), 1e-6, 1 - 1e-6)
    odds = np.clip(np.log(doubt / (1 - doubt)), -_SUREST, _SUREST)
    for column in np.flatnonzero(corrections.decisions.any(axis=0)):
        rows = _most_telling(odds[:, column], corrections.decisions[:, column])
        examples = corrections.vectors[rows]
        weights[rows, column] = _fit(
            _affinities(examples, examples).astype(np.float64),
            odds[rows, column],
            corrections.decisions[rows, column].astype(np.float64),
        )
    # The examples that say most, so that re-scoring takes no longer for whoever corrects much.
    strength = np.abs(weights).max(axis=1, initial=0)
    kept = np.sort(np.argsort(-strength, kind="stable")[:_MOST_EXAMPLES])
    return LearnedWeights(corrections.vectors[kept], weights[kept].astype(np.float32))


def rescore(logits: FloatArray, vectors: FloatArray, learned: LearnedWeights) -> FloatArray:
    """Zero-shot `logits` (n, categories) of `vectors` (n, dimension), moved by what was learned."""
    if not len(learned.examples):
        return logits
    moved: FloatArray = logits + learned.shifts(vectors)
    return moved


def _most_telling(odds: NDArray[np.float64], decisions: Decisions) -> NDArray[np.intp]:
    """The rows of pictures with a decision (k,); of many, those on which the words err most."""
    rows = np.flatnonzero(decisions)
    right = odds[rows] * decisions[rows]
    return np.sort(rows[np.argsort(right, kind="stable")[:_MOST_FITTED]])


def _affinities(vectors: FloatArray, examples: FloatArray) -> FloatArray:
    """How alike pictures are: (n, k), 1 for the same picture."""
    cosines: FloatArray = vectors @ examples.T
    cosines -= 1
    cosines *= _SHARPNESS
    return np.exp(cosines, out=cosines)


def _fit(
    kernel: NDArray[np.float64], odds: NDArray[np.float64], signs: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weights (k,) of a kernel logistic regression with the offsets `odds`, by Newton's method."""
    weights = np.zeros(len(signs))

    def loss(candidate: NDArray[np.float64]) -> float:
        moved = kernel @ candidate
        errors = np.logaddexp(0, -signs * (moved + odds)).sum()
        return float(errors + _PENALTY / 2 * candidate @ moved)

    lowest = loss(weights)
    for _ in range(_STEPS):
        wrong = 1 / (1 + np.exp(signs * (kernel @ weights + odds)))
        slope = _PENALTY * weights - wrong * signs
        curvature = (wrong * (1 - wrong))[:, None] * kernel + _PENALTY * np.eye(len(signs))
        step = np.linalg.solve(curvature, -slope)
        # Full steps overshoot where the words are wrong and certain: there the curve is flat.
        while (next_loss := loss(weights + step)) > lowest and np.abs(step).max() > 1e-6:
            step /= 2
        weights = weights + step
        if lowest - next_loss < 1e-6:
            break
        lowest = next_loss
    return weights
