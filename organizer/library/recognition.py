"""Recognises pictures that the library has already, from this archive or another."""

import sqlite3
from dataclasses import dataclass

from organizer.archive.records import MediaItem, Post, TimePrecision
from organizer.library.post_merging import KnownPost, times_agree


@dataclass(frozen=True, slots=True)
class KnownMedia:
    """A picture that the library has, and the post that owns it."""

    id: int
    post: KnownPost


class Recognition:
    """Recognises what a list of the archive names."""

    def __init__(self, connection: sqlite3.Connection, archive_id: int) -> None:
        self._connection = connection
        self._archive_id = archive_id
        (self._account,) = connection.execute(
            "SELECT account FROM archives WHERE id = ?", [archive_id]
        ).fetchone()

    def known(self, item: MediaItem, post: Post) -> KnownMedia | None:
        """The picture that `item` of `post` is; None when the library does not have it."""
        rows = self._connection.execute(
            "SELECT media.id, posts.id, posts.archive_id, kind, posts.taken_at, caption, precision,"
            " is_listed, media_files.archive_id, media_files.taken_at, account"
            " FROM media_files JOIN media ON media.id = media_id JOIN posts ON posts.id = post_id"
            " JOIN archives ON archives.id = media_files.archive_id WHERE media_files.uri = ?"
            " ORDER BY media_files.archive_id != ?",
            [item.uri, self._archive_id],
        )
        for row in rows.fetchall():
            media_id, post_id, of_archive, kind, taken_at, caption, precision, is_listed = row[:8]
            known = KnownPost(
                post_id,
                of_archive,
                kind,
                taken_at,
                caption,
                TimePrecision(precision),
                bool(is_listed),
            )
            archive_id, listed_at, account = row[8:]
            is_other_account = account and self._account and account != self._account
            if archive_id == self._archive_id or (
                not is_other_account and times_agree(listed_at, known, item, post)
            ):
                return KnownMedia(media_id, known)
        return None
