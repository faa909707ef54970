"""What counting needs to know of all pictures, read once for each version of the library.

Everything stands at the id of its picture: which of 100,000 pass is a matter of array look-ups.
"""

import sqlite3
from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from organizer.archive.records import PostKind
from organizer.library.columns import read_columns
from organizer.library.filed import read_filed
from organizer.library.filter_conditions import Dimension, Values
from organizer.library.filters import Filter
from organizer.library.records import UNDATED

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

KINDS = tuple(PostKind)
# A filter has a handful of conditions; who tries many must not fill the memory.
_MOST_MASKS = 64


class PictureColumns:
    """All pictures of the library as of one `version`; its columns are read when first needed.

    Attributes:
        ids: int64 of shape (n,), the pictures there are.
        posts: By the id of a picture, that of its post.
        archives: By the id of a picture, that of the archive in which it is read.
    """

    def __init__(self, connection: sqlite3.Connection, version: int) -> None:
        self.version = version
        self._connection = connection
        self._masks: dict[tuple[str, tuple[tuple[str, object], ...]], Mask] = {}
        self.ids, posts, self._times, archives = read_columns(
            connection,
            ("id", "post", "time", "archive"),
            f"SELECT id, post_id, COALESCE(taken_at, {UNDATED}), archive_id FROM media",
            {},
        )
        self._size = int(self.ids.max(initial=0)) + 1
        self._there = self._mask_of(self.ids)
        self.posts = self._column(posts)
        self.archives = self._column(archives)

    @cached_property
    def kinds(self) -> Numbers:
        """By the id of a picture, the number of its post's kind among KINDS."""
        numbers = " ".join(f"WHEN '{kind}' THEN {at}" for at, kind in enumerate(KINDS))
        posts, kinds = read_columns(
            self._connection,
            ("id", "kind"),
            f"SELECT id, CASE kind {numbers} ELSE {KINDS.index(PostKind.OTHER)} END FROM posts",
            {},
        )
        of_post = np.zeros(int(max(self.posts.max(initial=0), posts.max(initial=0))) + 1, np.int64)
        of_post[posts] = kinds
        return of_post[self.posts]

    @cached_property
    def by_time(self) -> tuple[Numbers, Numbers]:
        """Ids of the dated pictures, oldest first, and their times in Unix seconds."""
        dated = self._times != UNDATED
        ids, times = self.ids[dated], self._times[dated]
        order = np.argsort(times, kind="stable")
        return ids[order], times[order]

    @cached_property
    def categories(self) -> tuple[tuple[str, ...], Numbers, Numbers]:
        """Ids of categories; and of all that is in one, pictures and the category's number."""
        filed = read_filed(self._connection)
        media = np.concatenate([np.zeros(0, np.int64), *filed.values()])
        counts = np.array([len(ids) for ids in filed.values()], np.int64)
        numbers = np.repeat(np.arange(len(filed)), counts)
        is_known = media < self._size
        return tuple(filed), media[is_known], numbers.astype(np.int64)[is_known]

    def passing(self, chosen: Filter, open_dimension: Dimension | None = None) -> Mask:
        """By the id of a picture, whether it passes; `open_dimension` keeps nothing back."""
        conditions, values = chosen.conditions()
        found = self._there
        for dimension, condition in conditions.items():
            if dimension != open_dimension:
                found = found & self.mask(condition, values)
        return found

    def mask(self, condition: str, values: Values) -> Mask:
        """By the id of a picture, whether the SQL `condition` on `media` holds."""
        used = {name: value for name, value in values.items() if f":{name}" in condition}
        key = (condition, tuple(used.items()))
        if key not in self._masks:
            (ids,) = read_columns(
                self._connection, ("id",), f"SELECT media.id FROM media WHERE {condition}", used
            )
            if len(self._masks) >= _MOST_MASKS:
                self._masks.clear()
            self._masks[key] = self._mask_of(ids)
        return self._masks[key]

    def known(self, media_ids: Iterable[int] | Numbers) -> Mask:
        """Whether each of `media_ids` was there when this was read."""
        return np.asarray(media_ids) < self._size

    def _mask_of(self, ids: Numbers) -> Mask:
        mask = np.zeros(self._size, bool)
        # Something may have been added since the ids were read.
        mask[ids[ids < self._size]] = True
        return mask

    def _column(self, values: Numbers) -> Numbers:
        column = np.zeros(self._size, np.int64)
        column[self.ids] = values
        return column
