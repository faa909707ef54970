"""Korean phrases become words that an English model knows."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.resource_files import resource_path
from organizer.tagging.errors import BrokenVocabulary
from organizer.tagging.glossary import is_korean, load_glossary, read_glossary, translate
from organizer.vision.encoder import Encoder

KOREAN = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=12)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("강아지", "dog"),
        ("강아지를", "dog"),
        ("귀여운 강아지", "cute dog"),
        ("바다에서 노는 강아지", "sea playing dog"),
        ("강아지와 고양이", "dog and cat"),
        ("치킨이랑 맥주", "fried chicken and beer"),
        ("친구랑", "friend"),
        ("강아지산책", "dog walk"),
        ("귀여운고양이는", "cute cat"),
        ("메뉴 판", "menu card"),
        ("책상 위의 커피", "desk coffee"),
        ("고양이 selfie", "cat selfie"),
        ("빨간 자동차, 파란 하늘", "red car blue sky"),
    ],
)
def test_words_are_found_whatever_stands_around_them(korean: str, english: str):
    assert translate(korean) == (english, ())


def test_a_decomposed_word_is_the_same_word():
    assert translate("강아지") == ("dog", ())


def test_what_is_not_known_is_named_once_and_left_out():
    assert translate("꿻뛟 강아지 꿻뛟") == ("dog", ("꿻뛟",))


def test_the_longest_word_wins():
    assert translate("자동차")[0] == "car"
    assert translate("기차역")[0] == "train station"
    assert translate("배추")[0] == "cabbage"


def test_english_stays_as_it_is():
    assert translate("a dog on the beach") == ("a dog on the beach", ())
    assert not is_korean("a dog")
    assert is_korean("my 강아지")


def test_nothing_means_nothing():
    assert translate("") == ("", ())
    assert translate(" … !") == ("", ())


def test_there_are_at_least_six_hundred_words():
    assert len(load_glossary()) >= 600


@pytest.mark.parametrize(
    ("korean", "right", "wrong"),
    [
        ("귀여운 강아지", "puppy", "pizza"),
        ("매운 라면", "noodle soup", "airplane"),
        ("바닷가", "seashore", "kitchen"),
        ("오토바이", "motorcycle", "cake"),
    ],
)
def test_the_model_understands_what_comes_out(
    encoder: Encoder, korean: str, right: str, wrong: str
):
    phrase, near, far = encoder.encode_texts([translate(korean)[0], right, wrong])
    assert phrase @ near > phrase @ far + 0.2


@given(st.one_of(KOREAN, st.text(max_size=40)))
def test_any_text_can_be_translated(text: str):
    english, unknown = translate(text)
    assert not is_korean(english)
    assert all(is_korean(word) for word in unknown)


def test_a_very_long_text_takes_no_time():
    translate("강아" * 100_000)
    translate("가 " * 100_000)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'particles = []\njoining = []\nsilent = []\n[words]\n"개" = 1',
        'particles = []\njoining = []\nsilent = []\n[words]\n"개" = " "',
        'particles = []\njoining = []\nsilent = []\n[words]\n"두 낱말" = "two words"',
        'particles = "은"\njoining = []\nsilent = []\n[words]\n"개" = "dog"',
        "particles = []\njoining = []\nsilent = []\n[words]\n",
        "[words",
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "glossary.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenVocabulary, match=r"glossary\.toml cannot be used"):
        read_glossary(path)


def test_the_file_is_read_once():
    assert load_glossary() is load_glossary()
    assert len(read_glossary(resource_path("glossary.toml"))) == len(load_glossary())
