"""What exports say, and where their files lie."""

from sqlite_utils import Database

from organizer.library.migrations.statements import run


def create_archives_posts_and_media(db: Database) -> None:
    """What exports say. Times are Unix seconds in UTC, NULL where the export gives none."""
    run(
        db,
        """
        CREATE TABLE archives (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL DEFAULT '',
            added_at INTEGER NOT NULL,
            imported_at INTEGER
        );
        CREATE TABLE content_files (
            archive_id INTEGER NOT NULL REFERENCES archives(id) ON DELETE CASCADE,
            path TEXT NOT NULL,
            size INTEGER NOT NULL,
            modified_ns INTEGER NOT NULL,
            PRIMARY KEY (archive_id, path)
        );
        CREATE TABLE posts (
            id INTEGER PRIMARY KEY,
            archive_id INTEGER NOT NULL REFERENCES archives(id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            taken_at INTEGER,
            caption TEXT NOT NULL
        );
        CREATE TABLE media (
            id INTEGER PRIMARY KEY,
            archive_id INTEGER NOT NULL REFERENCES archives(id) ON DELETE CASCADE,
            post_id INTEGER NOT NULL REFERENCES posts(id) ON DELETE CASCADE,
            uri TEXT NOT NULL,
            position INTEGER NOT NULL,
            slides INTEGER NOT NULL DEFAULT 1,
            media_type TEXT NOT NULL,
            taken_at INTEGER,
            latitude REAL,
            longitude REAL,
            state TEXT NOT NULL DEFAULT 'waiting',
            attempts INTEGER NOT NULL DEFAULT 0,
            size INTEGER,
            modified_ns INTEGER,
            content_hash TEXT,
            width INTEGER,
            height INTEGER,
            duration_seconds REAL,
            UNIQUE (archive_id, uri)
        );
        CREATE INDEX media_by_time ON media (taken_at DESC, id);
        CREATE INDEX media_by_post ON media (post_id);
        CREATE INDEX media_by_state ON media (state);
        CREATE INDEX media_by_content ON media (content_hash);
        CREATE TABLE hashtags (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL
        );
        CREATE TABLE post_hashtags (
            post_id INTEGER NOT NULL REFERENCES posts(id) ON DELETE CASCADE,
            hashtag_id INTEGER NOT NULL REFERENCES hashtags(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            PRIMARY KEY (post_id, hashtag_id)
        ) WITHOUT ROWID;
        CREATE INDEX posts_by_hashtag ON post_hashtags (hashtag_id, post_id);
        CREATE TABLE problems (
            id INTEGER PRIMARY KEY,
            archive_id INTEGER NOT NULL REFERENCES archives(id) ON DELETE CASCADE,
            file TEXT NOT NULL,
            code TEXT NOT NULL,
            detail TEXT NOT NULL,
            UNIQUE (archive_id, file)
        );
        CREATE TABLE settings (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
    )


def let_a_picture_lie_in_several_archives(db: Database) -> None:
    """Where each picture is listed and lies; `archive_id` and `uri` of media say where it is read.

    `size` and `modified_ns` of a file are NULL where a list names it and it is not there; its
    `media_id` is NULL where it is known and not to be shown, being part of a draft, say. A place is
    what the user gave: a folder or a zip, with archives in it.
    """
    run(
        db,
        """
        CREATE TABLE places (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            added_at INTEGER NOT NULL
        );
        CREATE TABLE place_problems (
            place_id INTEGER NOT NULL REFERENCES places(id) ON DELETE CASCADE,
            file TEXT NOT NULL,
            code TEXT NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (place_id, file)
        ) WITHOUT ROWID;
        INSERT INTO places (path, added_at) SELECT path, added_at FROM archives;
        ALTER TABLE archives ADD COLUMN place_id INTEGER REFERENCES places(id);
        ALTER TABLE archives ADD COLUMN is_offline INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE archives ADD COLUMN listing TEXT NOT NULL DEFAULT '';
        UPDATE archives SET place_id = (SELECT id FROM places WHERE places.path = archives.path);
        ALTER TABLE posts ADD COLUMN precision TEXT NOT NULL DEFAULT 'exact';
        ALTER TABLE posts ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1;
        CREATE TABLE media_files (
            uri TEXT NOT NULL,
            archive_id INTEGER NOT NULL REFERENCES archives(id) ON DELETE CASCADE,
            media_id INTEGER REFERENCES media(id) ON DELETE CASCADE,
            taken_at INTEGER,
            size INTEGER,
            modified_ns INTEGER,
            PRIMARY KEY (uri, archive_id)
        ) WITHOUT ROWID;
        CREATE INDEX files_by_media ON media_files (media_id);
        DROP INDEX media_by_content;
        CREATE INDEX media_by_content ON media (content_hash) WHERE content_hash IS NOT NULL;
        INSERT INTO media_files
            SELECT uri, archive_id, id, taken_at,
            CASE WHEN state = 'missing' THEN NULL ELSE COALESCE(size, 0) END, modified_ns
            FROM media;
        """,
    )
