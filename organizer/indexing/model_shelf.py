"""The models that the user can choose from: what each is, what is on this computer, which is used.

Imports no torch, but where it says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from organizer.indexing.describing import Described
from organizer.library.queries.vectors import StoredVectors
from organizer.vision.catalogue import BUILT_IN, load_catalogue
from organizer.vision.catalogue_entries import CatalogueModel, Figure
from organizer.vision.errors import ModelUnavailable, UnknownModel
from organizer.vision.model_removal import delete_model, is_ours
from organizer.vision.model_settings import choose_model
from organizer.vision.model_store import ModelStore
from organizer.vision.models import has_gpu
from organizer.vision.torch_import import quiet_imports


class ModelState(StrEnum):
    """Whether a model is on this computer."""

    BUILT_IN = "built-in"
    HERE = "here"
    PARTIAL = "partial"
    ABSENT = "absent"
    FILE = "file"
    """A file of weights that the user chose, wherever it lies."""


@dataclass(frozen=True, slots=True)
class ShelfModel:
    """A model that is offered, on this computer, or was used before.

    Attributes:
        name: What chooses it: "built-in", "NAME/TAG" or "NAME:FILE".
        id: Its id in the catalogue; "" when it is not offered there.
        profile: What it is for, as the catalogue names it; "" when it is not offered there.
        title: What the interface calls it.
        state: Whether it is here.
        licence: "" when it is not known.
        terms: What forbids commercial use, such as "for research only"; "" when nothing does, as
            far as is known.
        languages: ISO 639 codes of what it understands, "mul" for many more; empty when unknown.
        imagenet: Zero-shot accuracy; None when unknown.
        korean_recall: How well it finds by Korean sentences; None when unknown.
        download_bytes: What a download of all of it brings; 0 when that is not known.
        disk_bytes: What of it is on this computer.
        folder: Where that lies; None when there is nothing.
        is_ours: Whether the app may delete it there.
        vectors: What it knows of the library's pictures; None when it has seen none.
        describing: Whether it describes pictures now, and how many; None for one that files them.
    """

    name: str
    id: str
    profile: str
    title: str
    state: ModelState
    licence: str = ""
    terms: str = ""
    languages: tuple[str, ...] = ()
    imagenet: Figure | None = None
    korean_recall: Figure | None = None
    download_bytes: int = 0
    disk_bytes: int = 0
    folder: Path | None = None
    is_ours: bool = True
    vectors: StoredVectors | None = None
    describing: Described | None = None


def models_on_shelf(
    in_use: str, vectors: Sequence[StoredVectors] = (), described: Described | None = None
) -> tuple[ShelfModel, ...]:
    """The catalogue's models in its order, then others that are here or were used, by name.

    `in_use` is among them, whatever it is; `vectors` and what is `described` are the library's.
    """
    models = {model.name: _offered(model, described) for model in load_catalogue().all}
    store = ModelStore()
    others = {known_name(name) for one in vectors for name in one.models} | {known_name(in_use)}
    others |= {model.name for model in store.installed()}
    others |= {model.name for model in store.unfinished()}
    for name in sorted(others - models.keys()):
        models[name] = _other(name)
    for name, model in models.items():
        models[name] = _with_vectors(_in_store(model, store), vectors)
    return tuple(models.values())


def known_name(name: str) -> str:
    """What identifies the model that `name` chooses: for an id of the catalogue "NAME/TAG"."""
    entry = load_catalogue().find(name)
    return entry.name if entry else name


def recommended_model(language: str) -> str:
    """The name of the model to offer to who uses the app in `language`, such as "ko".

    Imports torch, which takes seconds, to see whether there is a graphics processor.
    """
    return load_catalogue().recommended(language, has_gpu()).name


def checked_model(name: str) -> ShelfModel:
    """The model that a user named: an id, "NAME/TAG" or "NAME:FILE"; imports torch.

    Asks no network. Raises UnknownModel when open_clip has no such model or weights, or
    ModelUnavailable when they cannot be used or the file is not there.
    """
    # Not above: it imports open_clip and with it torch.
    with quiet_imports():
        from organizer.vision.model_sources import model_configuration, model_source

    name = known_name(name.strip())
    entry = load_catalogue().find(name)
    if entry is not None:
        return _in_store(_offered(entry), ModelStore())
    model_name, separator, file = name.partition(":")
    if not separator or "/" in model_name:
        source = model_source(name)
        return _in_store(_other(source.name), ModelStore())
    if not model_name or not file:
        raise UnknownModel(name, "give a model and a file of weights")
    path = Path(file).expanduser().absolute()
    model_configuration(name, model_name)
    if not path.is_file():
        raise ModelUnavailable(name, f"there is no file {path}")
    return _other(f"{model_name}:{path}")


def remember_choice(name: str) -> None:
    """Makes `name` the model that is used from the next start on. Raises ModelFolderUnusable."""
    choose_model(known_name(name))


def remove_model(name: str) -> int:
    """Deletes a model, or what a download of it left; how many bytes became free.

    Raises what `delete_model` raises.
    """
    model_name, _, tag = known_name(name).partition("/")
    return delete_model(ModelStore(), model_name, tag)


def _offered(model: CatalogueModel, described: Described | None = None) -> ShelfModel:
    restriction = load_catalogue().restriction(model.name)
    return ShelfModel(
        name=model.name,
        id=model.id,
        profile=model.profile,
        title=model.title,
        state=ModelState.BUILT_IN if model.id == BUILT_IN else ModelState.ABSENT,
        licence=model.licence,
        terms=restriction.terms if restriction else "",
        languages=model.languages,
        imagenet=model.imagenet,
        korean_recall=model.korean_recall,
        download_bytes=model.download_bytes,
        describing=described or Described() if model in load_catalogue().captioners else None,
    )


def _other(name: str) -> ShelfModel:
    model_name, separator, file = name.partition(":")
    if separator and "/" not in model_name:
        path = Path(file)
        title = f"{model_name} · {path.name}"
        size = path.stat().st_size if path.is_file() else 0
        return ShelfModel(name, "", "", title, ModelState.FILE, disk_bytes=size, folder=path.parent)
    restriction = load_catalogue().restriction(name)
    licence, terms = (restriction.licence, restriction.terms) if restriction else ("", "")
    return ShelfModel(
        name, "", "", name.replace("/", " · "), ModelState.ABSENT, licence=licence, terms=terms
    )


def _in_store(model: ShelfModel, store: ModelStore) -> ShelfModel:
    """`model` with what is in `store` of it."""
    if model.state is not ModelState.ABSENT:
        return model
    model_name, _, tag = model.name.partition("/")
    installed = store.find(model_name, tag)
    if installed is not None:
        return replace(
            model,
            state=ModelState.HERE,
            disk_bytes=installed.bytes,
            folder=installed.folder,
            is_ours=is_ours(installed.folder),
        )
    for left in store.unfinished():
        if left.name == model.name:
            return replace(
                model, state=ModelState.PARTIAL, disk_bytes=left.bytes, folder=left.folder
            )
    return model


def _with_vectors(model: ShelfModel, vectors: Sequence[StoredVectors]) -> ShelfModel:
    own = next((one for one in vectors if model.name in map(known_name, one.models)), None)
    return replace(model, vectors=own)
