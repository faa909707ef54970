"""How well a model files labelled photographs.

EVAL_DIR holds `photos/` and `labels.csv` with the columns file, categories and objects (each with
spaces between, empty where none applies). Top-1: the best-scored category other than daily_life and
others is among a photograph's own. Top-3: one of the best three is.
"""

import argparse
import csv
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from organizer.tagging.calibration import (
    expected_calibration_error,
    swept_calibration_error,
    unavoidable_calibration_error,
)
from organizer.tagging.categories import EVERYDAY, OTHERS, load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.vectors import FloatArray
from organizer.vision.decoding import decode_picture
from organizer.vision.encoder import Encoder
from organizer.vision.models import DEFAULT_MODEL, load_encoder

_BATCH_SIZE = 16
IDS = [category.id for category in load_categories()]
COUNTED = [index for index, name in enumerate(IDS) if name not in (EVERYDAY, OTHERS)]
# What makes a photograph one of sport, however little of it the thing covers.
_SPORTS_GEAR = {
    *("skateboard", "baseball_bat", "baseball_glove", "tennis_racket"),
    *("frisbee", "snowboard", "skis", "surfboard"),
}


@dataclass(frozen=True, slots=True)
class Photographs:
    """Vectors (n, dimension), the objects seen on each and which categories are true (n, m)."""

    encoder: Encoder
    vectors: FloatArray
    objects: list[set[str]]
    truth: NDArray[np.bool_]
    pictures_per_second: float

    @property
    def labelled(self) -> NDArray[np.bool_]:
        """Which photographs have a category, (n,)."""
        return self.truth.any(axis=1)

    def truth_with_sport(self) -> NDArray[np.bool_]:
        """`truth`, with sports_fitness where sports gear is among the objects: more to fit on."""
        truth = self.truth.copy()
        truth[[bool(seen & _SPORTS_GEAR) for seen in self.objects], IDS.index("sports_fitness")] = 1
        return truth


def load_photographs(folder: Path, model: str) -> Photographs:
    """The photographs in `folder`, encoded by `model`."""
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
    return Photographs(
        encoder,
        vectors,
        [set(row["objects"].split()) for row in rows],
        np.array([[name in row["categories"].split() for name in IDS] for row in rows]),
        len(images) / (time.perf_counter() - begin),
    )


def best_of(scores: FloatArray, truth: NDArray[np.bool_]) -> tuple[FloatArray, NDArray[np.bool_]]:
    """How sure the best of the counted categories is and whether it is right, both (n,)."""
    counted = scores[:, COUNTED]
    best = counted.argmax(axis=1)[:, None]
    right = np.take_along_axis(truth[:, COUNTED], best, axis=1)
    return np.take_along_axis(counted, best, axis=1)[:, 0], right[:, 0]


def main() -> None:
    """Prints top-1, top-3, calibration, `others`, speed and the confusion by category."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = measure(load_photographs(options.folder, options.model))
    print(json.dumps(result, indent=2) if options.json else _text(result))


def measure(photographs: Photographs) -> dict[str, object]:
    """The figures for `photographs`."""
    categorizer = Categorizer(load_categories(), photographs.encoder)
    everything = categorizer.scores(photographs.vectors)
    filed = categorizer.assign(everything)
    in_others = np.array([row[0].category_id == OTHERS for row in filed])
    labelled = photographs.labelled
    scores, truth = everything[labelled], photographs.truth[labelled]
    confidence, right = best_of(scores, truth)
    more_truth = photographs.truth_with_sport()
    more = more_truth.any(axis=1)
    more_confidence, more_right = best_of(everything[more], more_truth[more])
    order = np.argsort(-scores[:, COUNTED], axis=1)
    three = np.take_along_axis(truth[:, COUNTED], order[:, :3], axis=1).any(axis=1)
    ids = np.array(IDS)[COUNTED]
    confusion = Counter(
        (said if said in (own := [IDS[i] for i in np.flatnonzero(row)]) else own[0], said)
        for row, said in zip(truth, ids[order[:, 0]], strict=True)
    )
    return {
        "model": photographs.encoder.name,
        "device": photographs.encoder.device,
        "photographs": len(everything),
        "labelled": len(scores),
        "top1": float(right.mean()),
        "top3": float(three.mean()),
        **_calibration_errors(confidence, right),
        "with_sport": {
            "labelled": int(more.sum()),
            "top1": float(more_right.mean()),
            **_calibration_errors(more_confidence, more_right),
        },
        "in_others": int(in_others.sum()),
        "in_others_wrongly": int((in_others & labelled).sum()),
        "noise_in_others": _noise_in_others(categorizer, photographs.encoder),
        "pictures_per_second": photographs.pictures_per_second,
        "confusion": [[own, said, count] for (own, said), count in sorted(confusion.items())],
    }


def _calibration_errors(confidence: FloatArray, right: NDArray[np.bool_]) -> dict[str, float]:
    """The calibration error in two ways of measuring, and what both are by chance alone."""
    swept = swept_calibration_error
    return {
        "expected_calibration_error": expected_calibration_error(confidence, right),
        "unavoidable_calibration_error": unavoidable_calibration_error(confidence),
        "swept_calibration_error": swept(confidence, right),
        "unavoidable_swept_calibration_error": unavoidable_calibration_error(
            confidence, error=swept
        ),
    }


def _noise_in_others(categorizer: Categorizer, encoder: Encoder) -> float:
    """How many of pictures that show nothing, noise, plain colours, gradients, are in `others`."""
    from PIL import Image

    random = np.random.default_rng(0)
    side = encoder.image_size
    pictures = []
    for _ in range(10):
        colour, other = random.integers(0, 256, (2, 3))
        ramp = np.linspace(0, 1, side)[:, None, None]
        pictures += [
            random.integers(0, 256, (side, side, 3)),
            np.broadcast_to(colour, (side, side, 3)),
            np.broadcast_to(colour * ramp + other * (1 - ramp), (side, side, 3)),
        ]
    images = [Image.fromarray(np.ascontiguousarray(picture, np.uint8)) for picture in pictures]
    filed = categorizer.assign(categorizer.scores(encoder.encode_images(images)))
    return sum(row[0].category_id == OTHERS for row in filed) / len(filed)


def _calibration_text(result: Mapping[str, object]) -> str:
    return (
        f"expected calibration error {result['expected_calibration_error']:.3f}"
        f" (perfectly calibrated: {result['unavoidable_calibration_error']:.3f});"
        f" in as many bins as the pictures bear {result['swept_calibration_error']:.3f}"
        f" ({result['unavoidable_swept_calibration_error']:.3f})"
    )


def _text(result: dict[str, object]) -> str:
    more = result["with_sport"]
    assert isinstance(more, dict)  # noqa: S101 - made above
    lines = [
        f"{result['model']} on {result['device']}",
        f"top-1 {result['top1']:.3f}   top-3 {result['top3']:.3f}"
        f"   over {result['labelled']} labelled photographs",
        _calibration_text(result),
        f"with sports gear among the objects as a label of sport: {more['labelled']} photographs,"
        f" top-1 {more['top1']:.3f}",
        _calibration_text(more),
        f"others: {result['in_others']} of {result['photographs']}, of which"
        f" {result['in_others_wrongly']} belong elsewhere;"
        f" of pictures that show nothing {result['noise_in_others']:.0%}",
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
