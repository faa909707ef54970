"""What the user types becomes names, phrases and an id that nothing else has."""

import pytest

from organizer.tagging.categories import load_categories
from organizer.tagging.new_categories import (
    COLOURS,
    completed_names,
    default_category,
    free_colour,
    is_changed,
    new_category_id,
)
from organizer.tagging.phrases import negations_in, read_phrases
from organizer.tagging.records import Category
from organizer.ui.theme import DARK, LIGHT


@pytest.mark.parametrize(
    ("given", "completed"),
    [
        (("Cafes", "카페"), ("Cafes", "카페")),
        (("", "강아지"), ("Dog", "강아지")),
        (("fried chicken", ""), ("fried chicken", "치킨")),
        (("", "바다 여행"), ("Sea travel", "바다 여행")),
        (("", "흐물흐물한 바다"), ("흐물흐물한 바다", "흐물흐물한 바다")),
        (("Zzz", " "), ("Zzz", "Zzz")),
        (("", "카페"), ("Cafe", "카페")),
    ],
)
def test_one_name_is_enough(given: tuple[str, str], completed: tuple[str, str]):
    assert completed_names(*given) == completed


def test_an_id_is_plain_and_never_that_of_another():
    first, second = new_category_id("Cafés & Bars"), new_category_id("Cafés & Bars")
    assert first != second
    assert first.startswith("cafes_bars_")
    assert new_category_id("카페").startswith("category_")
    assert new_category_id("x" * 500).isascii()
    assert len(new_category_id("x" * 500)) < 40


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("surface", [LIGHT.surface, DARK.surface])
def test_the_colours_are_seen_in_both_themes(colour: str, surface: str):
    darker, lighter = sorted((luminance(colour), luminance(surface)))
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_a_new_category_gets_a_colour_that_is_free():
    taken = [Category(str(i), "", "", colour, ()) for i, colour in enumerate(COLOURS[:-1])]
    assert free_colour(taken) == COLOURS[-1]


def test_the_programs_own_categories_are_known_changed_or_not():
    pets = default_category("pets")
    assert pets in load_categories()
    assert pets is not None
    assert not is_changed(pets)
    assert is_changed(Category("pets", "Animals", "동물", "#000000", ()))
    assert default_category("cafe_12345678") is None
    assert not is_changed(Category("cafe_12345678", "Cafe", "카페", "#000000", ()))


def test_a_pasted_list_is_phrases():
    pasted = "- a  dog\n• 강아지\r\n\n1. “cat on a sofa”\n2) A dog\n3D print\n* [x] done\n강아지"
    assert read_phrases(pasted) == ("A dog", "강아지", "cat on a sofa", "3D print", "[x] done")


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("a dog, not a cat", ("not",)),
        ("사람이 없는 바다", ("없는",)),
        ("고양이가 아닌 강아지", ("아닌",)),
        ("a room without people", ("without",)),
        ("don't", ("don't",)),
        ("a knot on a nose", ()),
        ("안경을 쓴 사람", ()),
    ],
)
def test_words_that_deny_are_noticed(phrase: str, words: tuple[str, ...]):
    assert negations_in(phrase) == words
