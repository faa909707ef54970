"""Doubt is high where one word of the user's says most."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from organizer.tagging.review import doubt_of

SURE = 0.25


def doubts(*rows: list[float], ruled: list[bool] | None = None) -> list[float]:
    mask = None if ruled is None else np.array(ruled)
    return doubt_of(np.array(rows, np.float32), SURE, mask).tolist()


def test_a_toss_up_is_doubtful_and_a_clear_case_is_not():
    clear, nearly, toss_up = doubts([0.90, 0.05, 0.05], [0.48, 0.38, 0.14], [0.45, 0.45, 0.10])
    assert clear == 0 < nearly < toss_up == 1


def test_what_is_barely_sure_or_barely_not_is_in_doubt():
    barely, hardly, surely, never = doubts([0.27, 0.05], [0.23, 0.05], [0.5, 0.05], [0.17, 0.01])
    assert barely > 0
    assert hardly > 0
    assert surely == never == 0


def test_one_category_leaves_no_doubt():
    assert doubts([1.0], [1.0]) == [0, 0]


def test_nothing_is_not_in_doubt():
    assert doubt_of(np.zeros((0, 16), np.float32), SURE).shape == (0,)


def test_a_rule_that_holds_beside_a_sure_category_is_no_toss_up():
    assert doubts([0.91, 0.05, 0.90], ruled=[False, False, True]) == [0]


@pytest.mark.parametrize("probability", [0.48, 0.52])
def test_a_rule_that_holds_about_as_much_as_not_is_in_doubt(probability: float):
    assert doubts([0.91, 0.05, probability], ruled=[False, False, True])[0] > 0.5


def test_rules_hide_no_doubt_between_the_others():
    assert doubts([0.45, 0.99, 0.45], ruled=[False, True, False]) == [1]


@given(arrays(np.float32, (6, 5), elements=st.floats(0, 1, width=32)), st.integers(0, 5))
def test_doubt_runs_from_nothing_to_one(scores: np.ndarray, rules: int):
    found = doubt_of(scores, SURE, np.arange(5) < rules)
    assert found.shape == (6,)
    assert ((found >= 0) & (found <= 1)).all()
