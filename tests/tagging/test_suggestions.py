"""The user's own hashtags come first, nothing is said twice, and nothing that does not fit."""

import numpy as np
import pytest
from PIL import Image

from organizer.archive.sample.topics import load_topics
from organizer.tagging.records import HashtagUse, SuggestionReason
from organizer.tagging.suggestions import Suggester
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
