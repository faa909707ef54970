"""The bilingual vocabulary of hashtags, and what a hashtag means in English words."""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import regex

from organizer.resource_files import resource_path
from organizer.tagging.errors import BrokenVocabulary
from organizer.tagging.hashtags import extract_hashtags, hashtag_key

# What Korean users put behind a word to make a hashtag of it: 먹스타그램, 냥그램.
_KOREAN_SUFFIXES = ("스타그램", "그램")
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """One thing a picture can show: its hashtags in both languages and a phrase for the model."""

    category_id: str
    en: tuple[str, ...]
    ko: tuple[str, ...]
    phrase: str


class Vocabulary:
    """Entries found by any of their hashtags.

    `not_pictures` are hashtags that no picture can show, such as follow4follow.
    """

    def __init__(self, entries: Iterable[VocabularyEntry], not_pictures: Iterable[str]) -> None:
        self.entries = tuple(entries)
        self._not_pictures = frozenset(hashtag_key(hashtag) for hashtag in not_pictures)
        self._by_key = {
            hashtag_key(hashtag): entry
            for entry in self.entries
            for hashtag in (*entry.en, *entry.ko)
        }

    def entry_of(self, hashtag: str) -> VocabularyEntry | None:
        """The entry that has `hashtag`, also without its Korean suffix."""
        key = hashtag_key(hashtag)
        for candidate in (key, *(key.removesuffix(suffix) for suffix in _KOREAN_SUFFIXES)):
            if candidate in self._by_key:
                return self._by_key[candidate]
        return None

    def phrase_of(self, hashtag: str) -> str | None:
        """English words for what `hashtag` shows; None when unknown or when it shows nothing."""
        if hashtag_key(hashtag) in self._not_pictures:
            return None
        entry = self.entry_of(hashtag)
        if entry is not None:
            return entry.phrase
        return _words_of(hashtag)


def _words_of(hashtag: str) -> str | None:
    """The words of a hashtag in Latin letters: "goldenHour_2024" gives "golden hour"."""
    if regex.search(r"[^\p{Latin}\p{N}_]", hashtag):
        return None
    words = regex.findall(r"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+", hashtag)
    text = " ".join(word.lower() for word in words)
    return text if len(text) >= _SHORTEST_WORD else None


@functools.cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of resources/hashtags.toml. Raises BrokenVocabulary."""
    return read_vocabulary(resource_path("hashtags.toml"))


def read_vocabulary(path: Path) -> Vocabulary:
    """The vocabulary in the TOML file at `path`. Raises BrokenVocabulary."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = [_entry(entry) for entry in content["entry"]]
        not_pictures = [str(hashtag) for hashtag in content["not_pictures"]]
    # ValueError: what is not TOML, or not UTF-8.
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenVocabulary(str(path), str(error)) from error
    if not entries:
        raise BrokenVocabulary(str(path), "there is no entry in it")
    keys = [hashtag_key(tag) for entry in entries for tag in (*entry.en, *entry.ko)]
    if len(set(keys)) != len(keys):
        twice = sorted({key for key in keys if keys.count(key) > 1})
        raise BrokenVocabulary(str(path), f"more than one entry has {', '.join(twice)}")
    return Vocabulary(entries, not_pictures)


def _entry(entry: Mapping[str, object]) -> VocabularyEntry:
    category, phrase = entry["category"], entry["phrase"]
    if not isinstance(category, str) or not isinstance(phrase, str) or not phrase.strip():
        raise TypeError(f"{entry} lacks a category or a phrase")
    return VocabularyEntry(category, _hashtags(entry, "en"), _hashtags(entry, "ko"), phrase)


def _hashtags(entry: Mapping[str, object], language: str) -> tuple[str, ...]:
    hashtags = entry[language]
    if not isinstance(hashtags, list) or not hashtags:
        raise TypeError(f"{entry} lacks hashtags in one language")
    for hashtag in hashtags:
        if not isinstance(hashtag, str) or extract_hashtags(f"#{hashtag}") != (hashtag,):
            raise ValueError(f"{hashtag!r} is not a hashtag")
    return tuple(hashtags)
