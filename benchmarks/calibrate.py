"""Fits the temperature of a model on labelled photographs and draws how reliable it is.

EVAL_DIR is as for categories.py. Photographs with sports gear count as sport, which their labels
leave out, so that there are more of them. Every photograph is measured with the temperature that
all others give; with --write the temperature that all of them give goes to
resources/calibration.toml, and the picture to docs/reliability.png.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import regex
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).resolve().parent))

from categories import COUNTED, DEFAULT_MODEL, Photographs, best_of, load_photographs
from numpy.typing import NDArray

from organizer.tagging.calibration import (
    ReliabilityBin,
    expected_calibration_error,
    fit_each_without_itself,
    fit_temperature,
    load_calibration,
    reliability,
    unavoidable_calibration_error,
)
from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.vectors import FloatArray, softmax

_ROOT = Path(__file__).resolve().parent.parent
_SIZE, _EDGE = 480, 60
_INK, _FAINT = "#333333", "#dddddd"
COLOURS = ("#2b8fb3", "#d4502f", "#5b9a3c", "#7c5cd6")


def main() -> None:
    """Prints the temperature and the calibration error, and writes both where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    photographs = load_photographs(options.folder, options.model)
    for title, truth in (
        ("labelled", photographs.truth),
        ("with sport", photographs.truth_with_sport()),
    ):
        temperature, confidence, right = calibrate(photographs, truth)
        print(
            f"{title:11} {len(right)} photographs: temperature {temperature:.2f},"
            f" right {right.mean():.3f}, said {confidence.mean():.3f}, expected calibration error"
            f" {expected_calibration_error(confidence, right):.3f}"
            f" (perfectly calibrated: {unavoidable_calibration_error(confidence):.3f})"
        )
    if options.write:
        _write(photographs.encoder.name, temperature)
        draw_reliability(reliability(confidence, right), _ROOT / "docs" / "reliability.png")


def calibrate(
    photographs: Photographs, truth: NDArray[np.bool_]
) -> tuple[float, FloatArray, NDArray[np.bool_]]:
    """The temperature all labelled photographs give, and how sure and right each is without itself.

    Labelled photographs were chosen to show a counted category, so that the temperature is fitted
    on what is known: which of the counted ones. What is measured is what users see, the share
    among all categories.
    """
    labelled = truth.any(axis=1)
    used = load_calibration(photographs.encoder.name).temperature
    categorizer = Categorizer(load_categories(), photographs.encoder)
    logits = categorizer.zero_shot_logits(photographs.vectors[labelled]) * used
    counted, true = logits[:, COUNTED], truth[labelled][:, COUNTED]
    each = fit_each_without_itself(counted, true)
    confidence, right = best_of(softmax(logits / each[:, None]), truth[labelled])
    return fit_temperature(counted, true), confidence, right


def _write(model: str, temperature: float) -> None:
    path = _ROOT / "resources" / "calibration.toml"
    text = path.read_text(encoding="utf-8")
    entry = f'[[model]]\nname = "{model}"\ntemperature = {temperature:.2f}\n'
    known = regex.escape(f'[[model]]\nname = "{model}"\n') + r"temperature = .*\n"
    found, times = regex.subn(known, lambda _: entry, text)
    path.write_text(found if times else f"{text}\n{entry}", encoding="utf-8")


def draw_reliability(bins: Sequence[ReliabilityBin], path: Path) -> None:
    """Draws accuracy against confidence: on the diagonal a model is as sure as it is right."""
    draw = Chart("how sure", "how often right", (0, 1), (0, 1))
    draw.line([(0, 0), (1, 1)], _FAINT)
    draw.line([(bin.confidence, bin.accuracy) for bin in bins], COLOURS[0])
    for bin in bins:
        draw.dot((bin.confidence, bin.accuracy), COLOURS[0], str(bin.count))
    draw.save(path)


class Chart:
    """A plain line chart; ranges are (lowest, highest)."""

    def __init__(
        self, across: str, up: str, x_range: tuple[float, float], y_range: tuple[float, float]
    ) -> None:
        self._x_range, self._y_range = x_range, y_range
        self._image = Image.new("RGB", (_SIZE, _SIZE), "white")
        self._draw = ImageDraw.Draw(self._image)
        self._font = ImageFont.load_default(14)
        for step in range(6):
            x = x_range[0] + (x_range[1] - x_range[0]) * step / 5
            y = y_range[0] + (y_range[1] - y_range[0]) * step / 5
            self.line([(x_range[0], y), (x_range[1], y)], _FAINT, width=1)
            self._text((x, y_range[0]), f"{x:.3g}", "ma", (0, 6))
            self._text((x_range[0], y), f"{y:.2f}", "rm", (-6, 0))
        self._text((sum(x_range) / 2, y_range[0]), across, "ma", (0, 28))
        self._text((x_range[0], y_range[1]), up, "lb", (-_EDGE + 10, -12))

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: int = 3) -> None:
        """Joins `points`."""
        self._draw.line([self._place(point) for point in points], fill=colour, width=width)

    def dot(self, point: tuple[float, float], colour: str, label: str = "") -> None:
        """Marks `point`."""
        x, y = self._place(point)
        self._draw.ellipse((x - 5, y - 5, x + 5, y + 5), fill=colour)
        self._text(point, label, "lt", (8, 4))

    def save(self, path: Path) -> None:
        """Writes the chart as PNG."""
        self._image.save(path, optimize=True)

    def _text(
        self, point: tuple[float, float], text: str, anchor: str, moved: tuple[int, int]
    ) -> None:
        x, y = self._place(point)
        place = (x + moved[0], y + moved[1])
        self._draw.text(place, text, fill=_INK, font=self._font, anchor=anchor)

    def _place(self, point: tuple[float, float]) -> tuple[float, float]:
        (left, right), (low, high) = self._x_range, self._y_range
        side = _SIZE - 2 * _EDGE
        return (
            _EDGE + side * (point[0] - left) / (right - left),
            _SIZE - _EDGE - side * (point[1] - low) / (high - low),
        )


if __name__ == "__main__":
    main()
