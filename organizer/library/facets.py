"""Counts pictures by month, category and hashtag."""

import sqlite3
from dataclasses import replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from organizer.library.album_storage import read_albums
from organizer.library.columns import read_columns
from organizer.library.filters import Filter, start_of_month
from organizer.library.hashtag_facets import read_hashtag_facets
from organizer.library.records import UNDATED, Facets


def read_facets(connection: sqlite3.Connection, chosen: Filter, hashtag_limit: int) -> Facets:
    """Counts for the sidebar: each dimension under the choices made in the others."""
    months, undated = _months(connection, chosen.without("date"))
    return Facets(
        total=_count(connection, chosen),
        months=months,
        undated=undated,
        categories=_categories(connection, chosen.without("categories")),
        hashtags=read_hashtag_facets(connection, chosen.without("hashtags"), hashtag_limit),
        to_review=_count(connection, replace(chosen, is_to_review=True)),
        favourites=_count(connection, replace(chosen, is_favourite=True)),
        videos=_count(connection, replace(chosen, is_video=True)),
        misfits=_count(connection, replace(chosen, has_misfits=True)),
        albums=read_albums(connection, *chosen.without("albums").where()),
    )


def _count(connection: sqlite3.Connection, chosen: Filter) -> int:
    where, values = chosen.where()
    (count,) = connection.execute(f"SELECT COUNT(*) FROM media WHERE {where}", values).fetchone()
    return int(count)


def _months(
    connection: sqlite3.Connection, chosen: Filter
) -> tuple[dict[tuple[int, int], int], int]:
    where, values = chosen.where()
    (times,) = read_columns(
        connection,
        ("time",),
        f"SELECT COALESCE(taken_at, {UNDATED}) FROM media WHERE {where}",
        values,
    )
    dated = np.sort(times[times != UNDATED])
    return count_by_month(dated), len(times) - len(dated)


def _categories(connection: sqlite3.Connection, chosen: Filter) -> dict[str, int]:
    where, values = chosen.where()
    among = "" if where == "1" else f"WHERE media_id IN (SELECT id FROM media WHERE {where})"
    return dict(
        connection.execute(
            f"SELECT category_id, COUNT(*) FROM media_categories {among} GROUP BY category_id",
            values,
        )
    )


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
