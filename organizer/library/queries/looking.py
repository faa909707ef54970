"""What looking at pictures asks: which of them wait."""

import sqlite3
from pathlib import Path

from organizer.archive.records import MediaType
from organizer.library.records import PendingMedia

ATTEMPTS = 3
"""How often a picture may be begun and not ended before it is blamed for the program's end."""


class LookingQueries:
    """Pictures that wait to be looked at, and those that are left out."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def pending(self, model: str) -> list[PendingMedia]:
        """What has no thumbnail or no vector of `model` yet, newest first.

        Left out is what lies in an archive that is offline, and what was begun ATTEMPTS times
        without an end (see `interrupted`).
        """
        rows = self._connection.execute(
            "SELECT media.id, archives.path, uri, media_type, attempts > 0"
            " FROM media JOIN archives ON archives.id = archive_id"
            " WHERE attempts < :attempts AND NOT is_offline"
            " AND (state = 'waiting' OR (state = 'ready' AND NOT EXISTS"
            " (SELECT 1 FROM embeddings WHERE media_id = media.id AND model = :model)))"
            " ORDER BY taken_at DESC, media.id",
            {"model": model, "attempts": ATTEMPTS},
        )
        return [
            PendingMedia(row[0], Path(row[1]), row[2], MediaType(row[3]), bool(row[4]))
            for row in rows
        ]

    def interrupted(self) -> tuple[tuple[int, str], ...]:
        """Ids and uris of waiting pictures at which the program ended ATTEMPTS times."""
        rows = self._connection.execute(
            "SELECT id, uri FROM media WHERE attempts >= ? AND state = 'waiting'", [ATTEMPTS]
        )
        return tuple((row[0], row[1]) for row in rows)
