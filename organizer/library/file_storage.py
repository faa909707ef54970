"""Keeps up with where pictures lie: which files came, went or changed, and what that means.

A picture can lie in several archives. It is read from the one that its row in `media` names; when
that file goes, from another that is there. It is missing when none is left, and waits to be looked
at anew when the file that it is read from is another one by now.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from organizer.archive.records import FileStamp
from organizer.library.description_storage import forget_descriptions
from organizer.library.records import MediaState

_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class _File:
    archive_id: int
    uri: str
    size: int
    modified_ns: int | None


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a picture is read, and what its file was when it was looked at."""

    id: int
    archive_id: int
    uri: str
    state: MediaState
    size: int | None
    modified_ns: int | None
    is_understood: bool
    is_offline: bool

    @property
    def place(self) -> tuple[int, str]:
        return self.archive_id, self.uri


def refresh_files(
    connection: sqlite3.Connection, archive_id: int, stamps: Mapping[str, FileStamp]
) -> int:
    """Compares what is known of an archive's files with `stamps`, those of all its files by uri.

    Returns how many pictures wait anew because of it.
    """
    touched = _note_changes(connection, archive_id, stamps)
    touched |= _note_found_elsewhere(connection, archive_id, stamps)
    return settle_media(connection, touched)


def settle_media(connection: sqlite3.Connection, media_ids: Iterable[int]) -> int:
    """Brings the state of pictures up to date with where their files are.

    Returns how many wait to be looked at that did not before.
    """
    ids = sorted(media_ids)
    waiting = 0
    for start in range(0, len(ids), _AT_ONCE):
        waiting += _settle(connection, ids[start : start + _AT_ONCE])
    return waiting


def media_in(connection: sqlite3.Connection, archive_id: int) -> set[int]:
    """The pictures of which a file lies in an archive or is listed there."""
    rows = connection.execute(
        "SELECT media_id FROM media_files WHERE archive_id = ? AND media_id IS NOT NULL",
        [archive_id],
    )
    return {row[0] for row in rows}


def _note_changes(
    connection: sqlite3.Connection, archive_id: int, stamps: Mapping[str, FileStamp]
) -> set[int]:
    changes: list[tuple[int | None, int | None, str, int]] = []
    touched = set[int]()
    rows = connection.execute(
        "SELECT uri, media_id, size, modified_ns FROM media_files WHERE archive_id = ?",
        [archive_id],
    )
    for uri, media_id, size, modified_ns in rows:
        stamp = stamps.get(uri)
        now = (None, None) if stamp is None else (stamp.size, stamp.modified_ns)
        if now != (size, modified_ns):
            changes.append((*now, uri, archive_id))
            if media_id is not None:
                touched.add(media_id)
    connection.executemany(
        "UPDATE media_files SET size = ?, modified_ns = ? WHERE uri = ? AND archive_id = ?", changes
    )
    return touched


def _note_found_elsewhere(
    connection: sqlite3.Connection, archive_id: int, stamps: Mapping[str, FileStamp]
) -> set[int]:
    """Files in this archive that lists of other archives name: of an export in several parts."""
    rows = connection.execute(
        "SELECT uri, media_id, taken_at, size FROM media_files AS listed"
        " JOIN archives AS other ON other.id = listed.archive_id, archives AS this"
        " WHERE this.id = :archive AND other.id != this.id AND media_id IS NOT NULL"
        " AND (other.account = this.account OR other.account = '' OR this.account = '')"
        " AND NOT EXISTS (SELECT 1 FROM media_files AS own"
        " WHERE own.uri = listed.uri AND own.archive_id = :archive)",
        {"archive": archive_id},
    )
    found: dict[str, tuple[object, ...]] = {}
    touched = set[int]()
    for uri, media_id, taken_at, size in rows:
        stamp = stamps.get(uri)
        # Another file of that name than the one there may be another picture.
        if stamp is None or size not in (None, stamp.size):
            continue
        found[uri] = (uri, archive_id, media_id, taken_at, stamp.size, stamp.modified_ns)
        touched.add(media_id)
    connection.executemany("INSERT INTO media_files VALUES (?, ?, ?, ?, ?, ?)", found.values())
    return touched


def _settle(connection: sqlite3.Connection, media_ids: list[int]) -> int:
    chosen = {"ids": json.dumps(media_ids)}
    files = _files_there(connection, chosen)
    rows = connection.execute(
        "SELECT media.id, archive_id, uri, state, size, modified_ns, content_hash, is_offline"
        " FROM media JOIN archives ON archives.id = archive_id"
        " WHERE media.id IN (SELECT value FROM json_each(:ids))",
        chosen,
    ).fetchall()
    before = [
        _Standing(
            media_id,
            archive_id,
            uri,
            MediaState(state),
            size,
            modified_ns,
            content_hash is not None,
            bool(is_offline),
        )
        for media_id, archive_id, uri, state, size, modified_ns, content_hash, is_offline in rows
    ]
    after = [_now(one, files.get(one.id, [])) for one in before]
    changed = [new for old, new in zip(before, after, strict=True) if new != old]
    anew = [
        (new.id,)
        for old, new in zip(before, after, strict=True)
        if new.state is MediaState.WAITING and old.state is not MediaState.WAITING
    ]
    connection.executemany(
        "UPDATE media SET state = ?, archive_id = ?, uri = ?, size = ?, modified_ns = ?"
        " WHERE id = ?",
        [
            (one.state.value, one.archive_id, one.uri, one.size, one.modified_ns, one.id)
            for one in changed
        ],
    )
    connection.executemany("UPDATE media SET attempts = 0 WHERE id = ?", anew)
    # A changed picture has nothing in common with what was understood of the old one.
    connection.executemany("DELETE FROM embeddings WHERE media_id = ?", anew)
    forget_descriptions(connection, [media_id for (media_id,) in anew])
    return len(anew)


def _files_there(
    connection: sqlite3.Connection, chosen: dict[str, str]
) -> defaultdict[int, list[_File]]:
    """Where each picture lies, online archives first."""
    found: defaultdict[int, list[_File]] = defaultdict(list)
    for media_id, archive_id, uri, size, modified_ns in connection.execute(
        "SELECT media_id, archive_id, uri, size, modified_ns FROM media_files"
        " JOIN archives ON archives.id = archive_id"
        " WHERE media_id IN (SELECT value FROM json_each(:ids)) AND size IS NOT NULL"
        " ORDER BY is_offline, archive_id, uri",
        chosen,
    ):
        found[media_id].append(_File(archive_id, uri, size, modified_ns))
    return found


def _now(picture: _Standing, files: list[_File]) -> _Standing:
    """How a picture stands that lies in `files`."""
    if not files:
        return replace(picture, state=MediaState.MISSING)
    here = [file for file in files if (file.archive_id, file.uri) == picture.place]
    file = here[0] if here and not picture.is_offline else files[0]
    is_same_size = file.size == picture.size
    is_same = is_same_size and (
        # Elsewhere the time of change tells nothing.
        file.modified_ns == picture.modified_ns or (file.archive_id, file.uri) != picture.place
    )
    state = picture.state
    if state is MediaState.MISSING and is_same and picture.is_understood:
        state = MediaState.READY
    elif state is MediaState.MISSING or (state is not MediaState.WAITING and not is_same):
        state = MediaState.WAITING
    moved = replace(picture, state=state, archive_id=file.archive_id, uri=file.uri)
    if state is MediaState.WAITING:
        return moved
    return replace(moved, size=file.size, modified_ns=file.modified_ns)
