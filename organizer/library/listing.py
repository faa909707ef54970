"""Which pictures a filter lets through, as arrays in the order in which they are shown."""

import sqlite3
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from organizer.library.columns import read_columns
from organizer.library.connection import data_version
from organizer.library.filters import Filter
from organizer.library.records import UNDATED, MediaFlag, MediaListing
from organizer.library.search_text import parse_search

_FLAGS = (
    f"{MediaFlag.VIDEO} * (media_type = 'video') + {MediaFlag.CAROUSEL} * (slides > 1)"
    f" + {MediaFlag.MISSING} * (state = 'missing') + {MediaFlag.FAILED} * (state = 'failed')"
    f" + {MediaFlag.THUMBNAIL} * (content_hash IS NOT NULL)"
    f" + {MediaFlag.FAVOURITE} * (media.id IN (SELECT media_id FROM favourites))"
    f" + {MediaFlag.OFFLINE} * (archive_id IN (SELECT id FROM archives WHERE is_offline))"
)

# Posts come in the order of their list, slides in that of their carousel.
_PLACE_IN_EXPORT = "post_id * 1000 + MIN(position, 999)"
_COLUMNS = {
    "id": "id",
    "time": f"COALESCE(taken_at, {UNDATED})",
    "flags": _FLAGS,
    "place": _PLACE_IN_EXPORT,
    # Nothing is wider than a 65,535th of its height, or taller: a whole number is exact enough.
    "shape": "COALESCE(CASE WHEN height > 0 THEN width * 65536 / height END, 65536)",
    "seconds": "COALESCE(CAST(ROUND(duration_seconds) AS INTEGER), 0)",
}
_LONGEST_SECONDS = np.iinfo(np.uint16).max


_NOTHING = MediaListing(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint8))


@dataclass(frozen=True, slots=True)
class _Everything:
    """All pictures in the order in which they are shown, as of one version of the library."""

    version: int
    listing: MediaListing


class Listings:
    """Answers what passes a filter; what is known of all pictures is read once per version.

    Of 100,000 pictures that takes 100 ms; which of them pass a filter is a matter of some.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._everything: _Everything | None = None

    def read(self, chosen: Filter) -> MediaListing:
        """The pictures that pass, newest first; pictures of one time in the export's order.

        What is to be reviewed comes in the order of doubt, most doubtful first; what passes because
        it looks like something comes last, most alike first.
        """
        if chosen.alike or chosen.similar_to is not None:
            return self._with_look_alikes(chosen)
        everything = self._up_to_date()
        where, values = chosen.where()
        if where == "1":
            return everything
        names = ("id", "doubt") if chosen.is_to_review else ("id",)
        doubt = ", CAST(doubt * 1000000 AS INTEGER)" if chosen.is_to_review else ""
        ids, *doubts = read_columns(
            self._connection, names, f"SELECT id{doubt} FROM media WHERE {where}", values
        )
        if not len(everything) or not len(ids):
            return _taken(everything, np.zeros(0, np.int64), is_by_date=not chosen.is_to_review)
        size = int(max(everything.ids.max(), ids.max())) + 1
        found = np.zeros(size, bool)
        found[ids] = True
        rows = np.flatnonzero(found[everything.ids])
        if doubts:
            doubt_of = np.zeros(size, np.int64)
            doubt_of[ids] = doubts[0]
            rows = rows[np.argsort(-doubt_of[everything.ids[rows]], kind="stable")]
        return _taken(everything, rows, is_by_date=not chosen.is_to_review)

    def _with_look_alikes(self, chosen: Filter) -> MediaListing:
        others = replace(chosen, alike=())
        first = _NOTHING if chosen.similar_to is not None else self.read(others)
        where, values = chosen.where()
        query = f"SELECT id FROM media WHERE {where}"
        (passing,) = read_columns(self._connection, ("id",), query, values)
        last = np.setdiff1d(passing, first.ids)
        rank = {media_id: place for place, media_id in enumerate(chosen.alike)}
        last = np.array(sorted(last.tolist(), key=lambda one: rank.get(one, 0)), np.int64)
        everything = self._up_to_date()
        order = np.argsort(everything.ids)
        ids = np.concatenate([first.ids, last])
        rows = order[np.searchsorted(everything.ids, ids, sorter=order)]
        described = parse_search(chosen.text).description if chosen.similar_to is None else ""
        taken = _taken(everything, rows, is_by_date=first.is_by_date)
        return replace(taken, alike=len(last), described=described)

    def _up_to_date(self) -> MediaListing:
        version = data_version(self._connection)
        if self._everything is None or self._everything.version != version:
            self._everything = _Everything(version, _read_everything(self._connection))
        return self._everything.listing


def _read_everything(connection: sqlite3.Connection) -> MediaListing:
    ids, times, flags, places, shapes, seconds = read_columns(
        connection, tuple(_COLUMNS), f"SELECT {', '.join(_COLUMNS.values())} FROM media", {}
    )
    order = np.lexsort((ids, places, -times.astype(np.float64)))
    listing = MediaListing(
        ids[order],
        times[order],
        flags[order].astype(np.uint8),
        aspects=(np.maximum(shapes[order], 1) / 65536).astype(np.float32),
        seconds=np.clip(seconds[order], 0, _LONGEST_SECONDS).astype(np.uint16),
    )
    # Handed out as it is, and again at the next question.
    for column in (listing.ids, listing.taken_at, listing.flags, listing.aspects, listing.seconds):
        column.setflags(write=False)
    return listing


def _taken(listing: MediaListing, rows: NDArray[np.int64], is_by_date: bool) -> MediaListing:
    return MediaListing(
        listing.ids[rows],
        listing.taken_at[rows],
        listing.flags[rows],
        is_by_date,
        listing.aspects[rows],
        listing.seconds[rows],
    )
