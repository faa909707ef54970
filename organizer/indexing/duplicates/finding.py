"""Finds pictures that are there more than once: copies, the same picture, and nearly the same.

Copies are files of one content. The same picture has a perceptual hash that differs in at most 6 of
64 bits, and the same shape. Nearly the same is what the model takes for much alike and whose hashes
differ in at most 18 bits: cut or turned a little, or taken a moment later.

Measured on 128 photographs of COCO with the built-in model: a picture saved anew at quality 40 and
half the size differs in at most 4 bits; of 8,128 pairs of different ones none differs in less than
16. Cut by 3 % on each side, 95 of 100 are found to be nearly the same, turned by 2°, 88, and no
pair of different ones. The model alone would not do: its two zebras are more alike than a picture
and the same cut.
"""

from collections.abc import Callable

import numpy as np

from organizer.indexing.duplicates.distinct import Distinct
from organizer.indexing.duplicates.grouping import Rows, groups_around
from organizer.indexing.duplicates.hashing import Keep, known_hashes
from organizer.indexing.duplicates.listing import groups_of
from organizer.indexing.duplicates.perceptual_hash import FLAT, as_numbers, as_points
from organizer.indexing.duplicates.records import DuplicateGroup, SearchProgress
from organizer.indexing.progress import Control
from organizer.library.queries.duplicates import ComparablePictures
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.vectors import FloatArray

_SAME_BITS = 6
_NEAR_BITS = 18
_SHAPE_TOLERANCE = 0.03
# On the way from the middling pair of pictures to the very same one, whatever the model.
_LIKENESS = 0.9
_MOST_MEASURED = 500

Tell = Callable[[SearchProgress], None]


def find_duplicates(
    reader: LibraryReader,
    store: ThumbnailStore,
    keep: Keep,
    control: Control,
    on_progress: Tell = lambda _: None,
) -> tuple[DuplicateGroup, ...]:
    """Groups of duplicates, copies first, each kind newest first.

    `keep` is given what was found of how pictures look, to be kept in the library. What the user
    says are no duplicates is left out. Raises Cancelled.
    """
    pictures = reader.duplicates.comparable_pictures()
    hashes = known_hashes(pictures, reader, store, keep, control, on_progress)
    distinct = Distinct(reader.duplicates.distinct_sets())
    search = Comparison(pictures, hashes, distinct, control, on_progress)
    same = search.same()
    near = search.near(same, *_vectors(reader))
    return groups_of(reader, same, near, distinct)


def _vectors(reader: LibraryReader) -> tuple[Rows, FloatArray]:
    """Ids and unit vectors of the model that has seen the most pictures."""
    stored = max(reader.vectors.stored(), key=lambda one: one.pictures, default=None)
    return reader.vectors.of("" if stored is None else stored.encoder)


class Comparison:
    """Compares `pictures` by `hashes`, 8 bytes by content hash, and by vectors."""

    def __init__(
        self,
        pictures: ComparablePictures,
        hashes: dict[str, bytes],
        distinct: Distinct,
        control: Control,
        on_progress: Tell,
    ) -> None:
        known = [hashes.get(content, FLAT) for content in pictures.content_hashes]
        # What shows nothing looks like anything that shows nothing.
        rows = np.array([row for row, one in enumerate(known) if one != FLAT], np.int64)
        self._ids = pictures.ids[rows]
        self._hashes = [known[row] for row in rows]
        self._numbers = as_numbers(self._hashes)
        self._shapes = pictures.shapes[rows]
        self._seconds = pictures.seconds[rows]
        self._distinct = distinct
        self._control = control
        self._total = len(pictures)
        self._on_progress = on_progress

    def same(self) -> list[list[int]]:
        """Groups of ids of pictures that are the same."""

        def may_join(row: int, rows: Rows) -> Rows:
            rows = self._of_one_kind(row, rows)
            ways = np.abs(self._shapes[rows] - self._shapes[row])
            alike: Rows = rows[ways <= _SHAPE_TOLERANCE]
            return alike

        def choose(row: int, rows: Rows) -> Rows:
            others = [[int(self._ids[one])] for one in rows]
            return rows[self._distinct.fitting([int(self._ids[row])], others)]

        points, radius = as_points(self._hashes), 2 * _SAME_BITS**0.5
        groups = groups_around(points, radius, may_join, choose, self._tell(0.0))
        return [self._ids[group].tolist() for group in groups]

    def near(self, same: list[list[int]], vector_ids: Rows, vectors: FloatArray) -> list[list[int]]:
        """Groups of ids of pictures that are nearly the same; what is the same is in one of them.

        `same` are groups of ids, `vectors`, shape (n, dimension), those of `vector_ids`, ascending.
        """
        members = {group[0]: group for group in same}
        others = [media_id for group in same for media_id in group[1:]]
        # One picture stands for all that are the same.
        rows = np.flatnonzero(np.isin(self._ids, vector_ids) & ~np.isin(self._ids, others))
        if len(rows) < 2:
            return []
        ids = self._ids[rows]
        points = vectors[np.searchsorted(vector_ids, ids)]

        def may_join(one: int, some: Rows) -> Rows:
            differing = np.bitwise_count(self._numbers[rows[some]] ^ self._numbers[rows[one]])
            some = some[differing <= _NEAR_BITS]
            is_of_kind = np.isin(rows[some], self._of_one_kind(int(rows[one]), rows[some]))
            return some[is_of_kind]

        def all_of(one: int) -> list[int]:
            media_id = int(ids[one])
            return members.get(media_id, [media_id])

        def choose(one: int, some: Rows) -> Rows:
            return some[self._distinct.fitting(all_of(one), [all_of(int(two)) for two in some])]

        groups = groups_around(points, _radius(points), may_join, choose, self._tell(0.5))
        return [[media_id for one in group for media_id in all_of(one)] for group in groups]

    def _of_one_kind(self, row: int, rows: Rows) -> Rows:
        """Pictures beside a picture, videos of one length beside a video."""
        seconds, others = int(self._seconds[row]), self._seconds[rows]
        is_alike = np.abs(others - seconds) <= 1 if seconds >= 0 else others < 0
        found: Rows = rows[is_alike & ((others < 0) == (seconds < 0))]
        return found

    def _tell(self, begin: float) -> Callable[[float], None]:
        """Tells of one of the two comparisons, of which the first begins at 0."""

        def tell(share: float) -> None:
            self._control.check()
            self._on_progress(SearchProgress(self._total, self._total, begin + share / 2))

        return tell


def _radius(vectors: FloatArray) -> float:
    """How far apart unit vectors of pictures that are much alike can be, among `vectors`."""
    sample = vectors[:: max(len(vectors) // _MOST_MEASURED, 1)]
    cosines = (sample @ sample.T)[np.triu_indices(len(sample), 1)]
    # Not the average: in a small library that would be what its duplicates make it.
    usual = float(np.median(cosines))
    return float(max(2 * (1 - _LIKENESS) * (1 - usual), 0) ** 0.5)
