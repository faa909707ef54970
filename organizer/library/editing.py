"""Applies edits and tells what takes them back, in the caller's transaction."""

import sqlite3
from collections import defaultdict

from organizer.library.album_storage import apply_album_edit
from organizer.library.category_storage import remove_category, save_category
from organizer.library.duplicate_storage import keep_distinct
from organizer.library.edits import (
    AddToAlbum,
    ChangeFolds,
    CreateAlbum,
    DecideCategory,
    DecideHashtags,
    Edit,
    ForgetDecisions,
    KeepApart,
    KeepDistinct,
    MergeHashtags,
    RemoveAlbum,
    RemoveCategory,
    RemoveFromAlbum,
    RenameAlbum,
    SaveCategory,
    SeparateHashtag,
    SetFavourite,
    SetServiceTags,
    Several,
)
from organizer.library.hashtag_storage import (
    change_folds,
    decide_hashtags,
    keep_apart,
    merge_hashtags,
    separate_hashtag,
)
from organizer.library.service_storage import set_service_tags
from organizer.library.tag_storage import record_decision


def apply_edit(connection: sqlite3.Connection, edit: Edit) -> Edit:
    """Applies `edit`; returns the edit that takes it back."""
    match edit:
        case DecideCategory():
            return _decide(connection, edit)
        case DecideHashtags():
            return decide_hashtags(connection, edit)
        case SetFavourite():
            return _set_favourite(connection, edit)
        case SaveCategory():
            return save_category(connection, edit)
        case RemoveCategory():
            return remove_category(connection, edit)
        case ForgetDecisions():
            return _forget(connection, edit)
        case MergeHashtags():
            return merge_hashtags(connection, edit)
        case SeparateHashtag():
            return separate_hashtag(connection, edit)
        case ChangeFolds():
            return change_folds(connection, edit)
        case KeepApart():
            return keep_apart(connection, edit)
        case SetServiceTags():
            return set_service_tags(connection, edit)
        case CreateAlbum() | RenameAlbum() | RemoveAlbum() | AddToAlbum() | RemoveFromAlbum():
            return apply_album_edit(connection, edit)
        case KeepDistinct():
            return keep_distinct(connection, edit)
        case Several(edits):
            # What was done last is taken back first.
            opposites = [apply_edit(connection, one) for one in edits]
            return Several(tuple(reversed(opposites)))


def _decide(connection: sqlite3.Connection, edit: DecideCategory) -> Edit:
    before = {media_id: is_in for media_id, _, is_in in _decisions(connection, edit.category_id)}
    record_decision(connection, edit.media_ids, edit.category_id, edit.is_in)
    groups: dict[bool | None, list[int]] = defaultdict(list)
    for media_id in edit.media_ids:
        groups[before.get(media_id)].append(media_id)
    return _several(
        [DecideCategory(tuple(ids), edit.category_id, is_in) for is_in, ids in groups.items()]
    )


def _set_favourite(connection: sqlite3.Connection, edit: SetFavourite) -> Edit:
    favourites = {row[0] for row in connection.execute("SELECT media_id FROM favourites")}
    changed = tuple(
        media_id for media_id in edit.media_ids if (media_id in favourites) != edit.is_favourite
    )
    statement = "DELETE FROM favourites WHERE media_id = ?"
    if edit.is_favourite:
        statement = "INSERT INTO favourites SELECT id FROM media WHERE id = ?"
    connection.executemany(statement, [(media_id,) for media_id in changed])
    return SetFavourite(changed, not edit.is_favourite)


def _forget(connection: sqlite3.Connection, edit: ForgetDecisions) -> Edit:
    groups: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for media_id, category_id, is_in in _decisions(connection, edit.category_id):
        groups[category_id, is_in].append(media_id)
    connection.execute(
        "DELETE FROM category_assignments WHERE source = 'user'"
        " AND (:category IS NULL OR category_id = :category)",
        {"category": edit.category_id},
    )
    return _several(
        [DecideCategory(tuple(ids), category, is_in) for (category, is_in), ids in groups.items()]
    )


def _decisions(
    connection: sqlite3.Connection, category_id: str | None
) -> list[tuple[int, str, bool]]:
    rows = connection.execute(
        "SELECT media_id, category_id, score >= 0.5 FROM category_assignments"
        " WHERE source = 'user' AND (:category IS NULL OR category_id = :category)",
        {"category": category_id},
    )
    return [(row[0], row[1], bool(row[2])) for row in rows]


def _several(edits: list[DecideCategory]) -> Edit:
    return edits[0] if len(edits) == 1 else Several(tuple(edits))
