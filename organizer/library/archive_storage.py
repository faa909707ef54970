"""Where archives lie, and whether they are there."""

import sqlite3
from pathlib import Path

from organizer.library.file_storage import media_in, settle_media


def set_offline(connection: sqlite3.Connection, archive_id: int, is_offline: bool) -> None:
    """Marks an archive as gone or there; pictures of it that lie elsewhere, too, are read there."""
    changed = connection.execute(
        "UPDATE archives SET is_offline = :offline WHERE id = :archive AND is_offline != :offline",
        {"offline": is_offline, "archive": archive_id},
    ).rowcount
    if changed:
        settle_media(connection, media_in(connection, archive_id))


def move_place(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Gives a place and all archives in it their new path."""
    connection.execute("UPDATE OR IGNORE places SET path = ? WHERE path = ?", [new, old])
    for archive_id, path in connection.execute("SELECT id, path FROM archives").fetchall():
        if Path(path).is_relative_to(old):
            moved = str(Path(new) / Path(path).relative_to(old))
            connection.execute(
                "UPDATE OR IGNORE archives SET path = ? WHERE id = ?", [moved, archive_id]
            )
