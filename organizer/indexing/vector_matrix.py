"""The vectors of all pictures in memory, for questions that are to be answered at once."""

import numpy as np
from numpy.typing import NDArray

from organizer.library.reader import LibraryReader
from organizer.vectors import FloatArray, one_blas_thread

# Numbers of one byte are made float32 in a buffer that stays in the processor's cache: 100,000
# vectors of 512 take 15 ms so, and 90 ms from float16, of which they are but half as large.
_ROWS_AT_ONCE = 1024
_READ_AT_ONCE = 5000
_LARGEST = 127


class VectorMatrix:
    """Vectors of one model, one byte for each number: 51 MB for 100,000 of length 512.

    A cosine is within 0.004 of that of the stored vectors, and within 0.001 for vectors that no
    single number dominates: such are those of models.

    Attributes:
        encoder: The name of the encoder that made them.
        ids: Int64 (n,), identifies the pictures.
    """

    def __init__(self, reader: LibraryReader) -> None:
        self._reader = reader
        self.encoder = ""
        self.ids: NDArray[np.int64] = np.zeros(0, np.int64)
        self._numbers: NDArray[np.int64] = np.zeros(0, np.int64)
        self._missing: NDArray[np.int64] = np.zeros(0, np.int64)
        self._scales: NDArray[np.float32] = np.zeros(0, np.float32)
        self._bytes: NDArray[np.int8] = np.zeros((0, 0), np.int8)
        self._version = -1

    def show(self, encoder: str, limit: int | None = None) -> bool:
        """Holds the vectors that `encoder` made, as they are now in the library.

        Reads at most `limit` of them; whether it holds all now. The next call goes on.
        """
        version = self._reader.data_version
        if encoder != self.encoder:
            self._forget(encoder)
        if version != self._version:
            ids, numbers = self._reader.vectors.numbers(encoder)
            if not (np.array_equal(numbers, self._numbers) and np.array_equal(ids, self.ids)):
                self._keep_only(ids, numbers)
            self._missing = np.setdiff1d(numbers, self._numbers, assume_unique=True)
            self._version = version
        if len(self._missing):
            self._add(self._missing[:limit])
            self._missing = self._missing[len(self._missing) if limit is None else limit :]
        return not len(self._missing)

    def cosines(self, direction: FloatArray) -> FloatArray:
        """Those of all pictures with the unit vector `direction`, float32 of shape (n,)."""
        found = np.empty(len(self.ids), np.float32)
        buffer = np.empty((_ROWS_AT_ONCE, direction.shape[0]), np.float32)
        with one_blas_thread():
            for start in range(0, len(found), _ROWS_AT_ONCE):
                rows = self._bytes[start : start + _ROWS_AT_ONCE]
                some = buffer[: len(rows)]
                np.copyto(some, rows)
                np.dot(some, direction, out=found[start : start + len(rows)])
        found *= self._scales
        return found

    def vectors(self, rows: NDArray[np.intp]) -> FloatArray:
        """The unit vectors in some rows, float32 of shape (k, dimension)."""
        made: FloatArray = self._bytes[rows].astype(np.float32) * self._scales[rows, None]
        return made

    def row_of(self, media_id: int) -> int | None:
        """The row of a picture; None when it has no vector."""
        rows = np.flatnonzero(self.ids == media_id)
        return int(rows[0]) if len(rows) else None

    def _forget(self, encoder: str) -> None:
        self.encoder = encoder
        self._version = -1
        self._missing = np.zeros(0, np.int64)
        self.ids = self._numbers = np.zeros(0, np.int64)
        self._scales = np.zeros(0, np.float32)
        self._bytes = np.zeros((0, 0), np.int8)

    def _keep_only(self, ids: NDArray[np.int64], numbers: NDArray[np.int64]) -> None:
        """Drops what is no longer in the library under the same number."""
        if not len(self._numbers) or not len(numbers):
            self._forget(self.encoder)
            return
        places = np.minimum(np.searchsorted(numbers, self._numbers), len(numbers) - 1)
        kept = (numbers[places] == self._numbers) & (ids[places] == self.ids)
        if not kept.all():
            self.ids, self._numbers = self.ids[kept], self._numbers[kept]
            self._scales, self._bytes = self._scales[kept], self._bytes[kept]

    def _add(self, numbers: NDArray[np.int64]) -> None:
        """Reads the vectors with the ascending `numbers`."""
        ids, found = [self.ids], [self._numbers]
        scales, parts = [self._scales], [self._bytes] if len(self._bytes) else []
        for start in range(0, len(numbers), _READ_AT_ONCE):
            some = numbers[start : start + _READ_AT_ONCE]
            block = self._reader.vectors.between(self.encoder, int(some[0]), int(some[-1]))
            is_new = np.isin(block.numbers, some, assume_unique=True)
            vectors = block.vectors[is_new].astype(np.float32)
            scale = np.maximum(np.abs(vectors).max(axis=1, initial=0), 1e-9) / _LARGEST
            ids.append(block.ids[is_new])
            found.append(block.numbers[is_new])
            scales.append(scale)
            parts.append(np.rint(vectors / scale[:, None]).astype(np.int8))
        if parts:
            order = np.argsort(np.concatenate(found), kind="stable")
            self._numbers = np.concatenate(found)[order]
            self.ids, self._scales = np.concatenate(ids)[order], np.concatenate(scales)[order]
            whole = np.concatenate(parts)
            is_in_order = np.array_equal(order, np.arange(len(order)))
            self._bytes = whole if is_in_order else whole[order]
