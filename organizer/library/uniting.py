"""Makes one picture of two rows that turn out to hold the same file.

An export names a picture twice under two names when it was posted and archived, say; an export of
another year may name all of them anew. What the user decided is kept, whichever row it was for.
"""

import sqlite3

from organizer.archive.records import PostKind
from organizer.library.file_storage import settle_media

_PRECEDENCE = [kind.value for kind in PostKind]


def unite_with_same_content(
    connection: sqlite3.Connection, media_id: int, content_hash: str
) -> int | None:
    """Unites a picture with the one that has the same content, whose id is returned.

    None when there is no other; the content is remembered, so that the next of its kind finds it.
    """
    row = connection.execute(
        "SELECT id FROM media WHERE content_hash = ? AND id != ? ORDER BY id LIMIT 1",
        [content_hash, media_id],
    ).fetchone()
    if row is None:
        connection.execute(
            "UPDATE media SET content_hash = ? WHERE id = ?", [content_hash, media_id]
        )
        return None
    kept: int = row[0]
    values = {"kept": kept, "gone": media_id}
    _choose_post(connection, kept, media_id)
    connection.execute(
        "UPDATE media SET latitude = gone.latitude, longitude = gone.longitude"
        " FROM media AS gone WHERE media.id = :kept AND gone.id = :gone"
        " AND media.latitude IS NULL",
        values,
    )
    for statement in (
        "UPDATE media_files SET media_id = :kept WHERE media_id = :gone",
        "UPDATE OR IGNORE category_assignments SET media_id = :kept"
        " WHERE media_id = :gone AND source = 'user'",
        "UPDATE OR IGNORE favourites SET media_id = :kept WHERE media_id = :gone",
        "UPDATE OR IGNORE hashtag_decisions SET media_id = :kept WHERE media_id = :gone",
        "UPDATE OR IGNORE service_categories SET media_id = :kept WHERE media_id = :gone",
        "UPDATE OR IGNORE service_hashtags SET media_id = :kept WHERE media_id = :gone",
        "UPDATE OR IGNORE album_members SET media_id = :kept WHERE media_id = :gone",
        "UPDATE OR IGNORE distinct_pictures SET media_id = :kept WHERE media_id = :gone",
        "UPDATE OR IGNORE assignments_set_aside SET media_id = :kept WHERE media_id = :gone",
    ):
        connection.execute(statement, values)
    (post_id,) = connection.execute("SELECT post_id FROM media WHERE id = ?", [media_id]).fetchone()
    connection.execute("DELETE FROM media WHERE id = ?", [media_id])
    _tidy_post(connection, post_id)
    settle_media(connection, [kept])
    return kept


def _choose_post(connection: sqlite3.Connection, kept: int, gone: int) -> None:
    """Leaves the picture that stays in the better post of the two.

    That is one of a list, then the one of the better kind, then a carousel, which should not lose
    a slide.
    """
    ranked = sorted(
        connection.execute(
            "SELECT is_listed, kind, slides, media.id, post_id, position, media.taken_at, caption"
            " FROM media JOIN posts ON posts.id = post_id WHERE media.id IN (?, ?)",
            [kept, gone],
        ).fetchall(),
        key=lambda row: (not row[0], _PRECEDENCE.index(row[1]), -row[2], row[3] != kept),
    )
    (_, _, slides, best_id, post_id, position, taken_at, caption), other = ranked
    if best_id == gone:
        connection.execute(
            "UPDATE media SET post_id = ?, position = ?, slides = ?, taken_at = ? WHERE id = ?",
            [post_id, position, slides, taken_at, kept],
        )
        connection.execute("UPDATE media SET post_id = ? WHERE id = ?", [other[4], gone])
    if not caption and other[7]:
        connection.execute("UPDATE posts SET caption = ? WHERE id = ?", [other[7], post_id])
        connection.execute(
            "INSERT OR IGNORE INTO post_hashtags SELECT ?, hashtag_id, position FROM post_hashtags"
            " WHERE post_id = ?",
            [post_id, other[4]],
        )


def _tidy_post(connection: sqlite3.Connection, post_id: int) -> None:
    """Counts the slides of a post anew, or removes it when none is left."""
    values = {"post": post_id}
    connection.execute(
        "DELETE FROM posts WHERE id = :post"
        " AND NOT EXISTS (SELECT 1 FROM media WHERE post_id = :post)",
        values,
    )
    connection.execute(
        "UPDATE media SET slides = (SELECT COUNT(*) FROM media WHERE post_id = :post)"
        " WHERE post_id = :post",
        values,
    )
