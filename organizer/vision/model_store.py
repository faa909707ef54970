"""The models on this computer: a folder each, with weights, configuration and tokenizer."""

import contextlib
import hashlib
import json
import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from organizer.vision.catalogue import load_catalogue
from organizer.vision.folder_lock import LOCK, is_locked
from organizer.vision.model_settings import search_folders

CONFIGURATION = "open_clip_config.json"
TOKENIZER = "tokenizer.json"
TOKENIZER_CONFIGURATION = "tokenizer_config.json"
# In the order in which open_clip itself looks for them.
WEIGHTS = (
    "open_clip_model.safetensors",
    "open_clip_pytorch_model.safetensors",
    "open_clip_pytorch_model.bin",
    "pytorch_model.bin",
)
MANIFEST = "manifest.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a model: its size in bytes and the SHA-256 of its content."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a download brought. It is written last: a folder with one holds a whole model."""

    model_name: str
    tag: str
    repository: str
    revision: str
    files: tuple[StoredFile, ...]


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A whole model on this computer; `manifest` is None for one that was put there by hand."""

    model_name: str
    tag: str
    folder: Path
    weights: Path
    manifest: Manifest | None

    @property
    def name(self) -> str:
        """What --model takes."""
        return f"{self.model_name}/{self.tag}"

    @property
    def bytes(self) -> int:
        """How much of the disk it takes."""
        return sum(file.stat().st_size for file in self.folder.iterdir() if file.is_file())

    def weights_id(self) -> str:
        """What tells these weights from others of the model: the tag, if they came under it."""
        if self.manifest is not None:
            return self.tag
        with self.weights.open("rb") as stream:
            return f"sha256-{hashlib.file_digest(stream, 'sha256').hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class UnfinishedModel:
    """What a download of a model that broke off left in `folder`."""

    model_name: str
    tag: str
    folder: Path
    bytes: int

    @property
    def name(self) -> str:
        """What --model takes."""
        return f"{self.model_name}/{self.tag}"


class ModelStore:
    """The models in some folders; without any, in those of this computer.

    A model lies in a folder named NAME--TAG, or by its id in the catalogue.
    """

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._folders = tuple(folders) if folders is not None else search_folders()

    def find(self, model_name: str, tag: str) -> InstalledModel | None:
        """The model, when it is here and whole."""
        for folder in self.places(model_name, tag):
            installed = _installed(folder, model_name, tag)
            if installed is not None:
                return installed
        return None

    def installed(self) -> tuple[InstalledModel, ...]:
        """All whole models, by name."""
        found: dict[str, InstalledModel] = {}
        for folder in self._folders:
            for entry in sorted(_subfolders(folder)):
                names = _names(entry.name)
                model = _installed(entry, *names) if names else None
                if model is not None:
                    found.setdefault(model.name, model)
        return tuple(found[name] for name in sorted(found))

    def unfinished(self) -> tuple[UnfinishedModel, ...]:
        """What downloads that broke off left of models that are not whole, by name."""
        whole = {model.name for model in self.installed()}
        found: dict[str, UnfinishedModel] = {}
        for folder in self._folders:
            for entry in sorted(_subfolders(folder)):
                names = _names(entry.name)
                size = _unfinished_bytes(entry)
                if names is not None and size:
                    model = UnfinishedModel(*names, entry, size)
                    found.setdefault(model.name, model)
        return tuple(found[name] for name in sorted(found.keys() - whole))

    def places(self, model_name: str, tag: str) -> list[Path]:
        """The folders that the model may lie in, in the order in which it is looked for."""
        entry = load_catalogue().find(f"{model_name}/{tag}")
        names = [folder_name(model_name, tag), *([entry.id] if entry else [])]
        return [folder / name for folder in self._folders for name in names]


def folder_name(model_name: str, tag: str) -> str:
    """What the folder of a model is called."""
    return f"{model_name}--{tag}"


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Declares the model in `folder` to be whole, at once or not at all. Raises OSError."""
    content = {"version": _VERSION, **asdict(manifest)}
    temporary = folder / f"{MANIFEST}.{os.getpid()}"
    with temporary.open("w", encoding="utf-8") as stream:
        json.dump(content, stream, ensure_ascii=False, indent=2)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(folder / MANIFEST)


def _names(folder: str) -> tuple[str, str] | None:
    """Model and tag of a folder."""
    entry = load_catalogue().find(folder)
    if entry is not None and entry.model_name:
        return entry.model_name, entry.tag
    model_name, separator, tag = folder.rpartition("--")
    return (model_name, tag) if separator and model_name and tag else None


def _installed(folder: Path, model_name: str, tag: str) -> InstalledModel | None:
    if not folder.is_dir():
        return None
    manifest = _read_manifest(folder)
    weights = next((folder / name for name in WEIGHTS if (folder / name).is_file()), None)
    if weights is None or not (folder / CONFIGURATION).is_file():
        return None
    if manifest is not None:
        whole = (manifest.model_name, manifest.tag) == (model_name, tag) and all(
            _size(folder / file.name) == file.bytes for file in manifest.files
        )
    else:
        # By hand, perhaps still being copied, perhaps where a download broke off.
        whole = _is_whole_by_itself(weights) and not is_locked(folder)
    return InstalledModel(model_name, tag, folder, weights, manifest) if whole else None


def _read_manifest(folder: Path) -> Manifest | None:
    # A damaged manifest declares nothing: the model is downloaded again.
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if content.pop("version") == _VERSION:
            files = tuple(StoredFile(**file) for file in content.pop("files"))
            return Manifest(**content, files=files)
    return None


def _is_whole_by_itself(weights: Path) -> bool:
    """Whether a safetensors file is as long as its header says; other files do not tell."""
    if weights.suffix != ".safetensors":
        return True
    with contextlib.suppress(OSError, ValueError, struct.error, KeyError, TypeError):
        with weights.open("rb") as stream:
            (length,) = struct.unpack("<Q", stream.read(8))
            if length > weights.stat().st_size:
                return False
            header = json.loads(stream.read(length))
        ends = [entry["data_offsets"][1] for key, entry in header.items() if key != "__metadata__"]
        return bool(weights.stat().st_size == 8 + length + max(ends, default=0))
    return False


def _unfinished_bytes(folder: Path) -> int:
    """How much a download that broke off left in `folder`; 0 when there was none."""
    # On Windows the lock goes when it is let go.
    was_begun = (folder / LOCK).exists() or any(folder.glob("*.part"))
    if not was_begun or (folder / MANIFEST).exists():
        return 0
    return sum(max(_size(entry), 0) for entry in folder.iterdir() if entry.is_file())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _subfolders(folder: Path) -> Iterator[Path]:
    # A folder that is not there, on a disk not connected say, holds no models now.
    with contextlib.suppress(OSError):
        yield from (entry for entry in folder.iterdir() if entry.is_dir())
