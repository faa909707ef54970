"""The one class that writes to the library; it lives in one thread."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.archive.records import FileStamp, Post
from organizer.closing import Closing
from organizer.errors import OrganizerError
from organizer.library.archive_storage import move_place, set_offline
from organizer.library.caption_storage import index_captions
from organizer.library.category_storage import store_default_categories
from organizer.library.connection import open_for_writing
from organizer.library.description_storage import delete_descriptions, store_descriptions
from organizer.library.duplicate_storage import store_hashes
from organizer.library.editing import apply_edit
from organizer.library.edits import Edit
from organizer.library.errors import LibraryUnusable
from organizer.library.file_storage import refresh_files
from organizer.library.filing import forget_other_categories, write_filing
from organizer.library.hashtag_storage import store_misfits, store_rule_folds
from organizer.library.place import LibraryPlace
from organizer.library.post_storage import PostStorage
from organizer.library.problem_storage import (
    forget_failures,
    forget_problems,
    forget_problems_but,
    insert_problem,
    set_category_problems,
)
from organizer.library.records import Archive, ImportCount, MediaUnderstanding, Place, TaggedPost
from organizer.library.tag_storage import replace_suggestions, replace_tags
from organizer.library.uniting import unite_with_same_content
from organizer.library.vector_storage import database_bytes, delete_vectors
from organizer.tagging.records import Category, CategoryScore, HashtagSuggestion


class LibraryWriter(Closing):
    """Writes to the library at `place`, each method in one transaction.

    Every method raises LibraryUnusable when SQLite refuses (disk full, file locked for too long).
    """

    def __init__(self, place: LibraryPlace) -> None:
        self._place = place
        self._db = open_for_writing(place)
        self._uris = set[str]()
        self._uris_are_of = -1

    def close(self) -> None:
        """Closes the connection; the writer is of no use afterwards."""
        self._db.close()

    @property
    def data_version(self) -> int:
        """A number that changes when another program writes to the library."""
        (version,) = self._db.conn.execute("PRAGMA data_version").fetchone()
        return int(version)

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

    def add_place(self, path: Path) -> Place:
        """The place at `path`, added if it is new."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO places (path, added_at) VALUES (?, ?)",
                [str(path), int(time.time())],
            )
            row = connection.execute("SELECT id FROM places WHERE path = ?", [str(path)]).fetchone()
        return Place(row[0], path)

    def move_place(self, old: Path, new: Path) -> None:
        """Follows a place that was renamed, with all archives in it."""
        with self._transaction() as connection:
            move_place(connection, str(old), str(new))

    def add_archive(self, path: Path, account: str = "", place: Place | None = None) -> Archive:
        """The archive at `path`, added if it is new, and online from now on.

        A known account name is kept up to date. Without a `place` it is one of its own.
        """
        place = place or self.add_place(path)
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO archives (path, account, added_at, place_id)"
                " VALUES (:path, :account, :now, :place) ON CONFLICT (path) DO UPDATE SET"
                " account = CASE excluded.account WHEN '' THEN account ELSE excluded.account END,"
                " place_id = excluded.place_id",
                {
                    "path": str(path),
                    "account": account,
                    "now": int(time.time()),
                    "place": place.id,
                },
            )
            (archive_id,) = connection.execute(
                "SELECT id FROM archives WHERE path = ?", [str(path)]
            ).fetchone()
            set_offline(connection, archive_id, is_offline=False)
            row = connection.execute(
                "SELECT account, listing FROM archives WHERE id = ?", [archive_id]
            ).fetchone()
        return Archive(archive_id, path, row[0], listing=row[1])

    def set_offline(self, archives: Iterable[Archive], is_offline: bool = True) -> None:
        """Remembers that archives are not there now, or are again; their pictures are kept."""
        with self._transaction() as connection:
            for archive in archives:
                set_offline(connection, archive.id, is_offline)

    def store_posts(
        self,
        archive: Archive,
        file: str,
        stamp: FileStamp,
        posts: Iterable[TaggedPost],
        stamps: Mapping[str, FileStamp],
    ) -> ImportCount:
        """Stores the posts of one content file and remembers that it was read as of `stamp`.

        `stamps` are those of all files in the archive by uri.
        """
        with self._transaction() as connection:
            count = self._post_storage(connection, archive, stamps).store(posts)
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

    def store_unlisted(
        self, archive: Archive, posts: Iterable[Post], stamps: Mapping[str, FileStamp]
    ) -> ImportCount:
        """Stores posts for media that no list of the archive names."""
        with self._transaction() as connection:
            return self._post_storage(connection, archive, stamps).store(
                TaggedPost(post, ()) for post in posts
            )

    def _post_storage(
        self, connection: sqlite3.Connection, archive: Archive, stamps: Mapping[str, FileStamp]
    ) -> PostStorage:
        # Reading 100,000 uris for each of many files would take longer than storing its posts.
        if (version := self.data_version) != self._uris_are_of:
            self._uris = {row[0] for row in connection.execute("SELECT uri FROM media_files")}
            self._uris_are_of = version
        return PostStorage(connection, archive.id, stamps, self._uris)

    def refresh_files(self, archive: Archive, stamps: Mapping[str, FileStamp]) -> int:
        """Takes note of which files of the archive came, went or changed.

        `stamps` are those of all its files by uri. Returns how many pictures wait anew.
        """
        with self._transaction() as connection:
            forget_problems_but(connection, archive.id, stamps)
            return refresh_files(connection, archive.id, stamps)

    def set_listing(self, archive: Archive, listing: str) -> None:
        """Remembers what the archive's files were like when it was last imported in full."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE archives SET listing = ? WHERE id = ?", [listing, archive.id]
            )

    def record_problem(
        self, archive: Archive, error: OrganizerError, file: str, is_final: bool = True
    ) -> None:
        """Remembers that `file` of the archive could not be read, and why.

        Unless that is final, it is read again at the next import, changed or not.
        """
        with self._transaction() as connection:
            insert_problem(connection, archive.id, error, file)
            if not is_final:
                connection.execute(
                    "DELETE FROM content_files WHERE archive_id = ? AND path = ?",
                    [archive.id, file],
                )

    def set_place_problems(self, place: Place, errors: Iterable[OrganizerError]) -> None:
        """Replaces what is known to be wrong in a place, other than with lists and media."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM place_problems WHERE place_id = ?", [place.id])
            connection.executemany(
                "INSERT OR REPLACE INTO place_problems VALUES (?, ?, ?, ?)",
                [(place.id, error.file, error.code, error.detail) for error in errors],
            )

    def set_category_problems(self, errors: Mapping[str, OrganizerError]) -> bool:
        """Replaces what is known to be wrong with categories, by id; returns whether it changed."""
        with self._transaction() as connection:
            return set_category_problems(connection, errors)

    def unite_with_same_content(self, media_id: int, content_hash: str) -> int | None:
        """Makes one of a picture and the one that has the same content, whose id is returned.

        None when there is no other.
        """
        with self._transaction() as connection:
            return unite_with_same_content(connection, media_id, content_hash)

    def store_categories(self, categories: Sequence[Category]) -> None:
        """Brings the program's categories up to date, but for those that the user changed."""
        with self._transaction() as connection:
            store_default_categories(connection, categories)

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
                "INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)",
                [
                    (picture.media_id, model, picture.vector.astype(np.float16).tobytes())
                    for picture in understood
                ],
            )
            forget_problems(connection, [picture.media_id for picture in understood])
            for picture in understood:
                replace_tags(
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
                replace_tags(connection, media_id, categories, suggestions, model)

    def store_filing(
        self,
        media_ids: NDArray[np.int64],
        before: NDArray[np.float32],
        after: NDArray[np.float32],
        category_ids: Sequence[str],
        model: str,
    ) -> None:
        """Files pictures by `after` where the model filed them by `before`: see write_filing."""
        with self._transaction() as connection:
            write_filing(connection, media_ids, before, after, category_ids, model)

    def forget_other_categories(self, category_ids: Sequence[str]) -> None:
        """Takes pictures out of all categories but these, where the model had filed them."""
        with self._transaction() as connection:
            forget_other_categories(connection, category_ids)

    def store_doubts(self, doubts: Mapping[int, float]) -> None:
        """Remembers how doubtful it is where pictures belong, 0 to 1, by id."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE media SET doubt = ? WHERE id = ? AND doubt != ?",
                [(doubt, media_id, doubt) for media_id, doubt in doubts.items()],
            )

    def apply(self, edit: Edit) -> Edit:
        """Does what the user says, which outweighs every model; returns what takes it back."""
        with self._transaction() as connection:
            return apply_edit(connection, edit)

    def index_captions(self, limit: int) -> int:
        """Makes at most `limit` new or changed captions searchable; returns how many there were."""
        with self._transaction() as connection:
            return index_captions(connection, limit)

    def store_hashes(self, method: str, hashes: Mapping[str, bytes]) -> None:
        """Keeps what `method` made of pictures, by their content hash."""
        with self._transaction() as connection:
            store_hashes(connection, method, hashes)

    def store_descriptions(self, descriptions: Mapping[int, str], model: str) -> None:
        """Replaces what was written of pictures, by id; "" where nothing could be."""
        with self._transaction() as connection:
            store_descriptions(connection, descriptions, model)

    def remove_descriptions(self) -> int:
        """Deletes what was written of all pictures; returns of how many."""
        with self._transaction() as connection:
            return delete_descriptions(connection)

    def store_suggestions(
        self, suggestions: Mapping[int, Sequence[HashtagSuggestion]], model: str
    ) -> None:
        """Replaces the hashtags that are suggested for pictures, by id."""
        with self._transaction() as connection:
            for media_id, some in suggestions.items():
                replace_suggestions(connection, media_id, some, model)

    def store_rule_folds(self, folds: Mapping[str, str]) -> None:
        """Remembers what spellings of hashtags, by key, have in common as the rules see it."""
        with self._transaction() as connection:
            store_rule_folds(connection, folds)

    def store_misfits(self, misfits: Mapping[int, Iterable[tuple[str, float]]]) -> None:
        """Replaces which hashtags of the caption do not fit pictures, by id, with their scores."""
        with self._transaction() as connection:
            store_misfits(connection, misfits)

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
            insert_problem(connection, row[0], error, row[1])

    def forget_failures(self) -> None:
        """Lets everything that could not be read be tried again, as if it were new."""
        with self._transaction() as connection:
            forget_failures(connection)

    def remove_vectors(self, encoder: str) -> int:
        """Deletes all vectors of `encoder`; by how many bytes the library became smaller.

        What they said of the pictures stays. Takes seconds, and as much of the disk as the library
        for a moment; without that the vectors are deleted, and LibraryUnusable is raised.
        """
        with self._transaction() as connection:
            before = database_bytes(connection)
            delete_vectors(connection, encoder)
        try:
            self._db.conn.execute("VACUUM")
            # What a reader still looks at is taken from the file later, by SQLite itself.
            self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error as error:
            raise LibraryUnusable(str(self._place.database), str(error)) from error
        return before - database_bytes(self._db.conn)

    def set_setting(self, key: str, value: object) -> None:
        """Keeps `value` (anything JSON can hold) under `key`."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO settings VALUES (?, ?)",
                [key, json.dumps(value, ensure_ascii=False)],
            )
