"""Finds the pictures that look like what was searched for, or like another picture."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from organizer.indexing.meaning import Meaning
from organizer.indexing.vector_matrix import VectorMatrix
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.library.search_text import SearchTerms, parse_search
from organizer.tagging.candidates import standing_out
from organizer.vectors import FloatArray, one_blas_thread

MOST_DESCRIBED = 300
"""How many pictures at most are said to look like words."""

MOST_SIMILAR = 200
"""How many pictures at most are shown as similar to another one."""

# How far above phrases of all kinds the words must stand for a picture, in standard deviations. Of
# what is found so by COCO's names among the 128 photographs of benchmarks/hashtags.py, by which it
# was chosen, the built-in model is right in 60 % (at 3.2 in 52 %) by the labels alone, and finds
# 28 % of all that is labelled, however small; by "quarterly tax report" it finds nothing.
_LOOKS_LIKE = 3.4
# Beside a cat that stands out by seven, a lynx at 3.5 is a mistake.
_SHARE_OF_BEST = 0.55
# More than what can be shown: the exact comparison sorts them otherwise.
_COMPARED = 1000
# Shots of one series, and pictures that were posted twice.
_NEARLY_THE_SAME = 0.985
_LOOKED_THROUGH = 8
_MEANINGS_KEPT = 64
_MATRICES_KEPT = 2


class LookAlikes:
    """Knows the vectors of all pictures in `reader`'s library, and what words mean.

    It is told what words mean by `learn`; until then nothing looks like them.
    """

    def __init__(self, reader: LibraryReader) -> None:
        self._reader = reader
        self._matrices: dict[str, VectorMatrix] = {}
        self._directions: dict[str, tuple[str, FloatArray]] = {}
        self._backgrounds: dict[str, FloatArray] = {}
        self._last: tuple[object, tuple[int, ...]] | None = None

    def learn(self, meaning: Meaning) -> None:
        """Takes note of what words mean to the model in use."""
        self._directions.pop(meaning.words, None)
        if meaning.direction is not None:
            self._directions[meaning.words] = (meaning.encoder, meaning.direction)
            self._backgrounds = {meaning.encoder: meaning.background}
        while len(self._directions) > _MEANINGS_KEPT:
            del self._directions[next(iter(self._directions))]

    def resolved(self, chosen: Filter) -> Filter:
        """`chosen` with the pictures that look like what it names, where that is known."""
        if chosen.similar_to is None and not chosen.text:
            return chosen
        terms = parse_search(chosen.text)
        encoder = self._encoder_for(terms.description)
        if chosen.similar_to is None and encoder is None:
            return chosen
        key = (chosen.text, chosen.similar_to, encoder, self._reader.data_version)
        if self._last is None or self._last[0] != key:
            if chosen.similar_to is not None:
                found = self.similar(chosen.similar_to, MOST_SIMILAR)
            else:
                found = self.described(terms)
            self._last = (key, found)
        return replace(chosen, alike=self._last[1])

    def load(self, chosen: Filter, limit: int) -> bool:
        """Reads at most `limit` vectors of those that `resolved` needs; whether all are there.

        Where they are not, `resolved` reads the rest at once.
        """
        if chosen.similar_to is not None:
            return self.load_similar(chosen.similar_to, limit)
        encoder = self._encoder_for(parse_search(chosen.text).description)
        return encoder is None or self._matrix_of(encoder).show(encoder, limit)

    def load_similar(self, media_id: int, limit: int) -> bool:
        """Reads at most `limit` vectors of those that `similar` needs; whether all are there."""
        encoder = self._reader.vectors.encoder_of(media_id)
        return encoder is None or self._matrix_of(encoder).show(encoder, limit)

    def described(self, terms: SearchTerms, limit: int = MOST_DESCRIBED) -> tuple[int, ...]:
        """Ids of at most `limit` pictures that show the words of `terms`, most alike first.

        All else that `terms` demand holds for them. None when nobody has said what they mean.
        """
        ids, _ = self.described_with_cosines(terms, limit)
        return tuple(ids.tolist())

    def described_with_cosines(
        self, terms: SearchTerms, limit: int
    ) -> tuple[NDArray[np.int64], FloatArray]:
        """As `described`: ids (k,), and how close each picture is to the words, (k,)."""
        encoder, direction = self._directions.get(terms.description, ("", None))
        background = self._backgrounds.get(encoder)
        if direction is None or background is None:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        matrix = self._matrix_of(encoder)
        matrix.show(encoder)
        usual = background.mean(axis=0)
        # What phrases of all kinds reach on a picture is taken from what the words reach.
        above = matrix.cosines((direction - usual).astype(np.float32))
        if replace(terms, words=()) != SearchTerms():
            above[~np.isin(matrix.ids, self._reader.passing(terms))] = -np.inf
        rows = _highest(above, _COMPARED)
        rows = rows[np.isfinite(above[rows])]
        if not len(rows):
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        vectors = matrix.vectors(rows)
        phrases = np.concatenate([background, direction[None]])
        with one_blas_thread():
            heights = standing_out(vectors, phrases, len(background))[:, -1]
        order = np.argsort(-heights, kind="stable")
        bound = max(_LOOKS_LIKE, _SHARE_OF_BEST * float(heights[order[0]]))
        order = order[heights[order] >= bound][:limit]
        return matrix.ids[rows[order]], vectors[order] @ direction

    def similar(self, media_id: int, limit: int) -> tuple[int, ...]:
        """Ids of the `limit` pictures nearest to the picture `media_id`, which comes first.

        None that is hardly more like it than any picture is; none at all when it has no vector yet.
        """
        ids, _ = self._nearest(media_id, limit)
        return tuple(ids.tolist())

    def different_similar(self, media_id: int, limit: int) -> tuple[int, ...]:
        """As `similar`, without the picture itself; of nearly the same pictures one."""
        ids, vectors = self._nearest(media_id, _LOOKED_THROUGH * limit)
        kept: list[int] = []
        with one_blas_thread():
            likeness = vectors @ vectors.T
        for number in range(1, len(ids)):
            if all(likeness[number, other] < _NEARLY_THE_SAME for other in kept):
                kept.append(number)
        return tuple(ids[kept[:limit]].tolist())

    def _encoder_for(self, words: str) -> str | None:
        """The encoder to which `words` have a meaning; None when they have none to that in use."""
        encoder, _ = self._directions.get(words, ("", None))
        return encoder if encoder in self._backgrounds else None

    def _nearest(self, media_id: int, limit: int) -> tuple[NDArray[np.int64], FloatArray]:
        """Ids (k,) and vectors (k, dimension) of the nearest; the picture itself is the first."""
        nothing = np.zeros(0, np.int64), np.zeros((0, 0), np.float32)
        encoder = self._reader.vectors.encoder_of(media_id)
        if encoder is None:
            return nothing
        matrix = self._matrix_of(encoder)
        matrix.show(encoder)
        own = matrix.row_of(media_id)
        if own is None:
            return nothing
        cosines = matrix.cosines(matrix.vectors(np.array([own]))[0])
        bound = float(cosines.mean() + cosines.std())
        cosines[own] = np.inf
        rows = _highest(cosines, limit)
        rows = rows[cosines[rows] > bound]
        return matrix.ids[rows], matrix.vectors(rows)

    def _matrix_of(self, encoder: str) -> VectorMatrix:
        """While a new model looks at pictures, words are its matter and likeness the old one's."""
        made = self._matrices.pop(encoder, None) or VectorMatrix(self._reader)
        self._matrices[encoder] = made
        while len(self._matrices) > _MATRICES_KEPT:
            del self._matrices[next(iter(self._matrices))]
        return made


def _highest(values: FloatArray, count: int) -> NDArray[np.intp]:
    """The rows of the `count` highest of `values`, the highest first."""
    if len(values) > count:
        rows = np.argpartition(-values, count)[:count]
    else:
        rows = np.arange(len(values))
    return rows[np.argsort(-values[rows], kind="stable")]
