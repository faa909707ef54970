"""The hashtags that may be suggested, and how far each stands out for a picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import HashtagUse
from organizer.tagging.text_encoder import TextEncoder
from organizer.tagging.vocabulary import Vocabulary, load_vocabulary
from organizer.vectors import FloatArray

# Whoever uses a thousand hashtags uses most of them once.
_MOST_OWN = 300
# How far a phrase must stand out among all phrases of the vocabulary for one picture, in standard
# deviations. Cosines themselves differ between models and between pictures of one model.
_FITS_OWN = 1.8
_FITS = 2.2
# The best of a thousand phrases stands out by chance alone. The built-in model's best is below this
# for four of five plain colours; for nine of ten photographs it is above 3.
_BEST_OF_NOTHING = 2.9
# Beside a cat that stands out by six, a hamster at three is a mistake.
_SHARE_OF_BEST = 0.55
# More than this says no more: an espresso at eight does not make coffee at 3.5 a mistake.
_CERTAIN = 6.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hashtag that may be suggested. Of one `concept`, in whatever language, only one is."""

    hashtag: str
    concept: str
    is_own: bool


def encode_vocabulary(encoder: TextEncoder, vocabulary: Vocabulary | None = None) -> FloatArray:
    """Unit vectors of the vocabulary's phrases, float32 of shape (entries, dimension), in order.

    They take seconds and are the same for one model and one vocabulary: worth keeping.
    """
    template = encoder.prompt_templates[0]
    entries = (vocabulary or load_vocabulary()).entries
    return encoder.encode_texts([template.format(entry.phrase) for entry in entries])


def standing_out(image_vectors: FloatArray, vectors: FloatArray, reference: int) -> FloatArray:
    """How far phrases stand out for pictures, in standard deviations: shape (n, m).

    `image_vectors` are of shape (n, dimension), `vectors` of the phrases of shape (m, dimension);
    the first `reference` of these say what is usual for a picture.
    """
    cosines = image_vectors @ vectors.T
    usual = cosines[:, :reference]
    spread = np.maximum(usual.std(axis=1, keepdims=True), 1e-6)
    heights: FloatArray = (cosines - usual.mean(axis=1, keepdims=True)) / spread
    return heights


class Candidates:
    """The user's own hashtags that mean something, and one for each entry of the vocabulary."""

    def __init__(
        self,
        encoder: TextEncoder,
        own: Sequence[HashtagUse],
        vocabulary: Vocabulary,
        vocabulary_vectors: FloatArray,
        *,
        korean: bool,
    ) -> None:
        entries = vocabulary.entries
        meant = [(use.hashtag, vocabulary.phrase_of(use.hashtag)) for use in own[:_MOST_OWN]]
        owned = [Candidate(hashtag, phrase, is_own=True) for hashtag, phrase in meant if phrase]
        rows = {entry.phrase: row for row, entry in enumerate(entries)}
        other = list(dict.fromkeys(one.concept for one in owned if one.concept not in rows))
        rows.update((concept, len(entries) + place) for place, concept in enumerate(other))
        template = encoder.prompt_templates[0]
        vectors = encoder.encode_texts([template.format(concept) for concept in other])
        self._reference = len(entries)
        self._vectors = (
            np.concatenate([vocabulary_vectors, vectors]) if other else vocabulary_vectors
        )
        self._candidates = owned + [
            Candidate((entry.ko if korean else entry.en)[0], entry.phrase, is_own=False)
            for entry in entries
        ]
        self._rows = np.array([rows[one.concept] for one in self._candidates], dtype=np.intp)
        self._bounds = np.array([_FITS_OWN if one.is_own else _FITS for one in self._candidates])
        self._weights = np.ones(len(self._candidates), np.float32)

    def weigh(self, weights: Mapping[str, float]) -> None:
        """Lets hashtags that were often rejected, by their keys, stand out less."""
        self._weights = np.array(
            [weights.get(hashtag_key(one.hashtag), 1.0) for one in self._candidates], np.float32
        )

    def heights(self, image_vectors: FloatArray) -> FloatArray:
        """How far each phrase stands out for each picture: the vocabulary's entries first."""
        return standing_out(image_vectors, self._vectors, self._reference)

    def fitting(self, heights: FloatArray) -> list[tuple[Candidate, float]]:
        """The candidates that fit a picture and how far they stand out, best first."""
        best = float(heights.max())
        if best < _BEST_OF_NOTHING:
            return []
        weighted = heights[self._rows] * self._weights
        near_best = _SHARE_OF_BEST * min(best, _CERTAIN)
        indices = np.flatnonzero(weighted >= np.maximum(self._bounds, near_best))
        fitting = [(self._candidates[index], float(weighted[index])) for index in indices]
        return sorted(fitting, key=lambda pair: -pair[1])
