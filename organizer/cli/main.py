"""Reads the command line and runs the command that it names."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from organizer import __version__
from organizer.cli import (
    albums,
    categories,
    describe,
    duplicates,
    hashtags,
    index,
    models,
    overview,
    picture,
    query,
    remove,
    sample,
    service,
    window,
)
from organizer.cli.exit_codes import EXIT_INTERRUPTED, EXIT_WRONG_INPUT
from organizer.errors import OrganizerError
from organizer.indexing.progress import Cancelled


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code: 0, 2 for wrong input, 130 when interrupted."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.DEBUG if options.verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
    )
    for stream in (sys.stdout, sys.stderr):
        # Windows writes to a pipe in the local code page, which has no Korean or no emoji.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except OrganizerError as error:
        print(f"photo-organizer: {error}", file=sys.stderr)
        return EXIT_WRONG_INPUT
    except (KeyboardInterrupt, Cancelled):
        print("photo-organizer: stopped; what was finished is kept.", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader, `head` say, has what it wanted; without this Python complains at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="photo-organizer",
        description="Files the pictures of your Instagram archive by date, category and hashtag.",
    )
    parser.add_argument("--version", action="version", version=f"Photo Organizer {__version__}")
    parser.add_argument("--verbose", action="store_true", help="tell what goes on")
    commands = parser.add_subparsers(metavar="COMMAND")
    window.add_commands(commands)
    sample.add_commands(commands)
    index.add_commands(commands)
    remove.add_commands(commands)
    query.add_commands(commands)
    overview.add_commands(commands)
    picture.add_commands(commands)
    models.add_commands(commands)
    describe.add_commands(commands)
    categories.add_commands(commands)
    hashtags.add_commands(commands)
    albums.add_commands(commands)
    duplicates.add_commands(commands)
    service.add_commands(commands)
    parser.set_defaults(run=window.run_window, library=None, model=None, archives=[], language=None)
    return parser
