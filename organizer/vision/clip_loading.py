"""Makes an encoder of weights on this computer, without a look at the network.

open_clip asks the network for a tag even when it has all of it in its cache (open_clip #580), and
keeps asking for a minute where there is none: so tags are loaded from our own folders only.
"""

import hashlib
import json
import pickle
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import open_clip
from safetensors import SafetensorError

from organizer.vision.activation import (
    refuse_file_for_other_activation,
    refuse_other_activation,
)
from organizer.vision.catalogue import load_catalogue
from organizer.vision.clip import ClipEncoder
from organizer.vision.coca import CocaCaptioner
from organizer.vision.errors import ModelNotDownloaded, ModelUnavailable
from organizer.vision.hardware import ANY_HARDWARE, Hardware
from organizer.vision.model_sources import (
    PREPROCESSING,
    model_configuration,
    preprocessing_of_files,
    refuse_unknown_weights,
    stated_preprocessing,
)
from organizer.vision.model_store import CONFIGURATION, InstalledModel, ModelStore
from organizer.vision.tokenizer import load_tokenizer
from organizer.vision.weights_file import (
    refuse_not_finite,
    refuse_resized,
    refuse_torchscript,
    why_not_loaded,
)

# What open_clip raises for files of any content.
_LOADING_ERRORS = (
    OSError,
    RuntimeError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    AssertionError,
    StopIteration,
    EOFError,
    pickle.UnpicklingError,
    SafetensorError,
)


def load_pretrained(
    model_name: str, tag: str, store: ModelStore, hardware: Hardware = ANY_HARDWARE
) -> ClipEncoder:
    """The model with the weights that open_clip lists under `tag`, when they are in `store`.

    Raises UnknownModel; ModelNotDownloaded; or ModelUnavailable when the weights are damaged or for
    a variant of the model.
    """
    installed = _in_store(model_name, tag, store)
    tokenize = load_tokenizer(installed.name, _configuration(installed), installed.folder)
    model = _create_installed(installed)
    return ClipEncoder(model_name, installed.weights_id(), model, tokenize, hardware)


def load_coca(
    model_name: str, tag: str, store: ModelStore, hardware: Hardware = ANY_HARDWARE
) -> CocaCaptioner:
    """The captioning model with the weights that open_clip lists under `tag`, from `store`.

    Raises as `load_pretrained`; ModelUnavailable also for a model that does not write.
    """
    installed = _in_store(model_name, tag, store)
    if "multimodal_cfg" not in _configuration(installed):
        raise ModelUnavailable(installed.name, "it describes no pictures")
    return CocaCaptioner(model_name, installed.weights_id(), _create_installed(installed), hardware)


def load_weights_file(
    model_name: str, file: Path, hardware: Hardware = ANY_HARDWARE
) -> ClipEncoder:
    """The model with the weights in `file` (.safetensors, or .pt without any code in it).

    A tokenizer that comes in files lies beside it. Raises UnknownModel, or ModelUnavailable when a
    file is not there, is damaged, of another model or for another activation function.
    """
    name = f"{model_name}:{file}"
    configuration = model_configuration(name, model_name)
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ModelUnavailable(name, error.strerror or str(error)) from error
    refuse_file_for_other_activation(model_name, file, digest)
    tokenize = load_tokenizer(name, configuration, file.parent)
    # Absolute, or a file named "openai" would be taken for the tag.
    file = file.absolute()
    preprocessing = preprocessing_of_files(model_name)
    model = _create(model_name, file, model_name, preprocessing, pretrained=str(file))
    refuse_resized(model, file, model_name)
    return ClipEncoder(model_name, f"sha256-{digest[:16]}", model, tokenize, hardware)


def _in_store(model_name: str, tag: str, store: ModelStore) -> InstalledModel:
    refuse_unknown_weights(model_name, tag)
    refuse_other_activation(model_name, tag)
    name = f"{model_name}/{tag}"
    model_configuration(name, model_name)
    installed = store.find(model_name, tag)
    if installed is None:
        entry = load_catalogue().find(name)
        raise ModelNotDownloaded(name, entry.id if entry else name)
    return installed


def _create_installed(installed: InstalledModel) -> Any:  # noqa: ANN401 - open_clip is untyped
    name = installed.name
    listed = open_clip.get_pretrained_cfg(installed.model_name, installed.tag)
    preprocessing = stated_preprocessing(listed)
    model = _create(
        name,
        installed.weights,
        f"local-dir:{installed.folder}",
        preprocessing,
        force_quick_gelu=bool(listed.get("quick_gelu")),
    )
    made = model.visual.preprocess_cfg
    for key, value in preprocessing.items():
        if _plain(made[key]) != _plain(value):
            raise ModelUnavailable(name, f"open_clip prepares pictures with {key} {made[key]}")
    return model


def _configuration(installed: InstalledModel) -> Mapping[str, Any]:
    """The model's configuration in its folder, which must be that of the model it is named for."""
    path = installed.folder / CONFIGURATION
    try:
        content = json.loads(path.read_text(encoding="utf-8"))["model_cfg"]
        own = model_configuration(installed.name, installed.model_name)
        same = content["embed_dim"] == own["embed_dim"] and (
            content["vision_cfg"]["image_size"] == own["vision_cfg"]["image_size"]
        )
        texts = content["text_cfg"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelUnavailable(installed.name, f"{path} is damaged: {error}") from error
    if not same or content.get("quick_gelu", False) != own.get("quick_gelu", False):
        raise ModelUnavailable(installed.name, f"{path} is that of another model")
    # Names of the tokenizer and its options: configurations on the hub may be older than ours.
    return {**content, "text_cfg": {**texts, **own["text_cfg"]}}


def _create(
    name: str,
    weights: Path,
    model_name: str,
    preprocessing: Mapping[str, Any],
    **options: Any,  # noqa: ANN401 - open_clip's own
) -> Any:  # noqa: ANN401 - open_clip is untyped
    """The model as open_clip makes it, with `weights`, where it finds them; `name` is told."""
    with warnings.catch_warnings():
        # What torch has to say of a file is for who wrote it.
        warnings.filterwarnings("ignore", module=r"torch\.")
        try:
            refuse_torchscript(weights)
            model, _, _ = open_clip.create_model_and_transforms(
                model_name,
                weights_only=True,
                # Parts of a model are never fetched one by one.
                pretrained_text=False,
                **{PREPROCESSING[key]: value for key, value in preprocessing.items()},
                **options,
            )
        except _LOADING_ERRORS as error:
            raise why_not_loaded(error, weights, name) from error
    refuse_not_finite(model, weights)
    return model


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
