"""The hashtags that stand on the pictures of the user's that look most like a picture."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from organizer.tagging.hashtags import hashtag_key
from organizer.vectors import FloatArray

_MOST_NEIGHBOURS = 20
# With fewer pictures, nobody can say which of them are unusually alike.
_FEWEST_PICTURES = 10
# Alike is what is halfway from the average picture of the library to the very same picture.
_ALIKE = 0.5
# As if this much of a neighbour had no hashtag at all: one picture alone proves little.
_DOUBT = 0.5


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pictures that have hashtags: unit `vectors` of shape (m, dimension), a collection for each.

    They may hold the picture itself: what it has already is not suggested.
    """

    vectors: FloatArray
    hashtags: Sequence[Collection[str]]

    def shares(self, image_vector: FloatArray) -> dict[str, float]:
        """The hashtags of pictures like the one with `image_vector`, shape (dimension,).

        Each with its share of these pictures, 0 to 1, the more alike ones counting more. Of one
        hashtag's spellings, that of the picture most alike.
        """
        if len(self.vectors) < _FEWEST_PICTURES:
            return {}
        cosines = self.vectors @ image_vector
        count = min(_MOST_NEIGHBOURS, len(cosines))
        nearest = np.argpartition(-cosines, count - 1)[:count]
        nearest = nearest[np.argsort(-cosines[nearest], kind="stable")]
        usual = float(cosines.mean())
        weights = (cosines[nearest] - usual) / max(1 - usual, 1e-6)
        weights = np.where(weights >= _ALIKE, weights, 0)
        total = float(weights.sum()) + _DOUBT
        shares: dict[str, float] = defaultdict(float)
        spellings: dict[str, str] = {}
        for index, weight in zip(nearest, weights, strict=True):
            if weight > 0:
                for hashtag in {hashtag_key(tag): tag for tag in self.hashtags[index]}.values():
                    key = hashtag_key(hashtag)
                    shares[spellings.setdefault(key, hashtag)] += float(weight) / total
        return dict(shares)
