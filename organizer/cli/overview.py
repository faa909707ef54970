"""`overview`: a library as a whole, in counts."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from organizer.cli.options import add_json, add_library, library_place
from organizer.cli.output import print_json, print_table
from organizer.cli.query import local_time
from organizer.library.filters import Filter
from organizer.library.overview import Overview
from organizer.library.reader import LibraryReader

if TYPE_CHECKING:
    from organizer.cli.options import Commands

_MONTHS = tuple(range(1, 13))
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def add_commands(commands: "Commands") -> None:
    """Adds `overview`."""
    parser = commands.add_parser(
        "overview", help="count the pictures of a library by month, category, hashtag and hour"
    )
    add_library(parser)
    add_json(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    with LibraryReader(library_place(options)) as reader:
        overview = reader.overview(Filter())
    if options.json:
        print_json(overview_object(overview))
    else:
        _print_tables(overview)
    return 0


def overview_object(overview: Overview) -> dict[str, object]:
    """The JSON object of an overview; people script against its names."""
    totals = ("images", "videos", "posts", "undated")
    first, last = overview.first, overview.last
    return {
        **{name: value for name, value in asdict(overview).items() if name in totals},
        "first": None if first is None else local_time(first).isoformat(),
        "last": None if last is None else local_time(last).isoformat(),
        "months": {f"{year}-{month:02d}": count for (year, month), count in overview.months},
        "categories": {
            category: {str(year): count for year, count in years}
            for category, years in overview.categories
        },
        "hashtags": {facet.hashtag: facet.pictures for facet in overview.hashtags},
        "weekday_hours": dict(zip(_WEEKDAYS, map(list, overview.hours), strict=True)),
    }


def _print_tables(overview: Overview) -> None:
    counts = dict(overview.months)
    years = sorted({year for year, _ in counts}, reverse=True)
    title = (
        f"{overview.images} pictures and {overview.videos} videos in {overview.posts} posts,"
        f" {overview.undated} undated"
    )
    rows = [[str(year), *(str(counts.get((year, one), 0)) for one in _MONTHS)] for year in years]
    print_table(title, ("year", *map(str, _MONTHS)), rows)
    rows = [
        [category, *(str(dict(by_year).get(year, 0)) for year in years)]
        for category, by_year in overview.categories
    ]
    print_table("Categories by year", ("category", *map(str, years)), rows)
    tags = [(f"#{facet.hashtag}", str(facet.pictures)) for facet in overview.hashtags]
    print_table("Most used hashtags", ("hashtag", "pictures"), tags)
    hours = [
        (f"{hour:02d}:00", *(str(day[hour]) for day in overview.hours), str(total))
        for hour, total in enumerate(overview.by_hour)
    ]
    print_table("Hours of posting", ("hour", *(day[:3] for day in _WEEKDAYS), "all"), hours)
