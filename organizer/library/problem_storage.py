"""What could not be read, and why, until it can."""

import sqlite3
from collections.abc import Container, Sequence

from organizer.errors import OrganizerError

# The code of indexing.errors.EndedTheProgram.
_ENDED_THE_PROGRAM = "EndedTheProgram"


def insert_problem(
    connection: sqlite3.Connection, archive_id: int, error: OrganizerError, file: str
) -> None:
    """Remembers that `file` of an archive could not be read."""
    connection.execute(
        "INSERT OR REPLACE INTO problems (archive_id, file, code, detail) VALUES (?, ?, ?, ?)",
        [archive_id, file, error.code, error.detail],
    )


def forget_problems(connection: sqlite3.Connection, media_ids: Sequence[int]) -> None:
    """Forgets what was wrong with pictures that could be read now."""
    connection.executemany(
        "DELETE FROM problems WHERE (archive_id, file) ="
        " (SELECT archive_id, uri FROM media WHERE id = ?)",
        [(media_id,) for media_id in media_ids],
    )


def forget_problems_but(
    connection: sqlite3.Connection, archive_id: int, files: Container[str]
) -> None:
    """Forgets what was wrong with files of an archive that are not among `files` any more."""
    rows = connection.execute("SELECT id, file FROM problems WHERE archive_id = ?", [archive_id])
    gone = [(row[0],) for row in rows if row[1] not in files]
    connection.executemany("DELETE FROM problems WHERE id = ?", gone)


def forget_failures(connection: sqlite3.Connection) -> None:
    """Forgets all problems, so that their files are read again.

    But for those that ended the program: they would do so again.
    """
    left_out = {"left_out": _ENDED_THE_PROGRAM}
    connection.execute(
        "UPDATE media SET state = 'waiting', attempts = 0 WHERE state = 'failed'"
        " AND NOT EXISTS (SELECT 1 FROM problems WHERE problems.archive_id = media.archive_id"
        " AND file = uri AND code = :left_out)",
        left_out,
    )
    connection.execute(
        "DELETE FROM content_files"
        " WHERE (archive_id, path) IN (SELECT archive_id, file FROM problems)"
    )
    connection.execute(
        "UPDATE archives SET listing = '' WHERE id IN (SELECT archive_id FROM problems)"
    )
    connection.execute("DELETE FROM problems WHERE code <> :left_out", left_out)
