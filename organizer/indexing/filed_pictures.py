"""What re-filing needs of all pictures, kept in memory from one edit to the next."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from organizer.library.queries.vectors import VectorBlock
from organizer.library.reader import LibraryReader
from organizer.tagging.categorizer import KeptColumns

MOST_BYTES = 300_000_000
"""How much is kept; 100,000 pictures take 100 MB with 384 numbers each, 180 MB with 768. What is
beyond is read anew for each edit."""

# Vectors whose numbers divided by this are the same are one block: small enough for the processor's
# cache, many enough for SQLite and numpy to be quick.
_NUMBERS_IN_BLOCK = 4096


@dataclass(slots=True)
class FiledBlock:
    """Some pictures: their vectors, and how the library has them filed now.

    Attributes:
        pictures: Ids and vectors (n, dimension).
        category_ids: What the columns of `scores` are.
        scores: Float32 (n, categories), NaN where the model does not file a picture.
        doubts: Float64 (n,), from 0 to 1.
        columns: What categorizers have worked out for these pictures, for Categorizer.scores.
    """

    pictures: VectorBlock
    category_ids: tuple[str, ...]
    scores: NDArray[np.float32]
    doubts: NDArray[np.float64]
    columns: KeptColumns = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """How much memory it takes, `columns` counted whether they are there yet or not."""
        # Beside the scores: logits, what was learned; beside the doubts: ids and numbers.
        return self.pictures.vectors.nbytes + 3 * self.scores.nbytes + 3 * self.doubts.nbytes

    def arrange(self, category_ids: tuple[str, ...]) -> None:
        """Makes the columns those of `category_ids`; in a new category the model filed nothing."""
        if category_ids == self.category_ids:
            return
        scores = np.full((len(self.scores), len(category_ids)), np.nan, np.float32)
        for column, category_id in enumerate(category_ids):
            if category_id in self.category_ids:
                scores[:, column] = self.scores[:, self.category_ids.index(category_id)]
        self.category_ids, self.scores = category_ids, scores


class FiledPictures:
    """All pictures of a library with vectors of one model, in blocks.

    At most `most_bytes` are kept in memory. Vectors that were added, removed or replaced since are
    noticed. Whoever writes to the library what a block holds changes the block as well.
    """

    def __init__(self, reader: LibraryReader, most_bytes: int = MOST_BYTES) -> None:
        self._reader = reader
        self._most_bytes = most_bytes
        self._model = ""
        self._kept: dict[int, FiledBlock] = {}

    def blocks(self, model: str, category_ids: Sequence[str]) -> Iterator[FiledBlock]:
        """The pictures with vectors of `model` and how they are filed under `category_ids`."""
        if model != self._model:
            self._kept.clear()
            self._model = model
        ids, numbers = self._reader.vectors.numbers(model)
        places, starts = np.unique(numbers // _NUMBERS_IN_BLOCK, return_index=True)
        for place in self._kept.keys() - set(places.tolist()):
            del self._kept[place]
        edges = pairwise([*starts.tolist(), len(numbers)])
        for place, (start, end) in zip(places.tolist(), edges, strict=True):
            block = self._kept.get(place)
            if block is None or not _holds(block.pictures, ids[start:end], numbers[start:end]):
                self._kept.pop(place, None)
                block = self._read(place, tuple(category_ids))
                if sum(kept.bytes for kept in self._kept.values()) + block.bytes < self._most_bytes:
                    self._kept[place] = block
            block.arrange(tuple(category_ids))
            yield block

    def forget(self, media_ids: Collection[int] | None = None) -> None:
        """Drops what is kept of these pictures and those beside them, or of all."""
        if media_ids is None:
            self._kept.clear()
            return
        for place, block in list(self._kept.items()):
            if np.isin(block.pictures.ids, list(media_ids)).any():
                del self._kept[place]

    def _read(self, place: int, category_ids: tuple[str, ...]) -> FiledBlock:
        first = place * _NUMBERS_IN_BLOCK
        pictures = self._reader.vectors.between(self._model, first, first + _NUMBERS_IN_BLOCK - 1)
        filing = self._reader.filing(pictures.ids, category_ids)
        return FiledBlock(pictures, category_ids, filing.scores, filing.doubts)


def _holds(pictures: VectorBlock, ids: NDArray[np.int64], numbers: NDArray[np.int64]) -> bool:
    return np.array_equal(pictures.numbers, numbers) and np.array_equal(pictures.ids, ids)
