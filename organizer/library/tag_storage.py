"""What models make of pictures, and what the user decided about them."""

import sqlite3
from collections.abc import Sequence

from organizer.tagging.records import CategoryScore, HashtagSuggestion


def replace_tags(
    connection: sqlite3.Connection,
    media_id: int,
    categories: Sequence[CategoryScore],
    suggestions: Sequence[HashtagSuggestion],
    model: str,
) -> None:
    """Replaces the model's categories and suggestions of a picture; the user's decisions stay."""
    replace_categories(connection, media_id, categories, model)
    replace_suggestions(connection, media_id, suggestions, model)


def replace_suggestions(
    connection: sqlite3.Connection,
    media_id: int,
    suggestions: Sequence[HashtagSuggestion],
    model: str,
) -> None:
    """Replaces the hashtags that are suggested for a picture."""
    connection.execute("DELETE FROM suggestions WHERE media_id = ?", [media_id])
    connection.executemany(
        # A picture may have been removed while it was looked at.
        "INSERT INTO suggestions SELECT id, ?, ?, ?, ?, ? FROM media WHERE id = ?",
        [
            (
                position,
                suggestion.hashtag,
                suggestion.score,
                suggestion.reason.value,
                model,
                media_id,
            )
            for position, suggestion in enumerate(suggestions)
        ],
    )


def replace_categories(
    connection: sqlite3.Connection, media_id: int, categories: Sequence[CategoryScore], model: str
) -> None:
    """Replaces what the model files a picture under; the user's decisions stay."""
    connection.execute(
        "DELETE FROM category_assignments WHERE media_id = ? AND source = 'model'", [media_id]
    )
    connection.executemany(
        "INSERT INTO category_assignments SELECT id, ?, 'model', ?, ? FROM media WHERE id = ?",
        [(scored.category_id, scored.score, model, media_id) for scored in categories],
    )


def record_decision(
    connection: sqlite3.Connection, media_ids: Sequence[int], category_id: str, is_in: bool | None
) -> None:
    """Remembers that pictures are in a category or not, or that nothing is decided (None)."""
    connection.executemany(
        "DELETE FROM category_assignments"
        " WHERE media_id = ? AND category_id = ? AND source = 'user'",
        [(media_id, category_id) for media_id in media_ids],
    )
    if is_in is not None:
        # A picture may have been united with another one since it was shown.
        connection.executemany(
            "INSERT INTO category_assignments SELECT id, ?, 'user', ?, '' FROM media WHERE id = ?",
            [(category_id, float(is_in), media_id) for media_id in media_ids],
        )
