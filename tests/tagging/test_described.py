"""What a description names is offered as hashtags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.tagging.described import DescribedHashtags
from organizer.tagging.folding import fold_key
from organizer.tagging.records import HashtagSuggestion, HashtagUse, SuggestionReason

ENGLISH = DescribedHashtags([], korean=False)
KOREAN = DescribedHashtags([], korean=True)


@pytest.mark.parametrize(
    ("description", "english", "korean"),
    [
        ("A dog laying on a couch.", ("dog",), ("강아지",)),
        ("Two dogs run on the beach.", ("dog", "beach"), ("강아지", "해변")),
        ("A hot dog on a plate", ("hotdog",), ("핫도그",)),
        ("A birthday cake with candles", ("birthdaycake", "candle"), ("생일케이크", "캔들")),
        ("A tv in a room", ("tv",), ("티비",)),
        ("A bowl of strawberries", ("bowl", "strawberry"), ("볼", "딸기")),
    ],
)
def test_things_become_hashtags_in_either_language(
    description: str, english: tuple[str, ...], korean: tuple[str, ...]
):
    assert ENGLISH.hashtags(description) == english
    assert KOREAN.hashtags(description) == korean


@pytest.mark.parametrize(
    "description",
    [
        "",
        "A couple of the other ones",
        "A man running to it",
        "IN THE OF",
        "!!! ... ???",
        "nothing there is known here",
    ],
)
def test_what_names_no_thing_gives_no_hashtag(description: str):
    assert ENGLISH.hashtags(description) == ()


def test_a_narrower_thing_is_not_put_in_place_of_what_was_said():
    assert "parrot" not in ENGLISH.hashtags("A bird on a tree")
    assert KOREAN.hashtags("A bird on a tree") == ("나무",)


def test_the_users_own_spelling_comes_first_and_what_they_often_reject_never():
    own = [HashtagUse("해변", 2), HashtagUse("DogLover", 9)]
    described = DescribedHashtags(own, {"노을": 0.2}, korean=True)
    assert described.hashtags("A dog on the beach at sunset") == ("DogLover", "해변")


def test_the_language_is_that_of_most_of_the_users_own():
    assert DescribedHashtags([HashtagUse("여행", 3)]).hashtags("a cat") == ("고양이",)
    assert DescribedHashtags([HashtagUse("trip", 3)]).hashtags("a cat") == ("cat",)


def suggestion(hashtag: str, reason: SuggestionReason) -> HashtagSuggestion:
    return HashtagSuggestion(hashtag, 0.5, reason)


def test_they_stand_behind_the_users_own_and_before_the_vocabulary():
    before = [
        suggestion("콩이", SuggestionReason.OWN),
        suggestion("sand", SuggestionReason.VOCABULARY),
        suggestion("dog", SuggestionReason.VOCABULARY),
        suggestion("love", SuggestionReason.POPULAR),
    ]
    made = ENGLISH.added_to(before, ["A dog and a cat on a beach"], ["바다", "고양이"], 5)
    assert [(one.hashtag, one.reason) for one in made] == [
        ("콩이", SuggestionReason.OWN),
        ("dog", SuggestionReason.DESCRIBED),
        ("beach", SuggestionReason.DESCRIBED),
        ("sand", SuggestionReason.VOCABULARY),
        ("love", SuggestionReason.POPULAR),
    ]
    assert len(ENGLISH.added_to(before, ["A dog and a cat on a beach"], [], 2)) == 2
    assert ENGLISH.added_to(before, [], [], 5) == tuple(before)


@given(st.text(max_size=120))
def test_whatever_is_written_gives_each_hashtag_once(description: str):
    made = ENGLISH.hashtags(description)
    assert len({fold_key(hashtag) for hashtag in made}) == len(made)
