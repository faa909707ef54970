"""What is most in doubt is looked at first."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from organizer.tagging.review import needs_review, review_order

SCORES = np.array(
    [
        [0.90, 0.05, 0.05],
        [0.45, 0.44, 0.11],
        [0.60, 0.30, 0.10],
        [0.48, 0.38, 0.14],
    ],
    np.float32,
)


def test_toss_ups_come_first():
    assert review_order(SCORES).tolist()[:2] == [1, 3]
    assert needs_review(SCORES).tolist() == [False, True, False, True]


def test_what_is_barely_sure_or_barely_not_is_in_doubt():
    scores = np.array([[0.52, 0.2], [0.58, 0.2], [0.9, 0.1], [0.2, 0.01]], np.float32)
    assert needs_review(scores, sure=0.55).tolist() == [True, True, False, False]


def test_what_was_decided_is_not_asked_again():
    decided = np.array([False, True, False, False])
    assert not needs_review(SCORES, decided)[1]
    assert review_order(SCORES, decided)[-1] == 1


def test_one_category_leaves_no_doubt():
    assert not needs_review(np.full((3, 1), 0.4, np.float32)).any()


def test_nothing_to_review():
    nothing = np.zeros((0, 16), np.float32)
    assert review_order(nothing).shape == (0,)
    assert needs_review(nothing).shape == (0,)


@given(arrays(np.float32, (6, 5), elements=st.floats(0, 1, width=32)))
def test_all_in_doubt_come_before_all_that_are_not(scores: np.ndarray):
    order = review_order(scores)
    assert sorted(order.tolist()) == list(range(6))
    doubtful = needs_review(scores)[order]
    assert not (np.diff(doubtful.astype(int)) > 0).any()
