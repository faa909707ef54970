"""Names of models, and the encoder for a name."""

import re
from pathlib import Path

from organizer.vision.catalogue import BUILT_IN, load_catalogue
from organizer.vision.encoder import Encoder
from organizer.vision.errors import ModelUnavailable, UnknownModel
from organizer.vision.hardware import ANY_HARDWARE, Hardware
from organizer.vision.model_store import ModelStore
from organizer.vision.torch_import import quiet_imports

DEFAULT_MODEL = BUILT_IN

_TAGGED = re.compile(r"(?P<model>[^/:\\]+)/(?P<tag>[^/:\\]+)")
_FROM_FILE = re.compile(r"(?P<model>[^/:\\]+):(?P<file>.+)")


def load_encoder(
    name: str, store: ModelStore | None = None, hardware: Hardware = ANY_HARDWARE
) -> Encoder:
    """The encoder for `name`, ready for use; takes seconds and much memory, and no network.

    "built-in" is the starter model; "korean" a model by its id in the catalogue;
    "ViT-B-32/laion2b_s34b_b79k" an open_clip model and its pretrained tag, downloaded before into
    `store`, by default that of this computer; "ViT-B-32:weights.safetensors" an open_clip model and
    a file of weights. `hardware` is what the user wants a model of open_clip to run on; the
    built-in one runs on the CPU. Raises UnknownModel, ModelNotDownloaded or ModelUnavailable.
    """
    entry = load_catalogue().find(name)
    if entry is not None:
        name = entry.name
    if entry in load_catalogue().captioners:
        raise ModelUnavailable(name, "it describes pictures and files none; choose another one")
    if name == DEFAULT_MODEL:
        with quiet_imports():
            from organizer.vision.builtin import BuiltInEncoder
        return BuiltInEncoder()
    tagged, from_file = _TAGGED.fullmatch(name), _FROM_FILE.fullmatch(name)
    if not tagged and not from_file:
        raise UnknownModel(
            name,
            "give one that “photo-organizer models list” names, a model and its weights as in"
            " “ViT-B-32/laion2b_s34b_b79k”, or a model and a file as in"
            " “ViT-B-32:weights.safetensors”",
        )
    with quiet_imports():
        from organizer.vision.clip_loading import load_pretrained, load_weights_file
    if tagged:
        return load_pretrained(tagged["model"], tagged["tag"], store or ModelStore(), hardware)
    assert from_file is not None  # noqa: S101 - one of the two matched
    return load_weights_file(from_file["model"], Path(from_file["file"]).expanduser(), hardware)


def has_gpu() -> bool:
    """Whether models run on a graphics processor here; imports torch, which takes seconds."""
    with quiet_imports():
        from organizer.vision import clip
    return clip.has_gpu()
