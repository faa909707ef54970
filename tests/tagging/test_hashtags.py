"""Hashtags as Instagram counts them, in every script."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.tagging.hashtags import (
    MOST_CHARACTERS,
    extract_hashtags,
    extract_mentions,
    hashtag_key,
    read_hashtags,
)


@pytest.mark.parametrize(
    ("caption", "hashtags"),
    [
        ("#강아지 산책 #dog", ("강아지", "dog")),
        ("#one#two", ("one", "two")),
        ("＃전각 해시태그", ("전각",)),
        ("줄\n#다음줄", ("다음줄",)),
        ("#snake_case_2023!", ("snake_case_2023",)),
        ("#café, #naïve.", ("café", "naïve")),
        ("#さくら #桜 #हिन्दी #ไทย", ("さくら", "桜", "हिन्दी", "ไทย")),
        ("sunset#beach", ()),
        ("https://example.com/#top and &#39;", ()),
        ("# alone #", ()),
        ("##twice", ("twice",)),
        ("#Dog #dog #DOG", ("Dog",)),
        ("#dog🐶 #👩‍🚀", ("dog🐶", "👩‍🚀")),
        ("(#괄호) “#quote”", ("괄호", "quote")),
        ("#cat/#dog", ("cat", "dog")),
        ("❤️#사랑", ("사랑",)),
        ("#❤️ #1️⃣", ("❤", "1️⃣")),
        ("#️⃣ 1", ()),
        ("#\ufe0f #\u0301 #\u200d", ()),
        ("a##b", ()),
        ("https://example.com/?#top WWW.example.kr/a-#b #ok", ("ok",)),
        ("링크https://example.com/#top", ()),
        ("example.com/?page=-#top", ()),
        ("3.5/#다이어트", ("다이어트",)),
        ("#2024 #１２ #12_3 #1a #100일", ("1a", "100일")),
        ("@photo.by/#dog", ("dog",)),
        ("", ()),
    ],
)
def test_examples(caption: str, hashtags: tuple[str, ...]):
    assert extract_hashtags(caption) == hashtags


def test_decomposed_and_composed_are_one():
    decomposed = unicodedata.normalize("NFD", "#강아지")
    assert extract_hashtags(f"{decomposed} #강아지") == ("강아지",)


# Mostly what matters to hashtags, so that more than one in a thousand captions has one.
CAPTIONS = st.text() | st.text(
    st.sampled_from("#＃ aB1_강ᄀ\u1161\u0301\ufe0f\u200d\u20e3❤🐶👍🏽🇰&;./:-\n") | st.characters()
)


@given(CAPTIONS)
def test_what_is_found_stands_in_the_caption_once_and_is_found_again(caption: str):
    found = extract_hashtags(caption)
    normal = unicodedata.normalize("NFC", caption)
    assert all(hashtag in normal for hashtag in found)
    keys = [hashtag_key(hashtag) for hashtag in found]
    assert len(set(keys)) == len(keys)
    assert extract_hashtags(" ".join(f"#{hashtag}" for hashtag in found)) == found


@given(CAPTIONS)
def test_no_hashtag_holds_a_space_or_a_hash(caption: str):
    for hashtag in extract_hashtags(caption):
        assert hashtag
        assert not any(sign.isspace() or sign in "#＃" for sign in hashtag)


@pytest.mark.parametrize("typed", ["#❤️", " ❤", "＃❤\ufe0f ", "# ❤️\n"])
def test_a_typed_hashtag_has_the_key_of_the_one_found(typed: str):
    assert hashtag_key(typed) == hashtag_key(*extract_hashtags("I #❤️ this"))


@pytest.mark.parametrize("part", ["#", "#＃", "a.", "#\u0301", "#a", "https://", "\u0301"])
def test_a_caption_made_to_take_long_does_not(part: str):
    began = time.perf_counter()
    extract_hashtags(part * 50_000)
    assert time.perf_counter() - began < 5


@given(CAPTIONS)
def test_a_key_is_its_own_key(text: str):
    assert hashtag_key(hashtag_key(text)) == hashtag_key(text)


def test_what_is_longer_than_instagram_takes_is_no_hashtag():
    longest = "가" * MOST_CHARACTERS
    assert extract_hashtags(f"#{longest} #{longest}가") == (longest,)


def test_a_hundred_thousand_captions_take_seconds():
    hashtags = "#강아지 #산책 #dog #dogsofinstagram #주말"
    captions = [f"오늘은 강아지랑 산책 {day} 🐶❤️\n.\n{hashtags}" for day in range(10_000)]
    began = time.perf_counter()
    assert sum(len(extract_hashtags(caption)) for caption in captions) == 50_000
    # A tenth of them in a tenth of ten seconds: five times what it takes on a slow computer.
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("caption", "names"),
    [
        ("with @Anna.b, @민지 and @c_d.", ("anna.b", "c_d")),
        ("@name님과 ＠full (@in) @name", ("name", "full", "in")),
        ("me@example.com https://example.com/@page example.com/@page", ()),
        ("@a/@b @a@b", ("a", "b")),
        ("...@x", ("x",)),
        (f"@{'a' * 30} @{'b' * 31}", ("a" * 30,)),
        ("@ @. @@x", ()),
        ("", ()),
    ],
)
def test_mentions(caption: str, names: tuple[str, ...]):
    assert extract_mentions(caption) == names


@given(st.text() | st.text(st.sampled_from("@＠aB1._강/: ")))
def test_mentions_are_names_and_found_again(caption: str):
    found = extract_mentions(caption)
    for name in found:
        assert 1 <= len(name) <= 30
        assert name.isascii()
        assert not name.endswith(".")
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789._")
    assert extract_mentions(" ".join(f"@{name}" for name in found)) == found


@pytest.mark.parametrize("part", ["@", "@a.", "@a", "a.", "＠_"])
def test_mentions_made_to_take_long_do_not(part: str):
    began = time.perf_counter()
    extract_mentions(part * 50_000)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("typed", "hashtags"),
    [
        ("#강아지 #산책", ("강아지", "산책")),
        ("＃전각,#dog#cat", ("전각", "dog", "cat")),
        ("강아지 산책,바다，하늘、구름\nsea", ("강아지", "산책", "바다", "하늘", "구름", "sea")),
        ("Dog dog #DOG", ("Dog",)),
        (unicodedata.normalize("NFD", "강아지"), ("강아지",)),
        ("dog's 2023 it… https://example.com/#top", ()),
        ("  #  , ", ()),
    ],
)
def test_a_list_of_hashtags_is_read_with_or_without_hashes(typed: str, hashtags: tuple[str, ...]):
    assert read_hashtags(typed) == hashtags
