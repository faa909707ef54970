"""Splits hashtags in Latin letters into words."""

import functools
from typing import Protocol, cast

import regex

# Two words that a writer has marked as two: "goldenHour", "golden_hour", "hour2024".
_MARKED = regex.compile(r"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+")
# What the list of English words says of shorter ones is mostly wrong: "ootd" is not "oo td".
_SHORTEST_COMPOUND = 6


class _Segmenter(Protocol):
    """The part of wordsegment that is used; it has no types of its own."""

    unigrams: dict[str, float]
    total: float
    limit: int

    def segment(self, text: str) -> list[str]: ...


def split_words(hashtag: str) -> tuple[str, ...]:
    """The words of `hashtag` in lower case, without digits: "myDog_2024" gives "my", "dog".

    What is written in one piece is split as the frequency of English words suggests
    (Norvig 2009): "sunsetbeach" gives "sunset", "beach".
    """
    pieces = [piece.lower() for piece in _MARKED.findall(hashtag)]
    return tuple(word for piece in pieces for word in _split(piece))


@functools.lru_cache(maxsize=1 << 14)
def _split(piece: str) -> tuple[str, ...]:
    if len(piece) < _SHORTEST_COMPOUND or not piece.isascii():
        return (piece,)
    words = _segmenter().segment(piece)
    # A heap of letters is a name or a word that the list does not have: better left whole.
    return tuple(words) if min(map(len, words)) > 1 or len(words) <= 2 else (piece,)


@functools.cache
def _segmenter() -> _Segmenter:
    """Loaded at the first compound, in a third of a second.

    Without its pairs of words, which cost 90 MB more and change one compound in five: "icecream"
    stays one word, as the vocabulary has it.
    """
    from wordsegment import Segmenter

    segmenter = Segmenter()
    # Not by `update`: copying so much at once would hold up a window in the same process.
    segmenter.unigrams = Segmenter.parse(Segmenter.UNIGRAMS_FILENAME)
    segmenter.total, segmenter.limit = Segmenter.TOTAL, Segmenter.LIMIT
    return cast("_Segmenter", segmenter)
