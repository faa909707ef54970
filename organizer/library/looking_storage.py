"""How far the looking at pictures has come, and what it found of each."""

import sqlite3
from collections.abc import Mapping, Sequence

import numpy as np

from organizer.archive.records import FileStamp
from organizer.errors import OrganizerError
from organizer.library.problem_storage import forget_problems, insert_problem
from organizer.library.records import MediaUnderstanding
from organizer.library.tag_storage import replace_tags


def begin_media(connection: sqlite3.Connection, media_ids: Sequence[int]) -> None:
    """Notes that these pictures are about to be opened, in case one ends the program."""
    connection.executemany(
        "UPDATE media SET attempts = attempts + 1 WHERE id = ?",
        [(media_id,) for media_id in media_ids],
    )


def release_media(connection: sqlite3.Connection, media_ids: Sequence[int]) -> None:
    """Takes back `begin_media` for pictures that were not opened after all."""
    connection.executemany(
        "UPDATE media SET attempts = MAX(attempts - 1, 0) WHERE id = ?",
        [(media_id,) for media_id in media_ids],
    )


def store_understanding(
    connection: sqlite3.Connection, understood: Sequence[MediaUnderstanding], model: str
) -> None:
    """Stores vectors, categories and suggestions of `model`; the pictures are ready then."""
    connection.executemany(
        "UPDATE media SET state = 'ready', attempts = 0, size = ?, modified_ns = ?,"
        " content_hash = ?, width = ?, height = ?, duration_seconds = ?, media_type = ?"
        " WHERE id = ?",
        [
            (
                picture.stamp.size,
                picture.stamp.modified_ns,
                picture.content_hash,
                picture.width,
                picture.height,
                picture.duration_seconds,
                picture.media_type.value,
                picture.media_id,
            )
            for picture in understood
        ],
    )
    connection.executemany(
        # Another program may have removed a picture that was being looked at.
        "INSERT OR REPLACE INTO embeddings SELECT id, ?, ? FROM media WHERE id = ?",
        [
            (model, picture.vector.astype(np.float16).tobytes(), picture.media_id)
            for picture in understood
        ],
    )
    forget_problems(connection, [picture.media_id for picture in understood])
    for picture in understood:
        replace_tags(connection, picture.media_id, picture.categories, picture.suggestions, model)


def store_doubts(connection: sqlite3.Connection, doubts: Mapping[int, float]) -> None:
    """Remembers how doubtful it is where pictures belong, 0 to 1, by id."""
    connection.executemany(
        "UPDATE media SET doubt = ? WHERE id = ? AND doubt != ?",
        [(doubt, media_id, doubt) for media_id, doubt in doubts.items()],
    )


def record_failure(
    connection: sqlite3.Connection, media_id: int, error: OrganizerError, stamp: FileStamp | None
) -> None:
    """Marks a picture as unreadable, and why; it is tried again when its file changes."""
    connection.execute(
        "UPDATE media SET state = 'failed', attempts = 0, size = ?, modified_ns = ? WHERE id = ?",
        [stamp and stamp.size, stamp and stamp.modified_ns, media_id],
    )
    rows = connection.execute("SELECT archive_id, uri FROM media WHERE id = ?", [media_id])
    for archive_id, uri in rows.fetchall():
        insert_problem(connection, archive_id, error, uri)
