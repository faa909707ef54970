"""Options that several commands share."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from organizer.library.place import LibraryPlace
from organizer.vision.encoder import Encoder
from organizer.vision.hardware import Hardware, Precision
from organizer.vision.model_settings import chosen_hardware, chosen_model
from organizer.vision.models import load_encoder

if TYPE_CHECKING:
    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_library(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Adds --library; `default` is argparse.SUPPRESS where it may have been given before."""
    parser.add_argument(
        "--library",
        type=Path,
        default=default,
        metavar="PATH",
        help="the library: a folder, or an SQLite file (default: in your user data folder)",
    )


def add_model(parser: argparse.ArgumentParser) -> None:
    """Adds --model."""
    parser.add_argument(
        "--model",
        # argparse puts a default that is text through `type`, too, and only when it is needed.
        default="",
        type=_named_or_chosen,
        metavar="MODEL",
        help="one that `models list` names, an open_clip model and its weights as NAME/TAG, or"
        " NAME:FILE (default: what `models use` chose, at first built-in)",
    )


def add_hardware(parser: argparse.ArgumentParser) -> None:
    """Adds --device and --precision, for models of open_clip."""
    parser.add_argument(
        "--device",
        default="",
        metavar="DEVICE",
        help="cuda, mps, xpu or cpu (default: what the settings say, at first the fastest that a"
        " short test finds right)",
    )
    parser.add_argument(
        "--precision",
        choices=[precision.value for precision in Precision],
        metavar="PRECISION",
        help=f"{', '.join(Precision)} (default: likewise)",
    )


def hardware(options: argparse.Namespace) -> Hardware:
    """What the user wants the model to run on: named here, or else remembered."""
    wanted = options.precision
    if not options.device and wanted is None:
        return chosen_hardware()
    return Hardware(options.device, None if wanted is None else Precision(wanted))


def load_chosen(options: argparse.Namespace) -> Encoder:
    """The encoder that the user named, on what they named; says why it runs elsewhere."""
    encoder = load_encoder(options.model, hardware=hardware(options))
    for problem in encoder.problems:
        print(problem, file=sys.stderr)
    return encoder


def _named_or_chosen(name: str) -> str:
    return name or chosen_model()


def add_json(parser: argparse.ArgumentParser, default: bool | str = False) -> None:
    """Adds --json; `default` is argparse.SUPPRESS where it may have been given before."""
    parser.add_argument("--json", action="store_true", default=default, help="print JSON")


def library_place(options: argparse.Namespace) -> LibraryPlace:
    """The library that the user named, or the default one."""
    chosen: Path | None = options.library
    return LibraryPlace.default() if chosen is None else LibraryPlace.at(chosen)
