"""The categories as resources/categories.toml defines them."""

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from organizer.resource_files import resource_path
from organizer.tagging.errors import BrokenVocabulary
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
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["category"]
        categories = tuple(_category(entry) for entry in entries)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BrokenVocabulary(str(path), str(error)) from error
    ids = [category.id for category in categories]
    if len(set(ids)) != len(ids) or OTHERS not in ids:
        raise BrokenVocabulary(str(path), f"each id stands once, and one of them is “{OTHERS}”")
    return categories


def _category(entry: Mapping[str, object]) -> Category:
    colour = str(entry["colour"])
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise ValueError(f"“{colour}” is no colour like #2b8fb3")
    phrases = entry["phrases"]
    if not isinstance(phrases, list) or not phrases:
        raise ValueError(f"category “{entry['id']}” has no phrases")
    return Category(
        id=str(entry["id"]),
        name_en=str(entry["en"]),
        name_ko=str(entry["ko"]),
        colour=colour,
        phrases=tuple(str(phrase) for phrase in phrases),
    )
