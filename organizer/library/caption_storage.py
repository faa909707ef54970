"""Finds words in captions: by groups of three letters, and short words by looking at all."""

import sqlite3

from organizer.library.search_text import normal

# SQLite's trigrams know nothing shorter, and two syllables are a word in Korean.
_SHORTEST_INDEXED = 3


def index_captions(connection: sqlite3.Connection, limit: int) -> int:
    """Makes at most `limit` new or changed captions searchable; returns how many there were."""
    rows = connection.execute(
        "SELECT id, caption FROM posts WHERE NOT is_searchable LIMIT ?", [limit]
    ).fetchall()
    ids = [(row[0],) for row in rows]
    connection.executemany("DELETE FROM captions WHERE rowid = ?", ids)
    connection.executemany(
        "INSERT INTO captions (rowid, text) VALUES (?, ?)",
        [(post_id, normal(caption)) for post_id, caption in rows if caption],
    )
    connection.executemany("UPDATE posts SET is_searchable = 1 WHERE id = ?", ids)
    return len(rows)


def words_condition(words: tuple[str, ...], prefix: str, values: dict[str, object]) -> str:
    """A query for the ids of posts whose caption has all `words`, as search_text makes them.

    Its parameters, whose names begin with `prefix`, are added to `values`.
    """
    return matching_words("captions", words, prefix, values)


def matching_words(
    table: str, words: tuple[str, ...], prefix: str, values: dict[str, object]
) -> str:
    """As `words_condition`, for the numbers of rows of any `table` that is filled likewise."""
    conditions = []
    indexed = [word for word in words if len(word) >= _SHORTEST_INDEXED]
    if indexed:
        values[f"{prefix}_match"] = " AND ".join(
            '"' + word.replace('"', '""') + '"' for word in indexed
        )
        conditions.append(f"{table} MATCH :{prefix}_match")
    for number, word in enumerate(word for word in words if len(word) < _SHORTEST_INDEXED):
        values[f"{prefix}_{number}"] = word
        conditions.append(f"instr(text, :{prefix}_{number})")
    return f"SELECT rowid FROM {table} WHERE {' AND '.join(conditions)}"
