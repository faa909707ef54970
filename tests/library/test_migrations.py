"""Every library ever made comes to the same schema, by steps that are never changed."""

import hashlib
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from organizer.library.migrations.steps import STEPS, migrations

# Of the schema as it is once the step was applied: what users' libraries are made of.
RELEASED = {
    "create_archives_posts_and_media": "8e9a2e9d2644",
    "create_understanding": "18843a81b434",
    "let_a_picture_lie_in_several_archives": "51ac02e8b3c4",
    "let_the_user_decide_on_categories": "345e0a223ad1",
    "keep_how_doubtful_pictures_are": "074239fb61ed",
    "let_the_user_edit": "8108055e69df",
    "find_words_in_captions": "3a45d7a459e3",
    "let_a_service_tag_pictures": "8075010d89e4",
    "let_the_user_make_albums": "a341d5839d3b",
    "remember_what_pictures_look_like": "006684de752a",
    "keep_descriptions": "5461545c5d46",
}


def schema_of(db: Database) -> list[tuple[str, str, str]]:
    """Type, name and statement of all there is, however it is laid out over lines."""
    rows = db.conn.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        # SQLite makes these by itself, as its version sees fit.
        " AND name NOT LIKE 'captions^_%' ESCAPE '^' AND name NOT LIKE 'description^_words^_%'"
        " ESCAPE '^' AND tbl_name != '_sqlite_migrations' ORDER BY type, name"
    )
    return [(kind, name, " ".join(sql.split())) for kind, name, sql in rows]


def test_steps_that_libraries_have_taken_are_never_changed():
    names = [step.__name__ for step in STEPS]
    assert names[: len(RELEASED)] == list(RELEASED)
    with closing(Database(memory=True)) as db:
        for step, following in zip(names, [*names[1:], None], strict=True):
            migrations.apply(db, stop_before=following)
            digest = hashlib.sha256(repr(schema_of(db)).encode()).hexdigest()[:12]
            assert RELEASED.get(step, digest) == digest, step


@pytest.mark.parametrize("first_missing", [step.__name__ for step in STEPS[1:]])
def test_a_library_of_any_version_becomes_like_a_new_one(tmp_path: Path, first_missing: str):
    file = tmp_path / "library.sqlite"
    with closing(Database(file)) as old:
        migrations.apply(old, stop_before=first_missing)
    with closing(Database(file)) as old, closing(Database(memory=True)) as new:
        for db in (old, new):
            migrations.apply(db)
        assert schema_of(old) == schema_of(new)
