"""What a captioning model wrote of pictures: kept by picture, and found by its words."""

import json
import sqlite3
import time
from collections.abc import Mapping, Sequence

from organizer.library.caption_storage import matching_words, words_condition
from organizer.library.search_text import normal


def store_descriptions(
    connection: sqlite3.Connection, descriptions: Mapping[int, str], model: str
) -> None:
    """Replaces the descriptions of pictures, by id; "" where there was nothing to describe."""
    forget_descriptions(connection, list(descriptions))
    now = int(time.time())
    # A picture may have been removed meanwhile.
    connection.executemany(
        "INSERT INTO descriptions (media_id, model, text, made_at)"
        " SELECT id, :model, :text, :now FROM media WHERE id = :id",
        [
            {"id": media_id, "model": model, "text": text, "now": now}
            for media_id, text in descriptions.items()
        ],
    )
    connection.executemany(
        "INSERT INTO description_words (rowid, text)"
        " SELECT media_id, :words FROM descriptions WHERE media_id = :id",
        [
            {"id": media_id, "words": normal(text)}
            for media_id, text in descriptions.items()
            if text
        ],
    )


def forget_descriptions(connection: sqlite3.Connection, media_ids: Sequence[int]) -> None:
    """Deletes the descriptions of pictures, which show something else now."""
    connection.execute(
        "DELETE FROM descriptions WHERE media_id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(list(media_ids))},
    )


def delete_descriptions(connection: sqlite3.Connection) -> int:
    """Deletes all descriptions; returns how many there were."""
    count = count_descriptions(connection)
    connection.execute("DELETE FROM descriptions")
    return count


def count_descriptions(connection: sqlite3.Connection) -> int:
    """How many pictures are described."""
    (count,) = connection.execute("SELECT COUNT(*) FROM descriptions WHERE text != ''").fetchone()
    return int(count)


def has_words(words: tuple[str, ...], prefix: str, values: dict[str, object]) -> str:
    """Holds for pictures whose caption has all `words`, or whose description has them.

    Its parameters, whose names begin with `prefix`, are added to `values`.
    """
    captions = words_condition(words, prefix, values)
    described = matching_words("description_words", words, prefix, values)
    return f"(media.post_id IN ({captions}) OR media.id IN ({described}))"
