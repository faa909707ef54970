"""By what hashtags are known."""

import unicodedata

from sqlite_utils import Database

from organizer.library.migrations.statements import run


def compose_hashtag_keys(db: Database) -> None:
    """Keys are in NFC: those of “ǰ” or “ΐ”, which folding takes apart, were found by no filter."""
    db.conn.create_function("composed", 1, _composed, deterministic=True)
    run(
        db,
        """
        UPDATE OR IGNORE hashtags SET key = composed(key) WHERE key != composed(key);
        UPDATE OR IGNORE fold_changes SET subject = composed(subject)
            WHERE subject != composed(subject);
        UPDATE OR IGNORE kept_apart SET first = MIN(composed(first), composed(second)),
            second = MAX(composed(first), composed(second))
            WHERE first != composed(first) OR second != composed(second);
        """,
    )


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
