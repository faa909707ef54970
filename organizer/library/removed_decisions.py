"""What the user decided of pictures that were removed: kept aside, and back when they are.

A picture is known again by the name that its export gave it, with the account and the time, or by
its content once it is looked at. What a service said of it is kept as well: it may have been paid
for. In all statements `:ids` is a JSON list, `:back` a JSON object of ids that pictures had, and
those that they have now.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence

# Two times of one picture are rounded differently at most; see post_merging.
_SECONDS_APART = 2
# What is kept, where it is kept aside, and of which columns it is besides the picture's id.
_KEPT = (
    ("favourites", "removed_favourites", ()),
    ("hashtag_decisions", "removed_hashtag_decisions", ("hashtag_id", "is_wanted", "decided_at")),
    ("album_members", "removed_album_members", ("album_id", "position")),
    ("service_categories", "removed_service_categories", ("position", "category_id")),
    ("service_hashtags", "removed_service_hashtags", ("position", "hashtag")),
)
# An album or hashtag may be gone by the time that the picture is back.
_STILL_THERE = {
    "album_members": " AND album_id IN (SELECT id FROM albums)",
    "hashtag_decisions": " AND hashtag_id IN (SELECT id FROM hashtags)",
    "service_categories": " AND category_id IN (SELECT id FROM categories)",
}
_CHOSEN = "media_id IN (SELECT value FROM json_each(:ids))"
_DECIDED = " UNION ".join(
    (
        *(f"SELECT media_id FROM {table} WHERE {_CHOSEN}" for table, _, _ in _KEPT),
        *(
            f"SELECT media_id FROM {table} WHERE source = 'user' AND {_CHOSEN}"
            for table in ("category_assignments", "assignments_set_aside")
        ),
        f"SELECT media_id FROM distinct_pictures WHERE {_CHOSEN}",
    )
)


def set_decisions_aside(connection: sqlite3.Connection, media_ids: Sequence[int]) -> None:
    """Keeps what was decided of pictures that are about to be removed."""
    chosen = {"ids": json.dumps(media_ids)}
    connection.execute(
        "INSERT OR REPLACE INTO removed_pictures (id, uri, account, taken_at, content_hash)"
        " SELECT media.id, media.uri, account, COALESCE(listed.taken_at, media.taken_at),"
        " content_hash FROM media JOIN archives ON archives.id = media.archive_id"
        " LEFT JOIN media_files AS listed"
        " ON listed.uri = media.uri AND listed.archive_id = media.archive_id"
        f" WHERE media.id IN ({_DECIDED})",
        chosen,
    )
    for table, aside, columns in _KEPT:
        listed = ", ".join(("", *columns))
        connection.execute(
            f"INSERT OR IGNORE INTO {aside} (picture_id{listed})"
            f" SELECT media_id{listed} FROM {table} WHERE {_CHOSEN}",
            chosen,
        )
    for table in ("category_assignments", "assignments_set_aside"):
        connection.execute(
            "INSERT OR IGNORE INTO removed_assignments (picture_id, category_id, score)"
            f" SELECT media_id, category_id, score FROM {table}"
            f" WHERE source = 'user' AND {_CHOSEN}",
            chosen,
        )
    _set_sets_aside(connection, chosen)


def restore_by_name(connection: sqlite3.Connection, archive_id: int) -> None:
    """Brings back what was decided of the pictures that an archive names."""
    if not _are_any_removed(connection):
        return
    rows = connection.execute(
        "SELECT removed.id, named.media_id FROM removed_pictures AS removed"
        " JOIN archives ON archives.id = :archive"
        " JOIN media_files AS named ON named.uri = removed.uri AND named.archive_id = archives.id"
        " WHERE named.media_id IS NOT NULL"
        " AND (removed.account = archives.account OR removed.account = '' OR archives.account = '')"
        " AND COALESCE(ABS(named.taken_at - removed.taken_at), 0) <= :apart",
        {"archive": archive_id, "apart": _SECONDS_APART},
    )
    _restore(connection, dict(rows.fetchall()))


def restore_by_content(connection: sqlite3.Connection, media_id: int, content_hash: str) -> None:
    """Brings back what was decided of the file that a picture turns out to be."""
    rows = connection.execute(
        "SELECT id FROM removed_pictures WHERE content_hash = ?", [content_hash]
    )
    _restore(connection, {row[0]: media_id for row in rows.fetchall()})


def _restore(connection: sqlite3.Connection, back: Mapping[int, int]) -> None:
    """Brings back what was decided of pictures; `back` has the ids they had, and have now."""
    if not back:
        return
    values = {"back": json.dumps(back), "ids": json.dumps(list(back))}
    back_again = "FROM json_each(:back) AS back CROSS JOIN"
    for table, aside, columns in _KEPT:
        listed = ", ".join(("", *columns))
        connection.execute(
            f"INSERT OR IGNORE INTO {table} (media_id{listed}) SELECT back.atom{listed}"
            f" {back_again} {aside} WHERE picture_id = back.key + 0{_STILL_THERE.get(table, '')}",
            values,
        )
    # A category may have been removed meanwhile, or be back.
    for table, is_removed in (("category_assignments", 0), ("assignments_set_aside", 1)):
        connection.execute(
            f"INSERT OR IGNORE INTO {table} (media_id, category_id, source, score, model)"
            f" SELECT back.atom, category_id, 'user', score, '' {back_again} removed_assignments"
            " JOIN categories ON categories.id = category_id"
            f" WHERE picture_id = back.key + 0 AND is_removed = {is_removed}",
            values,
        )
    _restore_sets(connection, values)
    connection.execute(
        "DELETE FROM removed_pictures WHERE id IN (SELECT value FROM json_each(:ids))", values
    )


def _set_sets_aside(connection: sqlite3.Connection, chosen: Mapping[str, str]) -> None:
    """Keeps the sets of different pictures; what is left of one alone would say another thing."""
    connection.execute(
        "INSERT OR IGNORE INTO removed_distinct_pictures"
        f" SELECT set_id, media_id FROM distinct_pictures WHERE {_CHOSEN}",
        chosen,
    )
    lonely = (
        "SELECT set_id FROM distinct_pictures WHERE set_id IN"
        f" (SELECT set_id FROM distinct_pictures WHERE {_CHOSEN}) GROUP BY set_id"
        f" HAVING SUM(NOT {_CHOSEN}) = 1"
    )
    connection.execute(
        "INSERT OR IGNORE INTO removed_distinct_pictures"
        f" SELECT set_id, media_id FROM distinct_pictures WHERE set_id IN ({lonely})",
        chosen,
    )
    connection.execute(f"DELETE FROM distinct_pictures WHERE set_id IN ({lonely})", chosen)


def _restore_sets(connection: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """Puts pictures that are back into their sets, and those that waited for them there."""
    of_these = (
        "set_id IN (SELECT set_id FROM removed_distinct_pictures"
        " WHERE picture_id IN (SELECT value FROM json_each(:ids)))"
    )
    connection.execute(
        "INSERT OR IGNORE INTO distinct_pictures"
        " SELECT set_id, picture_id FROM removed_distinct_pictures"
        f" WHERE {of_these} AND picture_id IN (SELECT id FROM media)",
        values,
    )
    connection.execute(
        "DELETE FROM removed_distinct_pictures"
        f" WHERE {of_these} AND picture_id IN (SELECT id FROM media)",
        values,
    )
    connection.execute(
        "INSERT OR IGNORE INTO distinct_pictures"
        " SELECT set_id, back.atom FROM json_each(:back) AS back"
        " CROSS JOIN removed_distinct_pictures WHERE picture_id = back.key + 0",
        values,
    )
    connection.execute(
        "DELETE FROM removed_distinct_pictures"
        " WHERE picture_id IN (SELECT value FROM json_each(:ids))",
        values,
    )


def _are_any_removed(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM removed_pictures LIMIT 1").fetchone() is not None
