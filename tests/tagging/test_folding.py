"""Spellings of one hashtag fold together; what only might be one is proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.tagging.folding import MergeReason, fold, fold_key, propose_merges
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import HashtagUse
from organizer.tagging.vocabulary import load_vocabulary
from organizer.vision.encoder import Encoder


@pytest.mark.parametrize(
    "same",
    [
        ("dog", "DOG", "dogs", "Dog_", "dogsofinstagram", "doglover", "강아지", "강아지스타그램"),
        ("golden_hour", "goldenHour", "골든아워"),
        ("cookie", "cookies", "쿠키"),
        ("movie", "movies"),
        ("berry", "berries"),
        ("church", "churches"),
        ("커피", "커피그램", "커피스타그램", "coffee", "coffeelovers"),
        ("냥스타그램", "냥"),
    ],
)
def test_spellings_fold_together(same: tuple[str, ...]):
    assert len({fold_key(hashtag) for hashtag in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wildlife", "wild"),
        ("vanlife", "van"),
        ("birthday", "birth"),
        ("glasses", "glass"),
        ("news", "new"),
        ("tennis", "tenni"),
        ("인스타그램", "인"),
        ("킬로그램", "킬로"),
        ("seoul2022", "seoul2023"),
        ("제주도", "섬"),
        ("puppy", "dog"),
        ("차", "자동차"),
    ],
)
def test_what_differs_stays_apart(one: str, other: str):
    assert fold_key(one) != fold_key(other)


def test_a_hashtag_and_its_translation_are_one_throughout_the_vocabulary():
    for entry in load_vocabulary().entries:
        assert fold_key(entry.en[0]) == fold_key(entry.ko[0]), entry


@given(st.text())
def test_what_has_one_key_has_one_folded_key(text: str):
    assert fold_key(text) == fold_key(hashtag_key(text))
    assert bool(fold_key(text)) == bool(hashtag_key(text))


def test_folding_keeps_every_spelling_most_used_first():
    folded = fold([HashtagUse("Dogs", 2), HashtagUse("바다", 4), HashtagUse("강아지", 3)])
    assert [(tag.hashtag, tag.count) for tag in folded] == [("강아지", 5), ("바다", 4)]
    assert folded[0].spellings == (HashtagUse("강아지", 3), HashtagUse("Dogs", 2))


def proposed(encoder: Encoder, *hashtags: str) -> set[tuple[str, str, MergeReason]]:
    uses = [HashtagUse(hashtag, 100 - place) for place, hashtag in enumerate(hashtags)]
    return {(one.kept, one.other, one.reason) for one in propose_merges(fold(uses), encoder)}


def test_a_slip_of_the_finger_is_proposed(encoder: Encoder):
    expected = {
        ("goldenretriever", "goldenretreiver", MergeReason.SPELLING),
        ("서울맛집", "서울맞집", MergeReason.SPELLING),
    }
    hashtags = ("goldenretriever", "goldenretreiver", "서울맛집", "서울맞집", "바다")
    assert proposed(encoder, *hashtags) == expected


def test_another_word_for_the_same_is_proposed(encoder: Encoder):
    found = proposed(encoder, "강아지", "댕댕이", "자동차")
    assert found == {("강아지", "댕댕이", MergeReason.MEANING)}


def test_numbers_and_what_is_folded_are_not_proposed(encoder: Encoder):
    assert not proposed(encoder, "day1", "day2", "seoul2022", "seoul2023", "dog", "dogs", "강아지")


def test_two_words_are_no_slips_of_each_other(encoder: Encoder):
    assert not proposed(encoder, "dessert", "desert", "hanbok", "hanok", "valley", "alley")


def test_nothing_used_nothing_proposed(encoder: Encoder):
    assert propose_merges([], encoder) == ()
