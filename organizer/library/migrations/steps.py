"""All steps of the schema in their order: each is applied once and recorded by its name.

What was released is never changed: a new step comes last.
"""

from sqlite_utils import Migrations

from organizer.library.migrations.decisions import (
    let_the_user_edit,
    let_the_user_make_albums,
    remember_what_pictures_look_like,
)
from organizer.library.migrations.exports import (
    create_archives_posts_and_media,
    let_a_picture_lie_in_several_archives,
)
from organizer.library.migrations.hashtags import compose_hashtag_keys
from organizer.library.migrations.removing import let_archives_be_removed
from organizer.library.migrations.understanding import (
    create_understanding,
    keep_how_doubtful_pictures_are,
    let_a_service_tag_pictures,
    let_the_user_decide_on_categories,
    tell_of_broken_categories,
)
from organizer.library.migrations.words import (
    find_words_in_captions,
    keep_descriptions,
)

STEPS = (
    create_archives_posts_and_media,
    create_understanding,
    let_a_picture_lie_in_several_archives,
    let_the_user_decide_on_categories,
    keep_how_doubtful_pictures_are,
    let_the_user_edit,
    find_words_in_captions,
    let_a_service_tag_pictures,
    let_the_user_make_albums,
    remember_what_pictures_look_like,
    keep_descriptions,
    compose_hashtag_keys,
    tell_of_broken_categories,
    let_archives_be_removed,
)

migrations = Migrations("photo_organizer")
for step in STEPS:
    migrations()(step)

STEP_NAMES = frozenset(step.__name__ for step in STEPS)
