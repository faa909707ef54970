"""What the user makes of the library: categories, hashtags, albums, what is no duplicate."""

from sqlite_utils import Database

from organizer.library.migrations.statements import run


def let_the_user_edit(db: Database) -> None:
    """Categories of the user's own, favourites, hashtags taken and refused, and what is one.

    The definitions of the program are brought up to date as long as their `origin` is 'default'.
    What is in a category that is removed is set aside until it comes back. `rule_fold` of
    a hashtag is what folding.fold_key gives, NULL when that is not known yet; `fold` is what it
    comes to after the user's changes, whose `subject` is a fold, or # and the key of one spelling.
    `misfits` are hashtags of the caption that do not fit a picture; those of a post, which has one
    caption over all its slides, fit none of these, and the user has not said that they do.
    `decided_at` is in nanoseconds since 1970.
    """
    run(
        db,
        """
        ALTER TABLE categories ADD COLUMN phrases TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE categories ADD COLUMN rule TEXT NOT NULL DEFAULT '';
        ALTER TABLE categories ADD COLUMN origin TEXT NOT NULL DEFAULT 'default';
        ALTER TABLE categories ADD COLUMN is_removed INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE assignments_set_aside (
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            category_id TEXT NOT NULL REFERENCES categories(id) ON DELETE CASCADE,
            source TEXT NOT NULL,
            score REAL NOT NULL,
            model TEXT NOT NULL,
            PRIMARY KEY (category_id, media_id, source)
        ) WITHOUT ROWID;
        ALTER TABLE hashtags ADD COLUMN rule_fold TEXT;
        ALTER TABLE hashtags ADD COLUMN fold TEXT;
        CREATE INDEX hashtags_by_fold ON hashtags (COALESCE(fold, key));
        CREATE INDEX hashtags_without_fold ON hashtags (id) WHERE rule_fold IS NULL;
        CREATE TABLE fold_changes (
            subject TEXT PRIMARY KEY,
            fold TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE kept_apart (
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            PRIMARY KEY (first, second)
        ) WITHOUT ROWID;
        CREATE TABLE hashtag_decisions (
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            hashtag_id INTEGER NOT NULL REFERENCES hashtags(id) ON DELETE CASCADE,
            is_wanted INTEGER NOT NULL,
            decided_at INTEGER NOT NULL,
            PRIMARY KEY (media_id, hashtag_id)
        ) WITHOUT ROWID;
        CREATE INDEX decisions_by_hashtag ON hashtag_decisions (hashtag_id, media_id);
        CREATE TABLE favourites (
            media_id INTEGER PRIMARY KEY REFERENCES media(id) ON DELETE CASCADE
        );
        CREATE TABLE misfits (
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            hashtag_id INTEGER NOT NULL REFERENCES hashtags(id) ON DELETE CASCADE,
            score REAL NOT NULL,
            PRIMARY KEY (media_id, hashtag_id)
        ) WITHOUT ROWID;
        CREATE VIEW post_misfits AS
            SELECT media.post_id, hashtag_id, MAX(score) AS score
            FROM misfits JOIN media ON media.id = media_id
            GROUP BY media.post_id, hashtag_id
            HAVING COUNT(*) = (
                SELECT COUNT(*) FROM media AS slide
                WHERE slide.post_id = media.post_id AND slide.state = 'ready'
            ) AND NOT EXISTS (
                SELECT 1 FROM hashtag_decisions AS decision
                JOIN media AS slide ON slide.id = decision.media_id
                WHERE slide.post_id = media.post_id AND is_wanted
                AND decision.hashtag_id = misfits.hashtag_id
            );
        """,
    )


def let_the_user_make_albums(db: Database) -> None:
    """Albums in the user's order; `key` is the name as it is compared, members in order of adding.

    The program that makes an album gives it its id, so that undo and redo bring back the same.
    """
    run(
        db,
        """
        CREATE TABLE albums (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            position INTEGER NOT NULL,
            created_at INTEGER NOT NULL
        );
        CREATE TABLE album_members (
            album_id INTEGER NOT NULL REFERENCES albums(id) ON DELETE CASCADE,
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            PRIMARY KEY (album_id, media_id)
        ) WITHOUT ROWID;
        CREATE INDEX albums_by_member ON album_members (media_id);
        """,
    )


def remember_what_pictures_look_like(db: Database) -> None:
    """Perceptual hashes by content, and sets of pictures that are no duplicates of each other.

    A set of one picture says that the copies of its file are meant to be there.
    """
    run(
        db,
        """
        CREATE TABLE perceptual_hashes (
            content_hash TEXT NOT NULL,
            method TEXT NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (content_hash, method)
        ) WITHOUT ROWID;
        CREATE TABLE distinct_pictures (
            set_id INTEGER NOT NULL,
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            PRIMARY KEY (set_id, media_id)
        ) WITHOUT ROWID;
        CREATE INDEX distinct_by_picture ON distinct_pictures (media_id);
        """,
    )
