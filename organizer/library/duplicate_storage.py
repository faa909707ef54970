"""What tells whether pictures are the same, and what the user says of that."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.library.edits import Edit, KeepDistinct, Several


@dataclass(frozen=True, slots=True)
class ComparablePictures:
    """Pictures that were looked at, by ascending id; of equal lengths.

    `content_hashes` are hex digests of the files. shapes: float32, the logarithm of width over
    height. seconds: int64, how long a video is, -1 for pictures.
    """

    ids: NDArray[np.int64]
    content_hashes: Sequence[str]
    shapes: NDArray[np.float32]
    seconds: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file that holds a picture, `size` in bytes."""

    archive: Path
    uri: str
    size: int

    @property
    def path(self) -> Path:
        """Where it lies, which may be in a zip."""
        return self.archive / self.uri


def read_comparable_pictures(connection: sqlite3.Connection) -> ComparablePictures:
    """All pictures that were looked at and are not missing."""
    rows = connection.execute(
        "SELECT id, content_hash, MAX(COALESCE(width, 1), 1), MAX(COALESCE(height, 1), 1),"
        " CASE media_type WHEN 'video' THEN CAST(COALESCE(duration_seconds, 0) AS INTEGER)"
        " ELSE -1 END FROM media"
        " WHERE content_hash IS NOT NULL AND state != 'missing' ORDER BY id"
    ).fetchall()
    numbers = np.array([(row[0], *row[2:]) for row in rows], np.int64).reshape(-1, 4)
    shapes = np.log(numbers[:, 1] / numbers[:, 2]).astype(np.float32)
    return ComparablePictures(numbers[:, 0], [row[1] for row in rows], shapes, numbers[:, 3])


def read_files(
    connection: sqlite3.Connection, media_ids: Sequence[int] | None
) -> dict[int, list[PictureFile]]:
    """The files that there are of pictures, by id; None for all pictures that have several.

    Only what is as large as the file that was looked at is taken for a copy of it.
    """
    chosen = "media_id IN (SELECT value FROM json_each(:ids))"
    if media_ids is None:
        chosen = (
            "media_id IN (SELECT media_id FROM media_files WHERE size IS NOT NULL"
            " GROUP BY media_id HAVING COUNT(*) > 1)"
        )
    found: defaultdict[int, list[PictureFile]] = defaultdict(list)
    for media_id, archive, uri, size in connection.execute(
        "SELECT media_id, archives.path, media_files.uri, media_files.size FROM media_files"
        " JOIN media ON media.id = media_id JOIN archives ON archives.id = media_files.archive_id"
        f" WHERE {chosen} AND media.content_hash IS NOT NULL AND media_files.size = media.size"
        " ORDER BY media_id, media_files.archive_id, media_files.uri",
        {"ids": json.dumps(None if media_ids is None else [int(one) for one in media_ids])},
    ):
        found[media_id].append(PictureFile(Path(archive), uri, size))
    return found


def read_hashes(connection: sqlite3.Connection, method: str) -> dict[str, bytes]:
    """What `method` made of pictures so far, by content hash."""
    return dict(
        connection.execute(
            "SELECT content_hash, hash FROM perceptual_hashes WHERE method = ?", [method]
        )
    )


def store_hashes(connection: sqlite3.Connection, method: str, hashes: Mapping[str, bytes]) -> None:
    """Keeps what `method` made of pictures, by content hash."""
    connection.executemany(
        "INSERT OR REPLACE INTO perceptual_hashes VALUES (?, ?, ?)",
        [(content_hash, method, one) for content_hash, one in hashes.items()],
    )


def read_distinct_sets(connection: sqlite3.Connection) -> tuple[frozenset[int], ...]:
    """Sets of ids of pictures of which no two are duplicates, whatever they look like."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for set_id, media_id in connection.execute("SELECT set_id, media_id FROM distinct_pictures"):
        found[set_id].add(media_id)
    return tuple(frozenset(found[set_id]) for set_id in sorted(found))


def keep_distinct(connection: sqlite3.Connection, edit: KeepDistinct) -> Edit:
    """Remembers that pictures are no duplicates, or forgets it; returns what takes it back."""
    # A picture may have been united with another one since it was shown.
    wanted = frozenset(
        row[0]
        for row in connection.execute(
            "SELECT id FROM media WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(edit.media_ids))],
        )
    )
    same = [
        set_id for set_id, members in _sets_with(connection, wanted).items() if members == wanted
    ]
    if edit.is_distinct is bool(same) or not wanted:
        return Several(())
    if edit.is_distinct:
        connection.execute(
            "INSERT INTO distinct_pictures SELECT"
            " (SELECT COALESCE(MAX(set_id), 0) + 1 FROM distinct_pictures), value"
            " FROM json_each(?)",
            [json.dumps(sorted(wanted))],
        )
    else:
        connection.executemany(
            "DELETE FROM distinct_pictures WHERE set_id = ?", [(set_id,) for set_id in same]
        )
    return KeepDistinct(tuple(sorted(wanted)), not edit.is_distinct)


def _sets_with(connection: sqlite3.Connection, media_ids: Iterable[int]) -> dict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for set_id, media_id in connection.execute(
        "SELECT set_id, media_id FROM distinct_pictures WHERE set_id IN"
        " (SELECT set_id FROM distinct_pictures"
        " WHERE media_id IN (SELECT value FROM json_each(:ids)))",
        {"ids": json.dumps(list(media_ids))},
    ):
        found[set_id].add(media_id)
    return found
