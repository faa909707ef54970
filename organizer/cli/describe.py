"""`describe`: a captioning model writes a line about each picture of a library."""

import argparse
import sys
from typing import TYPE_CHECKING

from organizer.cli.options import add_hardware, add_json, add_library, hardware, library_place
from organizer.cli.output import print_json, progress_bar
from organizer.indexing.describing import read_described
from organizer.indexing.indexer import Indexer
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.vision.model_settings import chosen_model

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `describe`."""
    parser = commands.add_parser(
        "describe", help="write a line about each picture, which search finds"
    )
    parser.add_argument(
        "--limit", type=_count, metavar="N", help="describe at most N pictures, the newest first"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--on", action="store_true", help="describe new pictures, too, whenever they are indexed"
    )
    what.add_argument("--off", action="store_true", help="describe no more; what is written stays")
    what.add_argument("--remove", action="store_true", help="delete all descriptions, and no more")
    add_library(parser)
    add_hardware(parser)
    add_json(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    place = library_place(options)
    # Nothing is made where there is no library.
    LibraryReader(place).close()
    with (
        progress_bar() as show,
        Indexer(
            place,
            chosen_model(),
            on_progress=show,
            hardware=hardware(options),
            on_problem=lambda problem: print(problem, file=sys.stderr),
        ) as indexer,
    ):
        if options.on or options.off or options.remove:
            indexer.set_describing(options.on)
        removed = indexer.remove_descriptions() if options.remove else 0
        made = 0 if options.off or options.remove else indexer.describe(limit=options.limit)
    _tell(options, place, made, removed)
    return 0


def _tell(options: argparse.Namespace, place: LibraryPlace, made: int, removed: int) -> None:
    with LibraryReader(place) as reader:
        stands, waiting = read_described(reader), len(reader.descriptions.waiting())
    if options.json:
        print_json(
            {
                "library": str(place.database),
                "new": made,
                "removed": removed,
                "described": stands.pictures,
                "waiting": waiting,
                "is_on": stands.is_on,
            }
        )
        return
    if removed:
        print(f"{removed} descriptions were deleted.")
    print(f"{stands.pictures} pictures are described, {made} of them now; {waiting} are not.")


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count
