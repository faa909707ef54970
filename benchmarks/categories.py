"""How well a model files labelled photographs.

EVAL_DIR holds `photos/` and `labels.csv` with the columns file and categories (ids with spaces
between, empty where none applies). Top-1: the best-scored category other than daily_life and others
is among a photograph's own. Top-3: one of the best three is.
"""

import argparse
import csv
import json
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from organizer.tagging.categories import EVERYDAY, OTHERS, load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.vision.decoding import decode_picture
from organizer.vision.models import DEFAULT_MODEL, load_encoder

_BATCH_SIZE = 16
_BINS = 10


def main() -> None:
    """Prints top-1, top-3, calibration, speed and the confusion by category."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = measure(options.folder, options.model)
    print(json.dumps(result, indent=2) if options.json else _text(result))


def measure(folder: Path, model: str) -> dict[str, object]:
    """The figures for the photographs in `folder`."""
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    encoder = load_encoder(model)
    images = []
    for row in rows:
        with (folder / "photos" / row["file"]).open("rb") as stream:
            images.append(decode_picture(stream, row["file"], encoder.image_size).image)
    encoder.encode_images(images[:_BATCH_SIZE])
    begin = time.perf_counter()
    vectors = np.concatenate(
        [
            encoder.encode_images(images[start : start + _BATCH_SIZE])
            for start in range(0, len(images), _BATCH_SIZE)
        ]
    )
    rate = len(images) / (time.perf_counter() - begin)
    categories = load_categories()
    scores = Categorizer(categories, encoder).scores(vectors)
    ids = [category.id for category in categories]
    counted = [index for index, name in enumerate(ids) if name not in (EVERYDAY, OTHERS)]
    first = third = labelled = 0
    confusion: Counter[tuple[str, str]] = Counter()
    sure: list[tuple[float, bool]] = []
    for row, score in zip(rows, scores, strict=True):
        truth = row["categories"].split()
        if not truth:
            continue
        labelled += 1
        best = [ids[index] for index in sorted(counted, key=lambda index: -score[index])[:3]]
        first += best[0] in truth
        third += any(name in truth for name in best)
        confusion[truth[0] if best[0] not in truth else best[0], best[0]] += 1
        sure.append((float(score[ids.index(best[0])]), best[0] in truth))
    return {
        "model": encoder.name,
        "device": encoder.device,
        "photographs": len(rows),
        "labelled": labelled,
        "top1": first / labelled,
        "top3": third / labelled,
        "expected_calibration_error": _calibration_error(sure),
        "pictures_per_second": rate,
        "confusion": [[truth, said, count] for (truth, said), count in sorted(confusion.items())],
    }


def _calibration_error(sure: list[tuple[float, bool]]) -> float:
    """Expected calibration error in equal bins (Guo et al. 2017)."""
    error = 0.0
    for number in range(_BINS):
        inside = [pair for pair in sure if number <= min(pair[0], 0.999) * _BINS < number + 1]
        if inside:
            said = sum(score for score, _ in inside) / len(inside)
            right = sum(is_right for _, is_right in inside) / len(inside)
            error += abs(said - right) * len(inside) / len(sure)
    return error


def _text(result: dict[str, object]) -> str:
    lines = [
        f"{result['model']} on {result['device']}",
        f"top-1 {result['top1']:.3f}   top-3 {result['top3']:.3f}"
        f"   over {result['labelled']} labelled photographs",
        f"expected calibration error {result['expected_calibration_error']:.3f}",
        f"{result['pictures_per_second']:.1f} pictures/s, decoded beforehand",
        "",
        f"{'labelled':24}{'said':24}count",
    ]
    confusion = result["confusion"]
    assert isinstance(confusion, list)  # noqa: S101 - made above
    lines += [f"{truth:24}{said:24}{count}" for truth, said, count in confusion]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
