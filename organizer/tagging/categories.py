"""The categories as resources/categories.toml defines them."""

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from organizer.resource_files import resource_path
from organizer.tagging.errors import BrokenVocabulary
from organizer.tagging.glossary import is_korean, translate
from organizer.tagging.records import Category

OTHERS = "others"
"""The category of what is left when nothing is sure."""

EVERYDAY = "daily_life"
"""The category that nearly every picture has something of."""


@functools.cache
def load_categories() -> tuple[Category, ...]:
    """All categories in the order in which they are shown. Raises BrokenVocabulary."""
    return read_categories(resource_path("categories.toml"))


def read_categories(path: Path) -> tuple[Category, ...]:
    """The categories in the TOML file at `path`. Raises BrokenVocabulary."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("category")
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise BrokenVocabulary(str(path), "there is no [[category]] in it")
        categories = tuple(_category(entry) for entry in entries)
    # ValueError: what is not TOML, or not UTF-8, or found wrong below.
    except (OSError, ValueError, TypeError) as error:
        raise BrokenVocabulary(str(path), str(error)) from error
    ids = [category.id for category in categories]
    twice = sorted({id for id in ids if ids.count(id) > 1})
    if twice:
        raise BrokenVocabulary(str(path), f"more than one category is “{twice[0]}”")
    if OTHERS not in ids:
        raise BrokenVocabulary(str(path), f"there is no category “{OTHERS}”")
    return categories


def _category(entry: Mapping[str, object]) -> Category:
    id = _text(entry, "id")
    colour = _text(entry, "colour")
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise ValueError(f"“{colour}”, the colour of category “{id}”, is none like #2b8fb3")
    phrases = entry.get("phrases", [])
    rule = entry.get("rule", "")
    if not isinstance(rule, str):
        raise TypeError(f"the rule of category “{id}” is no text")
    if not isinstance(phrases, list) or not (phrases or rule.strip()):
        raise ValueError(f"category “{id}” has no phrases")
    if not all(isinstance(phrase, str) and phrase.strip() for phrase in phrases):
        raise ValueError(f"category “{id}” has a phrase that is no text")
    return Category(
        id=id,
        name_en=_text(entry, "en"),
        name_ko=_text(entry, "ko"),
        colour=colour,
        phrases=tuple(phrases),
        rule=rule.strip(),
    )


def phrases_of(category: Category, understands_korean: bool = False) -> tuple[str, ...]:
    """What describes `category`: its phrases, or else its name.

    For a model that knows no Korean, Korean ones are put into English words. One of which no word
    is known stays as it is.
    """
    phrases = category.phrases or (category.name_en or category.name_ko or category.id,)
    if understands_korean:
        return phrases
    return tuple(
        translate(phrase)[0] or phrase if is_korean(phrase) else phrase for phrase in phrases
    )


def _text(entry: Mapping[str, object], key: str) -> str:
    text = entry.get(key)
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"category “{entry.get('id', '')}” lacks “{key}”")
    return text
