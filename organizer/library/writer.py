"""The one class that writes to the library; it lives in one thread."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import numpy as np

from organizer.errors import OrganizerError
from organizer.library.connection import open_for_writing
from organizer.library.errors import LibraryUnusable
from organizer.library.place import LibraryPlace
from organizer.library.post_storage import PostStorage
from organizer.library.records import (
    Archive,
    FileStamp,
    ImportCount,
    MediaState,
    MediaUnderstanding,
    TaggedPost,
)
from organizer.tagging.records import Category, CategoryScore, HashtagSuggestion


class LibraryWriter:
    """Writes to the library at `place`, each method in one transaction.

    Every method raises LibraryUnusable when SQLite refuses (disk full, file locked for too long).
    """

    def __init__(self, place: LibraryPlace) -> None:
        self._place = place
        self._db = open_for_writing(place)

    def __enter__(self) -> "LibraryWriter":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection; the writer is of no use afterwards."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self._db.conn
        try:
            # IMMEDIATE waits for another process that writes; a deferred transaction that turns
            # from reading to writing would fail at once.
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()
        except sqlite3.Error as error:
            raise LibraryUnusable(str(self._place.database), str(error)) from error

    def add_archive(self, path: Path, account: str = "") -> Archive:
        """The archive at `path`, added if it is new; a known account name is kept up to date."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO archives (path, account, added_at) VALUES (:path, :account, :now)"
                " ON CONFLICT (path) DO UPDATE SET account = excluded.account"
                " WHERE excluded.account != ''",
                {"path": str(path), "account": account, "now": int(time.time())},
            )
            row = connection.execute(
                "SELECT id, account FROM archives WHERE path = ?", [str(path)]
            ).fetchone()
        return Archive(row[0], path, row[1])

    def store_posts(
        self, archive: Archive, file: str, stamp: FileStamp, posts: Iterable[TaggedPost]
    ) -> ImportCount:
        """Stores the posts of one content file and remembers that it was read as of `stamp`."""
        with self._transaction() as connection:
            count = PostStorage(connection, archive.id).store(posts)
            connection.execute(
                "INSERT OR REPLACE INTO content_files VALUES (?, ?, ?, ?)",
                [archive.id, file, stamp.size, stamp.modified_ns],
            )
            connection.execute(
                "DELETE FROM problems WHERE archive_id = ? AND file = ?", [archive.id, file]
            )
            connection.execute(
                "UPDATE archives SET imported_at = ? WHERE id = ?", [int(time.time()), archive.id]
            )
        return count

    def record_problem(self, archive: Archive, error: OrganizerError, file: str) -> None:
        """Remembers that `file` of the archive could not be read, and why."""
        with self._transaction() as connection:
            _insert_problem(connection, archive.id, error, file)

    def refresh_media(self, archive: Archive, stamps: Mapping[str, FileStamp | None]) -> int:
        """Marks which media files are gone (None), came back or changed since they were looked at.

        `stamps` maps every uri of the archive. Returns how many pictures wait anew because of it.
        """
        waiting: list[tuple[str, int]] = []
        missing: list[tuple[str, int]] = []
        with self._transaction() as connection:
            rows = connection.execute(
                "SELECT id, uri, state, size, modified_ns FROM media WHERE archive_id = ?",
                [archive.id],
            ).fetchall()
            for media_id, uri, state, size, modified_ns in rows:
                stamp = stamps.get(uri)
                if stamp is None:
                    if state != MediaState.MISSING:
                        missing.append((MediaState.MISSING, media_id))
                elif state == MediaState.MISSING or (
                    state != MediaState.WAITING
                    and (stamp.size, stamp.modified_ns) != (size, modified_ns)
                ):
                    waiting.append((MediaState.WAITING, media_id))
            connection.executemany("UPDATE media SET state = ? WHERE id = ?", missing)
            connection.executemany("UPDATE media SET state = ?, attempts = 0 WHERE id = ?", waiting)
            # A changed picture has nothing in common with what was understood of the old one.
            connection.executemany(
                "DELETE FROM embeddings WHERE media_id = ?", [(row[1],) for row in waiting]
            )
        return len(waiting)

    def store_categories(self, categories: Sequence[Category]) -> None:
        """Brings names, colours and order of the categories up to date."""
        with self._transaction() as connection:
            connection.executemany(
                "INSERT INTO categories VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " name_en = excluded.name_en, name_ko = excluded.name_ko,"
                " colour = excluded.colour, position = excluded.position",
                [
                    (category.id, category.name_en, category.name_ko, category.colour, position)
                    for position, category in enumerate(categories)
                ],
            )

    def begin_media(self, media_ids: Sequence[int]) -> None:
        """Notes that these pictures are about to be opened, in case one ends the program."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE media SET attempts = attempts + 1 WHERE id = ?",
                [(media_id,) for media_id in media_ids],
            )

    def release_media(self, media_ids: Sequence[int]) -> None:
        """Takes back `begin_media` for pictures that were not opened after all."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE media SET attempts = MAX(attempts - 1, 0) WHERE id = ?",
                [(media_id,) for media_id in media_ids],
            )

    def store_understanding(self, understood: Sequence[MediaUnderstanding], model: str) -> None:
        """Stores vectors, categories and suggestions of `model`; the pictures are ready then."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE media SET state = 'ready', attempts = 0, size = ?, modified_ns = ?,"
                " content_hash = ?, width = ?, height = ?, duration_seconds = ? WHERE id = ?",
                [
                    (
                        picture.stamp.size,
                        picture.stamp.modified_ns,
                        picture.content_hash,
                        picture.width,
                        picture.height,
                        picture.duration_seconds,
                        picture.media_id,
                    )
                    for picture in understood
                ],
            )
            connection.executemany(
                "INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)",
                [
                    (picture.media_id, model, picture.vector.astype(np.float16).tobytes())
                    for picture in understood
                ],
            )
            _forget_problems(connection, [picture.media_id for picture in understood])
            for picture in understood:
                _replace_tags(
                    connection, picture.media_id, picture.categories, picture.suggestions, model
                )

    def store_tags(
        self,
        tags: Sequence[tuple[int, tuple[CategoryScore, ...], tuple[HashtagSuggestion, ...]]],
        model: str,
    ) -> None:
        """Replaces the model's categories and suggestions of pictures; the user's own stay.

        `tags` holds a picture's id, its categories and its suggestions.
        """
        with self._transaction() as connection:
            for media_id, categories, suggestions in tags:
                _replace_tags(connection, media_id, categories, suggestions, model)

    def record_failure(self, media_id: int, error: OrganizerError, stamp: FileStamp | None) -> None:
        """Marks a picture as unreadable, and why; it is tried again when its file changes."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE media SET state = 'failed', attempts = 0, size = ?, modified_ns = ?"
                " WHERE id = ?",
                [stamp and stamp.size, stamp and stamp.modified_ns, media_id],
            )
            row = connection.execute(
                "SELECT archive_id, uri FROM media WHERE id = ?", [media_id]
            ).fetchone()
            _insert_problem(connection, row[0], error, row[1])

    def set_setting(self, key: str, value: object) -> None:
        """Keeps `value` (anything JSON can hold) under `key`."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO settings VALUES (?, ?)",
                [key, json.dumps(value, ensure_ascii=False)],
            )


def _insert_problem(
    connection: sqlite3.Connection, archive_id: int, error: OrganizerError, file: str
) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO problems (archive_id, file, code, detail) VALUES (?, ?, ?, ?)",
        [archive_id, file, error.code, error.detail],
    )


def _forget_problems(connection: sqlite3.Connection, media_ids: Sequence[int]) -> None:
    connection.executemany(
        "DELETE FROM problems WHERE (archive_id, file) ="
        " (SELECT archive_id, uri FROM media WHERE id = ?)",
        [(media_id,) for media_id in media_ids],
    )


def _replace_tags(
    connection: sqlite3.Connection,
    media_id: int,
    categories: Sequence[CategoryScore],
    suggestions: Sequence[HashtagSuggestion],
    model: str,
) -> None:
    connection.execute(
        "DELETE FROM category_assignments WHERE media_id = ? AND source = 'model'", [media_id]
    )
    connection.executemany(
        "INSERT INTO category_assignments VALUES (?, ?, 'model', ?, ?)",
        [(media_id, scored.category_id, scored.score, model) for scored in categories],
    )
    connection.execute("DELETE FROM suggestions WHERE media_id = ?", [media_id])
    connection.executemany(
        "INSERT INTO suggestions VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                media_id,
                position,
                suggestion.hashtag,
                suggestion.score,
                suggestion.reason.value,
                model,
            )
            for position, suggestion in enumerate(suggestions)
        ],
    )
