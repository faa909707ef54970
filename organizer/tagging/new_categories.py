"""What a category that the user makes begins with: an id, two names and a colour."""

import re
import secrets
import unicodedata
from collections.abc import Sequence

from organizer.tagging.categories import load_categories
from organizer.tagging.concepts import load_concepts
from organizer.tagging.glossary import is_korean, translate
from organizer.tagging.records import Category

COLOURS = (
    "#db4241",
    "#da6c1e",
    "#bf860c",
    "#8e8f19",
    "#479c44",
    "#179a8e",
    "#2f91bd",
    "#4b78db",
    "#8765e0",
    "#b250c2",
    "#d64992",
    "#906847",
)
"""Hues around the circle (OKLCH), each with a contrast of at least 3 on a light and a dark window,
as WCAG 2.2 asks of what is no text."""

_LONGEST_SLUG = 24


def new_category_id(name: str) -> str:
    """An id that no category ever had, beginning with what is ASCII in `name`.

    A category that was removed keeps its row, and one that a later version brings may have any
    plain name: eight random digits keep clear of all.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "_", plain.casefold())[:_LONGEST_SLUG].strip("_")
    return f"{slug or 'category'}_{secrets.token_hex(4)}"


def completed_names(name_en: str, name_ko: str) -> tuple[str, str]:
    """Both names, English and Korean, where one at least is given.

    The other one is what the concepts or the glossary say, or else the same.
    """
    english, korean = (
        " ".join(unicodedata.normalize("NFC", name).split()) for name in (name_en, name_ko)
    )
    return english or _in_english(korean), korean or _in_korean(english)


def free_colour(categories: Sequence[Category]) -> str:
    """One of COLOURS that the fewest of `categories` have."""
    taken = [category.colour for category in categories]
    return min(COLOURS, key=taken.count)


def is_changed(category: Category) -> bool:
    """Whether `category` is one of the program's, and not as the program has it."""
    original = default_category(category.id)
    return original is not None and original != category


def default_category(category_id: str) -> Category | None:
    """The program's own category with this id; None for one of the user's."""
    return next((one for one in load_categories() if one.id == category_id), None)


def _in_english(korean: str) -> str:
    for concept in load_concepts().concepts:
        if korean == concept.name_ko:
            return concept.name_en
    if not is_korean(korean):
        return korean
    english, unknown = translate(korean)
    # Half a name would be another name.
    return korean if unknown or not english else english[0].upper() + english[1:]


def _in_korean(english: str) -> str:
    for concept in load_concepts().concepts:
        if english.casefold() == concept.name_en.casefold():
            return concept.name_ko
    return english
