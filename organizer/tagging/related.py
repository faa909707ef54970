"""More hashtags like those that fit a picture: other words for it, and what is near in meaning."""

from collections.abc import Iterator, Sequence

import numpy as np

from organizer.tagging.vocabulary import VocabularyEntry
from organizer.vectors import FloatArray

# In standard deviations above the cosine of any two phrases: "a beach" and "waves at the shore".
_NEAR = 3.0
_NEARLY_THE_SAME = 0.95
# Near in meaning is also what a picture does not show, as a hamster is near a cat: it must stand
# out somewhat by itself, and beside the best of what fits.
_STANDS_OUT = 1.5
_SHARE_OF_BEST = 0.4
# They are less sure than what fits by itself.
_SCORE = 0.5


class RelatedHashtags:
    """Hashtags of the same entry, and of those of its category whose phrases are near in meaning.

    `vectors` are the unit vectors of the phrases of `entries`, shape (entries, dimension).
    """

    def __init__(
        self, entries: Sequence[VocabularyEntry], vectors: FloatArray, *, korean: bool
    ) -> None:
        self._entries = entries
        self._vectors = vectors
        self._korean = korean
        self._rows = {entry.phrase: row for row, entry in enumerate(entries)}
        self._categories = np.array([entry.category_id for entry in entries])
        usual, spread = usual_closeness(vectors)
        self._near = min(usual + _NEAR * spread, _NEARLY_THE_SAME)

    def that_fit(self, phrases: Sequence[str], heights: FloatArray) -> Iterator[tuple[str, float]]:
        """Hashtags related to `phrases`, which fit best first, and their scores from 0 to 1.

        `heights`, shape (entries or more,), say how far the entries stand out for the picture.
        """
        anchors = [self._rows[phrase] for phrase in phrases if phrase in self._rows]
        if not anchors:
            return
        for row in dict.fromkeys(anchors):
            yield from ((hashtag, _SCORE) for hashtag in self._hashtags(row)[1:])
        lowest = max(_STANDS_OUT, _SHARE_OF_BEST * float(heights.max()))
        stands_out = heights[: len(self._entries)] >= lowest
        closeness = self._closeness(anchors)
        closeness[~stands_out] = 0
        for row in np.argsort(-closeness, kind="stable"):
            if closeness[row] < self._near:
                break
            for hashtag in self._hashtags(int(row)):
                yield hashtag, _SCORE * float(closeness[row])

    def _closeness(self, anchors: Sequence[int]) -> FloatArray:
        """The highest cosine of each entry with an anchor of its own category, else 0."""
        cosines = self._vectors @ self._vectors[anchors].T
        same = self._categories[:, None] == self._categories[anchors][None, :]
        closeness: FloatArray = np.where(same, cosines, 0).max(axis=1)
        closeness[list(anchors)] = 0
        return closeness

    def _hashtags(self, row: int) -> tuple[str, ...]:
        entry = self._entries[row]
        return entry.ko if self._korean else entry.en


def usual_closeness(vectors: FloatArray) -> tuple[float, float]:
    """The mean and the standard deviation of the cosines between unit `vectors`, shape (n, d).

    Of every fifth: they are as good a sample as any, in a twenty-fifth of the time.
    """
    sample = vectors[::5]
    cosines = (sample @ sample.T)[np.triu_indices(len(sample), 1)]
    if not len(cosines):
        return 0.0, 1.0
    return float(cosines.mean()), max(float(cosines.std()), 1e-6)
