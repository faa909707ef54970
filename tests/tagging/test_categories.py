"""The categories are those of the product, and a wrong file of them says what is wrong with it."""

from pathlib import Path

import pytest

from organizer.resource_files import resource_path
from organizer.tagging.categories import load_categories, phrases_of, read_categories
from organizer.tagging.errors import BrokenVocabulary
from organizer.tagging.records import Category

CATEGORY = """
[[category]]
id = "{id}"
en = "{en}"
ko = "{ko}"
colour = "{colour}"
phrases = {phrases}
"""
GOOD = {
    "id": "others",
    "en": "Others",
    "ko": "기타",
    "colour": "#8b8f98",
    "phrases": '["a wall"]',
}
# Relative luminance (WCAG 2) of the surfaces that colours are shown on.
WHITE, NEARLY_BLACK = 1.0, 0.01
LEAST_CONTRAST = 2.5


def written(folder: Path, text: str) -> Path:
    path = folder / "categories.toml"
    path.write_text(text, encoding="utf-8")
    return path


def luminance(colour: str) -> float:
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_there_are_sixteen_in_the_order_of_the_interface():
    assert [category.id for category in load_categories()] == [
        "fashion",
        "beauty",
        "home_living",
        "parenting_kids",
        "food_drink",
        "travel",
        "pets",
        "celebrities",
        "sports_fitness",
        "media_entertainment",
        "hobbies_culture",
        "daily_life",
        "vehicles",
        "comics_animation",
        "couples_weddings",
        "others",
    ]


def test_each_has_both_names_and_phrases_of_its_own():
    categories = load_categories()
    for names in ([c.name_en for c in categories], [c.name_ko for c in categories]):
        assert len(set(names)) == len(categories)
    phrases = [phrase for category in categories for phrase in category.phrases]
    assert len(set(phrases)) == len(phrases)
    assert all(len(category.phrases) >= 4 for category in categories)


@pytest.mark.parametrize("category", load_categories(), ids=lambda category: category.id)
def test_colours_stand_out_on_light_and_on_dark(category):
    own = luminance(category.colour)
    assert (WHITE + 0.05) / (own + 0.05) >= LEAST_CONTRAST
    assert (own + 0.05) / (NEARLY_BLACK + 0.05) >= LEAST_CONTRAST


def test_the_file_is_read_once():
    assert load_categories() is load_categories()
    assert load_categories() == read_categories(resource_path("categories.toml"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"colour": "red"}, "“red”, the colour of category “others”"),
        ({"colour": "#8B8F9"}, "is none like"),
        ({"en": ""}, "category “others” lacks “en”"),
        ({"ko": " "}, "category “others” lacks “ko”"),
        ({"id": ""}, "category “” lacks “id”"),
        ({"phrases": "[]"}, "category “others” has no phrases"),
        ({"phrases": '"a wall"'}, "category “others” has no phrases"),
        ({"phrases": "[1]"}, "category “others” has a phrase that is no text"),
        ({"id": "pets"}, "there is no category “others”"),
        ({"phrases": "[]\nrule = 1"}, "the rule of category “others” is no text"),
    ],
)
def test_what_is_wrong_with_a_category_is_said(tmp_path: Path, changed: dict[str, str], said: str):
    with pytest.raises(BrokenVocabulary, match=r"categories\.toml cannot be used") as caught:
        read_categories(written(tmp_path, CATEGORY.format(**(GOOD | changed))))
    assert said in str(caught.value)


def test_a_rule_may_stand_in_for_phrases(tmp_path: Path):
    ruled = CATEGORY.format(**(GOOD | {"id": "dogs", "phrases": '[]\nrule = " dog "'}))
    _, category = read_categories(written(tmp_path, CATEGORY.format(**GOOD) + ruled))
    assert category.rule == "dog"


def test_words_that_describe_it_fit_the_model():
    (phrase,) = phrases_of(own(phrases=("귀여운 강아지",)))
    assert phrase == "cute dog"
    assert phrases_of(own(phrases=("귀여운 강아지",)), understands_korean=True) == (
        "귀여운 강아지",
    )
    assert phrases_of(own(phrases=("a dress, skirt",))) == ("a dress, skirt",)
    assert phrases_of(own(phrases=("꿻뛟",))) == ("꿻뛟",)
    assert phrases_of(own(name_ko="바다")) == ("sea",)


def own(phrases: tuple[str, ...] = (), name_ko: str = "") -> Category:
    return Category("own", "", name_ko, "#123456", phrases)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CATEGORY.format(**GOOD) * 2, "more than one category is “others”"),
        ("", "there is no [[category]] in it"),
        ("category = [1]", "there is no [[category]] in it"),
        ("[[category]\n", "line 1"),
        ('[[category]]\nid = "others"\n', "category “others” lacks “colour”"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, text: str, said: str):
    with pytest.raises(BrokenVocabulary) as caught:
        read_categories(written(tmp_path, text))
    assert said in str(caught.value)


def test_a_file_of_bytes_is_refused(tmp_path: Path):
    path = tmp_path / "categories.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BrokenVocabulary):
        read_categories(path)
