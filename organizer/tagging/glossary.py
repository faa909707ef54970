"""Korean phrases in English words, for models that know no Korean: word by word, not a translation.

"바다에서 노는 강아지" becomes "sea playing dog", of which such models understand as much as of
better English: they hear words rather than sentences.
"""

import functools
import tomllib
import unicodedata
from pathlib import Path

import regex

from organizer.resource_files import resource_path
from organizer.tagging.errors import BrokenVocabulary

_KOREAN = regex.compile(r"\p{Hangul}")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’&-]*")
# A phrase, not a book: what comes after is left out.
_LONGEST_PHRASE = 1000
_MOST_WORDS_IN_ONE = 3


class Glossary:
    """What Korean words mean, and how they change in a sentence."""

    def __init__(
        self,
        words: dict[str, str],
        particles: tuple[str, ...],
        joining: frozenset[str],
        silent: frozenset[str],
    ) -> None:
        self._words = words
        # The longest first: "에서" before "서".
        self._particles = tuple(sorted(particles, key=len, reverse=True))
        self._joining = joining
        self._silent = silent
        self._longest = max(map(len, words))

    def __len__(self) -> int:
        return len(self._words)

    def translate(self, phrase: str) -> tuple[str, tuple[str, ...]]:
        """English words for `phrase`, and its Korean words that are not known and left out."""
        text = unicodedata.normalize("NFC", phrase[:_LONGEST_PHRASE])
        words = _WORD.findall(text)
        english: list[str] = []
        unknown: list[str] = []
        position = 0
        while position < len(words):
            found, count = self._meaning(words[position : position + _MOST_WORDS_IN_ONE])
            if found is None:
                unknown.append(words[position])
            elif found:
                english.append(found)
            position += count
        return " ".join(english).removesuffix(" and"), tuple(dict.fromkeys(unknown))

    def _meaning(self, words: list[str]) -> tuple[str | None, int]:
        """English for the first of `words` and how many belong to it; None when it is unknown."""
        if not _KOREAN.search(words[0]):
            return words[0], 1
        # Spacing varies: "메뉴 판" is "메뉴판", and both are right.
        for count in range(len(words), 1, -1):
            found = self._word("".join(words[:count]))
            if found is not None:
                return found, count
        if self._is_silent(words[0]):
            return "", 1
        found = self._word(words[0])
        return (self._compound(words[0]) if found is None else found), 1

    def _is_silent(self, word: str) -> bool:
        stems = (word.removesuffix(particle) for particle in ("", *self._particles))
        return any(stem in self._silent for stem in stems)

    def _word(self, word: str) -> str | None:
        """English for a whole word, with or without a particle."""
        if word in self._words:
            return self._words[word]
        for particle in self._particles:
            stem = word.removesuffix(particle)
            if stem != word and stem in self._words:
                return self._words[stem] + (" and" if particle in self._joining else "")
        return None

    def _compound(self, word: str) -> str | None:
        """English for words written as one, "강아지산책"; None unless all of it is known."""
        english: list[str] = []
        rest = word
        while rest:
            whole = self._word(rest)
            if whole is not None:
                return " ".join([*english, whole])
            # A single syllable is part of too many words to be one inside another.
            for length in range(min(self._longest, len(rest) - 1), 1, -1):
                if rest[:length] in self._words:
                    english.append(self._words[rest[:length]])
                    rest = rest[length:]
                    break
            else:
                return None
        return " ".join(english)


def translate(phrase: str) -> tuple[str, tuple[str, ...]]:
    """English words for `phrase`, and its Korean words that the glossary does not know."""
    return load_glossary().translate(phrase)


def is_korean(phrase: str) -> bool:
    """Whether there is Hangul in `phrase`."""
    return _KOREAN.search(unicodedata.normalize("NFC", phrase)) is not None


@functools.cache
def load_glossary() -> Glossary:
    """The glossary of resources/glossary.toml. Raises BrokenVocabulary."""
    return read_glossary(resource_path("glossary.toml"))


def read_glossary(path: Path) -> Glossary:
    """The glossary in the TOML file at `path`. Raises BrokenVocabulary."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        words = content["words"]
        if not isinstance(words, dict) or not words:
            raise ValueError("there are no words in it")
        for korean, english in words.items():
            if not isinstance(english, str) or not english.strip() or not _WORD.fullmatch(korean):
                raise ValueError(f"“{korean}” is no word with a meaning")
        lists = [_texts(content[key], key) for key in ("particles", "joining", "silent")]
    # ValueError: what is not TOML, or not UTF-8, or found wrong above.
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenVocabulary(str(path), str(error)) from error
    particles, joining, silent = lists
    normal = {unicodedata.normalize("NFC", korean): english for korean, english in words.items()}
    return Glossary(normal, particles, frozenset(joining), frozenset(silent))


def _texts(value: object, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise TypeError(f"“{key}” is no list of texts")
    return tuple(value)
