"""Takes archives out of the library: what goes with them, what stays, and doing it bit by bit.

A place that is to go is marked first, and is none of the user's places from then on. Its pictures
follow some at a time, each time leaving a library that is whole; whoever finds a mark goes on.
The archives themselves are never touched.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from organizer.library.file_storage import settle_media
from organizer.library.removed_decisions import set_decisions_aside

# VACUUM writes the whole library anew, which is worth while when much of it is empty.
_EMPTY_SHARE = 4
_CHOSEN = "(SELECT value FROM json_each(:ids))"
_OF_ARCHIVES = "archive_id IN (SELECT value FROM json_each(:archives))"


@dataclass(frozen=True, slots=True)
class RemovalPreview:
    """What removing places would do.

    Attributes:
        going: How many pictures leave the library.
        staying: How many stay, because another archive has their file.
        unfound: How many stay, because another archive names them, but without a file.
        decided: About how many of those that go the user decided anything.
        categories: Decisions on categories among that, and so on.
    """

    going: int = 0
    staying: int = 0
    unfound: int = 0
    decided: int = 0
    categories: int = 0
    hashtags: int = 0
    favourites: int = 0
    in_albums: int = 0


def read_removal_preview(connection: sqlite3.Connection, paths: Iterable[Path]) -> RemovalPreview:
    """What removing the places at `paths` would do; takes a second for 100,000 pictures."""
    archives, _ = _archives_in(connection, set(paths))
    going, staying, unfound = set[int](), 0, 0
    for media_id, is_named, is_there in connection.execute(
        f"SELECT media_id, MAX(NOT {_OF_ARCHIVES}), MAX(NOT {_OF_ARCHIVES} AND size IS NOT NULL)"
        " FROM media_files WHERE media_id IN"
        f" (SELECT media_id FROM media_files WHERE {_OF_ARCHIVES}) GROUP BY media_id",
        {"archives": json.dumps(archives)},
    ):
        if not is_named:
            going.add(media_id)
        staying += is_there
        unfound += is_named and not is_there
    decided = {name: _pictures(connection, source, going) for name, source in _DECISIONS.items()}
    return RemovalPreview(
        len(going),
        staying,
        unfound,
        len(set().union(*decided.values())),
        len(decided["categories"]),
        len(decided["hashtags"]),
        len(decided["favourites"]),
        len(decided["in_albums"]),
    )


def mark_leaving(connection: sqlite3.Connection, paths: Iterable[Path]) -> None:
    """Marks the places at `paths`; archives that lie in another place, too, become that one's."""
    leaving = set(paths)
    _, kept = _archives_in(connection, leaving)
    connection.executemany("UPDATE archives SET place_id = ? WHERE id = ?", kept)
    connection.executemany(
        "UPDATE places SET is_leaving = 1 WHERE path = ?", [(str(path),) for path in leaving]
    )


def read_leaving_media(connection: sqlite3.Connection) -> list[int] | None:
    """Ids of all pictures that have a file in a place that is leaving; None when none is."""
    if connection.execute("SELECT 1 FROM places WHERE is_leaving").fetchone() is None:
        return None
    rows = connection.execute(
        f"SELECT media_id FROM media_files WHERE {_OF_ARCHIVES} AND media_id IS NOT NULL"
        f" UNION SELECT id FROM media WHERE {_OF_ARCHIVES}",
        {"archives": json.dumps(_leaving(connection))},
    )
    return sorted(row[0] for row in rows)


def remove_media(
    connection: sqlite3.Connection,
    media_ids: Sequence[int],
    on_removed: Callable[[Sequence[int]], None],
) -> int:
    """Takes pictures out of the places that are leaving; returns how many left the library.

    The others are read from another archive now. `on_removed` hears which ones leave, before that
    is certain: what is done then is to be done again if it comes to nothing.
    """
    values = {"ids": json.dumps(list(media_ids)), "archives": json.dumps(_leaving(connection))}
    kept = {
        row[0]
        for row in connection.execute(
            f"SELECT media_id FROM media_files WHERE media_id IN {_CHOSEN} AND NOT {_OF_ARCHIVES}",
            values,
        )
    }
    going = [media_id for media_id in media_ids if media_id not in kept]
    _delete(connection, going)
    _read_elsewhere(connection, sorted(kept), values)
    on_removed(going)
    return len(going)


def forget_leaving(connection: sqlite3.Connection) -> None:
    """Forgets the places that are leaving, which have no pictures any more."""
    for statement in (
        "DELETE FROM archives WHERE place_id IN (SELECT id FROM places WHERE is_leaving)",
        "DELETE FROM places WHERE is_leaving",
    ):
        connection.execute(statement)


def is_mostly_empty(connection: sqlite3.Connection) -> bool:
    """Whether so much was deleted that writing the library anew would make it a lot smaller."""
    (empty,) = connection.execute("PRAGMA freelist_count").fetchone()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    return bool(empty * _EMPTY_SHARE > pages)


def _archives_in(
    connection: sqlite3.Connection, paths: set[Path]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Ids of the archives in places; and those that lie in another place, too, with its id."""
    places = connection.execute("SELECT id, path FROM places WHERE NOT is_leaving").fetchall()
    others = [(place_id, Path(path)) for place_id, path in places if Path(path) not in paths]
    gone, kept = list[int](), list[tuple[int, int]]()
    for archive_id, path, place in connection.execute(
        "SELECT archives.id, archives.path, places.path FROM archives"
        " JOIN places ON places.id = place_id"
    ):
        if Path(place) in paths:
            around = [other for other, root in others if Path(path).is_relative_to(root)]
            if around:
                kept.append((around[0], archive_id))
            else:
                gone.append(archive_id)
    return gone, kept


def _leaving(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute(
        "SELECT archives.id FROM archives JOIN places ON places.id = place_id WHERE is_leaving"
    )
    return [row[0] for row in rows]


def _delete(connection: sqlite3.Connection, media_ids: list[int]) -> None:
    """Deletes pictures with all that is known of them; what was decided of them is set aside."""
    set_decisions_aside(connection, media_ids)
    values = {"ids": json.dumps(media_ids)}
    rows = connection.execute(
        f"SELECT DISTINCT post_id, content_hash FROM media WHERE id IN {_CHOSEN}", values
    ).fetchall()
    values["posts"] = json.dumps(sorted({row[0] for row in rows}))
    values["contents"] = json.dumps([row[1] for row in rows if row[1] is not None])
    of_posts = "(SELECT value FROM json_each(:posts))"
    for statement in (
        f"DELETE FROM media WHERE id IN {_CHOSEN}",
        f"DELETE FROM posts WHERE id IN {of_posts}"
        " AND NOT EXISTS (SELECT 1 FROM media WHERE post_id = posts.id)",
        "UPDATE media SET slides = (SELECT COUNT(*) FROM media AS slide"
        f" WHERE slide.post_id = media.post_id) WHERE post_id IN {of_posts}",
        "DELETE FROM perceptual_hashes"
        " WHERE content_hash IN (SELECT value FROM json_each(:contents)) AND NOT EXISTS"
        " (SELECT 1 FROM media WHERE media.content_hash = perceptual_hashes.content_hash)",
    ):
        connection.execute(statement, values)


def _read_elsewhere(
    connection: sqlite3.Connection, media_ids: list[int], values: dict[str, str]
) -> None:
    """Has pictures read from archives that stay, which say from now on what is said of them."""
    values |= {"ids": json.dumps(media_ids)}
    connection.execute(
        f"DELETE FROM media_files WHERE media_id IN {_CHOSEN} AND {_OF_ARCHIVES}", values
    )
    # Why it could not be read goes with the archive: it is tried again.
    connection.execute(
        "UPDATE media SET state = 'waiting', attempts = 0"
        f" WHERE state = 'failed' AND id IN {_CHOSEN} AND {_OF_ARCHIVES}",
        values,
    )
    settle_media(connection, media_ids)
    # Where no file is left, a list is.
    connection.execute(
        "UPDATE media SET archive_id = named.archive_id, uri = named.uri FROM"
        " (SELECT media_id, MIN(archive_id) AS archive_id, uri FROM media_files"
        f" WHERE media_id IN {_CHOSEN} GROUP BY media_id) AS named"
        f" WHERE media.id = named.media_id AND media.{_OF_ARCHIVES}",
        values,
    )
    connection.execute(
        "UPDATE posts SET archive_id = (SELECT archive_id FROM media WHERE post_id = posts.id"
        f" AND id IN {_CHOSEN} ORDER BY id LIMIT 1)"
        f" WHERE id IN (SELECT post_id FROM media WHERE id IN {_CHOSEN}) AND {_OF_ARCHIVES}",
        values,
    )
    # Their lists are read once more: captions and times may be those of the one that goes.
    heirs = f"(SELECT archive_id FROM media_files WHERE media_id IN {_CHOSEN})"
    for statement in (
        f"UPDATE archives SET listing = '' WHERE listing != '' AND id IN {heirs}",
        f"DELETE FROM content_files WHERE archive_id IN {heirs}",
    ):
        connection.execute(statement, values)


_DECISIONS = {
    "categories": "category_assignments WHERE source = 'user'",
    "set_aside": "assignments_set_aside WHERE source = 'user'",
    "hashtags": "hashtag_decisions",
    "favourites": "favourites",
    "in_albums": "album_members",
    "different": "distinct_pictures",
}


def _pictures(connection: sqlite3.Connection, source: str, among: set[int]) -> set[int]:
    return among.intersection(
        row[0] for row in connection.execute(f"SELECT media_id FROM {source}")
    )
