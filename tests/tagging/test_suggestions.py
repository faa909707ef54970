"""The user's own hashtags come first, nothing is said twice, and nothing that does not fit."""

import time

import numpy as np
import pytest
from PIL import Image

from organizer.archive.sample.topics import load_topics
from organizer.tagging.folding import fold_key
from organizer.tagging.neighbours import Neighbours
from organizer.tagging.records import HashtagUse, SuggestionReason
from organizer.tagging.suggestions import HIGHEST_LIMIT, Suggester, encode_vocabulary
from organizer.vectors import FloatArray, unit_vectors
from organizer.vision.encoder import Encoder


def suggest(encoder: Encoder, shown: str, own: list[HashtagUse], present: tuple[str, ...] = ()):
    vectors = encoder.encode_texts([shown])
    (suggested,) = Suggester(encoder, own).suggest(vectors, [present])
    return suggested


def test_own_hashtags_that_fit_come_first(encoder: Encoder):
    own = [HashtagUse("우리집고양이", 9), HashtagUse("고양이", 8), HashtagUse("바다", 5)]
    suggested = suggest(encoder, "a cat", own)
    assert (suggested[0].hashtag, suggested[0].reason) == ("고양이", SuggestionReason.OWN)
    assert "바다" not in [suggestion.hashtag for suggestion in suggested]


def test_what_the_caption_has_is_not_suggested_in_either_language(encoder: Encoder):
    suggested = suggest(encoder, "a cat", [], present=("Cat",))
    assert not {"cat", "고양이"} & {suggestion.hashtag for suggestion in suggested}


def test_the_vocabulary_speaks_the_users_language(encoder: Encoder):
    korean = suggest(encoder, "a plate of pasta", [HashtagUse("소통", 3)])
    english = suggest(encoder, "a plate of pasta", [HashtagUse("instagood", 3)])
    assert korean[0].hashtag == "파스타"
    assert english[0].hashtag == "pasta"


def test_at_most_as_many_as_allowed_and_scores_between_0_and_1(encoder: Encoder):
    vectors = encoder.encode_texts(["a beach at sunset", "a dog"])
    for suggested in Suggester(encoder, []).suggest(vectors, [(), ()], limit=2):
        assert 1 <= len(suggested) <= 2
        assert all(0 <= suggestion.score <= 1 for suggestion in suggested)


def test_hashtags_that_show_nothing_are_never_suggested(encoder: Encoder):
    own = [HashtagUse("follow4follow", 50), HashtagUse("일상", 40)]
    hashtags = [s.hashtag for s in suggest(encoder, "a dog", own)]
    assert not {"follow4follow", "일상"} & set(hashtags)


def test_no_pictures_no_suggestions(encoder: Encoder):
    assert Suggester(encoder, []).suggest(encoder.encode_texts([]), []) == []


def test_none_are_allowed_none_are_suggested(encoder: Encoder):
    vectors = encoder.encode_texts(["a dog"])
    assert Suggester(encoder, []).suggest(vectors, [()], limit=0) == [()]


def photograph(name: str) -> Image.Image:
    """An installed photograph, as the sample finds it."""
    paths = [topic.photograph for topic in load_topics() if topic.photograph]
    with Image.open(next(path for path in paths if path.stem == name)) as image:
        return image.convert("RGB")


@pytest.mark.parametrize(("name", "hashtag"), [("chelsea", "고양이"), ("coffee", "커피")])
def test_a_photograph_gets_the_users_own_hashtag_for_what_it_shows(
    encoder: Encoder, name: str, hashtag: str
):
    own = [HashtagUse("바다", 9), HashtagUse("고양이", 8), HashtagUse("커피", 7)]
    vectors = encoder.encode_images([photograph(name)])
    (suggested,) = Suggester(encoder, own).suggest(vectors, [()])
    assert hashtag in [suggestion.hashtag for suggestion in suggested]
    assert [s.hashtag for s in suggested if s.reason is SuggestionReason.OWN] == [hashtag]


def test_most_pictures_of_nothing_get_nothing(encoder: Encoder):
    colours = np.random.default_rng(7).integers(0, 256, (20, 3))
    plain = [Image.new("RGB", (64, 64), tuple(map(int, colour))) for colour in colours]
    suggested = Suggester(encoder, []).suggest(encoder.encode_images(plain), [()] * len(plain))
    assert sum(not suggestions for suggestions in suggested) >= 0.7 * len(plain)


def test_a_hamster_is_not_suggested_for_a_cat(encoder: Encoder):
    vectors = encoder.encode_images([photograph("chelsea")])
    (suggested,) = Suggester(encoder, [HashtagUse("햄스터", 9)]).suggest(vectors, [()])
    assert "햄스터" not in [suggestion.hashtag for suggestion in suggested]


@pytest.fixture(scope="module")
def kept(encoder: Encoder) -> FloatArray:
    """The vocabulary's vectors, encoded once."""
    return encode_vocabulary(encoder)


def neighbours(encoder: Encoder) -> Neighbours:
    """A library in which a cat is called 콩이 and the sea is where the user lives."""
    shown = ["a cat", "a tabby cat", "a cat on a sofa", "the sea", "waves at the sea"]
    shown += ["a car", "a pizza", "a church", "a book", "a bicycle", "a cup of coffee", "shoes"]
    hashtags = [("콩이", "소통"), ("콩이",), ("콩이", "소통"), ("우리동네",), ("우리동네",)]
    return Neighbours(encoder.encode_texts(shown), hashtags + [("일상",)] * 7)


def test_what_stands_on_similar_pictures_comes_first_whatever_it_means(
    encoder: Encoder, kept: FloatArray
):
    suggester = Suggester(encoder, [HashtagUse("고양이", 9)], vocabulary_vectors=kept)
    vectors = encoder.encode_texts(["a cat"])
    (suggested,) = suggester.suggest(vectors, [()], neighbours=neighbours(encoder))
    first = {suggestion.hashtag: suggestion.reason for suggestion in suggested[:2]}
    assert first == {"고양이": SuggestionReason.OWN, "콩이": SuggestionReason.SIMILAR}
    assert not {"소통", "우리동네", "일상"} & {suggestion.hashtag for suggestion in suggested}


def test_few_pictures_have_no_neighbours(encoder: Encoder, kept: FloatArray):
    vectors = encoder.encode_texts(["a cat"])
    few = Neighbours(vectors, [("콩이",)])
    (suggested,) = Suggester(encoder, [], vocabulary_vectors=kept).suggest(
        vectors, [()], neighbours=few
    )
    assert "콩이" not in [suggestion.hashtag for suggestion in suggested]


def test_reasons_come_in_their_order_and_nothing_is_said_twice(encoder: Encoder, kept: FloatArray):
    suggester = Suggester(encoder, [HashtagUse("beachday", 3)], vocabulary_vectors=kept)
    vectors = encoder.encode_texts(["a beach"])
    (suggested,) = suggester.suggest(vectors, [()], limit=99, groups=["travel"])
    order = [list(SuggestionReason).index(suggestion.reason) for suggestion in suggested]
    assert order == sorted(order)
    assert len(suggested) == HIGHEST_LIMIT == len({fold_key(one.hashtag) for one in suggested})
    assert {SuggestionReason.OWN, SuggestionReason.RELATED, SuggestionReason.POPULAR} <= {
        suggestion.reason for suggestion in suggested
    }


def test_popular_groups_come_only_when_asked_for(encoder: Encoder, kept: FloatArray):
    vectors = encoder.encode_texts(["a beach"])
    suggester = Suggester(encoder, [], vocabulary_vectors=kept)
    (suggested,) = suggester.suggest(vectors, [()], limit=HIGHEST_LIMIT)
    assert SuggestionReason.POPULAR not in {suggestion.reason for suggestion in suggested}


def test_what_was_rejected_is_not_suggested_again_in_any_spelling(
    encoder: Encoder, kept: FloatArray
):
    vectors = encoder.encode_texts(["a cat"])
    suggester = Suggester(encoder, [HashtagUse("cats", 5)], vocabulary_vectors=kept)
    (suggested,) = suggester.suggest(vectors, [()], rejected=[("고양이",)])
    assert not {"cat", "cats", "고양이"} & {suggestion.hashtag for suggestion in suggested}


def test_what_is_often_rejected_comes_later_or_not_at_all(encoder: Encoder, kept: FloatArray):
    own = [HashtagUse("beach", 5), HashtagUse("sea", 5)]
    vectors = encoder.encode_texts(["a beach by the sea"])
    hashtags = {}
    for weight in (1.0, 0.5):
        suggester = Suggester(encoder, own, vocabulary_vectors=kept, weights={"Beach": weight})
        (suggested,) = suggester.suggest(vectors, [()])
        hashtags[weight] = [suggestion.hashtag for suggestion in suggested]
    assert hashtags[1.0][0] == "beach"
    assert hashtags[0.5][0] == "sea"


def test_a_selection_gets_what_all_of_its_pictures_show(encoder: Encoder, kept: FloatArray):
    suggester = Suggester(encoder, [], vocabulary_vectors=kept)
    vectors = encoder.encode_texts(["a pizza", "a pizza and a glass of red wine", "a pizza"])
    suggested = suggester.suggest_for_selection(vectors, ["dinner"], limit=10)
    hashtags = [suggestion.hashtag for suggestion in suggested]
    assert hashtags[0] == "pizza"
    assert "wine" in hashtags
    assert "dinner" not in hashtags
    assert suggester.suggest_for_selection(vectors[:0], []) == ()


def test_a_selection_of_one_is_that_picture(encoder: Encoder, kept: FloatArray):
    suggester = Suggester(encoder, [], vocabulary_vectors=kept)
    vectors = encoder.encode_texts(["a pizza"])
    assert suggester.suggest_for_selection(vectors, ()) == suggester.suggest(vectors, [()])[0]


def test_a_suggestion_among_many_pictures_takes_no_time_to_speak_of(
    encoder: Encoder, kept: FloatArray
):
    suggester = Suggester(encoder, [HashtagUse("고양이", 9)], vocabulary_vectors=kept)
    vectors = encoder.encode_texts(["a cat"])
    many = np.random.default_rng(5).normal(size=(20_000, vectors.shape[1])).astype(np.float32)
    library = Neighbours(unit_vectors(many), [("콩이",)] * len(many))
    suggester.suggest(vectors, [()], neighbours=library)
    took = []
    for _ in range(5):
        began = time.perf_counter()
        suggester.suggest(vectors, [()], neighbours=library)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.03
