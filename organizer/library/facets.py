"""Counts pictures by month, category, hashtag and whatever else can be chosen."""

import sqlite3
from dataclasses import replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from organizer.library.album_storage import read_albums
from organizer.library.connection import data_version
from organizer.library.filter_conditions import start_of_month
from organizer.library.filters import Filter
from organizer.library.hashtag_facets import HashtagColumns, read_hashtag_facets
from organizer.library.picture_columns import KINDS, Mask, PictureColumns
from organizer.library.records import Facets, HashtagFacet


class FacetCounter:
    """Counts under filters; what is known of all pictures is read once per version."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._columns: PictureColumns | None = None
        self._hashtags: HashtagColumns | None = None

    def count(self, chosen: Filter) -> int:
        """How many pictures pass."""
        return _count(self._pictures(), chosen)

    def facets(self, chosen: Filter, hashtag_limit: int) -> Facets:
        """Counts for the sidebar: each dimension under the choices made in the others."""
        pictures = self._pictures()
        months, undated = _months(pictures, pictures.passing(chosen, "date"))
        return Facets(
            total=_count(pictures, chosen),
            months=months,
            undated=undated,
            categories=_categories(pictures, pictures.passing(chosen, "categories")),
            hashtags=self.hashtags(chosen.without("hashtags"), hashtag_limit),
            to_review=_count(pictures, replace(chosen, is_to_review=True)),
            favourites=_count(pictures, replace(chosen, is_favourite=True)),
            videos=_count(pictures, replace(chosen, is_video=True, is_photo=False)),
            photos=_count(pictures, replace(chosen, is_photo=True, is_video=False)),
            misfits=_count(pictures, replace(chosen, has_misfits=True)),
            with_place=_count(pictures, replace(chosen, has_place=True)),
            kinds=_kinds(pictures, pictures.passing(chosen, "kinds")),
            archives=_archives(pictures, pictures.passing(chosen, "archives")),
            albums=read_albums(self._connection, *chosen.without("albums").where()),
        )

    def hashtags(self, chosen: Filter, limit: int, text: str = "") -> tuple[HashtagFacet, ...]:
        """The hashtags on most of the pictures that pass, those with `text` in them."""
        pictures = self._pictures()
        if self._hashtags is None or self._hashtags.version != pictures.version:
            self._hashtags = HashtagColumns(self._connection, pictures.version)
        passing = pictures.passing(chosen)
        return read_hashtag_facets(self._hashtags, pictures, passing, limit, text)

    def _pictures(self) -> PictureColumns:
        version = data_version(self._connection)
        if self._columns is None or self._columns.version != version:
            self._columns = PictureColumns(self._connection, version)
        return self._columns


def _count(pictures: PictureColumns, chosen: Filter) -> int:
    return int(np.count_nonzero(pictures.passing(chosen)))


def _months(pictures: PictureColumns, passing: Mask) -> tuple[dict[tuple[int, int], int], int]:
    ids, times = pictures.by_time
    found = times[passing[ids]]
    return count_by_month(found), int(np.count_nonzero(passing)) - len(found)


def _categories(pictures: PictureColumns, passing: Mask) -> dict[str, int]:
    names, media, numbers = pictures.categories
    counts = np.bincount(numbers[passing[media]], minlength=len(names))
    return {name: int(count) for name, count in zip(names, counts, strict=True) if count}


def _kinds(pictures: PictureColumns, passing: Mask) -> dict[str, int]:
    counts = np.bincount(pictures.kinds[passing], minlength=len(KINDS))
    return {kind: int(count) for kind, count in zip(KINDS, counts, strict=True) if count}


def _archives(pictures: PictureColumns, passing: Mask) -> dict[int, int]:
    counts = np.bincount(pictures.archives[passing])
    return {archive: int(count) for archive, count in enumerate(counts) if count}


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
