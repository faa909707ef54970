"""What models make of pictures; what the user decided stays untouched."""

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
    """Replaces the model's categories and suggestions of a picture."""
    connection.execute(
        "DELETE FROM category_assignments WHERE media_id = ? AND source = 'model'", [media_id]
    )
    connection.executemany(
        "INSERT INTO category_assignments VALUES (?, ?, 'model', ?, ?)",
        [(media_id, scored.category_id, scored.score, model) for scored in categories],
    )
    connection.execute("DELETE FROM suggestions WHERE media_id = ?", [media_id])
    connection.executemany(
        "INSERT INTO suggestions VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                media_id,
                position,
                suggestion.hashtag,
                suggestion.score,
                suggestion.reason.value,
                model,
            )
            for position, suggestion in enumerate(suggestions)
        ],
    )
