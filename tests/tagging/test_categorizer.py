"""Categories follow from scores by rules that hold for all scores."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.vision.encoder import Encoder

IDS = [category.id for category in load_categories()]


@pytest.fixture(scope="module")
def categorizer(encoder: Encoder) -> Categorizer:
    return Categorizer(load_categories(), encoder)


def scored(**scores: float) -> np.ndarray:
    row = np.zeros((1, len(IDS)), np.float32)
    for name, score in scores.items():
        row[0, IDS.index(name)] = score
    return row


def assigned(categorizer: Categorizer, **scores: float) -> list[str]:
    (row,) = categorizer.assign(scored(**scores))
    return [score.category_id for score in row]


def test_the_surest_come_first(categorizer: Categorizer):
    assert assigned(categorizer, pets=0.3, home_living=0.5, travel=0.18) == [
        "home_living",
        "pets",
        "travel",
    ]


def test_nothing_sure_is_others(categorizer: Categorizer):
    assert assigned(categorizer, pets=0.1, travel=0.12) == ["others"]


def test_others_stands_alone(categorizer: Categorizer):
    assert assigned(categorizer, others=0.6, pets=0.3) == ["others"]
    assert assigned(categorizer, others=0.3, pets=0.6) == ["pets"]


def test_everyday_life_gives_way_to_what_is_special(categorizer: Categorizer):
    assert assigned(categorizer, daily_life=0.4, pets=0.35)[0] == "pets"


@given(arrays(np.float32, (3, len(IDS)), elements=st.floats(0, 1, width=32)))
def test_one_to_three_categories_each_once(categorizer: Categorizer, scores: np.ndarray):
    for row in categorizer.assign(scores):
        ids = [score.category_id for score in row]
        assert 1 <= len(ids) <= 3
        assert len(set(ids)) == len(ids)
        assert "others" not in ids or ids == ["others"]
        assert all(0 <= score.score <= 1 for score in row)


def test_scores_are_probabilities_over_all_categories(categorizer: Categorizer, encoder: Encoder):
    vectors = encoder.encode_texts(["a dog", "a plate of pasta"])
    scores = categorizer.scores(vectors)
    assert scores.shape == (2, len(IDS))
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)
    assert [IDS[index] for index in scores.argmax(axis=1)] == ["pets", "food_drink"]


def test_no_pictures_no_scores(categorizer: Categorizer, encoder: Encoder):
    assert categorizer.scores(encoder.encode_texts([])).shape == (0, len(IDS))
