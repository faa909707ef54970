"""Many pictures at once are put where each of them alone would be."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from organizer.tagging.assignment import MOST_CATEGORIES, Assigner
from organizer.tagging.calibration import Calibration

CALIBRATION = Calibration(temperature=1.0, sure=0.25, also=0.15)
# Few different scores, so that many are equal or just at a bound.
SCORES = st.sampled_from([0.0, 0.01, 0.1, 0.15, 0.2, 0.25, 0.3, 0.5, 0.7, 1.0])
IDS = ["pets", "others", "daily_life", "travel", "own", "ruled", "fashion"]


def one_alone(
    ids: list[str], ruled: np.ndarray, row: np.ndarray, decided: np.ndarray
) -> dict[int, float]:
    """Columns and scores of one picture, step by step as a person would."""
    removed = decided < 0
    if removed.any():
        rest = np.where(removed, np.float32(0), row)
        share = rest[~ruled].sum()
        if share > 0:
            rest[~ruled] *= row[~ruled].sum() / share
        row = rest
    weights = np.array([0.7 if id == "daily_life" else 1.0 for id in ids])
    order = [int(column) for column in np.argsort(-row * weights, kind="stable")]
    holding = [column for column in order if ruled[column] and row[column] >= 0.5]
    shared = [column for column in order if not ruled[column]]
    guessed = holding
    if shared and ids[shared[0]] != "others" and row[shared[0]] >= np.float32(0.25):
        also = [
            column
            for column in shared[1:3]
            if ids[column] != "others" and row[column] >= np.float32(0.15)
        ]
        chosen = {shared[0], *also, *holding}
        guessed = [column for column in order if column in chosen][:3]
    found = {int(column): 1.0 for column in np.flatnonzero(decided > 0)}
    if "others" in [ids[column] for column in found]:
        return found
    room = max(3 - len(found), 0)
    for column in [column for column in guessed if not decided[column]][:room]:
        found[column] = float(row[column])
    if not found and "others" in ids:
        others = ids.index("others")
        fallback = int(row.argmax()) if decided[others] < 0 else others
        if decided[fallback] >= 0:
            found[fallback] = float(row[fallback])
    return found


@st.composite
def pictures(draw: st.DrawFn):
    ids = draw(st.permutations(IDS))[: draw(st.integers(1, len(IDS)))]
    shape = (draw(st.integers(0, 12)), len(ids))
    ruled = draw(arrays(np.bool_, len(ids)))
    scores = draw(arrays(np.float32, shape, elements=SCORES))
    decisions = draw(arrays(np.int8, shape, elements=st.sampled_from([0, 0, 0, 1, -1])))
    return list(ids), ruled, scores, decisions


def columns_and_scores(filed: np.ndarray) -> list[dict[int, float]]:
    return [{int(c): float(row[c]) for c in np.flatnonzero(~np.isnan(row))} for row in filed]


@given(pictures())
@settings(max_examples=500, deadline=None)
def test_many_at_once_are_filed_as_one_alone(given_pictures):
    ids, ruled, scores, decisions = given_pictures
    assigner = Assigner(ids, ruled, CALIBRATION)
    alone = [one_alone(ids, ruled, *pair) for pair in zip(scores, decisions, strict=True)]
    assert columns_and_scores(assigner.filed(scores, decisions)) == alone


@given(pictures())
@settings(max_examples=200, deadline=None)
def test_without_decisions_it_is_as_if_none_were_made(given_pictures):
    ids, ruled, scores, decisions = given_pictures
    assigner = Assigner(ids, ruled, CALIBRATION)
    none = np.zeros_like(decisions)
    np.testing.assert_array_equal(assigner.filed(scores), assigner.filed(scores, none))


@given(pictures())
@settings(max_examples=100, deadline=None)
def test_what_was_given_stays_as_it_was(given_pictures):
    ids, ruled, scores, decisions = given_pictures
    before = scores.copy(), decisions.copy()
    Assigner(ids, ruled, CALIBRATION).filed(scores, decisions)
    np.testing.assert_array_equal(scores, before[0])
    np.testing.assert_array_equal(decisions, before[1])


def test_of_equally_sure_ones_the_first_come_first():
    ids = ["a", "b", "c", "d", "others"]
    scores = np.full((1, 5), 0.3, np.float32)
    filed = Assigner(ids, np.zeros(5, np.bool_), CALIBRATION).filed(scores)
    assert list(columns_and_scores(filed)[0]) == [0, 1, 2]
    assert MOST_CATEGORIES == 3
