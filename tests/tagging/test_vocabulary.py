"""The data that tagging works with is whole, and broken data is named."""

import unicodedata
from pathlib import Path

import pytest

from organizer.tagging.categories import load_categories, read_categories
from organizer.tagging.errors import BrokenVocabulary
from organizer.tagging.hashtags import extract_hashtags, hashtag_key
from organizer.tagging.vocabulary import (
    load_groups,
    load_vocabulary,
    read_groups,
    read_vocabulary,
)

CATEGORY = '[[category]]\nid = "{id}"\nen = "A"\nko = "가"\ncolour = "{colour}"\nphrases = ["a"]\n'


def test_the_categories_are_the_sixteen():
    ids = [category.id for category in load_categories()]
    assert len(ids) == 16
    assert ids[0] == "fashion"
    assert ids[-1] == "others"


def test_every_entry_is_a_hashtag_in_both_languages():
    ids = {category.id for category in load_categories()}
    entries = load_vocabulary().entries
    assert {entry.category_id for entry in entries} == ids
    for entry in entries:
        for hashtag in (*entry.en, *entry.ko):
            assert extract_hashtags(f"#{hashtag}") == (hashtag,)
            assert unicodedata.is_normalized("NFC", hashtag)


@pytest.mark.parametrize(
    ("hashtag", "phrase"),
    [
        ("강아지", "a dog"),
        ("DOG", "a dog"),
        ("커피그램", "a cup of coffee"),
        ("goldenHour_2024", "warm light before sunset"),
        ("강아지2023", "a dog"),
        ("sunsetwalk_2024", "sunset walk"),
        ("oldCastle", "old castle"),
        ("2023년", None),
        ("12월", None),
        ("summer2024", None),
        ("d100", None),
        ("follow4follow", None),
        ("소통", None),
        ("알수없는말", None),
        ("2023", None),
        ("x", None),
    ],
)
def test_what_a_hashtag_means(hashtag: str, phrase: str | None):
    assert load_vocabulary().phrase_of(hashtag) == phrase


@pytest.mark.parametrize(
    "content",
    [
        "nonsense",
        "",
        CATEGORY.format(id="pets", colour="#112233"),
        CATEGORY.format(id="others", colour="red"),
        CATEGORY.format(id="others", colour="#112233") * 2,
        CATEGORY.format(id="others", colour="#112233").replace('["a"]', "[]"),
    ],
)
def test_broken_categories_are_named(tmp_path: Path, content: str):
    path = tmp_path / "categories.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenVocabulary, match=r"categories\.toml"):
        read_categories(path)


ENTRY = '[[entry]]\ncategory = "pets"\nen = ["dog"]\nko = ["개"]\nphrase = "a dog"\n'


@pytest.mark.parametrize(
    "content",
    [
        "x = ",
        ENTRY,
        f"not_pictures = []\n{ENTRY}{ENTRY}",
        'not_pictures = []\n[[entry]]\nen = ["a"]',
        "not_pictures = []\nentry = []",
        "not_pictures = []\n" + ENTRY.replace("a dog", " "),
        "not_pictures = []\n" + ENTRY.replace('"개"', '"개 집"'),
        "not_pictures = []\n" + ENTRY.replace('"개"', "1"),
    ],
)
def test_a_broken_vocabulary_is_named(tmp_path: Path, content: str):
    path = tmp_path / "hashtags.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenVocabulary, match=r"hashtags\.toml"):
        read_vocabulary(path)


def test_a_vocabulary_that_is_not_text_is_named(tmp_path: Path):
    path = tmp_path / "hashtags.toml"
    path.write_bytes(b"not_pictures = ['\xff']")
    with pytest.raises(BrokenVocabulary, match=r"hashtags\.toml"):
        read_vocabulary(path)


def test_no_two_entries_mean_the_same():
    phrases = [entry.phrase for entry in load_vocabulary().entries]
    assert len(set(phrases)) == len(phrases)


def test_there_are_more_than_fifteen_hundred_hashtags_and_none_twice():
    entries = load_vocabulary().entries
    hashtags = [tag for entry in entries for tag in (*entry.en, *entry.ko)]
    assert len({hashtag_key(hashtag) for hashtag in hashtags}) == len(hashtags) >= 1500


def test_what_can_be_seen_is_not_called_invisible():
    vocabulary = load_vocabulary()
    for entry in vocabulary.entries:
        assert not [tag for tag in (*entry.en, *entry.ko) if vocabulary.shows_nothing(tag)]


@pytest.mark.parametrize(
    ("hashtag", "phrase"),
    [
        ("mygoldenretriever", "a golden retriever"),
        ("우리집고양이", "a cat"),
        ("서울맛집", "a plate of food"),
        ("seoulcafe", "a cafe"),
        ("kimminjae", None),
        ("알수없는말", None),
        ("follow4follow", None),
        ("주말2024", None),
    ],
)
def test_the_end_of_a_compound_says_what_it_is(hashtag: str, phrase: str | None):
    entry = load_vocabulary().head_of(hashtag)
    assert (entry.phrase if entry else None) == phrase


def test_the_popular_groups_are_there_in_both_languages():
    groups = {group.id: group for group in load_groups()}
    assert {"like", "fashion", "food", "pet", "tech", "wedding", "fitness"} <= groups.keys()
    assert {"travel", "holiday", "photo", "music", "art", "nature", "reels"} <= groups.keys()
    for group in groups.values():
        for hashtags in (group.en, group.ko):
            assert 15 <= len(hashtags) <= 30
            assert len({hashtag_key(hashtag) for hashtag in hashtags}) == len(hashtags)


GROUP = '[[group]]\nid = "pet"\nname_en = "P"\nname_ko = "펫"\nen = ["dog"]\nko = ["개"]\n'


@pytest.mark.parametrize("content", ["", "group = []", GROUP * 2, GROUP.replace('"dog"', '"a b"')])
def test_broken_groups_are_named(tmp_path: Path, content: str):
    path = tmp_path / "hashtag_groups.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenVocabulary, match=r"hashtag_groups\.toml"):
        read_groups(path)


@pytest.mark.parametrize(
    ("hashtag", "korean", "english"),
    [
        ("강아지", "강아지", "dog"),
        ("dog", "강아지", "dog"),
        ("Dog", "강아지", "Dog"),
        ("nobodyknowsthis", "nobodyknowsthis", "nobodyknowsthis"),
        ("아무도모르는말", "아무도모르는말", "아무도모르는말"),
        ("dog2024", "dog2024", "dog2024"),
    ],
)
def test_a_hashtag_is_said_in_the_other_language(hashtag: str, korean: str, english: str):
    vocabulary = load_vocabulary()
    assert vocabulary.in_language(hashtag, korean=True) == korean
    assert vocabulary.in_language(hashtag, korean=False) == english


def test_every_entry_leads_to_its_counterpart_and_back():
    vocabulary = load_vocabulary()
    for entry in vocabulary.entries:
        assert vocabulary.in_language(entry.en[0], korean=True) == entry.ko[0]
        assert vocabulary.in_language(entry.ko[0], korean=False) == entry.en[0]
