"""Archives that are removed, and what was decided of their pictures."""

from sqlite_utils import Database

from organizer.library.migrations.statements import run


def let_archives_be_removed(db: Database) -> None:
    """Places that are leaving, and what the user decided of pictures that are gone with them.

    `id` of a picture that was removed is the one that it had, which no other gets: whoever knew it
    by that must not take another for it. It is known again by name, account and time, or by its
    content. A set of pictures that are no duplicates is kept whole: `picture_id` may be one that
    is there still, when all others of the set are gone.
    """
    run(
        db,
        """
        ALTER TABLE places ADD COLUMN is_leaving INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX set_aside_by_media ON assignments_set_aside (media_id);
        CREATE TABLE last_media_id (id INTEGER NOT NULL);
        INSERT INTO last_media_id VALUES (0);
        CREATE TABLE removed_pictures (
            id INTEGER PRIMARY KEY,
            uri TEXT NOT NULL,
            account TEXT NOT NULL,
            taken_at INTEGER,
            content_hash TEXT
        );
        CREATE INDEX removed_by_uri ON removed_pictures (uri);
        CREATE INDEX removed_by_content ON removed_pictures (content_hash);
        CREATE TABLE removed_assignments (
            picture_id INTEGER NOT NULL REFERENCES removed_pictures(id) ON DELETE CASCADE,
            category_id TEXT NOT NULL,
            score REAL NOT NULL,
            PRIMARY KEY (picture_id, category_id)
        ) WITHOUT ROWID;
        CREATE TABLE removed_favourites (
            picture_id INTEGER PRIMARY KEY REFERENCES removed_pictures(id) ON DELETE CASCADE
        );
        CREATE TABLE removed_hashtag_decisions (
            picture_id INTEGER NOT NULL REFERENCES removed_pictures(id) ON DELETE CASCADE,
            hashtag_id INTEGER NOT NULL,
            is_wanted INTEGER NOT NULL,
            decided_at INTEGER NOT NULL,
            PRIMARY KEY (picture_id, hashtag_id)
        ) WITHOUT ROWID;
        CREATE TABLE removed_album_members (
            picture_id INTEGER NOT NULL REFERENCES removed_pictures(id) ON DELETE CASCADE,
            album_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (picture_id, album_id)
        ) WITHOUT ROWID;
        CREATE TABLE removed_service_categories (
            picture_id INTEGER NOT NULL REFERENCES removed_pictures(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            category_id TEXT NOT NULL,
            PRIMARY KEY (picture_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE removed_service_hashtags (
            picture_id INTEGER NOT NULL REFERENCES removed_pictures(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            hashtag TEXT NOT NULL,
            PRIMARY KEY (picture_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE removed_distinct_pictures (
            set_id INTEGER NOT NULL,
            picture_id INTEGER NOT NULL,
            PRIMARY KEY (set_id, picture_id)
        ) WITHOUT ROWID;
        CREATE INDEX removed_distinct_by_picture ON removed_distinct_pictures (picture_id);
        """,
    )
    # Semicolons inside: not for run.
    db.conn.execute(
        "CREATE TRIGGER media_deleted AFTER DELETE ON media"
        " WHEN old.id > (SELECT id FROM last_media_id)"
        " BEGIN UPDATE last_media_id SET id = old.id; END"
    )
