"""What a vision-language service said of pictures, beside what the model and the user say."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from organizer.library.edits import Edit, ServiceTags, SetServiceTags


def set_service_tags(connection: sqlite3.Connection, edit: SetServiceTags) -> Edit:
    """Replaces what a service said of pictures; returns the edit that takes it back."""
    before = read_service_tags(connection, [one.media_id for one in edit.tags])
    for table in ("service_categories", "service_hashtags"):
        connection.executemany(
            f"DELETE FROM {table} WHERE media_id = ?", [(one.media_id,) for one in edit.tags]
        )
    for one in edit.tags:
        # A picture may have been united with another one, a category removed, since it was sent.
        connection.executemany(
            "INSERT INTO service_categories SELECT media.id, ?, categories.id FROM media"
            " JOIN categories ON categories.id = ? WHERE media.id = ?",
            [(place, name, one.media_id) for place, name in enumerate(one.categories)],
        )
        connection.executemany(
            "INSERT INTO service_hashtags SELECT id, ?, ? FROM media WHERE id = ?",
            [(place, name, one.media_id) for place, name in enumerate(one.hashtags)],
        )
    return SetServiceTags(before)


def read_service_tags(
    connection: sqlite3.Connection, media_ids: Iterable[int]
) -> tuple[ServiceTags, ...]:
    """What a service said of each of these pictures, in their order."""
    ids = list(dict.fromkeys(media_ids))
    said: dict[str, defaultdict[int, list[str]]] = {}
    for table, column in (("service_categories", "category_id"), ("service_hashtags", "hashtag")):
        said[table] = defaultdict(list)
        for media_id, name in connection.execute(
            f"SELECT media_id, {column} FROM {table}"
            " WHERE media_id IN (SELECT value FROM json_each(?)) ORDER BY media_id, position",
            [json.dumps(ids)],
        ):
            said[table][media_id].append(name)
    return tuple(
        ServiceTags(
            media_id,
            tuple(said["service_categories"][media_id]),
            tuple(said["service_hashtags"][media_id]),
        )
        for media_id in ids
    )


def read_service_tagged(connection: sqlite3.Connection) -> frozenset[int]:
    """The ids of all pictures of which a service said something."""
    rows = connection.execute(
        "SELECT media_id FROM service_categories UNION SELECT media_id FROM service_hashtags"
    )
    return frozenset(media_id for (media_id,) in rows)
