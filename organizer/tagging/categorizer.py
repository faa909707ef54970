"""Files pictures under categories, given nothing but vectors."""

from collections.abc import Sequence

import numpy as np

from organizer.tagging.categories import EVERYDAY, OTHERS
from organizer.tagging.records import Category, CategoryScore
from organizer.tagging.text_encoder import TextEncoder, encode_words
from organizer.vectors import FloatArray

MOST_CATEGORIES = 3
# A first category must be this probable, a second or third one somewhat more than chance.
_SURE = 0.22
_ALSO = 0.15
# Nearly every picture is everyday life to some degree; it must not push out what is special.
_EVERYDAY_WEIGHT = 0.7


class Categorizer:
    """Scores pictures against `categories` with the words of `encoder`.

    A category is as close to a picture as the closest of its phrases.
    """

    def __init__(self, categories: Sequence[Category], encoder: TextEncoder) -> None:
        self._categories = tuple(categories)
        self._encoder = encoder
        phrases = [phrase for category in categories for phrase in category.phrases]
        self._phrase_vectors = encode_words(encoder, phrases)
        lengths = [len(category.phrases) for category in categories]
        self._starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.intp)

    def scores(self, image_vectors: FloatArray) -> FloatArray:
        """Probabilities, float32 of shape (n, len(categories)), for vectors (n, d); rows sum to 1.

        A model that gives each text its own probability (SigLIP) gives low ones to all but exact
        descriptions; what counts is how they compare, with the phrases of `others` among them.
        """
        if not len(image_vectors):
            return np.zeros((0, len(self._categories)), np.float32)
        cosines = image_vectors @ self._phrase_vectors.T
        closest: FloatArray = np.maximum.reduceat(cosines, self._starts, axis=1)
        return _shares(self._encoder.probabilities(closest))

    def assign(self, scores: FloatArray) -> list[tuple[CategoryScore, ...]]:
        """Up to three categories per row of `scores`, surest first; `others` alone when unsure."""
        return [self._assign(row) for row in scores]

    def _assign(self, row: FloatArray) -> tuple[CategoryScore, ...]:
        ids = [category.id for category in self._categories]
        weights = [_EVERYDAY_WEIGHT if name == EVERYDAY else 1.0 for name in ids]
        order = np.argsort(-row * np.array(weights), kind="stable")
        first = int(order[0])
        if ids[first] != OTHERS and row[first] >= _SURE:
            chosen = [first] + [
                int(index)
                for index in order[1:MOST_CATEGORIES]
                if ids[index] != OTHERS and row[index] >= _ALSO
            ]
            return tuple(CategoryScore(ids[index], float(row[index])) for index in chosen)
        return (CategoryScore(OTHERS, float(row[ids.index(OTHERS)])),)


def label_scores(
    image_vectors: FloatArray, labels: Sequence[str], encoder: TextEncoder
) -> FloatArray:
    """How well any words fit pictures: float32 of shape (n, len(labels)), rows sum to 1."""
    return _shares(encoder.probabilities(image_vectors @ encode_words(encoder, labels).T))


def _shares(scores: FloatArray) -> FloatArray:
    """Rows of `scores` so that they sum to 1."""
    total = np.maximum(scores.sum(axis=1, keepdims=True), np.finfo(np.float32).tiny)
    shares: FloatArray = scores / total
    return shares
