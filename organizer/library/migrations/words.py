"""The words of captions and descriptions, in groups of three letters."""

from sqlite_utils import Database

from organizer.library.migrations.statements import run


def find_words_in_captions(db: Database) -> None:
    """Captions as they are compared, by post, in groups of three letters.

    Filling it while an export is read would take a sixth longer: it is done afterwards.
    """
    run(
        db,
        """
        CREATE VIRTUAL TABLE captions USING fts5(text, tokenize = 'trigram');
        ALTER TABLE posts ADD COLUMN is_searchable INTEGER NOT NULL DEFAULT 0;
        """,
    )
    # Semicolons inside: not for run.
    db.conn.execute(
        "CREATE TRIGGER caption_changed AFTER UPDATE OF caption ON posts"
        " WHEN old.caption != new.caption"
        " BEGIN UPDATE posts SET is_searchable = 0 WHERE id = new.id; END"
    )
    db.conn.execute(
        "CREATE TRIGGER post_deleted AFTER DELETE ON posts"
        " BEGIN DELETE FROM captions WHERE rowid = old.id; END"
    )


def keep_descriptions(db: Database) -> None:
    """What a captioning model wrote of a picture, and its words in groups of three letters.

    An empty text says that there was nothing to describe. `made_at` is in seconds since 1970.
    """
    run(
        db,
        """
        CREATE TABLE descriptions (
            media_id INTEGER PRIMARY KEY REFERENCES media(id) ON DELETE CASCADE,
            model TEXT NOT NULL,
            text TEXT NOT NULL,
            made_at INTEGER NOT NULL
        );
        CREATE VIRTUAL TABLE description_words USING fts5(text, tokenize = 'trigram');
        """,
    )
    # Semicolons inside: not for run.
    db.conn.execute(
        "CREATE TRIGGER description_deleted AFTER DELETE ON descriptions"
        " BEGIN DELETE FROM description_words WHERE rowid = old.media_id; END"
    )
