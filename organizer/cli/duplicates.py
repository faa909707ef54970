"""`duplicates`: lists pictures that are there more than once; nothing is ever deleted."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.cli.options import add_json, add_library, library_place
from organizer.cli.output import print_json, print_table
from organizer.indexing.duplicates.finding import find_duplicates
from organizer.indexing.duplicates.lists import group_objects, write_csv
from organizer.indexing.duplicates.records import Copy, Reason
from organizer.indexing.progress import Control
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter

if TYPE_CHECKING:
    from organizer.cli.options import Commands

_TITLES = {
    Reason.EXACT: "exact copies",
    Reason.SAME: "same picture",
    Reason.NEAR: "nearly the same",
}


def add_commands(commands: "Commands") -> None:
    """Adds `duplicates`."""
    parser = commands.add_parser(
        "duplicates", help="list pictures that are there more than once; nothing is deleted"
    )
    parser.add_argument(
        "--reason",
        choices=[reason.value for reason in Reason],
        help="exact: the same file; same: compressed or resized otherwise; near: cut, edited, or"
        " taken a moment later (default: all)",
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the list as a table")
    add_library(parser)
    add_json(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    place = library_place(options)
    with LibraryReader(place) as reader, LibraryWriter(place) as writer:
        store = ThumbnailStore(place.thumbnails)
        groups = find_duplicates(reader, store, writer.store_hashes, Control())
    if options.reason:
        groups = tuple(one for one in groups if one.reason.value == options.reason)
    if options.csv is not None:
        write_csv(options.csv, groups)
    if options.json:
        print_json(group_objects(groups))
        return 0
    rows = [
        (str(number), _TITLES[group.reason], *_cells(copy))
        for number, group in enumerate(groups, start=1)
        for copy in group.copies
    ]
    columns = ("group", "reason", "size", "bytes", "file")
    print_table(f"{len(groups)} groups of duplicates", columns, rows)
    return 0


def _cells(copy: Copy) -> tuple[str, str, str]:
    detail = copy.detail
    size = f"{detail.width} × {detail.height}" if detail.width else ""
    return size, str(copy.file.size or ""), str(copy.file.path)
