"""Folds the spellings of one hashtag together, and proposes what else might be one."""

import functools
import itertools
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import regex
from rapidfuzz import fuzz, process

from organizer.resource_files import resource_path
from organizer.tagging.errors import BrokenVocabulary
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import FoldedHashtag, HashtagUse
from organizer.tagging.related import usual_closeness
from organizer.tagging.text_encoder import TextEncoder
from organizer.tagging.vocabulary import Vocabulary, load_vocabulary

# Comparing each with each: with words for the built-in model, a thousandth of a second for each.
_MOST_COMPARED = 2000
# Of letters that differ in place, kind or number. Hangul counts by its letters, not syllables.
_ALIKE_SPELLING = 86.0
_FEWEST_LETTERS = 5
# In standard deviations above the cosine of two phrases of the vocabulary. Cosines themselves mean
# something else with each model.
_ALIKE_MEANING = 6.5
_SHORTEST_PLURAL = 4


class MergeReason(StrEnum):
    """Why two hashtags might be one."""

    SPELLING = "spelling"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """Two hashtags that might be one, by `score` from 0 to 1; `kept` is used more than `other`."""

    kept: str
    other: str
    score: float
    reason: MergeReason


@dataclass(frozen=True, slots=True)
class _Rules:
    endings: tuple[str, ...]
    endings_of_known: tuple[str, ...]
    whole: frozenset[str]
    no_plurals: frozenset[str]
    singulars_in_ie: frozenset[str]


@functools.lru_cache(maxsize=1 << 16)
def fold_key(hashtag: str) -> str:
    """What the spellings of one hashtag have in common: case, _, plural, -stagram, 강아지 and dog.

    Different hashtags share a key only where rules or the vocabulary are sure of it; `hashtag`
    itself stays as it was written.
    """
    key = hashtag_key(hashtag)
    rules, pairs = _rules(), _pairs()
    bare = key.replace("_", "") or key
    if bare not in rules.whole and bare not in pairs:
        bare = _without_ending(bare, rules, pairs)
    return pairs.get(bare) or pairs.get(_singular(bare)) or _singular(bare)


def fold(uses: Iterable[HashtagUse]) -> tuple[FoldedHashtag, ...]:
    """The hashtags of `uses` by what they have in common, most used first."""
    found: dict[str, list[HashtagUse]] = defaultdict(list)
    for use in uses:
        found[fold_key(use.hashtag)].append(use)
    folded = [
        FoldedHashtag(key, tuple(sorted(same, key=lambda use: -use.count)))
        for key, same in found.items()
    ]
    return tuple(sorted(folded, key=lambda hashtag: -hashtag.count))


def propose_merges(
    hashtags: Sequence[FoldedHashtag],
    encoder: TextEncoder,
    vocabulary: Vocabulary | None = None,
    apart: AbstractSet[tuple[str, str]] = frozenset(),
) -> tuple[MergeProposal, ...]:
    """Pairs of the most used `hashtags`, in this order, that a user might call one, surest first.

    `apart` are pairs of keys that the user has called different, each in order. Nothing is merged.
    """
    folded = hashtags[:_MOST_COMPARED]
    vocabulary = vocabulary or load_vocabulary()
    proposals: dict[tuple[int, int], MergeProposal] = {}
    pairs = (
        *_alike_in_meaning(folded, encoder, vocabulary),
        *_alike_in_spelling(folded, vocabulary),
    )
    without_digits = [regex.sub(r"\d+", "", hashtag.key) for hashtag in folded]
    for first, second, score, reason in pairs:
        # "day1" and "day2", "seoul2022" and "seoul2023" are meant to differ.
        if without_digits[first] == without_digits[second]:
            continue
        if not apart.isdisjoint(_pairs_of(folded[first], folded[second])):
            continue
        known = proposals.get((first, second))
        if known is None or known.score < score:
            kept, other = folded[first].hashtag, folded[second].hashtag
            proposals[first, second] = MergeProposal(kept, other, score, reason)
    return tuple(sorted(proposals.values(), key=lambda proposal: -proposal.score))


def _pairs_of(first: FoldedHashtag, second: FoldedHashtag) -> set[tuple[str, str]]:
    """All pairs of a spelling of one and a spelling of the other, by their keys, in order."""
    pairs = set()
    for one, two in itertools.product(first.spellings, second.spellings):
        low, high = sorted((hashtag_key(one.hashtag), hashtag_key(two.hashtag)))
        pairs.add((low, high))
    return pairs


_Pair = tuple[int, int, float, MergeReason]


def _alike_in_spelling(folded: Sequence[FoldedHashtag], vocabulary: Vocabulary) -> Iterator[_Pair]:
    known = [vocabulary.entry_of(hashtag.hashtag) for hashtag in folded]
    letters = [unicodedata.normalize("NFD", hashtag.key) for hashtag in folded]
    scores = process.cdist(letters, letters, scorer=fuzz.ratio, score_cutoff=_ALIKE_SPELLING)
    for first, second in np.argwhere(np.triu(scores, 1)):
        # Both are words: "desert" is no slip of "dessert".
        if known[first] is not None and known[second] is not None:
            continue
        if min(len(letters[first]), len(letters[second])) >= _FEWEST_LETTERS:
            score = float(scores[first, second]) / 100
            yield int(first), int(second), score, MergeReason.SPELLING


def _alike_in_meaning(
    folded: Sequence[FoldedHashtag], encoder: TextEncoder, vocabulary: Vocabulary
) -> Iterator[_Pair]:
    meant = [(index, vocabulary.phrase_of(tag.hashtag)) for index, tag in enumerate(folded)]
    known = [(index, phrase) for index, phrase in meant if phrase]
    if not known:
        return
    phrases = list(dict.fromkeys(phrase for _, phrase in known))
    rows = {phrase: row for row, phrase in enumerate(phrases)}
    vectors = encoder.encode_texts(phrases)[[rows[phrase] for _, phrase in known]]
    reference = encoder.encode_texts([entry.phrase for entry in vocabulary.entries])
    usual, spread = usual_closeness(reference)
    cosines = vectors @ vectors.T
    for one, two in np.argwhere(np.triu(cosines >= usual + _ALIKE_MEANING * spread, 1)):
        score = min(1.0, max(0.0, float(cosines[one, two])))
        yield known[one][0], known[two][0], score, MergeReason.MEANING


def _without_ending(key: str, rules: _Rules, pairs: dict[str, str]) -> str:
    for ending in rules.endings:
        start = key.removesuffix(ending)
        if start != key and len(start) >= (1 if regex.search(r"\p{Hangul}", start) else 3):
            return start
    for ending in rules.endings_of_known:
        start = key.removesuffix(ending)
        if start != key and (start in pairs or _singular(start) in pairs):
            return start
    return key


def _singular(key: str) -> str:
    """`key` without the s of a plural in English: what is left need not be a word."""
    ends_in_plural = regex.fullmatch(r"[a-z]+(?<![suioa])s", key)
    if len(key) < _SHORTEST_PLURAL or not ends_in_plural or key in _rules().no_plurals:
        return key
    stem = key[:-1]
    if stem.endswith("ie") and stem not in _rules().singulars_in_ie:
        return stem[:-2] + "y"
    return stem[:-1] if regex.search(r"(?:sh|ch|x|ss)e$", stem) else stem


@functools.cache
def _pairs() -> dict[str, str]:
    """The folded first hashtag of each entry and its other language: both lead to one key."""
    pairs: dict[str, str] = {}
    for entry in load_vocabulary().entries:
        english = _singular(hashtag_key(entry.en[0]).replace("_", ""))
        pairs.setdefault(english, english)
        pairs.setdefault(_singular(hashtag_key(entry.ko[0]).replace("_", "")), english)
    return pairs


@functools.cache
def _rules() -> _Rules:
    path = resource_path("hashtag_folding.toml")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        texts = {name: tuple(map(str, values)) for name, values in table.items()}
        return _Rules(
            texts["endings"],
            texts["endings_of_known"],
            frozenset(texts["whole"]),
            frozenset(texts["no_plurals"]),
            frozenset(texts["singulars_in_ie"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenVocabulary(str(path), str(error)) from error
