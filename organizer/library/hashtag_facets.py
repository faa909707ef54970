"""Counts pictures by hashtag, all spellings of one together."""

import json
import sqlite3
from collections import Counter, defaultdict

from organizer.library.filters import Filter
from organizer.library.records import HashtagFacet

_POSTS = "(SELECT post_id, COUNT(*) AS pictures FROM media WHERE {where} GROUP BY post_id)"


def read_hashtag_facets(
    connection: sqlite3.Connection, chosen: Filter, limit: int
) -> tuple[HashtagFacet, ...]:
    """The hashtags that stand on most of the pictures that pass, or were accepted for them."""
    where, values = chosen.where()
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    rows = connection.execute(
        "SELECT COALESCE(fold, key), name, SUM(pictures) FROM"
        f" {_POSTS.format(where=where)}"
        " JOIN post_hashtags USING (post_id) JOIN hashtags ON hashtags.id = hashtag_id"
        " GROUP BY hashtag_id",
        values,
    )
    for fold, name, pictures in rows:
        spellings[fold][name] = pictures
    counts = {fold: names.total() for fold, names in spellings.items()}
    several = [fold for fold, names in spellings.items() if len(names) > 1]
    if several:
        counts |= _counted_once(connection, several, where, values)
    for fold, name, pictures in _accepted(connection, where, values):
        spellings[fold][name] += pictures
        counts[fold] = counts.get(fold, 0) + pictures
    most_used = sorted(counts, key=lambda fold: (-counts[fold], fold))[:limit]
    return tuple(
        HashtagFacet(tuple(name for name, _ in spellings[fold].most_common()), counts[fold])
        for fold in most_used
    )


def _counted_once(
    connection: sqlite3.Connection, folds: list[str], where: str, values: dict[str, object]
) -> dict[str, int]:
    """How many pictures have any spelling of a fold: a post with two of them counts once."""
    rows = connection.execute(
        "SELECT fold, SUM(pictures) FROM (SELECT DISTINCT fold, post_id"
        " FROM json_each(:folds) AS several JOIN hashtags ON fold = several.value"
        " JOIN post_hashtags ON hashtag_id = hashtags.id)"
        f" JOIN {_POSTS.format(where=where)} USING (post_id) GROUP BY fold",
        {**values, "folds": json.dumps(folds)},
    )
    return dict(rows.fetchall())


def _accepted(
    connection: sqlite3.Connection, where: str, values: dict[str, object]
) -> list[tuple[str, str, int]]:
    """Fold, spelling and count of what the user accepted and no caption says already."""
    return connection.execute(
        "SELECT COALESCE(fold, key), name, COUNT(*) FROM hashtag_decisions"
        " JOIN hashtags AS taken ON taken.id = hashtag_id JOIN media ON media.id = media_id"
        " WHERE is_wanted AND NOT EXISTS (SELECT 1 FROM post_hashtags JOIN hashtags AS written"
        " ON written.id = post_hashtags.hashtag_id WHERE post_hashtags.post_id = media.post_id"
        " AND COALESCE(written.fold, written.key) = COALESCE(taken.fold, taken.key))"
        f" AND {where} GROUP BY hashtag_id",
        values,
    ).fetchall()
