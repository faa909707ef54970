"""Text is repaired where it is broken and left alone where it is right."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.archive.sample.escaping import escape_text
from organizer.archive.text import repair_text

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


@given(st.text())
def test_the_result_can_always_be_stored(text: str):
    repaired = repair_text(text)
    assert "\0" not in repaired
    repaired.encode("utf-8")
