"""`index`: brings archives into a library and looks at their pictures."""

import argparse
import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.archive.records import MediaType, PostKind
from organizer.cli.options import (
    add_hardware,
    add_json,
    add_library,
    add_model,
    hardware,
    library_place,
)
from organizer.cli.output import print_json, progress_bar
from organizer.indexing.importing import ImportReport
from organizer.indexing.indexer import Indexer
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import LibraryCounts, Problem
from organizer.problem_text import describe
from organizer.vision.hardware import ANY_HARDWARE, Hardware

if TYPE_CHECKING:
    from organizer.cli.options import Commands


_PART_MISSING = (
    "Some pictures are named and not there: a part of the archive may be missing. Add the other"
    " zips that Instagram gave you."
)


def add_commands(commands: "Commands") -> None:
    """Adds `index`."""
    parser = commands.add_parser("index", help="import archives and tag their pictures")
    parser.add_argument("archives", nargs="+", type=Path, metavar="ARCHIVE", help="a folder or zip")
    add_library(parser)
    add_model(parser)
    add_hardware(parser)
    add_json(parser)
    parser.set_defaults(run=_run)


def index_archives(
    place: LibraryPlace, archives: list[Path], model: str, wanted: Hardware = ANY_HARDWARE
) -> list[ImportReport]:
    """Imports `archives` into the library at `place` and looks at all pictures that wait."""
    with (
        progress_bar() as show,
        Indexer(
            place,
            model,
            on_progress=show,
            hardware=wanted,
            on_problem=lambda problem: print(problem, file=sys.stderr),
        ) as indexer,
    ):
        reports = [indexer.add(archive) for archive in archives]
        indexer.understand()
    return reports


def _run(options: argparse.Namespace) -> int:
    place = library_place(options)
    reports = index_archives(place, options.archives, options.model, hardware(options))
    with LibraryReader(place) as reader:
        counts, problems = reader.counts(), reader.problems()
        contents = _contents(reader)
    if options.json:
        print_json(_summary(place, reports, counts, problems) | contents)
        return 0
    for report in reports:
        for archive in report.archives:
            print(f"{archive.path}: {report.posts} new posts, {report.media} new pictures")
    print(
        f"{counts.found} pictures and videos: {counts.ready} ready, {counts.failed} unreadable,"
        f" {counts.missing} missing, {counts.waiting} waiting"
    )
    if reports[-1].missing:
        print(_PART_MISSING, file=sys.stderr)
    for line in problem_lines(problems):
        print(line, file=sys.stderr)
    return 0


def problem_lines(problems: tuple[Problem, ...]) -> list[str]:
    """A line for each file that could not be read: what happened and what to do."""
    return [describe(problem.code, problem.file, problem.detail) for problem in problems]


def _contents(reader: LibraryReader) -> dict[str, object]:
    """What is in the library by kind of post and of media."""
    kinds, types = reader.kind_counts(), reader.media_type_counts()
    return {
        **{name: kinds.get(kind.value, 0) for kind, name in _KIND_NAMES.items()},
        "images": types.get(MediaType.IMAGE.value, 0),
        "videos": types.get(MediaType.VIDEO.value, 0),
    }


_KIND_NAMES = {
    PostKind.POST: "posts",
    PostKind.REEL: "reels",
    PostKind.IGTV: "igtv_videos",
    PostKind.STORY: "stories",
    PostKind.ARCHIVED: "archived_posts",
    PostKind.PROFILE: "profile_photos",
    PostKind.OTHER: "other_content",
}


def _summary(
    place: LibraryPlace,
    reports: list[ImportReport],
    counts: LibraryCounts,
    problems: tuple[Problem, ...],
) -> dict[str, object]:
    return {
        "library": str(place.database),
        "archives": [
            {"path": str(archive.path), "account": archive.account}
            for report in reports
            for archive in report.archives
        ],
        "new_posts": sum(report.posts for report in reports),
        "changed_posts": sum(report.changed for report in reports),
        "new_media": sum(report.media for report in reports),
        "found": counts.found,
        **dataclasses.asdict(counts),
        "problems": [
            {"file": problem.file, "message": line}
            for problem, line in zip(problems, problem_lines(problems), strict=True)
        ],
    }
