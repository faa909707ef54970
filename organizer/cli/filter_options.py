"""Options that say which pictures are meant, as the window's filters do."""

import argparse
from datetime import date
from pathlib import Path

from organizer.archive.records import PostKind
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.tagging.errors import UnknownCategory
from organizer.tagging.hashtags import hashtag_key

_YEARS = range(1970, 3000)


def add_filter(parser: argparse.ArgumentParser) -> None:
    """Adds --category, --hashtag, --year and the others; all that is given must hold."""
    parser.add_argument(
        "--category",
        action="append",
        default=[],
        metavar="ID",
        help="`categories` lists them; may be repeated",
    )
    parser.add_argument(
        "--any-category", action="store_true", help="in any of the categories, not in all"
    )
    parser.add_argument(
        "--hashtag",
        action="append",
        default=[],
        metavar="TAG",
        help="with or without #; may be repeated",
    )
    parser.add_argument(
        "--any-hashtag", action="store_true", help="with any of the hashtags, not with all"
    )
    parser.add_argument("--year", type=int, choices=_YEARS, metavar="YEAR")
    parser.add_argument("--month", type=int, choices=range(1, 13), metavar="MONTH")
    parser.add_argument("--from", dest="from_day", type=_day, metavar="DAY", help="2023-03-01")
    parser.add_argument("--to", dest="to_day", type=_day, metavar="DAY", help="included")
    parser.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=[kind.value for kind in PostKind],
        metavar="KIND",
        help=f"{', '.join(PostKind)}; any of them, when repeated",
    )
    parser.add_argument("--place", action="store_true", help="nothing without coordinates")
    parser.add_argument(
        "--archive",
        action="append",
        default=[],
        metavar="NAME",
        help="the account, or the folder or zip as given",
    )


def check_filter(options: argparse.Namespace) -> None:
    """Ends the program when the options contradict each other."""
    if options.month and not options.year:
        options.usage_error("--month needs --year")


def filter_of(options: argparse.Namespace, reader: LibraryReader) -> Filter:
    """What the options ask for; ends the program with what is wrong with them.

    Raises UnknownCategory.
    """
    known = {one.id for one in reader.categories()}
    for category in options.category:
        if category not in known:
            raise UnknownCategory(category)
    archives = tuple(id for name in options.archive for id in _archives(options, reader, name))
    return Filter(
        year=options.year,
        month=options.month,
        from_day=options.from_day,
        to_day=options.to_day,
        categories=tuple(options.category),
        is_any_category=options.any_category,
        hashtags=tuple(hashtag_key(one.lstrip("#＃")) for one in options.hashtag),
        is_any_hashtag=options.any_hashtag,
        kinds=tuple(map(PostKind, options.kind)),
        has_place=options.place,
        archives=archives,
    )


def _archives(options: argparse.Namespace, reader: LibraryReader, name: str) -> list[int]:
    path = Path(name).expanduser().absolute()
    account = name.removeprefix("@").casefold()
    found = [
        id
        for place in reader.place_statuses()
        if place.path == path
        or place.path.name == name
        or place.account.casefold() == account != ""
        for id in place.archives
    ]
    if not found:
        options.usage_error(f"no archive is called {name}")
    return found


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise argparse.ArgumentTypeError(f"not a day: {text} (write it as 2023-03-01)")
    return day
