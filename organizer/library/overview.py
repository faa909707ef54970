"""What an archive looks like as a whole: when, what and how often, as counts for charts."""

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from organizer.archive.records import TimePrecision
from organizer.library.columns import read_columns
from organizer.library.facets import count_by_month
from organizer.library.filed import read_filed
from organizer.library.filters import Filter
from organizer.library.local_time import hours_of, local_seconds, weekdays_of, years_of
from organizer.library.records import UNDATED, HashtagFacet

MOST_HASHTAGS = 30

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of the pictures and videos that pass a filter, in the computer's time zone.

    `images` and `videos` are all of them, in so many `posts`; `undated` of them are in no count by
    time. `months` maps (year, month) to a count, newest first, `categories` an id to a year to a
    count, `hashtags` are the most used. `hours` counts by weekday, Monday first, and hour of day
    what has a time of day; `first` and `last` are Unix seconds, None where nothing is dated.
    """

    images: int = 0
    videos: int = 0
    posts: int = 0
    undated: int = 0
    first: int | None = None
    last: int | None = None
    months: tuple[tuple[tuple[int, int], int], ...] = ()
    categories: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = ()
    hashtags: tuple[HashtagFacet, ...] = ()
    hours: tuple[tuple[int, ...], ...] = ((0,) * 24,) * 7

    @property
    def total(self) -> int:
        """Pictures and videos together."""
        return self.images + self.videos

    @property
    def by_hour(self) -> tuple[int, ...]:
        """Counts of the 24 hours of all days."""
        return tuple(sum(counts) for counts in zip(*self.hours, strict=True))


@dataclass(frozen=True, slots=True)
class _Media:
    """What passes: columns of equal lengths, `times` with UNDATED."""

    ids: Numbers
    posts: Numbers
    times: Numbers
    is_video: Numbers


def read_overview(
    connection: sqlite3.Connection, chosen: Filter, hashtags: tuple[HashtagFacet, ...]
) -> Overview:
    """Counts what passes `chosen`, on which the `hashtags` are the most used."""
    where, values = chosen.where()
    media = _Media(
        *read_columns(
            connection,
            ("id", "post", "time", "is_video"),
            f"SELECT id, post_id, COALESCE(taken_at, {UNDATED}), media_type = 'video'"
            f" FROM media WHERE {where}",
            values,
        )
    )
    is_dated = media.times != UNDATED
    times = np.sort(media.times[is_dated])
    months = count_by_month(times)
    videos = int(media.is_video.sum())
    return Overview(
        images=len(media.ids) - videos,
        videos=videos,
        posts=int(np.count_nonzero(np.bincount(media.posts))),
        undated=int(np.count_nonzero(~is_dated)),
        first=int(times[0]) if len(times) else None,
        last=int(times[-1]) if len(times) else None,
        months=tuple(months.items()),
        categories=_categories(connection, media, sorted({year for year, _ in months})),
        hashtags=hashtags,
        hours=_hours(connection, media, is_dated),
    )


def _categories(
    connection: sqlite3.Connection, media: _Media, years: list[int]
) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
    """By category and year, in the order of the categories."""
    if not years:
        return ()
    year_of = np.zeros(int(media.ids.max()) + 1, dtype=np.int64)
    is_dated = media.times != UNDATED
    year_of[media.ids[is_dated]] = years_of(local_seconds(media.times[is_dated]))
    found = []
    for category, ids in read_filed(connection).items():
        counts = np.bincount(year_of[ids[ids < len(year_of)]], minlength=years[-1] + 1)
        of_years = tuple((year, int(counts[year])) for year in years if counts[year])
        if of_years:
            found.append((category, of_years))
    return tuple(found)


def _hours(
    connection: sqlite3.Connection, media: _Media, is_dated: NDArray[np.bool_]
) -> tuple[tuple[int, ...], ...]:
    (vague,) = read_columns(
        connection,
        ("id",),
        "SELECT id FROM posts WHERE precision = :month",
        {"month": TimePrecision.MONTH.value},
    )
    is_timed = is_dated & ~np.isin(media.posts, vague)
    local = local_seconds(media.times[is_timed])
    counts = np.bincount(weekdays_of(local) * 24 + hours_of(local), minlength=7 * 24)
    return tuple(tuple(int(one) for one in day) for day in counts.reshape(7, 24))
