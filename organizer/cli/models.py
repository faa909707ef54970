"""`models list|download|remove|use`: the models on this computer and those to be had."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from organizer.cli.model_list import described_models, gigabytes, print_models
from organizer.cli.options import add_json
from organizer.cli.output import print_json
from organizer.indexing.model_download import (
    DownloadControl,
    DownloadProgress,
    DownloadState,
    download,
    offer_download,
)
from organizer.vision.catalogue import BUILT_IN, load_catalogue
from organizer.vision.errors import ModelNotDownloaded, ModelUnavailable, UnknownModel
from organizer.vision.model_removal import delete_model
from organizer.vision.model_settings import choose_model, chosen_model
from organizer.vision.model_store import InstalledModel, ModelStore

if TYPE_CHECKING:
    from organizer.cli.options import Commands
    from organizer.vision.download import DownloadPlan

_NAME_HELP = "a name that `models list` shows, or an open_clip model and its weights as NAME/TAG"


def add_commands(commands: "Commands") -> None:
    """Adds `models` with its own commands."""
    parser = commands.add_parser("models", help="list, download and choose models")
    own = parser.add_subparsers(metavar="COMMAND", required=True)

    listing = own.add_parser("list", help="list the models here and those to be had")
    add_json(listing)
    listing.set_defaults(run=_run_list)

    getting = own.add_parser("download", help="download a model; goes on where it stopped")
    getting.add_argument("name", metavar="MODEL", help=_NAME_HELP)
    getting.add_argument(
        "--folder", type=Path, metavar="PATH", help="where models are kept (default: user data)"
    )
    getting.set_defaults(run=_run_download)

    removing = own.add_parser("remove", help="delete a downloaded model")
    removing.add_argument("name", metavar="MODEL", help=_NAME_HELP)
    removing.set_defaults(run=_run_remove)

    using = own.add_parser("use", help="make a model the one that is used by default")
    using.add_argument("name", metavar="MODEL", help=f"{_NAME_HELP}, or NAME:FILE")
    using.set_defaults(run=_run_use)


def _run_list(options: argparse.Namespace) -> int:
    entries = described_models(ModelStore(), chosen_model())
    if options.json:
        print_json(entries)
    else:
        print_models(entries)
    return 0


def _run_download(options: argparse.Namespace) -> int:
    folder: Path | None = options.folder
    installed = _stored(options.name)
    if installed is not None:
        print(f"{installed.name} is here already, in {installed.folder}.")
        return 0
    control = DownloadControl()
    offer = offer_download(options.name, folder.expanduser() if folder else None, control)
    _tell_plan(offer.plan)
    with _download_bar() as show:
        model = download(offer, show, control)
    is_captioner = load_catalogue().find(model.name) in load_catalogue().captioners
    use = "describe" if is_captioner else f"models use {options.name}"
    print(f"Downloaded. To use it: photo-organizer {use}")
    print(f"It takes {gigabytes(model.bytes)} in {model.folder}.")
    return 0


def _run_remove(options: argparse.Namespace) -> int:
    model_name, tag = _parts(options.name)
    freed = delete_model(ModelStore(), model_name, tag)
    name = f"{model_name}/{tag}"
    if not freed:
        raise ModelNotDownloaded(name, options.name)
    # An installer may have brought it, too.
    if chosen_model() == name and _stored(name) is None:
        choose_model(BUILT_IN)
        print("It was the one in use: the starter model is used from now on.")
    print(f"{name} was deleted: {gigabytes(freed)} are free again.")
    return 0


def _run_use(options: argparse.Namespace) -> int:
    entry = load_catalogue().find(options.name)
    name = entry.name if entry else str(options.name)
    if entry in load_catalogue().captioners:
        raise ModelUnavailable(name, "it describes pictures: run “photo-organizer describe”")
    model_name, separator, file = name.partition(":")
    if separator and "/" not in model_name:
        path = Path(file).expanduser().absolute()
        if not path.is_file():
            raise ModelUnavailable(name, f"there is no file {path}")
        name = f"{model_name}:{path}"
    elif name != BUILT_IN and _stored(name) is None:
        raise ModelNotDownloaded(name, options.name)
    choose_model(name)
    print(f"{name} is used from now on. Pictures that another model looked at are looked at anew.")
    return 0


def _stored(name: str) -> InstalledModel | None:
    return ModelStore().find(*_parts(name))


def _parts(name: str) -> tuple[str, str]:
    """The open_clip model and tag of `name`. Raises UnknownModel."""
    entry = load_catalogue().find(name)
    if entry is not None and not entry.model_name:
        raise ModelUnavailable(name, "it comes with the app; it is neither downloaded nor removed")
    model_name, _, tag = (entry.name if entry else name).partition("/")
    if not model_name or not tag or "/" in tag:
        ids = ", ".join(model.id for model in load_catalogue().all)
        raise UnknownModel(name, f"give one of {ids}, or a model and its weights as NAME/TAG")
    return model_name, tag


def _tell_plan(plan: "DownloadPlan") -> None:
    entry, name = load_catalogue().find(plan.source.name), plan.source.name
    restriction = load_catalogue().restriction(name)
    print(f"{name}: {gigabytes(plan.total_bytes)} from {plan.source.repository}")
    if plan.missing_bytes < plan.total_bytes:
        print(f"{gigabytes(plan.missing_bytes)} of it are still to come.")
    if restriction is not None:
        print(f"Licence: {restriction.licence}, {restriction.terms}.", file=sys.stderr)
    else:
        page = f"see https://huggingface.co/{plan.source.repository}"
        print(f"Licence: {entry.licence if entry else page}")
    print(f"Folder: {plan.folder}", flush=True)


@contextmanager
def _download_bar() -> Iterator[Callable[[DownloadProgress], None]]:
    """A function to tell of the progress; it draws on stderr, and only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda _progress: None
        return
    display = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = display.add_task("", total=None)

    def show(progress: DownloadProgress) -> None:
        waits = progress.state is DownloadState.RETRYING
        text = "Trying again" if waits else progress.file
        display.update(task, description=text, completed=progress.done, total=progress.total)

    with display:
        yield show
