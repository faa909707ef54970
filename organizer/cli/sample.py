"""`sample`: writes an export that is true to form."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.archive.sample.maker import make_sample

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `sample`."""
    parser = commands.add_parser("sample", help="write a sample Instagram export")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--posts", type=_count, default=200, metavar="N", help="default: 200")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="default: 1")
    parser.add_argument("--tiny", action="store_true", help="pictures of a few pixels, quickly")
    parser.set_defaults(run=_run)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1 post")
    return number


def _run(options: argparse.Namespace) -> int:
    summary = make_sample(options.folder, options.posts, options.seed, options.tiny)
    print(
        f"{summary.folder}: {summary.posts} posts, {summary.stories} stories,"
        f" {summary.pictures} pictures, {summary.videos} videos"
    )
    return 0
