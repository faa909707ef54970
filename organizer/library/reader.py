"""The one class that reads the library; each thread has its own."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from organizer.archive.records import MediaType
from organizer.library.connection import open_for_reading
from organizer.library.details import read_details
from organizer.library.filters import Filter, start_of_month
from organizer.library.place import LibraryPlace
from organizer.library.records import (
    UNDATED,
    Archive,
    Facets,
    FileStamp,
    LibraryCounts,
    MediaDetail,
    MediaFlag,
    MediaListing,
    MediaState,
    PendingMedia,
    Problem,
)
from organizer.tagging.records import HashtagUse

ATTEMPTS = 3
"""How often a picture may be begun and not ended before it is blamed for the program's end."""

_DETAILS_AT_ONCE = 500

_FLAGS = (
    f"{MediaFlag.VIDEO} * (media_type = 'video') + {MediaFlag.CAROUSEL} * (slides > 1)"
    f" + {MediaFlag.MISSING} * (state = 'missing') + {MediaFlag.FAILED} * (state = 'failed')"
    f" + {MediaFlag.THUMBNAIL} * (content_hash IS NOT NULL)"
)


class LibraryReader:
    """Reads the library at `place`. Raises LibraryUnusable when there is none or it is broken."""

    def __init__(self, place: LibraryPlace) -> None:
        self._db = open_for_reading(place)

    def __enter__(self) -> "LibraryReader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection; the reader is of no use afterwards."""
        self._db.close()

    def archives(self) -> tuple[Archive, ...]:
        """All archives, in the order they were added."""
        rows = self._db.conn.execute("SELECT id, path, account FROM archives ORDER BY id")
        return tuple(Archive(row[0], Path(row[1]), row[2]) for row in rows)

    def content_stamps(self, archive: Archive) -> dict[str, FileStamp]:
        """The content files of `archive` that were read, as they were then."""
        rows = self._db.conn.execute(
            "SELECT path, size, modified_ns FROM content_files WHERE archive_id = ?", [archive.id]
        )
        return {row[0]: FileStamp(row[1], row[2]) for row in rows}

    def media_uris(self, archive: Archive) -> tuple[str, ...]:
        """The uris of all media of `archive`."""
        rows = self._db.conn.execute("SELECT uri FROM media WHERE archive_id = ?", [archive.id])
        return tuple(row[0] for row in rows)

    def listing(self, chosen: Filter) -> MediaListing:
        """The pictures that pass, newest first; pictures of one time in the export's order."""
        where, values = chosen.where()
        ids, taken_at, flags = self._columns(
            ("id", "time", "flags"),
            f"SELECT id, COALESCE(taken_at, {UNDATED}), {_FLAGS} FROM media WHERE {where}",
            values,
        )
        order = np.lexsort((ids, -taken_at.astype(np.float64)))
        return MediaListing(ids[order], taken_at[order], flags[order].astype(np.uint8))

    def _columns(
        self, names: Sequence[str], query: str, values: dict[str, object]
    ) -> list[NDArray[np.int64]]:
        """The columns `names` of whole numbers that `query` gives, in no order.

        They come as one row of text. Row by row, SQLite and Python hand the interpreter's lock to
        and fro for each: 10,000 rows took 200 ms beside a busy window, and take 10 ms so.
        """
        listed = ", ".join(f"GROUP_CONCAT({name}, ' ')" for name in names)
        row = self._db.conn.execute(
            f"WITH found ({', '.join(names)}) AS ({query}) SELECT {listed} FROM found", values
        ).fetchone()
        return [np.fromstring(text or "", dtype=np.int64, sep=" ") for text in row]

    def facets(self, chosen: Filter, hashtag_limit: int = 200) -> Facets:
        """Counts for the sidebar: each dimension under the choices made in the others."""
        where, values = chosen.where()
        (total,) = self._db.conn.execute(
            f"SELECT COUNT(*) FROM media WHERE {where}",
            values,
        ).fetchone()
        months, undated = self._months(chosen.without("date"))
        return Facets(
            total=total,
            months=months,
            undated=undated,
            categories=self._categories(chosen.without("categories")),
            hashtags=self._hashtags(chosen.without("hashtags"), hashtag_limit),
        )

    def _months(self, chosen: Filter) -> tuple[dict[tuple[int, int], int], int]:
        where, values = chosen.where()
        (times,) = self._columns(
            ("time",), f"SELECT COALESCE(taken_at, {UNDATED}) FROM media WHERE {where}", values
        )
        dated = np.sort(times[times != UNDATED])
        return count_by_month(dated), len(times) - len(dated)

    def _categories(self, chosen: Filter) -> dict[str, int]:
        where, values = chosen.where()
        among = "" if where == "1" else f"WHERE media_id IN (SELECT id FROM media WHERE {where})"
        return dict(
            self._db.conn.execute(
                f"SELECT category_id, COUNT(*) FROM media_categories {among} GROUP BY category_id",
                values,
            )
        )

    def _hashtags(self, chosen: Filter, limit: int) -> tuple[tuple[str, int], ...]:
        where, values = chosen.where()
        rows = self._db.conn.execute(
            "SELECT name, SUM(pictures) AS uses FROM"
            f" (SELECT post_id, COUNT(*) AS pictures FROM media WHERE {where} GROUP BY post_id)"
            " JOIN post_hashtags USING (post_id) JOIN hashtags ON hashtags.id = hashtag_id"
            " GROUP BY hashtag_id ORDER BY uses DESC, name LIMIT :limit",
            {**values, "limit": limit},
        )
        return tuple((row[0], row[1]) for row in rows)

    def detail(self, media_id: int) -> MediaDetail | None:
        """All that is known of one picture; None when it is no longer there."""
        return next(iter(read_details(self._db.conn, [media_id])), None)

    def details(self, media_ids: Sequence[int] | NDArray[np.int64]) -> Iterator[MediaDetail]:
        """All that is known of some pictures, in the order of `media_ids`."""
        for start in range(0, len(media_ids), _DETAILS_AT_ONCE):
            chunk = [int(media_id) for media_id in media_ids[start : start + _DETAILS_AT_ONCE]]
            yield from read_details(self._db.conn, chunk)

    def pending(self, model: str) -> list[PendingMedia]:
        """What has no thumbnail or no vector of `model` yet, newest first.

        Left out is what was begun ATTEMPTS times without an end (see `interrupted`).
        """
        rows = self._db.conn.execute(
            "SELECT media.id, archives.path, uri, media_type, attempts > 0"
            " FROM media JOIN archives ON archives.id = archive_id"
            " WHERE attempts < :attempts AND (state = 'waiting' OR (state = 'ready' AND NOT EXISTS"
            " (SELECT 1 FROM embeddings WHERE media_id = media.id AND model = :model)))"
            " ORDER BY taken_at DESC, media.id",
            {"model": model, "attempts": ATTEMPTS},
        )
        return [
            PendingMedia(row[0], Path(row[1]), row[2], MediaType(row[3]), bool(row[4]))
            for row in rows
        ]

    def interrupted(self) -> tuple[tuple[int, str], ...]:
        """Ids and uris of waiting pictures at which the program ended ATTEMPTS times."""
        rows = self._db.conn.execute(
            "SELECT id, uri FROM media WHERE attempts >= ? AND state = 'waiting'", [ATTEMPTS]
        )
        return tuple((row[0], row[1]) for row in rows)

    def embeddings(self, model: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids, shape (n,), and unit vectors of `model`, shape (n, dimension), by ascending id."""
        rows = self._db.conn.execute(
            "SELECT media_id, vector FROM embeddings WHERE model = ? ORDER BY media_id", [model]
        ).fetchall()
        ids = np.array([row[0] for row in rows], dtype=np.int64)
        if not rows:
            return ids, np.zeros((0, 0), dtype=np.float32)
        flat = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.float16)
        vectors = flat.reshape(len(rows), -1).astype(np.float32)
        return ids, vectors

    def hashtags_of(self, media_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The hashtags of the captions over these pictures; a picture without any is left out."""
        rows = self._db.conn.execute(
            "SELECT media.id, GROUP_CONCAT(name, ' ') FROM json_each(:ids) AS chosen"
            " JOIN media ON media.id = chosen.value"
            " JOIN post_hashtags USING (post_id) JOIN hashtags ON hashtags.id = hashtag_id"
            " GROUP BY media.id",
            {"ids": json.dumps([int(media_id) for media_id in media_ids])},
        )
        return {row[0]: tuple(row[1].split()) for row in rows}

    def own_hashtags(self) -> tuple[HashtagUse, ...]:
        """The user's hashtags with the number of posts that carry them, most used first."""
        rows = self._db.conn.execute(
            "SELECT name, COUNT(*) AS uses FROM post_hashtags"
            " JOIN hashtags ON hashtags.id = hashtag_id GROUP BY hashtag_id"
            " ORDER BY uses DESC, name"
        )
        return tuple(HashtagUse(row[0], row[1]) for row in rows)

    def counts(self) -> LibraryCounts:
        """How many pictures and videos stand where."""
        found: dict[str, int] = dict(
            self._db.conn.execute("SELECT state, COUNT(*) FROM media GROUP BY state")
        )
        return LibraryCounts(*(found.get(state.value, 0) for state in _COUNTED))

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read, in the order they were met."""
        rows = self._db.conn.execute("SELECT file, code, detail FROM problems ORDER BY id")
        return tuple(Problem(*row) for row in rows)

    def setting(self, key: str, default: object = None) -> object:
        """The value kept under `key`, or `default`."""
        row = self._db.conn.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
        return default if row is None else json.loads(row[0])


_COUNTED = (MediaState.READY, MediaState.WAITING, MediaState.FAILED, MediaState.MISSING)


def count_by_month(times: NDArray[np.int64]) -> dict[tuple[int, int], int]:
    """How many of the ascending Unix `times` lie in each (year, month) of the computer's zone.

    Newest month first; months without any are left out.
    """
    if not len(times):
        return {}
    first = datetime.fromtimestamp(int(times[0])).astimezone()
    last = datetime.fromtimestamp(int(times[-1])).astimezone()
    months = [
        divmod(number, 12)
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]
    starts = [start_of_month(year, month + 1) for year, month in months]
    edges = np.append(np.searchsorted(times, starts), len(times))
    counts = np.diff(edges)
    return {
        (year, month + 1): int(count)
        for (year, month), count in zip(reversed(months), reversed(counts), strict=True)
        if count
    }
