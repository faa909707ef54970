"""Probabilities are as sure as they are right, as far as one temperature can make them."""

from pathlib import Path

import numpy as np
import pytest

from organizer.resource_files import resource_path
from organizer.tagging.calibration import (
    expected_calibration_error,
    fit_each_without_itself,
    fit_temperature,
    load_calibration,
    read_calibration,
    reliability,
    swept_calibration_error,
    unavoidable_calibration_error,
)
from organizer.tagging.errors import BrokenVocabulary
from organizer.vectors import softmax
from organizer.vision.encoder import Encoder


def overconfident(times: float, count: int = 4000) -> tuple[np.ndarray, np.ndarray]:
    """Logits `times` too large, and truth drawn from what they should have said."""
    random = np.random.default_rng(1)
    honest = random.normal(0, 2, (count, 5)).astype(np.float32)
    drawn = (softmax(honest).cumsum(axis=1) > random.random((count, 1))).argmax(axis=1)
    return honest * times, np.eye(5, dtype=bool)[drawn]


@pytest.mark.parametrize("times", [0.5, 1.0, 2.5])
def test_the_temperature_undoes_what_is_too_sure(times: float):
    logits, truth = overconfident(np.float32(times))
    assert fit_temperature(logits, truth) == pytest.approx(times, rel=0.08)


def test_a_picture_has_no_say_in_its_own_temperature():
    logits, truth = overconfident(2.0, count=30)
    each = fit_each_without_itself(logits, truth)
    rest = np.arange(30) != 7
    assert each[7] == pytest.approx(fit_temperature(logits[rest], truth[rest]))


def test_unlabelled_pictures_are_refused():
    with pytest.raises(ValueError, match="labelled"):
        fit_temperature(np.zeros((2, 3), np.float32), np.eye(2, 3, k=2, dtype=bool))


def test_the_error_is_the_gap_between_said_and_right():
    confidence = np.full(100, 0.85, np.float32)
    right = np.arange(100) < 60
    assert expected_calibration_error(confidence, right) == pytest.approx(0.25)
    (bin,) = reliability(confidence, right)
    assert (bin.confidence, bin.accuracy, bin.count) == (pytest.approx(0.85), 0.6, 100)


def test_few_pictures_show_an_error_by_chance_alone():
    few, many = (np.linspace(0.3, 1, count, dtype=np.float32) for count in (40, 4000))
    assert unavoidable_calibration_error(few) > 5 * unavoidable_calibration_error(many)


def test_counting_in_as_many_bins_as_they_bear_blames_few_pictures_less():
    confidence = np.linspace(0.3, 1, 40, dtype=np.float32)
    swept = unavoidable_calibration_error(confidence, error=swept_calibration_error)
    assert swept < unavoidable_calibration_error(confidence)


def test_counting_in_as_many_bins_as_they_bear_sees_who_says_too_much():
    confidence = np.repeat(np.array([0.6, 0.95], np.float32), 100)
    right = np.arange(200) % 100 < np.repeat([40, 80], 100)
    assert swept_calibration_error(confidence, right) == pytest.approx(0.175)
    assert swept_calibration_error(np.zeros(0, np.float32), np.zeros(0, bool)) == 0


def test_certainty_has_a_bin():
    (bin,) = reliability(np.ones(3, np.float32), np.ones(3, bool))
    assert bin.count == 3


def test_nothing_measured_is_no_error():
    assert expected_calibration_error(np.zeros(0, np.float32), np.zeros(0, bool)) == 0


def test_the_starter_model_was_measured_and_others_keep_their_own(encoder: Encoder):
    assert load_calibration("unheard of").temperature == 1
    written = resource_path("calibration.toml").read_text(encoding="utf-8")
    assert f'name = "{encoder.name}"' in written
    assert 0.5 < load_calibration(encoder.name).temperature < 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sure = 0.2",
        'sure = "much"\nalso = 0.1',
        "sure = true\nalso = 0.1",
        "sure = 0.2\nalso = -1",
        'sure = 0.2\nalso = 0.1\n[[model]]\nname = "m"\ntemperature = 0',
        "sure = 0.2\nalso = 0.1\n[[model]]\ntemperature = 1",
        "sure = ",
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "calibration.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenVocabulary, match=r"calibration\.toml cannot be used"):
        read_calibration(path, "m")


def test_a_model_may_have_a_threshold_of_its_own(tmp_path: Path):
    path = tmp_path / "calibration.toml"
    path.write_text('sure = 0.2\nalso = 0.1\n[[model]]\nname = "m"\nsure = 0.4', encoding="utf-8")
    assert read_calibration(path, "m").sure == 0.4
    assert read_calibration(path, "n").sure == 0.2
