"""Lays the posts of an export over what the library already knows of that archive.

A picture is known by its archive and uri. The first list that names it owns it: a reel that stands
among the posts too stays one picture of one post, and reading a file again changes nothing.
"""

import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from organizer.archive.records import MediaItem, Post
from organizer.library.records import ImportCount, TaggedPost


@dataclass(slots=True)
class _KnownPost:
    id: int
    kind: str
    taken_at: int | None
    caption: str


class PostStorage:
    """Stores posts of one archive through `connection`, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, archive_id: int) -> None:
        self._connection = connection
        self._archive_id = archive_id
        self._posts = {
            row[0]: _KnownPost(*row)
            for row in connection.execute(
                "SELECT id, kind, taken_at, caption FROM posts WHERE archive_id = ?", [archive_id]
            )
        }
        self._owners: dict[str, int] = dict(
            connection.execute("SELECT uri, post_id FROM media WHERE archive_id = ?", [archive_id])
        )
        self._hashtag_ids: dict[str, int] = dict(connection.execute("SELECT key, id FROM hashtags"))

    def store(self, posts: Iterable[TaggedPost]) -> ImportCount:
        """Adds what is new of `posts` and brings captions and times of known ones up to date."""
        added = changed = media_added = 0
        for tagged in posts:
            if not tagged.post.media:
                continue
            owner = self._owner_of(tagged.post)
            if owner is None:
                owner = self._add_post(tagged)
                added += 1
            elif self._update_post(owner, tagged):
                changed += 1
            media_added += self._add_media(owner, tagged.post)
        return ImportCount(added, changed, media_added)

    def _owner_of(self, post: Post) -> _KnownPost | None:
        for item in post.media:
            owner_id = self._owners.get(item.uri)
            if owner_id is not None:
                return self._posts[owner_id]
        return None

    def _add_post(self, tagged: TaggedPost) -> _KnownPost:
        post = tagged.post
        taken_at = _seconds(post)
        cursor = self._connection.execute(
            "INSERT INTO posts (archive_id, kind, taken_at, caption) VALUES (?, ?, ?, ?)",
            [self._archive_id, post.kind.value, taken_at, post.caption],
        )
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT always has one
        known = _KnownPost(cursor.lastrowid, post.kind.value, taken_at, post.caption)
        self._posts[known.id] = known
        self._tag(known.id, tagged.hashtags)
        return known

    def _update_post(self, known: _KnownPost, tagged: TaggedPost) -> bool:
        post = tagged.post
        same_list = known.kind == post.kind.value
        caption = (
            post.caption if post.caption and (same_list or not known.caption) else known.caption
        )
        taken_at = _seconds(post) if same_list or known.taken_at is None else known.taken_at
        taken_at = known.taken_at if taken_at is None else taken_at
        if (caption, taken_at) == (known.caption, known.taken_at):
            return False
        self._connection.execute(
            "UPDATE posts SET caption = ?, taken_at = ? WHERE id = ?", [caption, taken_at, known.id]
        )
        self._connection.execute(
            "UPDATE media SET taken_at = ? WHERE post_id = ?", [taken_at, known.id]
        )
        if caption != known.caption:
            self._connection.execute("DELETE FROM post_hashtags WHERE post_id = ?", [known.id])
            self._tag(known.id, tagged.hashtags)
        known.caption, known.taken_at = caption, taken_at
        return True

    def _add_media(self, owner: _KnownPost, post: Post) -> int:
        new: list[tuple[int, MediaItem]] = []
        for position, item in enumerate(post.media):
            if item.uri not in self._owners:
                self._owners[item.uri] = owner.id
                new.append((position, item))
        if not new:
            return 0
        self._connection.executemany(
            "INSERT INTO media (archive_id, post_id, uri, position, media_type, taken_at,"
            " latitude, longitude) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [self._media_row(owner, position, item) for position, item in new],
        )
        if len(post.media) > 1:
            self._connection.execute(
                "UPDATE media SET slides = (SELECT COUNT(*) FROM media WHERE post_id = :post)"
                " WHERE post_id = :post",
                {"post": owner.id},
            )
        return len(new)

    def _media_row(self, owner: _KnownPost, position: int, item: MediaItem) -> Sequence[object]:
        own_time = None if item.taken_at is None else int(item.taken_at.timestamp())
        taken_at = own_time if owner.taken_at is None else owner.taken_at
        return (
            self._archive_id,
            owner.id,
            item.uri,
            position,
            item.media_type.value,
            taken_at,
            item.latitude,
            item.longitude,
        )

    def _tag(self, post_id: int, hashtags: Sequence[str]) -> None:
        rows = [
            (post_id, self._hashtag_id(hashtag), position)
            for position, hashtag in enumerate(hashtags)
        ]
        self._connection.executemany("INSERT OR IGNORE INTO post_hashtags VALUES (?, ?, ?)", rows)

    def _hashtag_id(self, hashtag: str) -> int:
        key = unicodedata.normalize("NFC", hashtag).casefold()
        known = self._hashtag_ids.get(key)
        if known is None:
            cursor = self._connection.execute(
                "INSERT INTO hashtags (key, name) VALUES (?, ?)", [key, hashtag]
            )
            assert cursor.lastrowid is not None  # noqa: S101 - an INSERT always has one
            known = self._hashtag_ids[key] = cursor.lastrowid
        return known


def _seconds(post: Post) -> int | None:
    return None if post.taken_at is None else int(post.taken_at.timestamp())
