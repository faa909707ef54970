"""What pictures look like to a method, and which are no duplicates to the user."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from organizer.library.edits import Edit, KeepDistinct, Several


def store_hashes(connection: sqlite3.Connection, method: str, hashes: Mapping[str, bytes]) -> None:
    """Keeps what `method` made of pictures, by content hash."""
    connection.executemany(
        "INSERT OR REPLACE INTO perceptual_hashes VALUES (?, ?, ?)",
        [(content_hash, method, one) for content_hash, one in hashes.items()],
    )


def keep_distinct(connection: sqlite3.Connection, edit: KeepDistinct) -> Edit:
    """Remembers that pictures are no duplicates, or forgets it; returns what takes it back."""
    # A picture may have been united with another one since it was shown.
    wanted = frozenset(
        row[0]
        for row in connection.execute(
            "SELECT id FROM media WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(edit.media_ids))],
        )
    )
    same = [
        set_id for set_id, members in _sets_with(connection, wanted).items() if members == wanted
    ]
    if edit.is_distinct is bool(same) or not wanted:
        return Several(())
    if edit.is_distinct:
        connection.execute(
            "INSERT INTO distinct_pictures SELECT"
            " (SELECT COALESCE(MAX(set_id), 0) + 1 FROM (SELECT set_id FROM distinct_pictures"
            " UNION ALL SELECT set_id FROM removed_distinct_pictures)), value"
            " FROM json_each(?)",
            [json.dumps(sorted(wanted))],
        )
    else:
        connection.executemany(
            "DELETE FROM distinct_pictures WHERE set_id = ?", [(set_id,) for set_id in same]
        )
    return KeepDistinct(tuple(sorted(wanted)), not edit.is_distinct)


def _sets_with(connection: sqlite3.Connection, media_ids: Iterable[int]) -> dict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for set_id, media_id in connection.execute(
        "SELECT set_id, media_id FROM distinct_pictures WHERE set_id IN"
        " (SELECT set_id FROM distinct_pictures"
        " WHERE media_id IN (SELECT value FROM json_each(:ids)))",
        {"ids": json.dumps(list(media_ids))},
    ):
        found[set_id].add(media_id)
    return found
