"""`sample`: writes an export that is true to form."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.maker import SampleSummary, make_sample
from organizer.archive.sample.wording import WORDINGS
from organizer.archive.sample.zipping import MOST_PARTS, folder_beside, zip_sample

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `sample`."""
    parser = commands.add_parser("sample", help="write a sample Instagram export")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--posts", type=_count, default=200, metavar="N", help="default: 200")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="default: 1")
    parser.add_argument("--tiny", action="store_true", help="pictures of a few pixels, quickly")
    layouts = [layout.value for layout in SampleLayout]
    parser.add_argument(
        "--layout",
        choices=layouts,
        default=SampleLayout.ACTIVITY_MEDIA.value,
        metavar="NAME",
        help=f"{', '.join(layouts)}; default: {SampleLayout.ACTIVITY_MEDIA}",
    )
    parser.add_argument(
        "--language", choices=list(WORDINGS), default="en", help="of labels and dates; default: en"
    )
    parser.add_argument(
        "--zip", type=_parts, metavar="PARTS", help="write so many zips instead of a folder"
    )
    parser.set_defaults(run=_run)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1 post")
    return number


def _parts(text: str) -> int:
    number = int(text)
    if not 1 <= number <= MOST_PARTS:
        raise argparse.ArgumentTypeError(f"1 to {MOST_PARTS} parts")
    return number


def _run(options: argparse.Namespace) -> int:
    if options.zip is None:
        print(f"{options.folder}: {_described(_make(options, options.folder))}")
        return 0
    with folder_beside(options.folder) as folder:
        summary = _make(options, folder)
        zips = zip_sample(folder, options.folder, options.zip)
    print(f"{options.folder}: {_described(summary)}, zips: {len(zips)}")
    return 0


def _make(options: argparse.Namespace, folder: Path) -> SampleSummary:
    return make_sample(
        folder,
        options.posts,
        options.seed,
        options.tiny,
        layout=SampleLayout(options.layout),
        language=options.language,
    )


def _described(summary: SampleSummary) -> str:
    return (
        f"{summary.posts} posts, {summary.stories} stories,"
        f" {summary.pictures} pictures, {summary.videos} videos"
    )
