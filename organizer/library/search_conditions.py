"""The SQL that search terms mean: conditions on `media`."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from organizer.library.columns import read_columns
from organizer.library.description_storage import has_words
from organizer.library.search_text import SearchTerms

_OF_KIND = "media.post_id IN (SELECT id FROM posts WHERE kind = '{kind}')"
_KINDS = {
    "video": "media.media_type = 'video'",
    "photo": "media.media_type = 'image'",
    "favourite": "media.id IN (SELECT media_id FROM favourites)",
    "carousel": "media.slides > 1",
    **{kind: _OF_KIND.format(kind=kind) for kind in ("post", "story", "reel", "archived")},
}
_HAS_HASHTAG = (
    "(media.post_id IN (SELECT post_id FROM post_hashtags WHERE hashtag_id IN ({same}))"
    " OR media.id IN (SELECT media_id FROM hashtag_decisions"
    " WHERE is_wanted AND hashtag_id IN ({same})))"
)
_SAME = (
    "SELECT id FROM hashtags WHERE COALESCE(fold, key) ="
    " (SELECT COALESCE(fold, key) FROM hashtags WHERE key = {key})"
)
# While it is typed, a hashtag is found by how it begins.
_BEGINS = _SAME + " OR (key >= {key} AND key < {key} || char(1114111))"


def has_hashtag(key: str) -> str:
    """Holds for pictures with the hashtag whose key is the parameter `key`, in any spelling."""
    return _HAS_HASHTAG.format(same=_SAME.format(key=key))


def looks_alike(alike: Sequence[int], values: dict[str, object]) -> str:
    """Holds for the pictures of the ids `alike`; the parameter is added to `values`."""
    values["alike"] = json.dumps(list(alike))
    return "media.id IN (SELECT value FROM json_each(:alike))"


def read_passing(connection: sqlite3.Connection, terms: SearchTerms) -> NDArray[np.int64]:
    """Ids of the pictures for which all of `terms` holds but the words, in no order."""
    values: dict[str, object] = {}
    conditions = search_conditions(replace(terms, words=()), values)
    query = f"SELECT id FROM media WHERE {' AND '.join(conditions) or '1'}"
    (ids,) = read_columns(connection, ("id",), query, values)
    return ids


def search_conditions(
    terms: SearchTerms, values: dict[str, object], alike: Sequence[int] = ()
) -> list[str]:
    """What must hold for `terms`; the parameters are added to `values`.

    The pictures of the ids `alike` need no caption with the words: they show them.
    """
    conditions = []
    if terms.words:
        found = has_words(terms.words, "word", values)
        conditions.append(f"({found} OR {looks_alike(alike, values)})" if alike else found)
    for number, word in enumerate(terms.without):
        conditions.append(f"NOT {has_words((word,), f'without_{number}', values)}")
    for number, hashtag in enumerate(terms.hashtags):
        values[f"typed_{number}"] = hashtag
        conditions.append(_HAS_HASHTAG.format(same=_BEGINS.format(key=f":typed_{number}")))
    if terms.from_time is not None:
        values["after_time"] = terms.from_time
        conditions.append("media.taken_at >= :after_time")
    if terms.to_time is not None:
        values["before_time"] = terms.to_time
        conditions.append("media.taken_at < :before_time")
    conditions += [_KINDS[kind] for kind in terms.kinds]
    return conditions
