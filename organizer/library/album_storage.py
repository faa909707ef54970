"""Albums: pictures that the user put together under a name."""

import json
import secrets
import sqlite3
import time
import unicodedata
from collections.abc import Mapping, Sequence

from organizer.library.edits import (
    AddToAlbum,
    AlbumEdit,
    CreateAlbum,
    Edit,
    RemoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
    Several,
)
from organizer.library.records import Album
from organizer.library.search_text import normal

# Whole numbers beyond are not exact in JSON as other programs read it.
_LARGEST_ID = 2**53 - 1


def album_name(text: str) -> str:
    """`text` as the name of an album: NFC, without needless blanks; "" when nothing is left."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def album_key(name: str) -> str:
    """What two names have in common that are the same to a person."""
    return normal(album_name(name))


def new_album_id() -> int:
    """An id that no album has, nor one that was removed and may come back."""
    return 1 + secrets.randbelow(_LARGEST_ID)


def read_albums(
    connection: sqlite3.Connection, where: str, values: Mapping[str, object]
) -> tuple[Album, ...]:
    """All albums in the user's order; counted are the pictures for which `where` holds."""
    among = "" if where == "1" else f" AND media_id IN (SELECT id FROM media WHERE {where})"
    rows = connection.execute(
        "SELECT albums.id, name, created_at, COUNT(media_id) FROM albums"
        f" LEFT JOIN album_members ON album_id = albums.id{among}"
        " GROUP BY albums.id ORDER BY albums.position, name",
        values,
    )
    return tuple(Album(*row) for row in rows)


def read_album_members(connection: sqlite3.Connection, album_id: int) -> tuple[int, ...]:
    """The ids of the pictures in an album, in the order in which they were added."""
    return tuple(media_id for media_id, _ in _members(connection, album_id))


def in_albums(album_ids: Sequence[int], values: dict[str, object]) -> str:
    """A condition on `media`: it lies in one of these albums; its parameter goes to `values`."""
    values["albums"] = json.dumps(list(album_ids))
    return (
        "media.id IN (SELECT media_id FROM album_members"
        " WHERE album_id IN (SELECT value FROM json_each(:albums)))"
    )


def apply_album_edit(connection: sqlite3.Connection, edit: AlbumEdit) -> Edit:
    """Applies `edit`; returns the edit that takes it back."""
    match edit:
        case CreateAlbum():
            return _create(connection, edit)
        case RenameAlbum():
            return _rename(connection, edit)
        case RemoveAlbum():
            return _remove(connection, edit)
        case AddToAlbum():
            return _add(connection, edit)
        case RemoveFromAlbum():
            return _take_out(connection, edit)


def _create(connection: sqlite3.Connection, edit: CreateAlbum) -> Edit:
    name = album_name(edit.name)
    if not name:
        return Several(())
    taken = connection.execute(
        "SELECT id FROM albums WHERE key = :key OR id = :id",
        {"key": album_key(name), "id": edit.album_id},
    ).fetchone()
    if taken is not None:
        return _add(connection, AddToAlbum(taken[0], edit.media_ids))
    connection.execute(
        "INSERT INTO albums (id, name, key, position, created_at) VALUES (:id, :name, :key,"
        " COALESCE(:place, (SELECT COALESCE(MAX(position), 0) + 1 FROM albums)), :created_at)",
        {
            "id": edit.album_id,
            "name": name,
            "key": album_key(name),
            "place": edit.place,
            "created_at": int(time.time()) if edit.created_at is None else edit.created_at,
        },
    )
    _add(connection, AddToAlbum(edit.album_id, edit.media_ids, edit.positions))
    return RemoveAlbum(edit.album_id)


def _rename(connection: sqlite3.Connection, edit: RenameAlbum) -> Edit:
    row = connection.execute("SELECT name FROM albums WHERE id = ?", [edit.album_id]).fetchone()
    name = album_name(edit.name)
    if row is None or not name:
        return Several(())
    changed = connection.execute(
        "UPDATE OR IGNORE albums SET name = :name, key = :key WHERE id = :id",
        {"name": name, "key": album_key(name), "id": edit.album_id},
    ).rowcount
    return RenameAlbum(edit.album_id, row[0]) if changed else Several(())


def _remove(connection: sqlite3.Connection, edit: RemoveAlbum) -> Edit:
    row = connection.execute(
        "SELECT name, position, created_at FROM albums WHERE id = ?", [edit.album_id]
    ).fetchone()
    if row is None:
        return Several(())
    members = _members(connection, edit.album_id)
    connection.execute("DELETE FROM albums WHERE id = ?", [edit.album_id])
    name, place, created_at = row
    return CreateAlbum(edit.album_id, name, *_columns(members), place, created_at)


def _add(connection: sqlite3.Connection, edit: AddToAlbum) -> Edit:
    row = connection.execute(
        "SELECT (SELECT COALESCE(MAX(position), 0) + 1 FROM album_members WHERE album_id = :id)"
        " FROM albums WHERE id = :id",
        {"id": edit.album_id},
    ).fetchone()
    if row is None:
        return Several(())
    present = {media_id for media_id, _ in _members(connection, edit.album_id)}
    after = range(row[0], row[0] + len(edit.media_ids))
    positions = edit.positions or after
    new = {
        media_id: position
        for media_id, position in zip(edit.media_ids, positions, strict=True)
        if media_id not in present
    }
    # A picture may have been united with another one since it was shown.
    connection.executemany(
        "INSERT INTO album_members SELECT ?, id, ? FROM media WHERE id = ?",
        [(edit.album_id, position, media_id) for media_id, position in new.items()],
    )
    return RemoveFromAlbum(edit.album_id, tuple(new))


def _take_out(connection: sqlite3.Connection, edit: RemoveFromAlbum) -> Edit:
    wanted = set(edit.media_ids)
    gone = [one for one in _members(connection, edit.album_id) if one[0] in wanted]
    connection.executemany(
        "DELETE FROM album_members WHERE album_id = ? AND media_id = ?",
        [(edit.album_id, media_id) for media_id, _ in gone],
    )
    return AddToAlbum(edit.album_id, *_columns(gone))


def _members(connection: sqlite3.Connection, album_id: int) -> list[tuple[int, int]]:
    """Ids and positions, in order."""
    return connection.execute(
        "SELECT media_id, position FROM album_members WHERE album_id = ?"
        " ORDER BY position, media_id",
        [album_id],
    ).fetchall()


def _columns(members: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(one[0] for one in members), tuple(one[1] for one in members)
