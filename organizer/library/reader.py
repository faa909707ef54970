"""The one class that reads the library; each thread has its own."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.archive.records import FileStamp, MediaType
from organizer.closing import Closing
from organizer.library.album_storage import read_album_members, read_albums
from organizer.library.category_storage import read_categories
from organizer.library.connection import open_for_reading
from organizer.library.description_storage import (
    count_descriptions,
    read_descriptions,
    read_undescribed,
)
from organizer.library.details import read_details
from organizer.library.duplicate_storage import (
    ComparablePictures,
    PictureFile,
    read_comparable_pictures,
    read_distinct_sets,
    read_files,
    read_hashes,
)
from organizer.library.facets import FacetCounter
from organizer.library.filing import (
    Filing,
    VectorBlock,
    read_filing,
    read_vector_numbers,
    read_vectors,
)
from organizer.library.filters import Filter
from organizer.library.hashtag_storage import (
    read_folded_hashtags,
    read_own_hashtags,
    read_rejection_weights,
    read_uses_of,
)
from organizer.library.listing import Listings
from organizer.library.mentions import read_mentions
from organizer.library.overview import MOST_HASHTAGS, Overview, read_overview
from organizer.library.place import LibraryPlace
from organizer.library.records import (
    Album,
    Archive,
    Facets,
    HashtagFacet,
    LibraryCounts,
    MediaDetail,
    MediaListing,
    MediaState,
    PendingMedia,
    Place,
    PlaceStatus,
    Problem,
)
from organizer.library.search_conditions import read_passing
from organizer.library.search_text import SearchTerms
from organizer.library.vector_storage import (
    StoredVectors,
    read_decided_with_vector,
    read_encoder_of,
    read_stored_vectors,
)
from organizer.tagging.records import Category, FoldedHashtag, HashtagUse

ATTEMPTS = 3
"""How often a picture may be begun and not ended before it is blamed for the program's end."""

_DETAILS_AT_ONCE = 500
_STEPS_BETWEEN_LOOKS = 20_000


class LibraryReader(Closing):
    """Reads the library at `place`. Raises LibraryUnusable when there is none or it is broken."""

    def __init__(self, place: LibraryPlace) -> None:
        self._db = open_for_reading(place)
        self._listings = Listings(self._db.conn)
        self._counter = FacetCounter(self._db.conn)

    def close(self) -> None:
        """Closes the connection; the reader is of no use afterwards."""
        self._db.close()

    @property
    def data_version(self) -> int:
        """A number that changes when anything is written to the library."""
        (version,) = self._db.conn.execute("PRAGMA data_version").fetchone()
        return int(version)

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
        rows = self._db.conn.execute("SELECT id, path FROM places ORDER BY id")
        return tuple(Place(row[0], Path(row[1])) for row in rows)

    def place_statuses(self) -> tuple[PlaceStatus, ...]:
        """How it stands with all places; offline is one of which nothing is there."""
        rows = self._db.conn.execute(
            "SELECT places.path, MAX(account), SUM(pictures), MIN(is_offline),"
            " GROUP_CONCAT(archive_id, ' ') FROM places"
            " JOIN (SELECT id AS archive_id, place_id, account, is_offline,"
            " (SELECT COUNT(*) FROM media WHERE media.archive_id = archives.id) AS pictures"
            " FROM archives) ON place_id = places.id GROUP BY places.id ORDER BY places.id"
        )
        return tuple(
            PlaceStatus(Path(row[0]), row[1], row[2], bool(row[3]), tuple(map(int, row[4].split())))
            for row in rows
        )

    def archive_at(self, path: Path) -> Archive | None:
        """The archive with its root at `path`."""
        return next((one for one in self.archives() if one.path == path), None)

    def failed_files(self, archive: Archive) -> dict[str, FileStamp]:
        """The files of an archive that could not be read, as they were then, by uri."""
        rows = self._db.conn.execute(
            "SELECT uri, size, modified_ns FROM media"
            " WHERE archive_id = ? AND state = 'failed' AND size IS NOT NULL",
            [archive.id],
        )
        return {row[0]: FileStamp(row[1], row[2]) for row in rows}

    def content_stamps(self, archive: Archive) -> dict[str, FileStamp]:
        """The content files of `archive` that were read, as they were then."""
        rows = self._db.conn.execute(
            "SELECT path, size, modified_ns FROM content_files WHERE archive_id = ?", [archive.id]
        )
        return {row[0]: FileStamp(row[1], row[2]) for row in rows}

    def media_uris(self, archive: Archive) -> frozenset[str]:
        """The uris of all files of `archive` that are known."""
        rows = self._db.conn.execute(
            "SELECT uri FROM media_files WHERE archive_id = ?", [archive.id]
        )
        return frozenset(row[0] for row in rows)

    def missing_from(self, archive: Archive) -> int:
        """How many pictures that `archive` lists are nowhere to be found."""
        (count,) = self._db.conn.execute(
            "SELECT COUNT(*) FROM media_files JOIN media ON media.id = media_id"
            " WHERE media_files.archive_id = ? AND media_files.size IS NULL AND state = 'missing'",
            [archive.id],
        ).fetchone()
        return int(count)

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

    def encoder_of(self, media_id: int) -> str | None:
        """The name of the encoder that made a vector of a picture; None when there is none.

        Of several, that which made the most, and of these the last.
        """
        return read_encoder_of(self._db.conn, media_id)

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

    def slides(self, media_id: int) -> tuple[int, ...]:
        """The ids of the pictures in the same post, in their order; this one is among them."""
        rows = self._db.conn.execute(
            "SELECT id FROM media WHERE post_id = (SELECT post_id FROM media WHERE id = ?)"
            " ORDER BY position, id",
            [media_id],
        )
        return tuple(row[0] for row in rows)

    def pending(self, model: str) -> list[PendingMedia]:
        """What has no thumbnail or no vector of `model` yet, newest first.

        Left out is what lies in an archive that is offline, and what was begun ATTEMPTS times
        without an end (see `interrupted`).
        """
        rows = self._db.conn.execute(
            "SELECT media.id, archives.path, uri, media_type, attempts > 0"
            " FROM media JOIN archives ON archives.id = archive_id"
            " WHERE attempts < :attempts AND NOT is_offline"
            " AND (state = 'waiting' OR (state = 'ready' AND NOT EXISTS"
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

    def embeddings(
        self, model: str, media_ids: Sequence[int] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids, shape (n,), and unit vectors of `model`, shape (n, dimension), by ascending id.

        Of all pictures, or of those of `media_ids` that have one.
        """
        rows = self._db.conn.execute(
            "SELECT media_id, vector FROM embeddings WHERE model = :model"
            " AND (:ids IS NULL OR media_id IN (SELECT value FROM json_each(:ids)))"
            " ORDER BY media_id",
            {
                "model": model,
                "ids": None if media_ids is None else json.dumps([int(one) for one in media_ids]),
            },
        ).fetchall()
        ids = np.array([row[0] for row in rows], dtype=np.int64)
        if not rows:
            return ids, np.zeros((0, 0), dtype=np.float32)
        flat = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.float16)
        vectors = flat.reshape(len(rows), -1).astype(np.float32)
        return ids, vectors

    def stored_vectors(self) -> tuple[StoredVectors, ...]:
        """How many vectors there are of which models, and what they take."""
        return read_stored_vectors(self._db.conn)

    def decided_with_vector(self, model: str) -> tuple[int, ...]:
        """Ids of the pictures that the user decided on and that have a vector of `model`."""
        return read_decided_with_vector(self._db.conn, model)

    def decisions(self) -> list[tuple[int, str, bool]]:
        """What the user decided: a picture's id, a category's, and whether it belongs there."""
        rows = self._db.conn.execute(
            "SELECT media_id, category_id, score >= 0.5 FROM category_assignments"
            " WHERE source = 'user' ORDER BY media_id, category_id"
        )
        return [(row[0], row[1], bool(row[2])) for row in rows]

    def decided_pictures(
        self, model: str
    ) -> tuple[NDArray[np.int64], NDArray[np.float32], dict[int, dict[str, bool]]]:
        """Pictures that the user decided on, whose vectors of `model` are known.

        Ids (n,), vectors (n, dimension), and by id what was decided for which category.
        """
        decided: dict[int, dict[str, bool]] = {}
        for media_id, category_id, is_in in self.decisions():
            decided.setdefault(media_id, {})[category_id] = is_in
        ids, vectors = self.embeddings(model, list(decided))
        return ids, vectors, decided

    def tagged_pictures(
        self, model: str, limit: int
    ) -> tuple[NDArray[np.float32], list[tuple[str, ...]]]:
        """Vectors of the newest pictures that have hashtags, (n, dimension), and these."""
        rows = self._db.conn.execute(
            "SELECT media.id FROM media JOIN embeddings ON media_id = media.id AND model = ?"
            " WHERE post_id IN (SELECT post_id FROM post_hashtags)"
            " ORDER BY media.taken_at DESC LIMIT ?",
            [model, limit],
        )
        ids, vectors = self.embeddings(model, [row[0] for row in rows])
        hashtags = self.hashtags_of([int(media_id) for media_id in ids])
        return vectors, [hashtags.get(int(media_id), ()) for media_id in ids]

    def vector_numbers(self, model: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Ids (n,) and numbers (n,) of all vectors of `model`, by ascending number.

        A picture has another number when its vector is another.
        """
        return read_vector_numbers(self._db.conn, model)

    def vectors_between(self, model: str, first: int, last: int) -> VectorBlock:
        """The vectors of `model` with numbers from `first` to `last`."""
        return read_vectors(self._db.conn, model, first, last)

    def filing(self, media_ids: NDArray[np.int64], category_ids: Sequence[str]) -> Filing:
        """What the model files pictures under; the columns are the `category_ids`."""
        return read_filing(self._db.conn, media_ids, category_ids)

    def hashtags_of(self, media_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The hashtags of the captions over these pictures, and those accepted for them.

        A picture without any is left out.
        """
        rows = self._db.conn.execute(
            "SELECT id, GROUP_CONCAT(name, ' ') FROM ("
            "SELECT media.id, name FROM json_each(:ids) AS chosen"
            " JOIN media ON media.id = chosen.value"
            " JOIN post_hashtags USING (post_id) JOIN hashtags ON hashtags.id = hashtag_id"
            " UNION SELECT media_id, name FROM json_each(:ids) AS chosen"
            " JOIN hashtag_decisions ON media_id = chosen.value AND is_wanted"
            " JOIN hashtags ON hashtags.id = hashtag_id) GROUP BY id",
            {"ids": json.dumps([int(media_id) for media_id in media_ids])},
        )
        return {row[0]: tuple(row[1].split()) for row in rows}

    def own_hashtags(self) -> tuple[HashtagUse, ...]:
        """The user's hashtags with the number of posts that carry them, most used first.

        A picture for which one was accepted counts as a post.
        """
        return read_own_hashtags(self._db.conn)

    def uses_of(self, hashtags: Iterable[str]) -> dict[str, int]:
        """In how many posts the user has these hashtags, by key; those never seen are left out.

        A picture for which one was accepted counts as a post.
        """
        return read_uses_of(self._db.conn, hashtags)

    def folded_hashtags(self) -> tuple[FoldedHashtag, ...]:
        """The user's hashtags by what is one by the rules and by the user, most used first."""
        return read_folded_hashtags(self._db.conn)

    def hashtags_without_fold(self) -> tuple[str, ...]:
        """Keys of hashtags of which it is not known yet what they have in common with others."""
        rows = self._db.conn.execute("SELECT key FROM hashtags WHERE rule_fold IS NULL")
        return tuple(row[0] for row in rows)

    def kept_apart(self) -> frozenset[tuple[str, str]]:
        """Pairs of keys of hashtags that the user says are not one, each pair in order."""
        rows = self._db.conn.execute("SELECT first, second FROM kept_apart")
        return frozenset((row[0], row[1]) for row in rows)

    def rejected_hashtags(self, media_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The hashtags that the user does not want for pictures, by id."""
        rows = self._db.conn.execute(
            "SELECT media_id, GROUP_CONCAT(name, ' ') FROM hashtag_decisions"
            " JOIN hashtags ON hashtags.id = hashtag_id WHERE NOT is_wanted"
            " AND media_id IN (SELECT value FROM json_each(:ids)) GROUP BY media_id",
            {"ids": json.dumps([int(media_id) for media_id in media_ids])},
        )
        return {row[0]: tuple(row[1].split()) for row in rows}

    def hashtag_weights(self) -> dict[str, float]:
        """How much rejected hashtags still count, by key: from 1 down to 0, the more often."""
        return read_rejection_weights(self._db.conn)

    def undescribed(self, limit: int | None = None) -> list[int]:
        """Ids of the pictures that are known and wait to be described, newest first."""
        return read_undescribed(self._db.conn, limit)

    def descriptions_of(self, media_ids: Sequence[int]) -> dict[int, str]:
        """What was written of these pictures, by id; those without a description are left out."""
        return read_descriptions(self._db.conn, media_ids)

    def described(self) -> int:
        """How many pictures are described."""
        return count_descriptions(self._db.conn)

    def categories(self) -> tuple[Category, ...]:
        """All categories in the order in which they are shown, `others` last."""
        return read_categories(self._db.conn)

    def albums(self) -> tuple[Album, ...]:
        """All albums in the user's order, with the number of their pictures."""
        return read_albums(self._db.conn, "1", {})

    def album_members(self, album_id: int) -> tuple[int, ...]:
        """The ids of the pictures in an album, in the order in which they were added."""
        return read_album_members(self._db.conn, album_id)

    def comparable_pictures(self) -> ComparablePictures:
        """What of all pictures that were looked at tells whether two are the same."""
        return read_comparable_pictures(self._db.conn)

    def files_of_copies(
        self, media_ids: Sequence[int] | None = None
    ) -> dict[int, list[PictureFile]]:
        """The files that there are of pictures, by id; None for all that lie in several places."""
        return read_files(self._db.conn, media_ids)

    def perceptual_hashes(self, method: str) -> dict[str, bytes]:
        """What `method` made of pictures so far, by their content hash."""
        return read_hashes(self._db.conn, method)

    def distinct_sets(self) -> tuple[frozenset[int], ...]:
        """Sets of ids of pictures of which the user says that no two are duplicates."""
        return read_distinct_sets(self._db.conn)

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
        """The files that could not be read, in the order they were met."""
        rows = self._db.conn.execute(
            "SELECT file, code, detail, path FROM ("
            "SELECT 0 AS rank, place_id AS id, file, code, detail, path FROM place_problems"
            " JOIN places ON places.id = place_id"
            " UNION ALL SELECT 1, problems.id, file, code, detail, path FROM problems"
            " JOIN archives ON archives.id = archive_id) ORDER BY rank, id, file"
        )
        return tuple(Problem(row[0], row[1], row[2], Path(row[3])) for row in rows)

    def setting(self, key: str, default: object = None) -> object:
        """The value kept under `key`, or `default`."""
        row = self._db.conn.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
        return default if row is None else json.loads(row[0])


_COUNTED = (MediaState.READY, MediaState.WAITING, MediaState.FAILED, MediaState.MISSING)
