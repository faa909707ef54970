"""Writes what imports find: places, archives, and the posts and files in them."""

import sqlite3
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from organizer.archive.records import FileStamp, Post
from organizer.errors import OrganizerError
from organizer.library.archive_storage import move_place, set_offline
from organizer.library.connection import data_version
from organizer.library.file_storage import refresh_files
from organizer.library.post_storage import PostStorage
from organizer.library.problem_storage import forget_problems_but, insert_problem
from organizer.library.records import Archive, ImportCount, Place, TaggedPost
from organizer.library.removed_decisions import restore_by_name
from organizer.library.transactions import Transactions


class ImportWriter:
    """Keeps up with what the user added and what lies there, each method in one transaction."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._uris = set[str]()
        self._uris_are_of = -1

    def add_place(self, path: Path) -> Place:
        """The place at `path`, added if it is new."""
        with self._transactions.begin() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO places (path, added_at) VALUES (?, ?)",
                [str(path), int(time.time())],
            )
            row = connection.execute("SELECT id FROM places WHERE path = ?", [str(path)]).fetchone()
        return Place(row[0], path)

    def move_place(self, old: Path, new: Path) -> None:
        """Follows a place that was renamed, with all archives in it."""
        with self._transactions.begin() as connection:
            move_place(connection, str(old), str(new))

    def add_archive(self, path: Path, account: str = "", place: Place | None = None) -> Archive:
        """The archive at `path`, added if it is new, and online from now on.

        A known account name is kept up to date. Without a `place` it is one of its own.
        """
        place = place or self.add_place(path)
        with self._transactions.begin() as connection:
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
        with self._transactions.begin() as connection:
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
        with self._transactions.begin() as connection:
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
        with self._transactions.begin() as connection:
            return self._post_storage(connection, archive, stamps).store(
                TaggedPost(post, ()) for post in posts
            )

    def refresh_files(self, archive: Archive, stamps: Mapping[str, FileStamp]) -> int:
        """Takes note of which files of the archive came, went or changed.

        `stamps` are those of all its files by uri. Returns how many pictures wait anew.
        """
        with self._transactions.begin() as connection:
            forget_problems_but(connection, archive.id, stamps)
            restore_by_name(connection, archive.id)
            return refresh_files(connection, archive.id, stamps)

    def set_listing(self, archive: Archive, listing: str) -> None:
        """Remembers what the archive's files were like when it was last imported in full."""
        with self._transactions.begin() as connection:
            connection.execute(
                "UPDATE archives SET listing = ? WHERE id = ?", [listing, archive.id]
            )

    def record_problem(
        self, archive: Archive, error: OrganizerError, file: str, is_final: bool = True
    ) -> None:
        """Remembers that `file` of the archive could not be read, and why.

        Unless that is final, it is read again at the next import, changed or not.
        """
        with self._transactions.begin() as connection:
            insert_problem(connection, archive.id, error, file)
            if not is_final:
                connection.execute(
                    "DELETE FROM content_files WHERE archive_id = ? AND path = ?",
                    [archive.id, file],
                )

    def set_place_problems(self, place: Place, errors: Iterable[OrganizerError]) -> None:
        """Replaces what is known to be wrong in a place, other than with lists and media."""
        with self._transactions.begin() as connection:
            connection.execute("DELETE FROM place_problems WHERE place_id = ?", [place.id])
            connection.executemany(
                "INSERT OR REPLACE INTO place_problems VALUES (?, ?, ?, ?)",
                [(place.id, error.file, error.code, error.detail) for error in errors],
            )

    def _post_storage(
        self, connection: sqlite3.Connection, archive: Archive, stamps: Mapping[str, FileStamp]
    ) -> PostStorage:
        # Reading 100,000 uris for each of many files would take longer than storing its posts.
        version = data_version(connection)
        if version != self._uris_are_of:
            self._uris = {row[0] for row in connection.execute("SELECT uri FROM media_files")}
            self._uris_are_of = version
        return PostStorage(connection, archive.id, stamps, self._uris)
