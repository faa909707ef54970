"""Categories follow from scores by rules that hold for all scores."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.learning import corrections_of
from organizer.tagging.records import Category
from organizer.tagging.rules import BrokenRule
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


def decided(**decisions: int) -> np.ndarray:
    row = np.zeros((1, len(IDS)), np.int8)
    for name, decision in decisions.items():
        row[0, IDS.index(name)] = decision
    return row


def filed(categorizer: Categorizer, scores: np.ndarray, decisions: np.ndarray) -> list[str]:
    (row,) = categorizer.assign(scores, decisions)
    return [score.category_id for score in row]


def test_what_was_confirmed_is_there_however_improbable(categorizer: Categorizer):
    scores = scored(food_drink=0.9)
    assert filed(categorizer, scores, decided(pets=1)) == ["pets", "food_drink"]
    four = decided(pets=1, travel=1, fashion=1, beauty=1)
    assert set(filed(categorizer, scores, four)) == {"pets", "travel", "fashion", "beauty"}


def test_what_was_removed_is_not_there_however_probable(categorizer: Categorizer):
    scores = scored(pets=0.7, travel=0.2, food_drink=0.02)
    assert filed(categorizer, scores, decided(pets=-1)) == ["travel"]


def test_others_that_was_removed_gives_way_to_the_best_guess(categorizer: Categorizer):
    assert filed(categorizer, scored(others=0.9, pets=0.1), decided(others=-1)) == ["pets"]


def test_others_that_was_confirmed_stands_alone(categorizer: Categorizer):
    assert filed(categorizer, scored(pets=0.9), decided(others=1)) == ["others"]


def test_whoever_removes_everything_has_nothing(categorizer: Categorizer):
    everything = np.full((1, len(IDS)), -1, np.int8)
    assert filed(categorizer, scored(pets=0.9), everything) == []


@given(
    arrays(np.float32, (1, len(IDS)), elements=st.floats(0, 1, width=32)),
    arrays(np.int8, (1, len(IDS)), elements=st.integers(-1, 1)),
)
def test_decisions_always_stand(
    categorizer: Categorizer, scores: np.ndarray, decisions: np.ndarray
):
    ids = set(filed(categorizer, scores, decisions))
    for name, decision in zip(IDS, decisions[0], strict=True):
        if decision:
            assert (name in ids) == (decision > 0)


def own(id: str, **changes: object) -> Category:
    return Category(**({"id": id, "name_en": "", "name_ko": "", "colour": "#123456"} | changes))


def names_of(categorizer: Categorizer, encoder: Encoder, words: str) -> list[str]:
    (row,) = categorizer.assign(categorizer.scores(encoder.encode_texts([words])))
    return [score.category_id for score in row]


def test_a_category_of_the_users_has_phrases(encoder: Encoder):
    horses = own("horses", name_ko="말", phrases=("a horse, horse riding",))
    categorizer = Categorizer([*load_categories(), horses], encoder)
    assert names_of(categorizer, encoder, "a brown horse")[0] == "horses"
    assert "horses" not in names_of(categorizer, encoder, "pizza")


@pytest.mark.parametrize("name", [{"name_en": "Horses"}, {"name_ko": "말"}])
def test_without_phrases_its_name_describes_it(encoder: Encoder, name: dict[str, str]):
    categorizer = Categorizer([*load_categories(), own("own", phrases=(), **name)], encoder)
    assert names_of(categorizer, encoder, "a horse")[0] == "own"


def test_phrases_may_be_korean(encoder: Encoder):
    category = own("own", phrases=("귀여운 말", "말을 타는 사람"))
    categorizer = Categorizer([*load_categories(), category], encoder)
    assert names_of(categorizer, encoder, "horse riding")[0] == "own"


def test_examples_say_what_words_cannot(encoder: Encoder):
    categories = [*load_categories(), own("mine", name_ko="우리집", phrases=())]
    examples = encoder.encode_texts(["a lighthouse at the sea", "beacon, lighthouse"])
    corrections = corrections_of(categories, {"mine": examples})
    assert "mine" not in names_of(Categorizer(categories, encoder), encoder, "white lighthouse")
    taught = Categorizer(categories, encoder, corrections)
    assert "mine" in names_of(taught, encoder, "white lighthouse")
    assert "mine" not in names_of(taught, encoder, "pizza")


def test_a_rule_decides_beside_the_others(encoder: Encoder):
    categories = [
        own("dogs_or_cats", phrases=(), rule="dog or cat"),
        own("no_dogs", phrases=(), rule="동물 and not 강아지"),
        *load_categories(),
    ]
    categorizer = Categorizer(categories, encoder)
    scores = categorizer.scores(encoder.encode_texts(["golden retriever dog", "a bowl of soup"]))
    assert scores[0, 0] > 0.5 > scores[0, 1]
    assert (scores[1, :2] < 0.5).all()
    np.testing.assert_allclose(scores[:, 2:].sum(axis=1), 1, atol=1e-5)
    names = names_of(categorizer, encoder, "golden retriever dog")
    assert {"dogs_or_cats", "pets"} <= set(names)
    assert "dogs_or_cats" not in names_of(categorizer, encoder, "a bowl of soup")


def test_a_rule_alone_keeps_a_picture_out_of_others(encoder: Encoder):
    ruled = Categorizer([*load_categories(), own("dogs", phrases=(), rule="dog")], encoder)
    scores = np.append(scored(others=0.9), [[0.8]], axis=1).astype(np.float32)
    ((only,),) = ruled.assign(scores)
    assert only.category_id == "dogs"


def test_a_wrong_rule_says_where(encoder: Encoder):
    with pytest.raises(BrokenRule, match="is “dog” meant"):
        Categorizer([*load_categories(), own("x", phrases=(), rule="cat or dogg")], encoder)


def test_what_was_kept_gives_the_same_as_what_is_worked_out_anew(encoder: Encoder):
    vectors = encoder.encode_texts(["a dog", "a bowl of soup", "a train"])
    dogs, soups = own("dogs", phrases=(), rule="dog"), own("soups", phrases=(), rule="not dog")
    kept: dict[str, np.ndarray] = {}
    for categories in (
        [*load_categories(), dogs],
        [dogs, soups, *load_categories()],
        [*load_categories(), own("horses", phrases=("a horse",)), soups],
        [*load_categories()],
    ):
        categorizer = Categorizer(categories, encoder)
        # The first fills what the second finds.
        for _ in range(2):
            found = categorizer.scores(vectors, kept)
            np.testing.assert_allclose(found, categorizer.scores(vectors), atol=1e-5)
    assert len(kept) == 1


def test_many_pictures_are_filed_as_each_alone(encoder: Encoder):
    categories = [*load_categories(), own("dogs", phrases=(), rule="dog")]
    categorizer = Categorizer(categories, encoder)
    scores = categorizer.scores(encoder.encode_texts(["a dog", "soup", "a bus", "a wall"]))
    for row, alone in zip(categorizer.filed(scores), categorizer.assign(scores), strict=True):
        found = {score.category_id: score.score for score in alone}
        assert found == {
            categorizer.category_ids[column]: row[column]
            for column in np.flatnonzero(~np.isnan(row))
        }


def test_the_surest_comes_first_also_where_some_were_removed(encoder: Encoder):
    categories = [*load_categories(), own("dogs", phrases=(), rule="dog")]
    categorizer = Categorizer(categories, encoder)
    scores = np.append(scored(pets=0.3, travel=0.6), [[0.5]], axis=1).astype(np.float32)
    removed = np.append(decided(travel=-1), [[0]], axis=1).astype(np.int8)
    # Without travel, what it had of the probability falls to pets: 0.9.
    assert filed(categorizer, scores, removed) == ["pets", "dogs"]


def test_doubt_knows_the_rules(encoder: Encoder):
    categories = [*load_categories(), own("dogs", phrases=(), rule="dog")]
    categorizer = Categorizer(categories, encoder)
    sure = np.append(scored(pets=0.98), [[0.97]], axis=1).astype(np.float32)
    unsure = np.append(scored(pets=0.98), [[0.5]], axis=1).astype(np.float32)
    assert categorizer.doubts(np.concatenate([sure, unsure])).tolist() == [0, 1]


def test_scores_are_probabilities_over_all_categories(categorizer: Categorizer, encoder: Encoder):
    vectors = encoder.encode_texts(["a dog", "a plate of pasta"])
    scores = categorizer.scores(vectors)
    assert scores.shape == (2, len(IDS))
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)
    assert [IDS[index] for index in scores.argmax(axis=1)] == ["pets", "food_drink"]


def test_no_pictures_no_scores(categorizer: Categorizer, encoder: Encoder):
    assert categorizer.scores(encoder.encode_texts([])).shape == (0, len(IDS))
