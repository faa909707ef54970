"""What learning from the user asks: what they said and wrote, and the vectors to go with it."""

import sqlite3

import numpy as np
from numpy.typing import NDArray

from organizer.library.queries.hashtags import HashtagQueries
from organizer.library.queries.vectors import VectorQueries


class LearningQueries:
    """The user's decisions on categories, and the pictures that teach a model."""

    def __init__(
        self, connection: sqlite3.Connection, vectors: VectorQueries, own_hashtags: HashtagQueries
    ) -> None:
        self._connection = connection
        self._vectors = vectors
        self._own_hashtags = own_hashtags

    def decisions(self) -> list[tuple[int, str, bool]]:
        """What the user decided: a picture's id, a category's, and whether it belongs there."""
        rows = self._connection.execute(
            "SELECT media_id, category_id, score >= 0.5 FROM category_assignments"
            " WHERE source = 'user' ORDER BY media_id, category_id"
        )
        return [(row[0], row[1], bool(row[2])) for row in rows]

    def decided_with_vector(self, model: str) -> tuple[int, ...]:
        """Ids of the pictures that the user decided on and that have a vector of `model`."""
        rows = self._connection.execute(
            "SELECT DISTINCT media_id FROM category_assignments JOIN embeddings USING (media_id)"
            " WHERE source = 'user' AND embeddings.model = :model ORDER BY media_id",
            {"model": model},
        )
        return tuple(row[0] for row in rows)

    def decided_pictures(
        self, model: str
    ) -> tuple[NDArray[np.int64], NDArray[np.float32], dict[int, dict[str, bool]]]:
        """Pictures that the user decided on, whose vectors of `model` are known.

        Ids (n,), vectors (n, dimension), and by id what was decided for which category.
        """
        decided: dict[int, dict[str, bool]] = {}
        for media_id, category_id, is_in in self.decisions():
            decided.setdefault(media_id, {})[category_id] = is_in
        ids, vectors = self._vectors.of(model, list(decided))
        return ids, vectors, decided

    def tagged_pictures(
        self, model: str, limit: int
    ) -> tuple[NDArray[np.float32], list[tuple[str, ...]]]:
        """Vectors of the newest pictures that have hashtags, (n, dimension), and these."""
        rows = self._connection.execute(
            "SELECT media.id FROM media JOIN embeddings ON media_id = media.id AND model = ?"
            " WHERE post_id IN (SELECT post_id FROM post_hashtags)"
            " ORDER BY media.taken_at DESC LIMIT ?",
            [model, limit],
        )
        ids, vectors = self._vectors.of(model, [row[0] for row in rows])
        hashtags = self._own_hashtags.of([int(media_id) for media_id in ids])
        return vectors, [hashtags.get(int(media_id), ()) for media_id in ids]
