"""The schema, from the first version on: one function per step, applied once and recorded."""

from sqlite_utils import Database, Migrations

migrations = Migrations("photo_organizer")


def _run(db: Database, statements: str) -> None:
    # executescript would commit the transaction that makes a step whole or void.
    for statement in statements.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


@migrations()
def create_archives_posts_and_media(db: Database) -> None:
    """What exports say. Times are Unix seconds in UTC, NULL where the export gives none."""
    _run(
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


@migrations()
def create_understanding(db: Database) -> None:
    """What models and the user make of the media. Scores are probabilities, 0 to 1.

    An assignment of source 'user' outweighs the model's: score 1 confirms, 0 denies.
    """
    _run(
        db,
        """
        CREATE TABLE categories (
            id TEXT PRIMARY KEY,
            name_en TEXT NOT NULL,
            name_ko TEXT NOT NULL,
            colour TEXT NOT NULL,
            position INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE category_assignments (
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            category_id TEXT NOT NULL REFERENCES categories(id) ON DELETE CASCADE,
            source TEXT NOT NULL CHECK (source IN ('model', 'user')),
            score REAL NOT NULL,
            model TEXT NOT NULL,
            PRIMARY KEY (media_id, category_id, source)
        ) WITHOUT ROWID;
        CREATE INDEX assignments_by_category ON category_assignments (category_id, media_id);
        CREATE VIEW media_categories AS
            SELECT media_id, category_id, score, source FROM category_assignments AS assignment
            WHERE (source = 'user' AND score >= 0.5)
            OR (source = 'model' AND NOT EXISTS (
                SELECT 1 FROM category_assignments AS decision
                WHERE decision.media_id = assignment.media_id
                AND decision.category_id = assignment.category_id
                AND decision.source = 'user'
            ));
        CREATE TABLE embeddings (
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            model TEXT NOT NULL,
            vector BLOB NOT NULL,
            PRIMARY KEY (media_id, model)
        );
        CREATE TABLE suggestions (
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            hashtag TEXT NOT NULL,
            score REAL NOT NULL,
            reason TEXT NOT NULL,
            model TEXT NOT NULL,
            PRIMARY KEY (media_id, position)
        ) WITHOUT ROWID;
        """,
    )


@migrations()
def let_a_picture_lie_in_several_archives(db: Database) -> None:
    """Where each picture is listed and lies; `archive_id` and `uri` of media say where it is read.

    `size` and `modified_ns` of a file are NULL where a list names it and it is not there; its
    `media_id` is NULL where it is known and not to be shown, being part of a draft, say. A place is
    what the user gave: a folder or a zip, with archives in it.
    """
    _run(
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


@migrations()
def let_the_user_decide_on_categories(db: Database) -> None:
    """What the user said of a picture leaves nothing contradictory beside it.

    A picture that the user filed is not among `others`, and one from which the user took every
    category is.
    """
    _run(
        db,
        """
        CREATE INDEX decisions ON category_assignments (media_id, score) WHERE source = 'user';
        DROP VIEW media_categories;
        CREATE VIEW media_categories AS
            SELECT media_id, category_id, score, source FROM category_assignments AS assignment
            WHERE (source = 'user' AND score >= 0.5)
            OR (source = 'model' AND NOT EXISTS (
                SELECT 1 FROM category_assignments AS decision
                WHERE decision.media_id = assignment.media_id AND decision.source = 'user'
                AND (decision.category_id = assignment.category_id
                    OR (assignment.category_id = 'others' AND decision.score >= 0.5))
            ))
            UNION ALL
            SELECT DISTINCT media_id, 'others', 0.0, 'model' FROM category_assignments AS denied
            WHERE source = 'user' AND score < 0.5 AND NOT EXISTS (
                SELECT 1 FROM category_assignments AS other
                WHERE other.media_id = denied.media_id AND (
                    (other.source = 'user' AND other.score >= 0.5)
                    OR (other.source = 'model' AND NOT EXISTS (
                        SELECT 1 FROM category_assignments AS decision
                        WHERE decision.media_id = other.media_id AND decision.source = 'user'
                        AND decision.category_id = other.category_id
                    ))
                )
            );
        """,
    )


@migrations()
def keep_how_doubtful_pictures_are(db: Database) -> None:
    """From 1, the model cannot tell between two categories, to 0, it has no doubt."""
    _run(
        db,
        """
        ALTER TABLE media ADD COLUMN doubt REAL NOT NULL DEFAULT 0;
        CREATE INDEX media_in_doubt ON media (doubt) WHERE doubt > 0;
        """,
    )


@migrations()
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
    _run(
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


@migrations()
def find_words_in_captions(db: Database) -> None:
    """Captions as they are compared, by post, in groups of three letters.

    Filling it while an export is read would take a sixth longer: it is done afterwards.
    """
    _run(
        db,
        """
        CREATE VIRTUAL TABLE captions USING fts5(text, tokenize = 'trigram');
        ALTER TABLE posts ADD COLUMN is_searchable INTEGER NOT NULL DEFAULT 0;
        """,
    )
    # Semicolons inside: not for _run.
    db.conn.execute(
        "CREATE TRIGGER caption_changed AFTER UPDATE OF caption ON posts"
        " WHEN old.caption != new.caption"
        " BEGIN UPDATE posts SET is_searchable = 0 WHERE id = new.id; END"
    )
    db.conn.execute(
        "CREATE TRIGGER post_deleted AFTER DELETE ON posts"
        " BEGIN DELETE FROM captions WHERE rowid = old.id; END"
    )


@migrations()
def let_a_service_tag_pictures(db: Database) -> None:
    """What a vision-language service says stands in place of the model's, below the user's.

    Its `position` is the service's order, the surest first.
    """
    _run(
        db,
        """
        CREATE TABLE service_categories (
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            category_id TEXT NOT NULL REFERENCES categories(id) ON DELETE CASCADE,
            PRIMARY KEY (media_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX service_by_category ON service_categories (category_id, media_id);
        CREATE TABLE service_hashtags (
            media_id INTEGER NOT NULL REFERENCES media(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            hashtag TEXT NOT NULL,
            PRIMARY KEY (media_id, position)
        ) WITHOUT ROWID;
        CREATE VIEW service_opinions AS
            SELECT media_id, category_id, 1.0 - position / 10.0 AS score
            FROM service_categories AS said
            WHERE category_id IN (SELECT id FROM categories WHERE NOT is_removed)
            AND NOT EXISTS (
                SELECT 1 FROM category_assignments AS decision
                WHERE decision.media_id = said.media_id AND decision.source = 'user'
                AND (decision.category_id = said.category_id
                    OR (said.category_id = 'others' AND decision.score >= 0.5))
            );
        DROP VIEW media_categories;
        CREATE VIEW media_categories AS
            SELECT media_id, category_id, score, source FROM category_assignments AS assignment
            WHERE (source = 'user' AND score >= 0.5)
            OR (source = 'model' AND NOT EXISTS (
                SELECT 1 FROM category_assignments AS decision
                WHERE decision.media_id = assignment.media_id AND decision.source = 'user'
                AND (decision.category_id = assignment.category_id
                    OR (assignment.category_id = 'others' AND decision.score >= 0.5))
            ) AND NOT EXISTS (
                SELECT 1 FROM service_opinions AS opinion
                WHERE opinion.media_id = assignment.media_id
            ))
            UNION ALL
            SELECT media_id, category_id, score, 'service' FROM service_opinions
            UNION ALL
            SELECT DISTINCT media_id, 'others', 0.0, 'model' FROM category_assignments AS denied
            WHERE source = 'user' AND score < 0.5 AND NOT EXISTS (
                SELECT 1 FROM category_assignments AS other
                WHERE other.media_id = denied.media_id AND (
                    (other.source = 'user' AND other.score >= 0.5)
                    OR (other.source = 'model' AND NOT EXISTS (
                        SELECT 1 FROM category_assignments AS decision
                        WHERE decision.media_id = other.media_id AND decision.source = 'user'
                        AND decision.category_id = other.category_id
                    ))
                )
            ) AND NOT EXISTS (
                SELECT 1 FROM service_opinions AS opinion WHERE opinion.media_id = denied.media_id
            );
        """,
    )


@migrations()
def let_the_user_make_albums(db: Database) -> None:
    """Albums in the user's order; `key` is the name as it is compared, members in order of adding.

    The program that makes an album gives it its id, so that undo and redo bring back the same.
    """
    _run(
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


@migrations()
def remember_what_pictures_look_like(db: Database) -> None:
    """Perceptual hashes by content, and sets of pictures that are no duplicates of each other.

    A set of one picture says that the copies of its file are meant to be there.
    """
    _run(
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


@migrations()
def keep_descriptions(db: Database) -> None:
    """What a captioning model wrote of a picture, and its words in groups of three letters.

    An empty text says that there was nothing to describe. `made_at` is in seconds since 1970.
    """
    _run(
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
    # Semicolons inside: not for _run.
    db.conn.execute(
        "CREATE TRIGGER description_deleted AFTER DELETE ON descriptions"
        " BEGIN DELETE FROM description_words WHERE rowid = old.media_id; END"
    )


SCHEMA_STEPS = frozenset(
    {
        create_archives_posts_and_media.__name__,
        create_understanding.__name__,
        let_a_picture_lie_in_several_archives.__name__,
        let_the_user_decide_on_categories.__name__,
        keep_how_doubtful_pictures_are.__name__,
        let_the_user_edit.__name__,
        find_words_in_captions.__name__,
        let_a_service_tag_pictures.__name__,
        let_the_user_make_albums.__name__,
        remember_what_pictures_look_like.__name__,
        keep_descriptions.__name__,
    }
)
