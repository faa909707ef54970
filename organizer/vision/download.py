"""Downloads a model into a folder of its own, only when the user asks for it."""

import contextlib
import functools
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from organizer.vision.download_progress import (
    DownloadControl,
    DownloadState,
    OnProgress,
    ProgressMeter,
)
from organizer.vision.errors import (
    ModelFolderUnusable,
    NoChecksum,
    NotEnoughSpace,
    NotOnServer,
)
from organizer.vision.folder_lock import locked
from organizer.vision.hub import Hub, RemoteFile
from organizer.vision.model_settings import models_folder
from organizer.vision.model_sources import ModelSource, model_source
from organizer.vision.model_store import (
    CONFIGURATION,
    MANIFEST,
    TOKENIZER,
    TOKENIZER_CONFIGURATION,
    WEIGHTS,
    InstalledModel,
    Manifest,
    ModelStore,
    StoredFile,
    folder_name,
    write_manifest,
)
from organizer.vision.partial_file import bytes_here
from organizer.vision.server_errors import STANDARD_POLICY, RetryPolicy, ask
from organizer.vision.transfer import Transfer

# Left free: a disk that is full to the last byte harms the rest of the computer.
_SPARE_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class DownloadPlan:
    """What a download would bring, to be shown before it starts.

    `total_bytes` are those of all files, `missing_bytes` those that are not in `folder` yet.
    """

    source: ModelSource
    folder: Path
    files: tuple[RemoteFile, ...]
    total_bytes: int
    missing_bytes: int


def plan_download(
    name: str,
    folder: Path | None = None,
    hub: Hub | None = None,
    policy: RetryPolicy = STANDARD_POLICY,
    control: DownloadControl | None = None,
) -> DownloadPlan:
    """Asks the server what is to be downloaded for the model `name`.

    `name` is an id of the catalogue or "NAME/TAG" of open_clip; `folder` holds the folders of
    models, by default the app's own. Raises UnknownModel or ModelUnavailable without asking,
    NoChecksum, DownloadCancelled and the errors of server_errors.told.
    """
    source = model_source(name)
    hub, control = hub or Hub(), control or DownloadControl()

    def listed(repository: str) -> dict[str, RemoteFile]:
        return ask(lambda: hub.files(repository), repository, control, policy)

    there = listed(source.repository)
    texts = there
    if source.tokenizer_repository not in ("", source.repository):
        texts = listed(source.tokenizer_repository)
    files = tuple(
        ask(functools.partial(hub.described, file), file.name, control, policy)
        for file in _wanted(source, there, texts)
    )
    unknown = next((file for file in files if not file.can_be_checked), None)
    if unknown is not None:
        # Now, not after gigabytes.
        raise NoChecksum(f"{unknown.repository}/{unknown.name}", hub.endpoint)
    target = (folder or models_folder()) / folder_name(source.model_name, source.tag)
    total = sum(file.bytes for file in files)
    here = sum(bytes_here(target, file) for file in files)
    return DownloadPlan(source, target, files, total, total - here)


def _wanted(
    source: ModelSource, there: dict[str, RemoteFile], texts: dict[str, RemoteFile]
) -> list[RemoteFile]:
    """The files of the model: small ones first, so that what is wrong with them shows soon."""
    weights = next((there[file] for file in WEIGHTS if file in there), None)
    if weights is None:
        raise NotOnServer(source.name, f"{source.repository} has no {WEIGHTS[0]}")
    if not source.tokenizer_repository:
        return [weights]
    if TOKENIZER not in texts:
        raise NotOnServer(source.name, f"{source.tokenizer_repository} has no {TOKENIZER}")
    names = (TOKENIZER_CONFIGURATION, TOKENIZER)
    return [*(texts[file] for file in names if file in texts), weights]


def download_model(
    plan: DownloadPlan,
    on_progress: OnProgress | None = None,
    control: DownloadControl | None = None,
    hub: Hub | None = None,
    policy: RetryPolicy = STANDARD_POLICY,
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    interval_seconds: float = 0.1,
) -> InstalledModel:
    """Brings what `plan` says, going on where an earlier attempt stopped.

    Tells `on_progress` each `interval_seconds`, from the thread that calls this. Whatever happens,
    the model is there whole, or it is not there and what came is kept for the next attempt. Raises
    DownloadCancelled, DownloadRunning, NotEnoughSpace, ModelFolderUnusable, DownloadDamaged and the
    errors of server_errors.told.
    """
    control, hub = control or DownloadControl(), hub or Hub()
    meter = ProgressMeter(plan.total_bytes, on_progress, interval_seconds)
    transfer = Transfer(hub, plan.folder, meter, control, policy)
    with _own_folder(plan):
        _check_space(plan, free_bytes)
        stored = []
        for remote in plan.files:
            control.check()
            stored.append(StoredFile(remote.name, remote.bytes, transfer.receive(remote)))
        _finish(plan, tuple(stored))
    meter.tell(DownloadState.FINISHED, plan.source.name)
    installed = ModelStore([plan.folder.parent]).find(plan.source.model_name, plan.source.tag)
    if installed is None:
        raise ModelFolderUnusable(str(plan.folder), "what was written there is gone")
    return installed


@contextlib.contextmanager
def _own_folder(plan: DownloadPlan) -> Iterator[None]:
    """The folder of the model is there, and nobody else writes to it or deletes it."""
    try:
        plan.folder.mkdir(parents=True, exist_ok=True)
        with locked(plan.folder, plan.source.name):
            yield
    except OSError as error:
        raise ModelFolderUnusable(str(plan.folder), error.strerror or str(error)) from error


def _check_space(plan: DownloadPlan, free_bytes: Callable[[Path], int]) -> None:
    needed = plan.total_bytes - sum(bytes_here(plan.folder, file) for file in plan.files)
    free = free_bytes(plan.folder)
    if needed and free < needed + _SPARE_BYTES:
        raise NotEnoughSpace(
            plan.source.name,
            f"{needed / 1e9:.2f} GB are to come into {plan.folder}, {free / 1e9:.2f} GB are free",
        )


def _finish(plan: DownloadPlan, stored: tuple[StoredFile, ...]) -> None:
    """Writes the configuration, then the manifest, which makes the model whole."""
    source = plan.source
    try:
        # A new download of other weights is not whole before its own manifest.
        (plan.folder / MANIFEST).unlink(missing_ok=True)
        text = json.dumps(source.configuration, indent=2)
        (plan.folder / CONFIGURATION).write_text(text, encoding="utf-8")
        revision = plan.files[-1].revision
        write_manifest(
            plan.folder,
            Manifest(source.model_name, source.tag, source.repository, revision, stored),
        )
    except OSError as error:
        raise ModelFolderUnusable(str(plan.folder), error.strerror or str(error)) from error
