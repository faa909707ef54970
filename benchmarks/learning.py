"""What corrections are worth: how well photographs are filed after some of each category's.

EVAL_DIR is as for calibrate.py. In each draw some photographs of every category are corrected: the
true category is added, and the one said, if wrong, removed. All others are the test. "before" is
what the words alone say of the same test photographs, which differ from row to row. With --write
the curve goes to docs/learning.png. Last comes how long 100,000 pictures take to be scored again.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

from calibrate import COLOURS, Chart
from categories import COUNTED, DEFAULT_MODEL, Photographs, best_of, load_photographs
from numpy.typing import NDArray

from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.learning import Corrections, learn, rescore
from organizer.vectors import FloatArray, softmax, unit_vectors

_ROOT = Path(__file__).resolve().parent.parent
_COUNTS = (0, 1, 3, 10)
_DRAWS = 100
_MANY = 100_000
Method = Callable[[FloatArray, Corrections, FloatArray], FloatArray]


def main() -> None:
    """Prints accuracy by method and number of corrections, and the time to score again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    photographs = load_photographs(options.folder, options.model)
    truth = photographs.truth_with_sport()
    print("corrections per category: top-1 before -> after, over random draws")
    rows = {name: curve(photographs, truth, method) for name, method in METHODS.items()}
    for name, row in rows.items():
        cells = (f"{n:3}: {a:.3f} -> {b:.3f}" for n, (a, b) in zip(_COUNTS, row, strict=True))
        print(f"{name:32}", *cells, sep="  ")
    own = curve(photographs, photographs.truth, METHODS["ours"])
    print(f"{'ours, without sport':32}", *(f"{a:.3f} -> {b:.3f}" for a, b in own), sep="  ")
    if options.write:
        _draw(rows["ours"], _ROOT / "docs" / "learning.png")
    for examples in (10, 100, 1000):
        print(f"{_MANY} pictures, {examples} corrections:", *rescore_seconds(photographs, examples))


def curve(
    photographs: Photographs, truth: NDArray[np.bool_], method: Method
) -> list[tuple[float, float]]:
    """Mean top-1 before and after, for each number of corrections."""
    labelled = truth.any(axis=1)
    vectors, truth = photographs.vectors[labelled], truth[labelled]
    categorizer = Categorizer(load_categories(), photographs.encoder)
    logits = categorizer.zero_shot_logits(vectors)
    points = []
    for count in _COUNTS:
        random = np.random.default_rng(count)
        draws = [
            _one_draw(logits, vectors, truth, _drawn(truth, count, random), method)
            for _ in range(_DRAWS)
        ]
        before, after = np.mean(draws, axis=0)
        points.append((float(before), float(after)))
    return points


def _drawn(truth: NDArray[np.bool_], count: int, random: np.random.Generator) -> NDArray[np.bool_]:
    """Which photographs are corrected: `count` of each category, but never the last one of it."""
    drawn = np.zeros(len(truth), np.bool_)
    for column in truth.T:
        own = random.permutation(np.flatnonzero(column))
        drawn[own[: min(count, max(len(own) - 1, 0))]] = True
    return drawn


def _one_draw(
    logits: FloatArray,
    vectors: FloatArray,
    truth: NDArray[np.bool_],
    drawn: NDArray[np.bool_],
    method: Method,
) -> tuple[float, float]:
    decisions = truth[drawn].astype(np.int8)
    said = logits[drawn].argmax(axis=1)
    wrong = ~truth[drawn][np.arange(len(said)), said]
    decisions[np.flatnonzero(wrong), said[wrong]] = -1
    corrections = Corrections(vectors[drawn], decisions)
    moved = method(logits[drawn], corrections, vectors[~drawn])
    _, before = best_of(logits[~drawn], truth[~drawn])
    _, after = best_of(logits[~drawn] + moved, truth[~drawn])
    return float(before.mean()), float(after.mean())


def _ours(logits: FloatArray, corrections: Corrections, vectors: FloatArray) -> FloatArray:
    if not len(corrections.vectors):
        return np.zeros((len(vectors), logits.shape[1]), np.float32)
    learned = learn(softmax(logits), corrections)
    return rescore(np.zeros((len(vectors), logits.shape[1]), np.float32), vectors, learned)


def _tip_adapter(sharpness: float, strength: float) -> Method:
    """Tip-Adapter as published: one cache entry per label, no fitting."""

    def shifts(_: FloatArray, corrections: Corrections, vectors: FloatArray) -> FloatArray:
        cosines = vectors @ corrections.vectors.T
        affinities = np.exp(-sharpness * (1 - cosines))
        moved: FloatArray = strength * affinities @ corrections.decisions.astype(np.float32)
        return moved

    return shifts


def _linear_probe(penalty: float) -> Method:
    """Ridge regression to the gap between what was said and what should have been."""

    def shifts(logits: FloatArray, corrections: Corrections, vectors: FloatArray) -> FloatArray:
        moved = np.zeros((len(vectors), logits.shape[1]), np.float32)
        for column in np.flatnonzero(corrections.decisions.any(axis=0)):
            rows = np.flatnonzero(corrections.decisions[:, column])
            signs = corrections.decisions[rows, column]
            best = np.delete(logits[rows], column, axis=1).max(axis=1)
            missing = best - logits[rows, column] + 3 * signs
            gaps = np.where(signs > 0, np.maximum(missing, 0), np.minimum(missing, 0))
            examples = corrections.vectors[rows]
            kernel = examples @ examples.T + penalty * np.eye(len(rows), dtype=np.float32)
            moved[:, column] = vectors @ (examples.T @ np.linalg.solve(kernel, gaps))
        return moved

    return shifts


METHODS: dict[str, Method] = {
    "ours": _ours,
    "Tip-Adapter, sharpness 5.5": _tip_adapter(5.5, 2.0),
    "Tip-Adapter, sharpness 3": _tip_adapter(3.0, 2.0),
    "linear probe, penalty 0.5": _linear_probe(0.5),
    "linear probe, penalty 3": _linear_probe(3.0),
}


def rescore_seconds(photographs: Photographs, examples: int) -> tuple[str, str]:
    """How long scoring many pictures again takes, from vectors alone and with all kept."""
    random = np.random.default_rng(0)
    size = photographs.encoder.dimension
    vectors = unit_vectors(random.standard_normal((_MANY, size), dtype=np.float32))
    decisions = np.zeros((examples, len(load_categories())), np.int8)
    decisions[np.arange(examples), random.choice(COUNTED, examples)] = 1
    corrections = Corrections(vectors[:examples], decisions)
    begin = time.perf_counter()
    categorizer = Categorizer(load_categories(), photographs.encoder, corrections)
    learned = time.perf_counter() - begin
    begin = time.perf_counter()
    categorizer.scores(vectors)
    alone = time.perf_counter() - begin
    columns: dict[str, FloatArray] = {}
    categorizer.scores(vectors, columns)
    begin = time.perf_counter()
    categorizer.scores(vectors, columns)
    kept = time.perf_counter() - begin
    return f"learned in {learned:.2f} s,", f"scored in {alone:.2f} s, with all kept {kept:.2f} s"


def _draw(points: Sequence[tuple[float, float]], path: Path) -> None:
    low = 0.05 * int(min(min(point) for point in points) / 0.05)
    chart = Chart("corrections per category", "top-1", (0, 10), (low, 1))
    for number, (side, title) in enumerate((("words alone", 0), ("after corrections", 1))):
        line = [(count, point[title]) for count, point in zip(_COUNTS, points, strict=True)]
        chart.line(line, COLOURS[number])
        for point in line[:-1]:
            chart.dot(point, COLOURS[number])
        chart.dot(line[-1], COLOURS[number])
        chart.dot((0.5, 0.93 + 0.02 * number), COLOURS[number], side)
    chart.save(path)


if __name__ == "__main__":
    main()
