"""The entries of the catalogue of models, and reading them from TOML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_RESIZE_MODES = ("shortest", "longest", "squash")
_INTERPOLATIONS = ("bicubic", "bilinear")
_DEVICES = {"cpu": False, "gpu": True}

Table = Mapping[str, object]
Entries = tuple[
    tuple["CatalogueModel", ...],
    tuple["CatalogueModel", ...],
    tuple["Restriction", ...],
    dict[tuple[str, bool], str],
]


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """How a picture becomes the model's input.

    `resize_mode` is open_clip's word: "shortest" makes the shorter side fit and cuts off what is
    over, "squash" makes a square of the whole, "longest" puts the whole on a square ground.
    """

    mean: tuple[float, ...]
    std: tuple[float, ...]
    interpolation: str
    resize_mode: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A result in per cent, and where it was published."""

    value: float
    source: str


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """A model that is offered.

    `model_name` and `tag` are open_clip's and, like `repository` on the hub, empty for the built-in
    model. `languages` are ISO 639 codes of what it was shown to understand; "mul" stands for many
    more. `dimension` is the length of a vector, `image_size` the side of the input in pixels.
    `imagenet` is the zero-shot accuracy, `korean_recall` that of finding pictures by Korean
    sentences; None where nobody has published it.
    """

    id: str
    profile: str
    title: str
    model_name: str
    tag: str
    repository: str
    download_bytes: int
    licence: str
    commercial_use: bool
    languages: tuple[str, ...]
    imagenet: Figure | None
    korean_recall: Figure | None
    dimension: int
    image_size: int
    preprocessing: Preprocessing
    tokenizer: str

    @property
    def name(self) -> str:
        """What --model takes: the id of the built-in model, "NAME/TAG" of one of open_clip."""
        return f"{self.model_name}/{self.tag}" if self.model_name else self.id

    @property
    def understands_korean(self) -> bool:
        """Whether Korean words find pictures with it."""
        return "ko" in self.languages


@dataclass(frozen=True, slots=True)
class Restriction:
    """Weights that may not be used commercially: `pattern` is sought in "NAME/TAG"."""

    pattern: re.Pattern[str]
    licence: str
    terms: str


def read_entries(content: Table) -> Entries:
    """Models, captioners, restrictions and defaults. Raises ValueError or TypeError."""
    models = tuple(_model(entry) for entry in _tables(content, "models"))
    captioners = tuple(_model(entry) for entry in _tables(content, "captioners"))
    restrictions = tuple(_restriction(entry) for entry in _tables(content, "restricted"))
    return models, captioners, restrictions, _defaults(content.get("defaults"))


def _model(entry: Table) -> CatalogueModel:
    id = _text(entry, "id")
    optional = {key: _text(entry, key) if key in entry else "" for key in _OPEN_CLIP}
    if len({bool(value) for value in optional.values()}) > 1:
        raise ValueError(f"model “{id}” has some of {', '.join(_OPEN_CLIP)}, and not all")
    return CatalogueModel(
        id=id,
        profile=_text(entry, "profile"),
        title=_text(entry, "title"),
        model_name=optional["model"],
        tag=optional["tag"],
        repository=optional["repository"],
        download_bytes=_whole(entry, "download_bytes", at_least=0),
        licence=_text(entry, "licence"),
        commercial_use=_boolean(entry, "commercial_use"),
        languages=_texts(entry, "languages"),
        imagenet=_figure(entry, "imagenet"),
        korean_recall=_figure(entry, "korean_recall"),
        dimension=_whole(entry, "dimension", at_least=1),
        image_size=_whole(entry, "image_size", at_least=1),
        preprocessing=_preprocessing(entry),
        tokenizer=_text(entry, "tokenizer"),
    )


_OPEN_CLIP = ("model", "tag", "repository")


def _preprocessing(entry: Table) -> Preprocessing:
    interpolation, resize_mode = _text(entry, "interpolation"), _text(entry, "resize_mode")
    if interpolation not in _INTERPOLATIONS:
        raise ValueError(f"“{interpolation}” is none of {', '.join(_INTERPOLATIONS)}")
    if resize_mode not in _RESIZE_MODES:
        raise ValueError(f"“{resize_mode}” is none of {', '.join(_RESIZE_MODES)}")
    return Preprocessing(
        _channels(entry, "mean"), _channels(entry, "std"), interpolation, resize_mode
    )


def _restriction(entry: Table) -> Restriction:
    pattern = _text(entry, "pattern")
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ValueError(f"“{pattern}” is no pattern: {error}") from error
    return Restriction(compiled, _text(entry, "licence"), _text(entry, "terms"))


def _defaults(content: object) -> dict[tuple[str, bool], str]:
    if not isinstance(content, Mapping):
        raise TypeError("there is no [defaults] in it")
    return {
        (language, _DEVICES[device]): _text(entry, device)
        for language, entry in content.items()
        for device in _DEVICES
    }


def _tables(content: Table, key: str) -> list[Table]:
    entries = content.get(key)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise TypeError(f"there is no [[{key}]] in it")
    return entries


def _figure(entry: Table, key: str) -> Figure | None:
    if key not in entry:
        return None
    value = entry[key]
    if not isinstance(value, float) or not 0 < value < 100:
        raise ValueError(f"{key} of {_label(entry)} is no percentage")
    return Figure(value, _text(entry, f"{key}_source"))


def _text(entry: Table, key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} of {_label(entry)} is missing or no text")
    return value


def _texts(entry: Table, key: str) -> tuple[str, ...]:
    values = entry.get(key)
    if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
        raise ValueError(f"{key} of {_label(entry)} is no list of texts")
    return tuple(values)


def _channels(entry: Table, key: str) -> tuple[float, ...]:
    values = entry.get(key)
    if not isinstance(values, list) or [type(value) for value in values] != [float] * 3:
        raise ValueError(f"{key} of {_label(entry)} is no list of three numbers")
    return tuple(values)


def _whole(entry: Table, key: str, at_least: int) -> int:
    value = entry.get(key)
    if type(value) is not int or value < at_least:
        raise ValueError(f"{key} of {_label(entry)} is no whole number from {at_least} on")
    return value


def _boolean(entry: Table, key: str) -> bool:
    value = entry.get(key)
    if not isinstance(value, bool):
        raise TypeError(f"{key} of {_label(entry)} is neither true nor false")
    return value


def _label(entry: Table) -> str:
    return f"“{entry.get('id') or entry.get('pattern') or 'an entry'}”"
