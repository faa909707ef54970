"""How sure a model really is: one temperature per model, fitted on labelled pictures.

Dividing logits by a temperature makes a model as sure as it is right, and changes no order (Guo et
al. 2017, "On Calibration of Modern Neural Networks").
"""

import functools
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.resource_files import resource_path
from organizer.tagging.errors import BrokenVocabulary
from organizer.vectors import FloatArray, softmax

_TEMPERATURES = np.geomspace(0.2, 5.0, 161)
_BINS = 10

CalibrationError = Callable[[FloatArray, NDArray[np.bool_]], float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What makes the logits of one model probabilities, and how much of one is enough.

    Attributes:
        temperature: Logits are divided by it.
        sure: A picture's first category is at least this probable.
        also: Its second and third ones are at least this probable.
    """

    temperature: float
    sure: float
    also: float


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Predictions that were about equally sure: how sure, how often right, how many."""

    confidence: float
    accuracy: float
    count: int


@functools.cache
def load_calibration(model_name: str) -> Calibration:
    """The calibration of the model `model_name`; temperature 1 when it was never measured."""
    return read_calibration(resource_path("calibration.toml"), model_name)


def read_calibration(path: Path, model_name: str) -> Calibration:
    """The calibration of `model_name` in the TOML file at `path`. Raises BrokenVocabulary."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        own = [entry for entry in content.get("model", ()) if entry["name"] == model_name]
        settings: Mapping[str, object] = {"temperature": 1.0, **content, **(own[0] if own else {})}
        calibration = Calibration(
            *(_positive(settings, key) for key in ("temperature", "sure", "also"))
        )
    # ValueError: what is not TOML, or not UTF-8, or found wrong below.
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenVocabulary(str(path), str(error)) from error
    return calibration


def _positive(settings: Mapping[str, object], key: str) -> float:
    value = settings.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 100:
        raise ValueError(f"“{key}” is no number over 0")
    return float(value)


def fit_temperature(logits: FloatArray, truth: NDArray[np.bool_]) -> float:
    """The temperature under which `logits` (n, m) make `truth` (n, m) most probable.

    A picture with several true categories counts as right for each: what is maximised is the
    probability of their union. Raises ValueError when a row of `truth` holds nothing.
    """
    return float(_TEMPERATURES[_losses(logits, truth).sum(axis=1).argmin()])


def fit_each_without_itself(logits: FloatArray, truth: NDArray[np.bool_]) -> FloatArray:
    """Temperatures (n,): each fitted on all pictures but its own, so that measuring is honest."""
    losses = _losses(logits, truth)
    rest = losses.sum(axis=1, keepdims=True) - losses
    fitted: FloatArray = _TEMPERATURES[rest.argmin(axis=0)].astype(np.float32)
    return fitted


def _losses(logits: FloatArray, truth: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Negative log-likelihood of each picture under each temperature, shape (temperatures, n)."""
    if not len(truth) or not truth.any(axis=1).all():
        raise ValueError("a temperature is fitted on labelled pictures alone")
    probabilities = np.stack(
        [
            (softmax((logits / temperature).astype(np.float32)) * truth).sum(axis=1)
            for temperature in _TEMPERATURES
        ]
    )
    losses: NDArray[np.float64] = -np.log(np.maximum(probabilities, np.finfo(np.float32).tiny))
    return losses


def reliability(confidence: FloatArray, right: NDArray[np.bool_]) -> tuple[ReliabilityBin, ...]:
    """Predictions of `confidence` (n,) in ten equal bins, those that are empty left out."""
    numbers = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    bins = []
    for number in range(_BINS):
        inside = numbers == number
        if inside.any():
            bins.append(
                ReliabilityBin(
                    float(confidence[inside].mean()), float(right[inside].mean()), int(inside.sum())
                )
            )
    return tuple(bins)


def expected_calibration_error(confidence: FloatArray, right: NDArray[np.bool_]) -> float:
    """How far confidence is from accuracy, on average over ten equal bins (Guo et al. 2017)."""
    bins = reliability(confidence, right)
    total = sum(bin.count for bin in bins)
    return sum(abs(bin.confidence - bin.accuracy) * bin.count for bin in bins) / max(total, 1)


def swept_calibration_error(confidence: FloatArray, right: NDArray[np.bool_]) -> float:
    """How far confidence is from accuracy, over as many equally full bins as the pictures bear.

    Bins are added as long as the surer of two is never less often right. With few pictures it is
    nearer to the true error than ten equal bins are (Roelofs et al. 2022, "Mitigating Bias in
    Calibration Error Estimation").
    """
    order = np.argsort(confidence, kind="stable")
    confidence, outcome = confidence[order], right[order].astype(float)
    error = 0.0
    for bins in range(1, len(order) + 1):
        parts = np.array_split(np.arange(len(order)), bins)
        accuracy = np.array([outcome[part].mean() for part in parts])
        if (np.diff(accuracy) < 0).any():
            break
        said = np.array([confidence[part].mean() for part in parts])
        counts = np.array([len(part) for part in parts])
        error = float((np.abs(said - accuracy) * counts).sum() / len(order))
    return error


def unavoidable_calibration_error(
    confidence: FloatArray, seed: int = 0, error: CalibrationError = expected_calibration_error
) -> float:
    """The calibration `error` that a perfectly calibrated model shows by chance alone.

    With few pictures it is far from zero: it is what a measured error has to be compared with.
    """
    random = np.random.default_rng(seed)
    draws = random.random((300, len(confidence))) < confidence
    return float(np.mean([error(confidence, draw) for draw in draws]))
