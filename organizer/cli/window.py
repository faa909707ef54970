"""`window` and `try`: what opens the window, and what to show where there is no display."""

import argparse
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from organizer.archive.sample.maker import make_sample
from organizer.cli.index import index_archives
from organizer.cli.options import add_library, add_model, library_place
from organizer.cli.output import print_table
from organizer.cli.query import print_media
from organizer.errors import OrganizerError
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.vision.model_settings import chosen_model
from organizer.vision.models import DEFAULT_MODEL

if TYPE_CHECKING:
    from organizer.cli.options import Commands

_PICTURES_SHOWN = 8
_HASHTAGS_SHOWN = 12
_QT_PACKAGES = "libegl1 libgl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0"


class WindowUnavailable(OrganizerError):
    """Qt finds a display but not the system's libraries that it draws with."""

    template = (
        "The window cannot be opened: {detail}. On Debian and Ubuntu run:"
        f" sudo apt install {_QT_PACKAGES}"
    )


class NoDisplay(OrganizerError):
    """There is no screen to open a window on."""

    template = (
        "No display was found to open the window on. Use `photo-organizer index` and"
        " `photo-organizer list`, or run it on a desktop."
    )


def add_commands(commands: "Commands") -> None:
    """Adds `window` (which is also what runs without a command) and `try`."""
    window = commands.add_parser("window", help="open the window (the default)")
    window.add_argument("archives", nargs="*", type=Path, metavar="ARCHIVE", help="a folder to add")
    add_library(window)
    add_model(window)
    window.add_argument("--language", choices=("en", "ko"), help="default: the system's")
    window.set_defaults(run=run_window)

    trial = commands.add_parser("try", help="make the sample, index it and show it")
    trial.add_argument("--language", choices=("en", "ko"), help="default: the system's")
    trial.add_argument("--posts", type=int, default=200, metavar="N", help="default: 200")
    trial.set_defaults(run=_run_try)


def run_window(options: argparse.Namespace) -> int:
    """Opens the window on the library; returns when it is closed."""
    model = options.model or chosen_model()
    return _open_window(library_place(options), options.archives, model, options.language)


def has_display() -> bool:
    """Whether a window would be seen by someone."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run_try(options: argparse.Namespace) -> int:
    """The sample has a library of its own: the user's is left alone."""
    folder = platformdirs.user_cache_path("Photo Organizer", appauthor=False) / "sample"
    place = LibraryPlace.at(folder / "library")
    archive = folder / "instagram-sample"
    print(f"Making a sample Instagram archive in {archive} …", file=sys.stderr)
    make_sample(archive, options.posts)
    index_archives(place, [archive], DEFAULT_MODEL)
    if has_display():
        return _open_window(place, [], DEFAULT_MODEL, options.language)
    _print_overview(place)
    print(
        "\nNo display was found, so this is a table. On a desktop, this opens the window:\n"
        f"  photo-organizer window --library {shlex.quote(str(place.database.parent))}"
    )
    return 0


def _open_window(
    place: LibraryPlace, archives: list[Path], model: str, language: str | None
) -> int:
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        # Qt itself would end the program with a core dump.
        raise NoDisplay(str(place.database))
    try:
        from organizer.ui.app import run
    except ImportError as error:
        raise WindowUnavailable(str(place.database), str(error)) from error
    return run(place, archives, model, language)


def _print_overview(place: LibraryPlace) -> None:
    with LibraryReader(place) as reader:
        facets = reader.facets(Filter(), hashtag_limit=_HASHTAGS_SHOWN)
        listing = reader.listing(Filter())
        categories = reader.categories()
        step = max(len(listing) // _PICTURES_SHOWN, 1)
        details = list(reader.details(listing.ids[::step][:_PICTURES_SHOWN]))
    names = {category.id: category for category in categories}
    rows = [
        (str(count), names[category_id].name_en, names[category_id].name_ko)
        for category_id, count in sorted(facets.categories.items(), key=lambda item: -item[1])
    ]
    print_table(f"{facets.total} pictures and videos by category", ("", "category", "분류"), rows)
    hashtags = [(str(facet.pictures), f"#{facet.hashtag}") for facet in facets.hashtags]
    print_table("Most used hashtags", ("", "hashtag"), hashtags)
    print_media(details)
