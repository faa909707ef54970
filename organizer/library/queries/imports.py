"""What an import asks: what of an archive is known already."""

import sqlite3

from organizer.archive.records import FileStamp
from organizer.library.records import Archive


class ImportQueries:
    """What is known of archives and their files."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def failed_files(self, archive: Archive) -> dict[str, FileStamp]:
        """The files of an archive that could not be read, as they were then, by uri."""
        rows = self._connection.execute(
            "SELECT uri, size, modified_ns FROM media"
            " WHERE archive_id = ? AND state = 'failed' AND size IS NOT NULL",
            [archive.id],
        )
        return {row[0]: FileStamp(row[1], row[2]) for row in rows}

    def content_stamps(self, archive: Archive) -> dict[str, FileStamp]:
        """The content files of `archive` that were read, as they were then."""
        rows = self._connection.execute(
            "SELECT path, size, modified_ns FROM content_files WHERE archive_id = ?", [archive.id]
        )
        return {row[0]: FileStamp(row[1], row[2]) for row in rows}

    def media_uris(self, archive: Archive) -> frozenset[str]:
        """The uris of all files of `archive` that are known."""
        rows = self._connection.execute(
            "SELECT uri FROM media_files WHERE archive_id = ?", [archive.id]
        )
        return frozenset(row[0] for row in rows)

    def missing_from(self, archive: Archive) -> int:
        """How many pictures that `archive` lists are nowhere to be found."""
        (count,) = self._connection.execute(
            "SELECT COUNT(*) FROM media_files JOIN media ON media.id = media_id"
            " WHERE media_files.archive_id = ? AND media_files.size IS NULL AND state = 'missing'",
            [archive.id],
        ).fetchone()
        return int(count)
