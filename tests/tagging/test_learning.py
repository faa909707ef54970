"""What the user says of one picture is believed of pictures like it, and can be taken back."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.learning import (
    Corrections,
    corrections_of,
    learn,
    rescore,
)
from organizer.vectors import softmax, unit_vectors
from organizer.vision.encoder import Encoder

CATEGORIES = load_categories()
IDS = [category.id for category in CATEGORIES]
PETS, FOOD = IDS.index("pets"), IDS.index("food_drink")


@pytest.fixture(scope="module")
def untaught(encoder: Encoder) -> Categorizer:
    return Categorizer(CATEGORIES, encoder)


def taught(encoder: Encoder, added: dict[str, str], removed: dict[str, str] | None = None):
    vectors = {id: encoder.encode_texts([words]) for id, words in added.items()}
    without = {id: encoder.encode_texts([words]) for id, words in (removed or {}).items()}
    return Categorizer(CATEGORIES, encoder, corrections_of(CATEGORIES, vectors, without))


def test_pictures_like_an_added_one_follow(encoder: Encoder, untaught: Categorizer):
    horses = encoder.encode_texts(["a horse in a stable", "a pony", "horse riding"])
    before = untaught.scores(horses)[:, PETS]
    after = taught(encoder, {"pets": "a brown horse"}).scores(horses)[:, PETS]
    assert (after > before + 0.1).all()


def test_pictures_like_a_removed_one_follow(encoder: Encoder, untaught: Categorizer):
    wild = encoder.encode_texts(["a wolf", "a pack of wolves"])
    before = untaught.scores(wild)[:, PETS]
    after = taught(encoder, {}, {"pets": "a grey wolf"}).scores(wild)[:, PETS]
    assert (after < before).all()


def test_what_is_nothing_like_it_stays(encoder: Encoder, untaught: Categorizer):
    others = encoder.encode_texts(["sports car on the road", "a bowl of noodle soup"])
    after = taught(encoder, {"pets": "a brown horse"}).scores(others)
    assert untaught.scores(others).argmax(axis=1).tolist() == after.argmax(axis=1).tolist()
    np.testing.assert_allclose(after, untaught.scores(others), atol=0.1)


def test_even_what_words_were_certain_of_can_be_doubted(encoder: Encoder, untaught: Categorizer):
    vectors = encoder.encode_texts(["a document, envelope and receipt"])
    travel = IDS.index("travel")
    before = untaught.scores(vectors)[0, travel]
    after = taught(encoder, {"travel": "a document, envelope and receipt"}).scores(vectors)
    assert after[0, travel] > 10 * before


def test_confirming_what_is_sure_moves_little(encoder: Encoder, untaught: Categorizer):
    vectors = encoder.encode_texts(["a dog", "pizza", "a bus", "a beach", "a bedroom"])
    after = taught(encoder, {"pets": "a puppy"}).scores(vectors)
    np.testing.assert_allclose(after, untaught.scores(vectors), atol=0.15)


def test_learning_is_reset_by_leaving_corrections_out(encoder: Encoder, untaught: Categorizer):
    vectors = encoder.encode_texts(["a horse"])
    empty = Categorizer(CATEGORIES, encoder, corrections_of(CATEGORIES, {}))
    np.testing.assert_array_equal(empty.scores(vectors), untaught.scores(vectors))


def test_what_was_kept_gives_the_same_scores(encoder: Encoder):
    vectors = encoder.encode_texts(["a pony", "a bus", "a bowl of soup"])
    kept: dict[str, np.ndarray] = {}
    for added in (
        {"pets": "a brown horse"},
        {"pets": "a brown horse", "food_drink": "noodle soup"},
        {"food_drink": "noodle soup"},
        {},
    ):
        categorizer = taught(encoder, added)
        # The first fills what the second finds.
        for _ in range(2):
            found = categorizer.scores(vectors, kept)
            np.testing.assert_allclose(found, categorizer.scores(vectors), atol=1e-5)
    assert len(kept) == 1


def test_corrections_of_deleted_categories_are_left_out(encoder: Encoder):
    corrections = corrections_of(CATEGORIES, {"gone": encoder.encode_texts(["a horse"])})
    assert len(corrections.vectors) == 0
    assert corrections.decisions.shape == (0, len(IDS))


def test_corrections_say_who_belongs_where(encoder: Encoder):
    vectors = encoder.encode_texts(["a horse", "a pony", "soup"])
    corrections = corrections_of(CATEGORIES, {"pets": vectors[:2]}, {"food_drink": vectors[2:]})
    assert corrections.decisions[:, PETS].tolist() == [1, 1, 0]
    assert corrections.decisions[:, FOOD].tolist() == [0, 0, -1]
    np.testing.assert_array_equal(corrections.vectors, vectors)


def test_whoever_corrects_ten_thousand_does_not_wait():
    # A kernel of all of them would take 800 MB and minutes.
    logits, vectors, corrections = some_corrections(1, 10_000)
    begin = time.perf_counter()
    learned = learn(softmax(logits), corrections)
    assert time.perf_counter() - begin < 10
    moved = (rescore(logits, vectors, learned) - logits) * corrections.decisions
    assert moved[corrections.decisions != 0].mean() > 0


def some_corrections(seed: int, count: int) -> tuple[np.ndarray, np.ndarray, Corrections]:
    random = np.random.default_rng(seed)
    vectors = unit_vectors(random.standard_normal((count, 16)).astype(np.float32))
    logits = (random.standard_normal((count, 5)) * 8).astype(np.float32)
    decisions = random.integers(-1, 2, (count, 5)).astype(np.int8)
    return logits, vectors, Corrections(vectors, decisions)


@given(st.integers(0, 2**32 - 1), st.integers(1, 40))
@settings(max_examples=40, deadline=None)
def test_learning_moves_examples_towards_what_was_said(seed: int, count: int):
    logits, vectors, corrections = some_corrections(seed, count)
    learned = learn(softmax(logits), corrections)
    moved = rescore(logits, vectors, learned)
    assert np.isfinite(moved).all()
    agreement = ((moved - logits) * corrections.decisions)[corrections.decisions != 0]
    assert not len(agreement) or agreement.mean() >= -1e-4


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_the_order_of_corrections_does_not_matter(seed: int):
    logits, vectors, corrections = some_corrections(seed, 12)
    order = np.random.default_rng(seed).permutation(12)
    other = Corrections(vectors[order], corrections.decisions[order])
    one = learn(softmax(logits), corrections).shifts(vectors)
    two = learn(softmax(logits[order]), other).shifts(vectors)
    np.testing.assert_allclose(one, two, atol=1e-2)


def test_the_same_picture_said_both_ways_is_no_crash(encoder: Encoder):
    words = "a brown horse"
    scores = taught(encoder, {"pets": words}, {"pets": words}).scores(encoder.encode_texts([words]))
    assert np.isfinite(scores).all()


def test_a_hundred_thousand_pictures_are_scored_again_at_once(encoder: Encoder):
    random = np.random.default_rng(0)
    vectors = random.standard_normal((100_000, encoder.dimension), dtype=np.float32)
    vectors = unit_vectors(vectors)
    decisions = np.zeros((1000, len(IDS)), np.int8)
    decisions[np.arange(1000), random.integers(0, len(IDS), 1000)] = 1
    categorizer = Categorizer(CATEGORIES, encoder, Corrections(vectors[:1000], decisions))
    begin = time.perf_counter()
    scores = categorizer.scores(vectors)
    # Under a second on two free cores (benchmarks/learning.py); other programs may have them.
    assert time.perf_counter() - begin < 10
    assert scores.shape == (100_000, len(IDS))
