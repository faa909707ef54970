"""Lays the posts of an export over what the library already knows.

A picture is known by its uri, within an archive and, when the times agree, across archives: another
part of the same export, a newer one, one in another format. The first list that names it owns it:
a reel that stands among the posts too stays one picture of one post, and reading a file again
changes nothing.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from organizer.archive.records import FileStamp, MediaItem, Post
from organizer.library.file_storage import settle_media
from organizer.library.new_rows import (
    INSERT_FILE,
    INSERT_HASHTAG,
    INSERT_MEDIA,
    INSERT_POST,
    INSERT_POST_HASHTAG,
    NewRows,
)
from organizer.library.post_merging import KnownPost, merged, seconds_of
from organizer.library.recognition import KnownMedia, Recognition
from organizer.library.records import ImportCount, TaggedPost
from organizer.tagging.hashtags import hashtag_key


class PostStorage:
    """Stores posts of one archive through `connection`, inside the caller's transaction.

    `stamps` are those of the files in the archive by uri, `uris` all that any archive names or has
    and maybe more; what is new is added to them.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        archive_id: int,
        stamps: Mapping[str, FileStamp],
        uris: set[str],
    ) -> None:
        self._connection = connection
        self._archive_id = archive_id
        self._stamps = stamps
        self._recognition = Recognition(connection, archive_id)
        self._hashtag_ids: dict[str, int] = dict(connection.execute("SELECT key, id FROM hashtags"))
        # Most uris of a new archive are new: then nothing else need be asked.
        self._uris = uris
        self._new = NewRows(connection)

    def store(self, posts: Iterable[TaggedPost]) -> ImportCount:
        """Adds what is new of `posts` and brings captions and times of known ones up to date."""
        added = changed = media_added = 0
        found_again = set[int]()
        for tagged in posts:
            if tagged.post.is_draft:
                self._hide(tagged.post)
                continue
            if not tagged.post.media:
                continue
            known = [self._known(item, tagged.post) for item in tagged.post.media]
            owner = self._owner_of(known)
            if owner is None:
                media_added += self._add_post(tagged)
                added += 1
            else:
                owner, is_changed = self._update_post(owner, tagged)
                changed += is_changed
                media_added += self._place_media(owner, tagged.post, known)
                found_again.update(media.id for media in known if media is not None)
        self._new.flush()
        # A file that lists of another part named may lie here.
        settle_media(self._connection, found_again)
        return ImportCount(added, changed, media_added)

    def _known(self, item: MediaItem, post: Post) -> KnownMedia | None:
        """The picture that `item` is, when the library has it already."""
        if item.uri not in self._uris:
            return None
        self._new.flush()
        return self._recognition.known(item, post)

    def _owner_of(self, known: Sequence[KnownMedia | None]) -> KnownPost | None:
        posts = [media.post for media in known if media is not None]
        # A post that stands for a file that no list named gives way to a real one.
        return min(posts, key=lambda post: not post.is_listed, default=None)

    def _add_post(self, tagged: TaggedPost) -> int:
        """Adds a post and all of its media, of which none is known; returns how many these are."""
        post = tagged.post
        known = KnownPost(
            self._new.next_id("posts"),
            self._archive_id,
            post.kind.value,
            seconds_of(post),
            post.caption,
            post.precision,
            post.is_listed,
        )
        self._new.add(
            INSERT_POST,
            known.id,
            known.archive_id,
            known.kind,
            known.taken_at,
            known.caption,
            known.precision.value,
            known.is_listed,
        )
        self._tag(known.id, tagged.hashtags)
        items = list({item.uri: item for item in post.media}.values())
        for position, item in enumerate(items):
            self._add_media(known, position, len(items), item)
        return len(items)

    def _update_post(self, known: KnownPost, tagged: TaggedPost) -> tuple[KnownPost, bool]:
        """The post as it is now, and whether its user would see the difference."""
        post = merged(known, tagged.post, self._archive_id)
        if post == known:
            return known, False
        self._connection.execute(
            "UPDATE posts SET kind = ?, taken_at = ?, caption = ?, precision = ?, is_listed = ?"
            " WHERE id = ?",
            [post.kind, post.taken_at, post.caption, post.precision.value, post.is_listed, post.id],
        )
        if post.taken_at != known.taken_at:
            self._connection.execute(
                "UPDATE media SET taken_at = ? WHERE post_id = ?", [post.taken_at, post.id]
            )
        if post.caption != known.caption:
            self._connection.execute("DELETE FROM post_hashtags WHERE post_id = ?", [post.id])
            self._tag(post.id, tagged.hashtags)
        return post, (post.caption, post.taken_at) != (known.caption, known.taken_at)

    def _place_media(self, owner: KnownPost, post: Post, known: Sequence[KnownMedia | None]) -> int:
        """Puts the slides of `post` under `owner`; returns how many pictures are new."""
        added = moved = 0
        seen = set[str]()
        for position, (item, media) in enumerate(zip(post.media, known, strict=True)):
            if item.uri in seen:
                continue
            seen.add(item.uri)
            if media is None:
                self._add_media(owner, position, len(post.media), item)
                added += 1
            else:
                moved += self._move_media(media, owner, position, item)
                self._note_file(media.id, item, owner)
        if len(post.media) > 1 and (added or moved):
            self._new.flush()
            self._connection.execute(
                "UPDATE media SET slides = (SELECT COUNT(*) FROM media WHERE post_id = :post)"
                " WHERE post_id = :post",
                {"post": owner.id},
            )
        return added

    def _add_media(self, owner: KnownPost, position: int, slides: int, item: MediaItem) -> None:
        media_id = self._new.next_id("media")
        self._new.add(
            INSERT_MEDIA,
            media_id,
            self._archive_id,
            owner.id,
            item.uri,
            position,
            slides,
            item.media_type.value,
            _own_seconds(item) if owner.taken_at is None else owner.taken_at,
            item.latitude,
            item.longitude,
            "waiting" if item.uri in self._stamps else "missing",
        )
        self._note_file(media_id, item, owner)

    def _move_media(
        self, media: KnownMedia, owner: KnownPost, position: int, item: MediaItem
    ) -> int:
        """Brings a known picture up to date; returns 1 when it came from a post of no list."""
        if item.latitude is not None:
            self._connection.execute(
                "UPDATE media SET latitude = ?, longitude = ? WHERE id = ? AND latitude IS NULL",
                [item.latitude, item.longitude, media.id],
            )
        if media.post.is_listed:
            return 0
        self._connection.execute(
            "UPDATE media SET post_id = ?, position = ?, taken_at = COALESCE(?, taken_at)"
            " WHERE id = ?",
            [owner.id, position, owner.taken_at, media.id],
        )
        self._connection.execute(
            "DELETE FROM posts WHERE id = :post"
            " AND NOT EXISTS (SELECT 1 FROM media WHERE post_id = :post)",
            {"post": media.post.id},
        )
        return 1

    def _hide(self, draft: Post) -> None:
        for item in draft.media:
            self._uris.add(item.uri)
            self._connection.execute(
                "INSERT OR IGNORE INTO media_files (uri, archive_id) VALUES (?, ?)",
                [item.uri, self._archive_id],
            )

    def _note_file(self, media_id: int, item: MediaItem, owner: KnownPost) -> None:
        self._uris.add(item.uri)
        stamp = self._stamps.get(item.uri)
        own_time = _own_seconds(item)
        self._new.add(
            INSERT_FILE,
            item.uri,
            self._archive_id,
            media_id,
            owner.taken_at if own_time is None else own_time,
            stamp and stamp.size,
            stamp and stamp.modified_ns,
        )

    def _tag(self, post_id: int, hashtags: Sequence[str]) -> None:
        for position, hashtag in enumerate(hashtags):
            key = hashtag_key(hashtag)
            hashtag_id = self._hashtag_ids.get(key)
            if hashtag_id is None:
                hashtag_id = self._hashtag_ids[key] = self._new.next_id("hashtags")
                self._new.add(INSERT_HASHTAG, hashtag_id, key, hashtag)
            self._new.add(INSERT_POST_HASHTAG, post_id, hashtag_id, position)


def _own_seconds(item: MediaItem) -> int | None:
    return None if item.taken_at is None else int(item.taken_at.timestamp())
