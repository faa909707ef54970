"""Hashtags are copied in the order and the language that the user wants."""

import pytest

from organizer.tagging.hashtag_lines import HashtagLanguage, HashtagLine, HashtagOrder

HASHTAGS = ("dog", "바다", "Beach", "ownword")
USES = {"beach": 5, "바다": 7}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (HashtagOrder.GIVEN, HASHTAGS),
        (HashtagOrder.ALPHABETICAL, ("Beach", "dog", "ownword", "바다")),
        (HashtagOrder.MOST_USED, ("바다", "Beach", "dog", "ownword")),
    ],
)
def test_the_order_is_the_one_chosen(order: HashtagOrder, expected: tuple[str, ...]):
    assert HashtagLine(order).of(HASHTAGS, USES) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (HashtagLanguage.AS_THEY_ARE, ("dog", "바다", "ownword")),
        (HashtagLanguage.KOREAN, ("강아지", "바다", "ownword")),
        (HashtagLanguage.ENGLISH, ("dog", "sea", "ownword")),
        (HashtagLanguage.BOTH, ("dog", "강아지", "바다", "sea", "ownword")),
    ],
)
def test_the_language_is_the_one_chosen(language: HashtagLanguage, expected: tuple[str, ...]):
    assert HashtagLine(language=language).of(("dog", "바다", "ownword"), {}) == expected


def test_what_becomes_the_same_word_is_copied_once():
    assert HashtagLine(language=HashtagLanguage.KOREAN).of(("강아지", "dog"), {}) == ("강아지",)
    assert HashtagLine().of(("Dog", "dog"), {}) == ("Dog",)


def test_translations_are_sorted_by_their_own_letters():
    line = HashtagLine(HashtagOrder.ALPHABETICAL, HashtagLanguage.KOREAN)
    assert line.of(("sea", "dog"), {}) == ("강아지", "바다")
