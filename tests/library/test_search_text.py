"""What is typed into the search field means what a person would mean by it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.library.search_text import SearchTerms, parse_search


def seconds(*date: int) -> int:
    return int(datetime(*date).astimezone().timestamp())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SearchTerms()),
        ("   ", SearchTerms()),
        ("Dog Beach", SearchTerms(words=("dog", "beach"))),
        ('"dog on a beach"', SearchTerms(words=("dog on a beach",))),
        ('"dog on', SearchTerms(words=("dog on",))),
        ("바다 -강아지", SearchTerms(words=("바다",), without=("강아지",))),
        ("#Dog ＃강아지", SearchTerms(hashtags=("dog", "강아지"))),
        ('"#Dog"', SearchTerms(words=("#dog",))),
        ("@Someone", SearchTerms(words=("@someone",))),
        ("-", SearchTerms(words=("-",))),
        ("is:video", SearchTerms(kinds=("video",))),
        ("종류:동영상", SearchTerms(kinds=("video",))),
        ("is:nice", SearchTerms(words=("is:nice",))),
        ("before:dinner", SearchTerms(words=("before:dinner",))),
        ("9:30", SearchTerms(words=("9:30",))),
        ("before:2023", SearchTerms(to_time=seconds(2023, 1, 1))),
        ("after:2023", SearchTerms(from_time=seconds(2024, 1, 1))),
        ("in:2023-12", SearchTerms(from_time=seconds(2023, 12, 1), to_time=seconds(2024, 1, 1))),
        ("이후:2023-06-30", SearchTerms(from_time=seconds(2023, 7, 1))),
        (
            "after:2020 before:2023 before:2022",
            SearchTerms(from_time=seconds(2021, 1, 1), to_time=seconds(2022, 1, 1)),
        ),
        ("before:9999", SearchTerms(words=("before:9999",))),
        ("in:2023-02-28", SearchTerms(from_time=seconds(2023, 2, 28), to_time=seconds(2023, 3, 1))),
        ("in:2023-13", SearchTerms(words=("in:2023-13",))),
    ],
)
def test_what_is_typed_becomes_conditions(text: str, expected: SearchTerms):
    assert parse_search(text) == expected


def test_a_word_is_the_same_however_it_is_composed():
    assert parse_search("\u1100\u1161\u11bc") == parse_search("\uac15") == parse_search(" 강 ")


def test_what_a_picture_shows_is_described_without_conditions():
    assert parse_search("dog beach #love @me before:2023 is:photo").description == "dog beach"


@given(st.text())
def test_whatever_is_typed_is_understood_somehow(text: str):
    terms = parse_search(text)
    assert all(word.strip() for word in (*terms.words, *terms.without, *terms.hashtags))
