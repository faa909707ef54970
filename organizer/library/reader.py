"""The one class that reads the library; each thread has its own."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.closing import Closing
from organizer.library.album_storage import read_album_members, read_albums
from organizer.library.category_storage import read_categories
from organizer.library.connection import data_version, open_for_reading
from organizer.library.details import read_details
from organizer.library.facets import FacetCounter
from organizer.library.filing import Filing, read_filing
from organizer.library.filters import Filter
from organizer.library.listing import Listings
from organizer.library.mentions import read_mentions
from organizer.library.overview import MOST_HASHTAGS, Overview, read_overview
from organizer.library.place import LibraryPlace
from organizer.library.problem_storage import read_problems
from organizer.library.queries.descriptions import DescriptionQueries
from organizer.library.queries.duplicates import DuplicateQueries
from organizer.library.queries.hashtags import HashtagQueries
from organizer.library.queries.imports import ImportQueries
from organizer.library.queries.learning import LearningQueries
from organizer.library.queries.looking import LookingQueries
from organizer.library.queries.removing import RemovalQueries
from organizer.library.queries.vectors import VectorQueries
from organizer.library.records import (
    Album,
    Archive,
    Facets,
    HashtagFacet,
    LibraryCounts,
    MediaDetail,
    MediaListing,
    MediaState,
    Place,
    PlaceStatus,
    Problem,
)
from organizer.library.search_conditions import read_passing
from organizer.library.search_text import SearchTerms
from organizer.library.service_storage import read_service_tagged
from organizer.tagging.records import Category

_DETAILS_AT_ONCE = 500
_STEPS_BETWEEN_LOOKS = 20_000


class LibraryReader(Closing):
    """Reads the library at `place`. Raises LibraryUnusable when there is none or it is broken.

    Attributes:
        importing: What an import asks.
        looking: Which pictures wait to be looked at.
        vectors: What models made of pictures.
        learning: What the user decided, to learn from.
        own_hashtags: The user's hashtags; `hashtags` counts those on what passes a filter.
        descriptions: What captioning models wrote of pictures.
        duplicates: What tells whether two pictures are the same.
        removing: What removing archives would do.
    """

    def __init__(self, place: LibraryPlace) -> None:
        self._db = open_for_reading(place)
        connection = self._db.conn
        self._listings = Listings(connection)
        self._counter = FacetCounter(connection)
        self.importing = ImportQueries(connection)
        self.looking = LookingQueries(connection)
        self.vectors = VectorQueries(connection)
        self.own_hashtags = HashtagQueries(connection)
        self.learning = LearningQueries(connection, self.vectors, self.own_hashtags)
        self.descriptions = DescriptionQueries(connection)
        self.duplicates = DuplicateQueries(connection)
        self.removing = RemovalQueries(connection)

    def close(self) -> None:
        """Closes the connection; the reader is of no use afterwards."""
        self._db.close()

    @property
    def data_version(self) -> int:
        """A number that changes when anything is written to the library."""
        return data_version(self._db.conn)

    def archives(self, place: Place | None = None) -> tuple[Archive, ...]:
        """All archives, or those in `place`, in the order they were added."""
        rows = self._db.conn.execute(
            "SELECT id, path, account, is_offline, listing FROM archives"
            " WHERE :place IS NULL OR place_id = :place ORDER BY id",
            {"place": place and place.id},
        )
        return tuple(Archive(row[0], Path(row[1]), row[2], bool(row[3]), row[4]) for row in rows)

    def places(self) -> tuple[Place, ...]:
        """What the user has added, in its order."""
        rows = self._db.conn.execute("SELECT id, path FROM places WHERE NOT is_leaving ORDER BY id")
        return tuple(Place(row[0], Path(row[1])) for row in rows)

    def place_statuses(self) -> tuple[PlaceStatus, ...]:
        """How it stands with all places; offline is one of which nothing is there."""
        rows = self._db.conn.execute(
            "SELECT places.path, MAX(account), SUM(pictures), MIN(is_offline),"
            " GROUP_CONCAT(archive_id, ' ') FROM places"
            " JOIN (SELECT id AS archive_id, place_id, account, is_offline,"
            " (SELECT COUNT(*) FROM media WHERE media.archive_id = archives.id) AS pictures"
            " FROM archives) ON place_id = places.id"
            " WHERE NOT is_leaving GROUP BY places.id ORDER BY places.id"
        )
        return tuple(
            PlaceStatus(Path(row[0]), row[1], row[2], bool(row[3]), tuple(map(int, row[4].split())))
            for row in rows
        )

    def archive_at(self, path: Path) -> Archive | None:
        """The archive with its root at `path`."""
        return next((one for one in self.archives() if one.path == path), None)

    def listing(self, chosen: Filter) -> MediaListing:
        """The pictures that pass, newest first; pictures of one time in the export's order.

        What is to be reviewed comes in the order of doubt, most doubtful first.
        """
        return self._listings.read(chosen)

    def count(self, chosen: Filter) -> int:
        """How many pictures pass."""
        return self._counter.count(chosen)

    def mentions(self) -> tuple[tuple[str, int], ...]:
        """Who is named with @: names, and in how many captions they stand, most often first."""
        return read_mentions(self._db.conn)

    def passing(self, terms: SearchTerms) -> NDArray[np.int64]:
        """Ids of the pictures for which all of `terms` holds but the words, in no order."""
        return read_passing(self._db.conn, terms)

    def facets(self, chosen: Filter, hashtag_limit: int = 200) -> Facets:
        """Counts for the sidebar: each dimension under the choices made in the others."""
        return self._counter.facets(chosen, hashtag_limit)

    def overview(self, chosen: Filter) -> Overview:
        """Counts of what passes, for charts."""
        return read_overview(self._db.conn, chosen, self._counter.hashtags(chosen, MOST_HASHTAGS))

    def facets_unless(self, is_superseded: Callable[[], bool], chosen: Filter) -> Facets | None:
        """As `facets`, but None as soon as `is_superseded`: others wait for this reader.

        `is_superseded` is asked about every millisecond, in the calling thread.
        """
        connection = self._db.conn
        connection.set_progress_handler(is_superseded, _STEPS_BETWEEN_LOOKS)
        try:
            return self.facets(chosen)
        except sqlite3.OperationalError:
            if is_superseded():
                return None
            raise
        finally:
            connection.set_progress_handler(None, 0)

    def hashtags(self, chosen: Filter, text: str, limit: int = 200) -> tuple[HashtagFacet, ...]:
        """Hashtags with `text` in one of their spellings, counted as in `facets`."""
        return self._counter.hashtags(chosen.without("hashtags"), limit, text)

    def media_at(self, path: Path) -> int | None:
        """The id of the picture whose file lies at `path`; None when no archive names it."""
        for archive in self.archives():
            if archive.path in path.parents:
                row = self._db.conn.execute(
                    "SELECT media_id FROM media_files WHERE archive_id = ? AND uri = ?",
                    [archive.id, path.relative_to(archive.path).as_posix()],
                ).fetchone()
                if row is not None:
                    return int(row[0])
        return None

    def detail(self, media_id: int) -> MediaDetail | None:
        """All that is known of one picture; None when it is no longer there."""
        return next(iter(read_details(self._db.conn, [media_id])), None)

    def details(self, media_ids: Sequence[int] | NDArray[np.int64]) -> Iterator[MediaDetail]:
        """All that is known of some pictures, in the order of `media_ids`."""
        for start in range(0, len(media_ids), _DETAILS_AT_ONCE):
            chunk = [int(media_id) for media_id in media_ids[start : start + _DETAILS_AT_ONCE]]
            yield from read_details(self._db.conn, chunk)

    def service_tagged(self) -> frozenset[int]:
        """The ids of the pictures of which a vision-language service said something."""
        return read_service_tagged(self._db.conn)

    def slides(self, media_id: int) -> tuple[int, ...]:
        """The ids of the pictures in the same post, in their order; this one is among them."""
        rows = self._db.conn.execute(
            "SELECT id FROM media WHERE post_id = (SELECT post_id FROM media WHERE id = ?)"
            " ORDER BY position, id",
            [media_id],
        )
        return tuple(row[0] for row in rows)

    def filing(self, media_ids: NDArray[np.int64], category_ids: Sequence[str]) -> Filing:
        """What the model files pictures under; the columns are the `category_ids`."""
        return read_filing(self._db.conn, media_ids, category_ids)

    def categories(self) -> tuple[Category, ...]:
        """All categories in the order in which they are shown, `others` last."""
        return read_categories(self._db.conn)

    def albums(self) -> tuple[Album, ...]:
        """All albums in the user's order, with the number of their pictures."""
        return read_albums(self._db.conn, "1", {})

    def album_members(self, album_id: int) -> tuple[int, ...]:
        """The ids of the pictures in an album, in the order in which they were added."""
        return read_album_members(self._db.conn, album_id)

    def counts(self) -> LibraryCounts:
        """How many pictures and videos stand where."""
        found: dict[str, int] = dict(
            self._db.conn.execute("SELECT state, COUNT(*) FROM media GROUP BY state")
        )
        return LibraryCounts(*(found.get(state.value, 0) for state in _COUNTED))

    def kind_counts(self) -> dict[str, int]:
        """How many posts there are of each PostKind, of those that have any."""
        return dict(self._db.conn.execute("SELECT kind, COUNT(*) FROM posts GROUP BY kind"))

    def media_type_counts(self) -> dict[str, int]:
        """How many pictures and videos there are, by MediaType."""
        return dict(
            self._db.conn.execute("SELECT media_type, COUNT(*) FROM media GROUP BY media_type")
        )

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read: rules of categories, then files in the order they were met."""
        return read_problems(self._db.conn)

    def setting(self, key: str, default: object = None) -> object:
        """The value kept under `key`, or `default`."""
        row = self._db.conn.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
        return default if row is None else json.loads(row[0])


_COUNTED = (MediaState.READY, MediaState.WAITING, MediaState.FAILED, MediaState.MISSING)
