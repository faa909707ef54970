"""Suggests hashtags: the user's own that fit a picture first, then others of the vocabulary."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from organizer.tagging.candidates import Candidate, Candidates, encode_vocabulary
from organizer.tagging.folding import fold_key
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.neighbours import Neighbours
from organizer.tagging.records import HashtagSuggestion, HashtagUse, SuggestionReason
from organizer.tagging.related import RelatedHashtags
from organizer.tagging.text_encoder import TextEncoder
from organizer.tagging.vocabulary import Vocabulary, load_groups, load_vocabulary
from organizer.vectors import FloatArray

__all__ = ["DEFAULT_LIMIT", "HIGHEST_LIMIT", "NEVER_AGAIN", "Suggester", "encode_vocabulary"]

DEFAULT_LIMIT = 5
"""Instagram's own limit since December 2025."""
HIGHEST_LIMIT = 30
"""Instagram's limit before."""

# A hashtag of the user's that stands on this share of the pictures most alike fits as well. Of 128
# COCO photographs with their objects as hashtags, each left out in turn, half of such fit.
_SHARE_OF_ALIKE = 0.4
# What only one picture of a selection shows counts for less than what all of them show. Of 0, 0.25,
# 0.5, 0.75 and 1, this gave the most COCO photographs of a selection a right hashtag: 75 % of those
# with an object in common (mean alone 73 %, highest alone 71 %), 53 % of mixed ones.
_MEAN_OF_SELECTION = 0.5
NEVER_AGAIN = 0.5
"""A weight that only what is rejected nearly always has."""


@dataclass(slots=True)
class _Said:
    """What a picture has already, was rejected for it, or has just been suggested."""

    keys: set[str]
    concepts: set[str]


class Suggester:
    """Suggests hashtags with the words of `encoder`; `own` are the user's, most used first.

    `vocabulary_vectors` are those of `encode_vocabulary`, where they were kept. `weights` below 1
    are for hashtags that the user has often rejected. Vocabulary hashtags come in Korean or English
    as `korean` says, or where it is None, in the language that most of the user's own are in.
    """

    def __init__(
        self,
        encoder: TextEncoder,
        own: Sequence[HashtagUse],
        vocabulary: Vocabulary | None = None,
        vocabulary_vectors: FloatArray | None = None,
        weights: Mapping[str, float] | None = None,
        korean: bool | None = None,
    ) -> None:
        self._vocabulary = vocabulary or load_vocabulary()
        if vocabulary_vectors is None:
            vocabulary_vectors = encode_vocabulary(encoder, self._vocabulary)
        self._korean = mostly_korean(own) if korean is None else korean
        self._own_spellings = {hashtag_key(use.hashtag): use.hashtag for use in reversed(own)}
        self._weights = {hashtag_key(tag): weight for tag, weight in (weights or {}).items()}
        self._candidates = Candidates(
            encoder, own, self._vocabulary, vocabulary_vectors, korean=self._korean
        )
        self._candidates.weigh(self._weights)
        fold_key("")  # reads its tables now and not at the first suggestion
        self._related = RelatedHashtags(
            self._vocabulary.entries, vocabulary_vectors, korean=self._korean
        )

    def suggest(
        self,
        image_vectors: FloatArray,
        hashtags: Sequence[Collection[str]],
        limit: int = DEFAULT_LIMIT,
        *,
        rejected: Sequence[Collection[str]] | None = None,
        neighbours: Neighbours | None = None,
        groups: Collection[str] = (),
    ) -> list[tuple[HashtagSuggestion, ...]]:
        """At most `limit` suggestions for each picture, given vectors of shape (n, dimension).

        `hashtags` are those that a picture has already, `rejected` those that the user did not want
        for it; neither they nor others for the same thing are suggested, but for those that stand
        beside them on similar pictures: `neighbours` are pictures of the user's with their
        hashtags. `groups` are the ids of popular groups asked for. Where nothing fits, nothing is
        suggested but these.
        """
        if not len(image_vectors):
            return []
        heights = self._candidates.heights(image_vectors)
        unwanted = rejected if rejected is not None else [()] * len(image_vectors)
        return [
            self._suggest(row, vector[None], [*present, *refused], limit, neighbours, groups)
            for row, vector, present, refused in zip(
                heights, image_vectors, hashtags, unwanted, strict=True
            )
        ]

    def suggest_for_selection(
        self,
        image_vectors: FloatArray,
        hashtags: Collection[str],
        limit: int = DEFAULT_LIMIT,
        *,
        rejected: Collection[str] = (),
        neighbours: Neighbours | None = None,
        groups: Collection[str] = (),
    ) -> tuple[HashtagSuggestion, ...]:
        """At most `limit` suggestions for one post of several pictures, vectors (n, dimension).

        A hashtag fits by the middle between how it fits all of the pictures and the best of them.
        """
        if not len(image_vectors):
            return ()
        heights = self._candidates.heights(image_vectors)
        mean, highest = heights.mean(axis=0), heights.max(axis=0)
        both: FloatArray = _MEAN_OF_SELECTION * mean + (1 - _MEAN_OF_SELECTION) * highest
        said = [*hashtags, *rejected]
        return self._suggest(both, image_vectors, said, limit, neighbours, groups)

    def _suggest(
        self,
        heights: FloatArray,
        image_vectors: FloatArray,
        present: Collection[str],
        limit: int,
        neighbours: Neighbours | None,
        groups: Collection[str],
    ) -> tuple[HashtagSuggestion, ...]:
        limit = min(limit, HIGHEST_LIMIT)
        phrases = {self._vocabulary.phrase_of(hashtag) for hashtag in present}
        said = _Said({fold_key(hashtag) for hashtag in present}, {text for text in phrases if text})
        fitting = self._candidates.fitting(heights)
        suggested = [
            *self._own_that_fit(fitting, image_vectors, neighbours, said),
            *self._vocabulary_that_fits(fitting, said),
        ]
        if len(suggested) < limit:
            anchors = [candidate.concept for candidate, _ in fitting]
            found = self._related.that_fit(anchors, heights)
            suggested += self._new(found, SuggestionReason.RELATED, said)
        if len(suggested) < limit:
            popular = ((hashtag, 0.0) for hashtag in self._popular(groups))
            suggested += self._new(popular, SuggestionReason.POPULAR, said)
        return tuple(suggested[:limit])

    def _own_that_fit(
        self,
        fitting: Sequence[tuple[Candidate, float]],
        image_vectors: FloatArray,
        neighbours: Neighbours | None,
        said: _Said,
    ) -> Iterator[HashtagSuggestion]:
        """The user's own by what they mean, by where they stand, or both, surest first."""
        alike = self._shares(image_vectors, neighbours)
        scores = {hashtag: share for hashtag, share in alike.items() if share >= _SHARE_OF_ALIKE}
        meant = {}
        for candidate, height in fitting:
            if candidate.is_own and candidate.concept not in said.concepts:
                meant[candidate.hashtag] = candidate.concept
                share = alike.get(candidate.hashtag, 0)
                scores[candidate.hashtag] = 1 - (1 - _certainty(height)) * (1 - share)
        for hashtag, score in sorted(scores.items(), key=lambda pair: -pair[1]):
            concept = meant.get(hashtag)
            # Who always writes two hashtags for one thing wants both.
            said_otherwise = concept in said.concepts and hashtag not in alike
            if said_otherwise or not _is_new(hashtag, said):
                continue
            concept = concept or self._vocabulary.phrase_of(hashtag)
            said.concepts.update({concept} if concept else ())
            reason = SuggestionReason.OWN if hashtag in meant else SuggestionReason.SIMILAR
            yield HashtagSuggestion(hashtag, score, reason)

    def _vocabulary_that_fits(
        self, fitting: Sequence[tuple[Candidate, float]], said: _Said
    ) -> Iterator[HashtagSuggestion]:
        for candidate, height in fitting:
            if candidate.is_own or candidate.concept in said.concepts:
                continue
            if _is_new(candidate.hashtag, said):
                said.concepts.add(candidate.concept)
                score = _certainty(height)
                yield HashtagSuggestion(candidate.hashtag, score, SuggestionReason.VOCABULARY)

    def _new(
        self, hashtags: Iterable[tuple[str, float]], reason: SuggestionReason, said: _Said
    ) -> Iterator[HashtagSuggestion]:
        for hashtag, score in hashtags:
            weight = self._weight(hashtag)
            # Nothing but what goes with it speaks for it.
            if weight > NEVER_AGAIN and _is_new(hashtag, said):
                yield HashtagSuggestion(hashtag, score * weight, reason)

    def _shares(self, image_vectors: FloatArray, neighbours: Neighbours | None) -> dict[str, float]:
        """The hashtags on pictures like these, as the user spells them, and their mean shares."""
        shares: dict[str, float] = {}
        if neighbours is not None:
            for vector in image_vectors:
                for hashtag, share in neighbours.shares(vector).items():
                    if not self._vocabulary.shows_nothing(hashtag):
                        spelled = self._own_spellings.get(hashtag_key(hashtag), hashtag)
                        part = share * self._weight(hashtag) / len(image_vectors)
                        shares[spelled] = shares.get(spelled, 0) + part
        return shares

    def _popular(self, ids: Collection[str]) -> Iterator[str]:
        for group in load_groups():
            if group.id in ids:
                yield from (*group.ko, *group.en) if self._korean else (*group.en, *group.ko)

    def _weight(self, hashtag: str) -> float:
        return self._weights.get(hashtag_key(hashtag), 1.0)


def _is_new(hashtag: str, said: _Said) -> bool:
    """Whether `hashtag` is not said yet in any spelling; from now on it is."""
    key = fold_key(hashtag)
    is_new = key not in said.keys
    said.keys.add(key)
    return is_new


def _certainty(height: float) -> float:
    return 1 / (1 + math.exp(-1.5 * (height - 2)))


def mostly_korean(own: Sequence[HashtagUse]) -> bool:
    """Whether most of the user's hashtags are in Korean."""
    korean = sum(use.count for use in own if regex.search(r"\p{Hangul}", use.hashtag))
    return korean * 2 > sum(use.count for use in own)
