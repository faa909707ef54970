"""The words of resources/export_words.toml: exports speak the language of their account."""

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from organizer.archive.text import clean_text
from organizer.resource_files import resource_path

# The full stop, and that of Hindi.
_ABBREVIATION = re.compile("[.॰]")


@dataclass(frozen=True, slots=True)
class ExportWords:
    """Words as `folded` gives them. `months` maps a language to its names of months, 1 to 12."""

    caption: frozenset[str]
    draft: frozenset[str]
    username: frozenset[str]
    yes: frozenset[str]
    latitude: frozenset[str]
    longitude: frozenset[str]
    before_noon: frozenset[str]
    after_noon: frozenset[str]
    months: Mapping[str, Mapping[str, int]]


@functools.cache
def export_words() -> ExportWords:
    """The words of all languages."""
    path = resource_path("export_words.toml")
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    labels, halves = content["labels"], content["day_halves"]
    return ExportWords(
        caption=_set(labels["caption"]),
        draft=_set(labels["draft"]),
        username=_set(labels["username"]),
        yes=_set(labels["yes"]),
        latitude=_set(labels["latitude"]),
        longitude=_set(labels["longitude"]),
        before_noon=_set(halves["before_noon"]),
        after_noon=_set(halves["after_noon"]),
        months={
            language: {
                folded(name): number
                for number, names in enumerate(months, start=1)
                for name in names.split()
            }
            for language, months in content["months"].items()
        },
    )


def folded(word: str) -> str:
    """`word` as it is looked up: NFC, without case and marks of abbreviation."""
    return clean_text(_ABBREVIATION.sub("", clean_text(word).casefold())).strip()


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(folded(word) for word in words)
