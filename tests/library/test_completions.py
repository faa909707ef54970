"""What could be meant by what is being typed into the search field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.library.completions import (
    Completion,
    CompletionKind,
    KnownWords,
    complete,
    read_known_words,
)
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.library.records import HashtagFacet
from organizer.tagging.records import Category

KNOWN = KnownWords(
    hashtags=(
        HashtagFacet(("cat", "고양이"), 40, (30, 10)),
        HashtagFacet(("바다",), 20, (20,)),
        HashtagFacet(("blackcat",), 5, (5,)),
    ),
    keys=(("cat", "고양이"), ("바다",), ("blackcat",)),
    categories=(
        Category("pets", "Pets", "반려동물", "#111111", ("a pet",)),
        Category("food", "Food & Drink", "음식", "#222222", ("food",)),
    ),
    months={(2023, 7): 3, (2023, 6): 4, (2022, 6): 5, (2020, 12): 1},
    users=(("catlover", 3), ("me", 1)),
)


def found(text: str, is_korean: bool = False) -> list[Completion]:
    return list(complete(text, KNOWN, is_korean=is_korean))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("cat ", []),
        ("#", ["#cat", "#바다", "#blackcat"]),
        ("#고", ["#고양이"]),
        ("＃바", ["#바다"]),
        ("nice cat", ["#cat", "#blackcat", "@catlover"]),
        ("@m", ["@me"]),
        ("dri", ["Food & Drink"]),
        ("음", ["Food & Drink"]),
        ("202", ["2023", "2022", "2020"]),
        ("june", ["2023-06", "2022-06"]),
        ("6월", ["2023-06", "2022-06"]),
        ("cat June 2022", ["2022-06"]),
        ("2022년 6월", ["2022-06"]),
        ("is:v", ["is:video"]),
        ("종류", ["종류:동영상", "종류:사진", "종류:즐겨찾기"]),
        ("bef", ["before:"]),
        ("xyz", []),
    ],
)
def test_the_end_of_the_text_is_completed(text: str, expected: list[str]):
    assert [one.text for one in found(text)] == expected


def test_what_is_chosen_becomes_a_filter_and_leaves_the_text():
    (hashtag, *_) = found("sunny #ca")
    assert hashtag.count == 40
    before = Filter(text="sunny #ca", hashtags=("바다",), is_video=True)
    expected = Filter(text="sunny", hashtags=("바다", "cat"), is_video=True)
    assert hashtag.chosen("sunny #ca", before) == expected
    (month, *_) = found("cat June 2022")
    assert month.chosen("cat June 2022", Filter(text="cat June 2022")) == Filter(
        text="cat", year=2022, month=6
    )
    (category,) = found("반려", is_korean=True)
    assert category.text == "반려동물"
    assert category.chosen("반려", Filter()) == Filter(categories=("pets",))


def test_a_key_or_user_completes_the_text():
    (key,) = found("dog befo")
    assert key.kind is CompletionKind.KEY
    assert key.completed("dog befo") == "dog before:"
    (user,) = found("hello @m")
    assert user.completed("hello @m") == "hello @me "
    assert user.chosen("hello @m", Filter(year=2020)) == Filter(text="hello @me", year=2020)


def test_a_library_gives_what_is_in_it(reader: LibraryReader):
    known = read_known_words(reader)
    facets = reader.facets(Filter())
    assert dict(known.months) == facets.months
    assert known.hashtags[: len(facets.hashtags)] == facets.hashtags[: len(known.hashtags)]
    (first, *_) = complete(f"#{known.keys[0][0]}", known, is_korean=False)
    assert first.count == facets.hashtags[0].pictures


@given(st.text())
def test_whatever_is_typed_is_completed_somehow(text: str):
    for one in found(text):
        assert 0 <= one.start < len(text)
        assert one.chosen(text, Filter()) is not None
