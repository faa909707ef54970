"""What could not be read, and why, until it can: files, and rules of categories."""

import sqlite3
from collections.abc import Container, Mapping, Sequence
from pathlib import Path

from organizer.errors import OrganizerError
from organizer.library.records import Problem

# The code of indexing.errors.EndedTheProgram.
_ENDED_THE_PROGRAM = "EndedTheProgram"


def read_problems(connection: sqlite3.Connection) -> tuple[Problem, ...]:
    """What could not be read: rules of categories, then files in the order they were met."""
    rows = connection.execute(
        "SELECT file, code, detail, path FROM ("
        "SELECT 0 AS rank, position AS id, name_en AS file, code, detail, '' AS path"
        " FROM category_problems JOIN categories ON id = category_id AND NOT is_removed"
        " UNION ALL SELECT 1, place_id, file, code, detail, path FROM place_problems"
        " JOIN places ON places.id = place_id"
        " UNION ALL SELECT 2, problems.id, file, code, detail, path FROM problems"
        " JOIN archives ON archives.id = archive_id) ORDER BY rank, id, file"
    )
    return tuple(Problem(row[0], row[1], row[2], Path(row[3])) for row in rows)


def set_category_problems(
    connection: sqlite3.Connection, errors: Mapping[str, OrganizerError]
) -> bool:
    """Replaces what is wrong with categories, by id; returns whether that is anything new."""
    before = connection.execute(
        "SELECT category_id, code, detail FROM category_problems ORDER BY category_id"
    ).fetchall()
    after = [(id, error.code, error.detail) for id, error in sorted(errors.items())]
    if after == before:
        return False
    connection.execute("DELETE FROM category_problems")
    connection.executemany("INSERT INTO category_problems VALUES (?, ?, ?)", after)
    return True


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
