"""What finding duplicates asks: what pictures are compared by, and where they lie."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


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


class DuplicateQueries:
    """What of pictures tells whether two are the same, and what the user says of that."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def comparable_pictures(self) -> ComparablePictures:
        """What there is of all pictures that were looked at and are not missing."""
        rows = self._connection.execute(
            "SELECT id, content_hash, MAX(COALESCE(width, 1), 1), MAX(COALESCE(height, 1), 1),"
            " CASE media_type WHEN 'video' THEN CAST(COALESCE(duration_seconds, 0) AS INTEGER)"
            " ELSE -1 END FROM media"
            " WHERE content_hash IS NOT NULL AND state != 'missing' ORDER BY id"
        ).fetchall()
        numbers = np.array([(row[0], *row[2:]) for row in rows], np.int64).reshape(-1, 4)
        shapes = np.log(numbers[:, 1] / numbers[:, 2]).astype(np.float32)
        return ComparablePictures(numbers[:, 0], [row[1] for row in rows], shapes, numbers[:, 3])

    def files(self, media_ids: Sequence[int] | None = None) -> dict[int, list[PictureFile]]:
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
        for media_id, archive, uri, size in self._connection.execute(
            "SELECT media_id, archives.path, media_files.uri, media_files.size FROM media_files"
            " JOIN media ON media.id = media_id"
            " JOIN archives ON archives.id = media_files.archive_id"
            f" WHERE {chosen} AND media.content_hash IS NOT NULL AND media_files.size = media.size"
            " ORDER BY media_id, media_files.archive_id, media_files.uri",
            {"ids": json.dumps(None if media_ids is None else [int(one) for one in media_ids])},
        ):
            found[media_id].append(PictureFile(Path(archive), uri, size))
        return found

    def perceptual_hashes(self, method: str) -> dict[str, bytes]:
        """What `method` made of pictures so far, by their content hash."""
        return dict(
            self._connection.execute(
                "SELECT content_hash, hash FROM perceptual_hashes WHERE method = ?", [method]
            )
        )

    def distinct_sets(self) -> tuple[frozenset[int], ...]:
        """Sets of ids of pictures of which the user says that no two are duplicates."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for set_id, media_id in self._connection.execute(
            "SELECT set_id, media_id FROM distinct_pictures"
        ):
            found[set_id].add(media_id)
        return tuple(frozenset(found[set_id]) for set_id in sorted(found))
