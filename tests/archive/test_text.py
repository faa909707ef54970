"""Text is repaired where it is broken and left alone where it is right."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.archive.sample.escaping import escape_text
from organizer.archive.text import clean_text, is_right_already, repair_text

written = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(written)
def test_what_instagram_broke_is_whole_again(text: str):
    assert repair_text(escape_text(text)) == unicodedata.normalize("NFC", text)


@given(written.filter(lambda text: any(ord(sign) > 255 for sign in text)))
def test_text_beyond_latin_1_was_right_already(text: str):
    assert repair_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["강아지 산책 🐶", "café", "naïve", "Ünïcödé", "", "plain"])
def test_right_text_stays(text: str):
    assert repair_text(text) == text


def test_decomposed_korean_is_composed():
    assert repair_text(unicodedata.normalize("NFD", "강아지")) == "강아지"


@given(st.text(st.characters()))
def test_the_result_can_always_be_stored(text: str):
    for whole in (repair_text(text), clean_text(text)):
        assert "\0" not in whole
        whole.encode("utf-8")


def test_signs_of_windows_code_pages_are_not_mistaken():
    # "가" and the euro sign have bytes from 0x80 to 0x9F, which are letters in cp1252.
    assert repair_text("\u00ea\u00b0\u0080 \u00e2\u0082\u00ac") == "가 €"


def test_a_caption_that_looks_broken_on_purpose_survives_the_way_through_an_export():
    assert repair_text(escape_text("Ã© is how é looks")) == "Ã© is how é looks"


@pytest.mark.parametrize(
    ("texts", "is_right"),
    [
        (["강아지", "Ã©"], True),
        (["Ã©", "plain"], False),
        ([escape_text("강아지 🐶")], False),
        (["\ud800", escape_text("강아지")], False),
        ([""], False),
        ([], False),
    ],
)
def test_one_sign_beyond_latin_1_shows_that_all_texts_are_right(texts: list[str], is_right: bool):
    assert is_right_already(texts) is is_right


@given(st.lists(written))
def test_what_instagram_writes_is_never_taken_for_right(texts: list[str]):
    assert not is_right_already(map(escape_text, texts))
