"""Downloads of models as a user asks for them: first what it would bring, then the bytes."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.indexing.model_shelf import known_name
from organizer.vision.catalogue import load_catalogue
from organizer.vision.download_progress import (
    DownloadCancelled,
    DownloadControl,
    DownloadProgress,
    DownloadState,
    OnProgress,
)
from organizer.vision.model_settings import add_folder
from organizer.vision.model_store import InstalledModel, ModelStore
from organizer.vision.torch_import import quiet_imports

if TYPE_CHECKING:
    from organizer.vision.download import DownloadPlan

__all__ = [
    "DownloadCancelled",
    "DownloadControl",
    "DownloadOffer",
    "DownloadProgress",
    "DownloadState",
    "download",
    "offer_download",
]


@dataclass(frozen=True, slots=True)
class DownloadOffer:
    """What a download would bring, for the user to agree to.

    `licence` is "" when it is not known; `terms` say what forbids commercial use. `folder` is that
    of this model, `free_bytes` are those of its disk.
    """

    name: str
    repository: str
    licence: str
    terms: str
    folder: Path
    total_bytes: int
    missing_bytes: int
    free_bytes: int
    plan: "DownloadPlan"

    @property
    def page(self) -> str:
        """The address of what is told of the model where it comes from."""
        return f"https://huggingface.co/{self.repository}"


def offer_download(name: str, folder: Path | None, control: DownloadControl) -> DownloadOffer:
    """Asks the server what is to be downloaded for the model `name`; imports torch.

    Without a `folder` for models it goes on where an earlier download of it lies, or into the app's
    own. Raises DownloadCancelled and what `plan_download` raises.
    """
    with quiet_imports():
        from organizer.vision.download import plan_download
    name = known_name(name)
    if folder is None:
        begun = (left for left in ModelStore().unfinished() if left.name == name)
        folder = next((left.folder.parent for left in begun), None)
    plan = plan_download(name, folder, control=control)
    entry, restriction = load_catalogue().find(name), load_catalogue().restriction(name)
    licence = restriction.licence if restriction else entry.licence if entry else ""
    return DownloadOffer(
        name=plan.source.name,
        repository=plan.source.repository,
        licence=licence,
        terms=restriction.terms if restriction else "",
        folder=plan.folder,
        total_bytes=plan.total_bytes,
        missing_bytes=plan.missing_bytes,
        free_bytes=_free_bytes(plan.folder),
        plan=plan,
    )


def download(
    offer: DownloadOffer, on_progress: OnProgress, control: DownloadControl
) -> InstalledModel:
    """Brings what `offer` says, going on where an earlier attempt stopped.

    Raises DownloadCancelled and what `download_model` raises.
    """
    from organizer.vision.download import download_model

    # Before the first byte: what comes is found again when the download breaks off.
    add_folder(offer.folder.parent)
    return download_model(offer.plan, on_progress, control)


def _free_bytes(folder: Path) -> int:
    """What is free on the disk where `folder` is or will be."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    return shutil.disk_usage(there).free
