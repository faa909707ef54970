"""The vectors that models made of pictures."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from organizer.library.columns import read_columns

# Of a row besides vector and name: its number and lengths, and the same again in the index.
_OTHER_BYTES = 24


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """The vectors that one encoder made.

    Attributes:
        encoder: Its name, under which they are kept; see Encoder.name.
        pictures: Of how many pictures there is one.
        bytes: How much of the library they take, about.
        models: The names under which the model was chosen; empty when that is not known.
        title: What the interface calls the model; "" when that is not known.
    """

    encoder: str
    pictures: int
    bytes: int
    models: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class VectorBlock:
    """The vectors of one model with numbers in a row.

    Attributes:
        ids: Int64 (n,), identifies the pictures.
        numbers: Int64 (n,), ascending; a picture has another one when its vector is another.
        vectors: Float16 (n, dimension), unit vectors.
    """

    ids: NDArray[np.int64]
    numbers: NDArray[np.int64]
    vectors: NDArray[np.float16]


class VectorQueries:
    """Unit vectors by the name of the encoder that made them, its model."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(
        self, model: str, media_ids: Sequence[int] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids, shape (n,), and unit vectors of `model`, shape (n, dimension), by ascending id.

        Of all pictures, or of those of `media_ids` that have one.
        """
        rows = self._connection.execute(
            "SELECT media_id, vector FROM embeddings WHERE model = :model"
            " AND (:ids IS NULL OR media_id IN (SELECT value FROM json_each(:ids)))"
            " ORDER BY media_id",
            {
                "model": model,
                "ids": None if media_ids is None else json.dumps([int(one) for one in media_ids]),
            },
        ).fetchall()
        ids = np.array([row[0] for row in rows], dtype=np.int64)
        if not rows:
            return ids, np.zeros((0, 0), dtype=np.float32)
        flat = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.float16)
        vectors = flat.reshape(len(rows), -1).astype(np.float32)
        return ids, vectors

    def numbers(self, model: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Ids (n,) and numbers (n,) of all vectors of `model`, by ascending number.

        A picture has another number when its vector is another.
        """
        ids, numbers = read_columns(
            self._connection,
            ("id", "number"),
            "SELECT media_id, rowid FROM embeddings WHERE model = :model",
            {"model": model},
        )
        order = np.argsort(numbers)
        return ids[order], numbers[order]

    def between(self, model: str, first: int, last: int) -> VectorBlock:
        """The vectors of `model` with numbers from `first` to `last`."""
        rows = self._connection.execute(
            "SELECT media_id, rowid, vector FROM embeddings"
            " WHERE rowid BETWEEN :first AND :last AND model = :model ORDER BY rowid",
            {"model": model, "first": first, "last": last},
        ).fetchall()
        flat = np.frombuffer(b"".join(row[2] for row in rows), dtype=np.float16)
        return VectorBlock(
            np.array([row[0] for row in rows], np.int64),
            np.array([row[1] for row in rows], np.int64),
            flat.reshape(len(rows), -1) if rows else np.zeros((0, 0), np.float16),
        )

    def encoder_of(self, media_id: int) -> str | None:
        """The name of the encoder that made a vector of a picture; None when there is none.

        Of several, that which made the most, and of these the last.
        """
        own = self._connection.execute(
            "SELECT model FROM embeddings WHERE media_id = ?", [media_id]
        ).fetchall()
        if len(own) < 2:
            return own[0][0] if own else None
        row = self._connection.execute(
            "SELECT model FROM embeddings"
            " WHERE model IN (SELECT model FROM embeddings WHERE media_id = ?)"
            " GROUP BY model ORDER BY COUNT(*) DESC, MAX(rowid) DESC LIMIT 1",
            [media_id],
        ).fetchone()
        return str(row[0])

    def stored(self) -> tuple[StoredVectors, ...]:
        """How many vectors there are of which models, and what they take, by name."""
        names: dict[str, list[str]] = {}
        titles: dict[str, str] = {}
        for key, value in self._connection.execute(
            "SELECT key, value FROM settings WHERE key LIKE 'encoder/%' ORDER BY key"
        ):
            encoder, title, _ = json.loads(value)
            names.setdefault(encoder, []).append(key.removeprefix("encoder/"))
            titles[encoder] = title
        # Vectors of one encoder are of one length: the index alone is read, and one vector of each.
        rows = self._connection.execute(
            "SELECT counted.model, pictures, pictures * (LENGTH(vector) + 2 * LENGTH(counted.model)"
            " + :other) FROM (SELECT model, COUNT(*) AS pictures, MIN(media_id) AS one"
            " FROM embeddings GROUP BY model) AS counted"
            " JOIN embeddings ON media_id = one AND embeddings.model = counted.model"
            " ORDER BY counted.model",
            {"other": _OTHER_BYTES},
        )
        return tuple(
            StoredVectors(
                encoder, pictures, size, tuple(names.get(encoder, ())), titles.get(encoder, "")
            )
            for encoder, pictures, size in rows
        )
