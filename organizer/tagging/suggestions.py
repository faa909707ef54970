"""Suggests hashtags: the user's own that fit a picture first, then others of the vocabulary."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import regex

from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import HashtagSuggestion, HashtagUse, SuggestionReason
from organizer.tagging.text_encoder import TextEncoder
from organizer.tagging.vocabulary import Vocabulary, load_vocabulary
from organizer.vectors import FloatArray

DEFAULT_LIMIT = 5
"""Instagram's own limit since December 2025."""

# Whoever uses a thousand hashtags uses most of them once.
_MOST_OWN = 300
# How far a phrase must stand out among all phrases of the vocabulary for one picture, in standard
# deviations. Cosines themselves differ between models and between pictures of one model.
_FITS_OWN = 1.8
_FITS = 2.2
# The best of 280 phrases stands out by chance alone. For noise, plain colours and gradients the
# built-in model's best is below this in four of five; of photographs it knows, it is 4 to 8.
_BEST_OF_NOTHING = 2.9
# Beside a cat that stands out by six, a hamster at three is a mistake.
_SHARE_OF_BEST = 0.55
# More than this says no more: an espresso at eight does not make coffee at 3.5 a mistake.
_CERTAIN = 6.0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A hashtag that may be suggested. Of one `concept`, in whatever language, only one is."""

    hashtag: str
    concept: str
    reason: SuggestionReason


class Suggester:
    """Suggests hashtags with the words of `encoder`; `own` are the user's, most used first.

    Vocabulary hashtags come in the language that most of the user's own are in.
    """

    def __init__(
        self,
        encoder: TextEncoder,
        own: Sequence[HashtagUse],
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self._vocabulary = vocabulary or load_vocabulary()
        use_korean = _mostly_korean(own)
        self._candidates = [
            *self._own_candidates(own),
            *(
                _Candidate(
                    (entry.ko if use_korean else entry.en)[0],
                    entry.phrase,
                    SuggestionReason.VOCABULARY,
                )
                for entry in self._vocabulary.entries
            ),
        ]
        template = encoder.prompt_templates[0]
        concepts = sorted({candidate.concept for candidate in self._candidates})
        self._rows = {concept: row for row, concept in enumerate(concepts)}
        self._reference = np.array(
            [self._rows[entry.phrase] for entry in self._vocabulary.entries], dtype=np.intp
        )
        self._vectors = encoder.encode_texts([template.format(concept) for concept in concepts])
        self._candidate_rows = np.array(
            [self._rows[candidate.concept] for candidate in self._candidates], dtype=np.intp
        )
        self._bounds = np.array(
            [_FITS_OWN if _is_own(candidate) else _FITS for candidate in self._candidates]
        )

    def suggest(
        self,
        image_vectors: FloatArray,
        hashtags: Sequence[Collection[str]],
        limit: int = DEFAULT_LIMIT,
    ) -> list[tuple[HashtagSuggestion, ...]]:
        """At most `limit` suggestions for each picture, given vectors of shape (n, dimension).

        `hashtags` are those that a picture has already; neither they nor others for the same thing
        are suggested. Where nothing fits, nothing is.
        """
        if not len(image_vectors):
            return []
        cosines = image_vectors @ self._vectors.T
        reference = cosines[:, self._reference]
        spread = np.maximum(reference.std(axis=1, keepdims=True), 1e-6)
        standing_out = (cosines - reference.mean(axis=1, keepdims=True)) / spread
        return [
            self._suggest(row, present, limit)
            for row, present in zip(standing_out, hashtags, strict=True)
        ]

    def _suggest(
        self, standing_out: FloatArray, present: Collection[str], limit: int
    ) -> tuple[HashtagSuggestion, ...]:
        keys = {hashtag_key(hashtag) for hashtag in present}
        concepts = {self._vocabulary.phrase_of(hashtag) for hashtag in present}
        suggestions: list[HashtagSuggestion] = []
        for candidate, height in self._fitting(standing_out):
            if len(suggestions) >= limit:
                break
            key = hashtag_key(candidate.hashtag)
            if key in keys or candidate.concept in concepts:
                continue
            keys.add(key)
            concepts.add(candidate.concept)
            score = 1 / (1 + math.exp(-1.5 * (height - 2)))
            suggestions.append(HashtagSuggestion(candidate.hashtag, score, candidate.reason))
        return tuple(suggestions)

    def _fitting(self, standing_out: FloatArray) -> list[tuple[_Candidate, float]]:
        """The candidates that fit and how far they stand out: the user's own first, best first."""
        best = float(standing_out.max())
        if best < _BEST_OF_NOTHING:
            return []
        heights = standing_out[self._candidate_rows]
        near_best = _SHARE_OF_BEST * min(best, _CERTAIN)
        indices = np.flatnonzero(heights >= np.maximum(self._bounds, near_best))
        fitting = [(self._candidates[index], float(heights[index])) for index in indices]
        return sorted(fitting, key=lambda pair: (not _is_own(pair[0]), -pair[1]))

    def _own_candidates(self, own: Sequence[HashtagUse]) -> list[_Candidate]:
        meant = [(use.hashtag, self._vocabulary.phrase_of(use.hashtag)) for use in own[:_MOST_OWN]]
        return [
            _Candidate(hashtag, phrase, SuggestionReason.OWN) for hashtag, phrase in meant if phrase
        ]


def _is_own(candidate: _Candidate) -> bool:
    return candidate.reason is SuggestionReason.OWN


def _mostly_korean(own: Sequence[HashtagUse]) -> bool:
    korean = sum(use.count for use in own if regex.search(r"\p{Hangul}", use.hashtag))
    return korean * 2 > sum(use.count for use in own)
