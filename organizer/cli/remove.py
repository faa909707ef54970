"""`remove`: takes archives out of a library; the archives themselves are not touched."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.cli.options import add_json, add_library, library_place
from organizer.cli.output import print_json, progress_bar
from organizer.indexing.indexer import Indexer
from organizer.indexing.removing import RemovalReport
from organizer.library.errors import UnknownArchive
from organizer.library.reader import LibraryReader
from organizer.library.records import Place
from organizer.library.removing import RemovalPreview

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `remove`."""
    parser = commands.add_parser(
        "remove",
        help="take archives out of the library; their files are not touched",
        description="Takes archives that were added out of the library. Their files are not"
        " touched; what you decided of their pictures is kept, and comes back with them.",
    )
    parser.add_argument(
        "archives", nargs="+", type=Path, metavar="ARCHIVE", help="a folder or zip that was added"
    )
    parser.add_argument("--yes", action="store_true", help="remove without asking")
    add_library(parser)
    add_json(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    place = library_place(options)
    with LibraryReader(place) as reader:
        paths = list(dict.fromkeys(_found(reader.places(), path) for path in options.archives))
        preview = reader.removing.preview(paths)
    if not options.yes and not _is_agreed(paths, preview):
        return 0
    with progress_bar() as show, Indexer(place, on_progress=show) as indexer:
        indexer.remover.begin(paths)
        report = indexer.remover.finish()
    _print(paths, preview, report, options.json)
    return 0


def _found(places: tuple[Place, ...], path: Path) -> Path:
    """The place that is meant by `path`, which may be gone. Raises UnknownArchive."""
    path = path.expanduser()
    known = [place.path for place in places]
    for meant in (path.resolve(), path.absolute()):
        if meant in known:
            return meant
    raise UnknownArchive(str(path), ", ".join(map(str, known)) or "none")


def _is_agreed(paths: list[Path], preview: RemovalPreview) -> bool:
    """Whether the user agrees, knowing what will happen."""
    names = ", ".join(map(str, paths))
    print(f"{names}: {preview.going} pictures leave the library. No file is touched.")
    if preview.staying:
        print(f"{preview.staying} more stay, because another archive has them, too.")
    if preview.unfound:
        print(f"{preview.unfound} more are named by another archive: they stay, without a file.")
    if preview.decided:
        print(
            f"What you decided of {preview.decided} that leave is kept, and comes back when you"
            " add the same archive again."
        )
    try:
        answer = input("Remove? [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes")


def _print(
    paths: list[Path], preview: RemovalPreview, report: RemovalReport, is_json: bool
) -> None:
    if is_json:
        print_json(
            {
                "archives": [str(path) for path in paths],
                "removed": report.removed,
                "kept": report.kept,
                "decided": preview.decided,
            }
        )
    else:
        print(f"{report.removed} pictures removed; {report.kept} stay in other archives.")
