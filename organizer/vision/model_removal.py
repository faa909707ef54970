"""Deletes models, but only those that the app itself keeps."""

import contextlib
import shutil
import sys
from pathlib import Path

from organizer.vision.errors import ModelFolderUnusable, ModelNotOurs
from organizer.vision.folder_lock import LOCK, locked
from organizer.vision.model_settings import installer_folders, models_folder
from organizer.vision.model_store import MANIFEST, ModelStore


def delete_model(store: ModelStore, model_name: str, tag: str) -> int:
    """Deletes the model and what is left of downloads of it; how many bytes became free.

    Raises DownloadRunning while it is being downloaded, ModelNotOurs when all there is of it was
    put there by an installer or by hand, and ModelFolderUnusable.
    """
    name = f"{model_name}/{tag}"
    there = [folder for folder in store.places(model_name, tag) if folder.is_dir()]
    ours = [folder for folder in there if is_ours(folder)]
    if there and not ours:
        raise ModelNotOurs(name, str(there[0]))
    return sum(_emptied(folder, name) for folder in ours)


def is_ours(folder: Path) -> bool:
    """Whether the app may delete the folder of a model.

    That is all in its own folder of models, and elsewhere what it downloaded.
    """
    if folder.is_symlink() or folder.parent in installer_folders():
        return False
    was_downloaded = (folder / MANIFEST).exists() or (folder / LOCK).exists()
    return was_downloaded or folder.parent == models_folder()


def _emptied(folder: Path, name: str) -> int:
    try:
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        with locked(folder, name):
            # First, so that what remains when this is cut short is not taken for a model.
            (folder / MANIFEST).unlink(missing_ok=True)
            for entry in [one for one in folder.iterdir() if one.name != LOCK]:
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink()
            if sys.platform != "win32":
                # Now: once it is let go, it may be that of a new download. Windows deletes nothing
                # that is open; there filelock does it when it lets go.
                (folder / LOCK).unlink()
    except OSError as error:
        raise ModelFolderUnusable(str(folder), error.strerror or str(error)) from error
    # A download that began just now keeps its folder.
    with contextlib.suppress(OSError):
        folder.rmdir()
    return size
