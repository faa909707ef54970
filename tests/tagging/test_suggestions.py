"""The user's own hashtags come first, nothing is said twice, and nothing that does not fit."""

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
