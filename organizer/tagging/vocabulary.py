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
from organizer.tagging.word_splitting import split_words

# What Korean users put behind a word to make a hashtag of it: 먹스타그램, 냥그램.
_KOREAN_SUFFIXES = ("스타그램", "그램")
_SHORTEST_WORD = 3
# Of one syllable, Korean words mean too many things at the end of another: 배, 눈, 다리의 "리".
_SHORTEST_HEAD = 2
# Years, months, days and counts: "2024", "2024년", "20240405", "240405", "12월", "d100", "100일".
_DATE = r"(?:19|20)\d\d(?:년|\d{2}|\d{4})?|\d{6}|\d{1,2}월(?:\d{1,2}일)?|[dD]?\d+(?:일|일차|주년)?"
_ONLY_DATE = regex.compile(rf"[\d_]+|(?:{_DATE})")
_YEAR_AT_AN_END = regex.compile(r"^(?:19|20)\d\d년?_?|_?(?:19|20)\d\d년?$")


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """One thing a picture can show: its hashtags in both languages and a phrase for the model.

    The first of `en` and the first of `ko` are one hashtag in two languages.
    """

    category_id: str
    en: tuple[str, ...]
    ko: tuple[str, ...]
    phrase: str


@dataclass(frozen=True, slots=True)
class HashtagGroup:
    """Popular hashtags for one occasion, whatever a picture shows."""

    id: str
    name_en: str
    name_ko: str
    en: tuple[str, ...]
    ko: tuple[str, ...]


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

    def shows_nothing(self, hashtag: str) -> bool:
        """Whether no picture can show `hashtag`: follow4follow, 2024, 12월, summer2024."""
        key = hashtag_key(hashtag)
        if key in self._not_pictures or _ONLY_DATE.fullmatch(key):
            return True
        return _YEAR_AT_AN_END.sub("", key) in self._not_pictures

    def entry_of(self, hashtag: str) -> VocabularyEntry | None:
        """The entry that has `hashtag`, also with a year, or underscores, or a Korean suffix."""
        key = hashtag_key(hashtag)
        bare = _YEAR_AT_AN_END.sub("", key).replace("_", "")
        for candidate in (key, bare, *(bare.removesuffix(suffix) for suffix in _KOREAN_SUFFIXES)):
            if candidate in self._by_key:
                return self._by_key[candidate]
        return None

    def phrase_of(self, hashtag: str) -> str | None:
        """English words for what `hashtag` shows; None when unknown or when it shows nothing."""
        if self.shows_nothing(hashtag):
            return None
        entry = self.entry_of(hashtag)
        return entry.phrase if entry is not None else _words_of(hashtag)

    def in_language(self, hashtag: str, *, korean: bool) -> str:
        """`hashtag` in Korean or in English: unchanged when it is so already, or is not known.

        So is one with a year, of which an entry has but the word.
        """
        if bool(regex.search(r"\p{Hangul}", hashtag)) is korean:
            return hashtag
        key = hashtag_key(hashtag)
        entry = self.entry_of(hashtag)
        if entry is None or _YEAR_AT_AN_END.search(key):
            return hashtag
        wanted = entry.ko if korean else entry.en
        return hashtag if key in map(hashtag_key, wanted) else wanted[0]

    def head_of(self, hashtag: str) -> VocabularyEntry | None:
        """The entry of `hashtag`, or of the longest known hashtag that it ends in.

        In both languages the last part of a compound says what it is: "mygoldenretriever" is a
        golden retriever, "우리집고양이" is a cat.
        """
        if self.shows_nothing(hashtag):
            return None
        entry = self.entry_of(hashtag)
        if entry is not None:
            return entry
        return next(
            (self._by_key[head] for head in _heads(hashtag_key(hashtag)) if head in self._by_key),
            None,
        )


def _heads(key: str) -> Iterable[str]:
    """What `key` may end in, longest first."""
    if regex.search(r"\p{Hangul}$", key):
        return (key[start:] for start in range(1, len(key) - _SHORTEST_HEAD + 1))
    words = split_words(key)
    tails = ("".join(words[start:]) for start in range(1, len(words)))
    return (tail for tail in tails if len(tail) >= _SHORTEST_WORD)


def _words_of(hashtag: str) -> str | None:
    """The words of a hashtag in Latin letters: "sunsetAtSea_2024" gives "sunset at sea"."""
    if regex.search(r"[^\p{Latin}\p{N}_]", hashtag):
        return None
    text = " ".join(split_words(hashtag))
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


@functools.cache
def load_groups() -> tuple[HashtagGroup, ...]:
    """The groups of resources/hashtag_groups.toml. Raises BrokenVocabulary."""
    return read_groups(resource_path("hashtag_groups.toml"))


def read_groups(path: Path) -> tuple[HashtagGroup, ...]:
    """The groups of popular hashtags in the TOML file at `path`. Raises BrokenVocabulary."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        groups = tuple(_group(group) for group in content["group"])
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenVocabulary(str(path), str(error)) from error
    if not groups or len({group.id for group in groups}) != len(groups):
        raise BrokenVocabulary(str(path), "there is no group in it, or one twice")
    return groups


def _entry(entry: Mapping[str, object]) -> VocabularyEntry:
    category, phrase = _text(entry, "category"), _text(entry, "phrase")
    return VocabularyEntry(category, _hashtags(entry, "en"), _hashtags(entry, "ko"), phrase)


def _group(group: Mapping[str, object]) -> HashtagGroup:
    id, name_en, name_ko = (_text(group, key) for key in ("id", "name_en", "name_ko"))
    return HashtagGroup(id, name_en, name_ko, _hashtags(group, "en"), _hashtags(group, "ko"))


def _text(table: Mapping[str, object], key: str) -> str:
    text = table[key]
    if not isinstance(text, str) or not text.strip():
        raise TypeError(f"{table} lacks “{key}”")
    return text


def _hashtags(table: Mapping[str, object], language: str) -> tuple[str, ...]:
    hashtags = table[language]
    if not isinstance(hashtags, list) or not hashtags:
        raise TypeError(f"{table} lacks hashtags in one language")
    for hashtag in hashtags:
        if not isinstance(hashtag, str) or extract_hashtags(f"#{hashtag}") != (hashtag,):
            raise ValueError(f"{hashtag!r} is not a hashtag")
    return tuple(hashtags)
