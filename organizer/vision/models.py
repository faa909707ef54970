"""Names of models, and the encoder for a name."""

import re
from pathlib import Path

from organizer.vision.encoder import Encoder
from organizer.vision.errors import UnknownModel
from organizer.vision.torch_import import quiet_imports

DEFAULT_MODEL = "built-in"

_TAGGED = re.compile(r"(?P<model>[^/:\\]+)/(?P<tag>[^/:\\]+)")
_FROM_FILE = re.compile(r"(?P<model>[^/:\\]+):(?P<file>.+)")


def load_encoder(name: str) -> Encoder:
    """The encoder for `name`, ready for use; takes seconds and much memory.

    "built-in" is the starter model; "ViT-B-32/laion2b_s34b_b79k" an open_clip model and its
    pretrained tag; "ViT-B-32:weights.safetensors" an open_clip model and a file of weights. Raises
    UnknownModel or ModelUnavailable.
    """
    if name == DEFAULT_MODEL:
        with quiet_imports():
            from organizer.vision.builtin import BuiltInEncoder
        return BuiltInEncoder()
    tagged, from_file = _TAGGED.fullmatch(name), _FROM_FILE.fullmatch(name)
    if not tagged and not from_file:
        raise UnknownModel(
            name,
            "give “built-in”, a model and its weights as “ViT-B-32/laion2b_s34b_b79k”, or a model"
            " and a file as “ViT-B-32:weights.safetensors”",
        )
    with quiet_imports():
        from organizer.vision.clip import load_pretrained, load_weights_file
    if tagged:
        return load_pretrained(tagged["model"], tagged["tag"])
    assert from_file is not None  # noqa: S101 - one of the two matched
    return load_weights_file(from_file["model"], Path(from_file["file"]).expanduser())
