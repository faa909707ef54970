"""What a captioning model wrote of pictures, and which of them wait for it."""

import json
import sqlite3
from collections.abc import Sequence


class DescriptionQueries:
    """Descriptions by picture."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, media_ids: Sequence[int]) -> dict[int, str]:
        """What was written of these pictures, by id; those without a description are left out."""
        rows = self._connection.execute(
            "SELECT media_id, text FROM descriptions WHERE text != ''"
            " AND media_id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps([int(media_id) for media_id in media_ids])},
        )
        return dict(rows.fetchall())

    def count(self) -> int:
        """How many pictures are described."""
        (count,) = self._connection.execute(
            "SELECT COUNT(*) FROM descriptions WHERE text != ''"
        ).fetchone()
        return int(count)

    def waiting(self, limit: int | None = None) -> list[int]:
        """Ids of the pictures that are known and wait to be described, newest first."""
        rows = self._connection.execute(
            "SELECT id FROM media WHERE state = 'ready'"
            " AND id NOT IN (SELECT media_id FROM descriptions)"
            " ORDER BY taken_at DESC, id LIMIT :limit",
            {"limit": -1 if limit is None else limit},
        )
        return [row[0] for row in rows]
