"""What models, a service and the user make of pictures, and whose word counts."""

from sqlite_utils import Database

from organizer.library.migrations.statements import run


def create_understanding(db: Database) -> None:
    """What models and the user make of the media. Scores are probabilities, 0 to 1.

    An assignment of source 'user' outweighs the model's: score 1 confirms, 0 denies.
    """
    run(
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


def let_the_user_decide_on_categories(db: Database) -> None:
    """What the user said of a picture leaves nothing contradictory beside it.

    A picture that the user filed is not among `others`, and one from which the user took every
    category is.
    """
    run(
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


def keep_how_doubtful_pictures_are(db: Database) -> None:
    """From 1, the model cannot tell between two categories, to 0, it has no doubt."""
    run(
        db,
        """
        ALTER TABLE media ADD COLUMN doubt REAL NOT NULL DEFAULT 0;
        CREATE INDEX media_in_doubt ON media (doubt) WHERE doubt > 0;
        """,
    )


def let_a_service_tag_pictures(db: Database) -> None:
    """What a vision-language service says stands in place of the model's, below the user's.

    Its `position` is the service's order, the surest first.
    """
    run(
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


def tell_of_broken_categories(db: Database) -> None:
    """What is wrong with categories, in which no model files any picture because of it."""
    run(
        db,
        """
        CREATE TABLE category_problems (
            category_id TEXT PRIMARY KEY REFERENCES categories(id) ON DELETE CASCADE,
            code TEXT NOT NULL,
            detail TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
    )
