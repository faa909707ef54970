"""What is wrong with a file of weights, in words of our own: torch's are for who wrote the file."""

import io
import pickle
import pickletools
import zipfile
from pathlib import Path

import torch
from open_clip.factory import load_state_dict
from safetensors import safe_open

from organizer.errors import OrganizerError
from organizer.vision.devices import is_out_of_memory
from organizer.vision.errors import (
    ModelUnavailable,
    OutOfMemory,
    WeightsDamaged,
    WeightsInTorchScript,
    WeightsNotFinite,
    WeightsOfAnotherModel,
    WeightsWithCode,
)

_POSITIONS = ("positional_embedding", "pos_embed")


def refuse_torchscript(file: Path) -> None:
    """Raises WeightsInTorchScript for an archive with a program, the form of OpenAI's CLIP."""
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
        if any(name.endswith("/constants.pkl") for name in names):
            raise WeightsInTorchScript(str(file))


def refuse_not_finite(model: torch.nn.Module, file: Path) -> None:
    """Raises WeightsNotFinite when any of the weights is infinite or no number."""
    for name, values in model.state_dict().items():
        # Both ends are NaN when any value is, and it is one pass without a copy.
        if values.is_floating_point() and values.numel():
            low, high = values.aminmax()
            if not (low.isfinite() and high.isfinite()):
                raise WeightsNotFinite(str(file), name)


def refuse_resized(model: torch.nn.Module, file: Path, model_name: str) -> None:
    """Raises WeightsOfAnotherModel when open_clip stretched them, which it does without a word.

    So it loads the weights for pictures of 224 pixels into a model of the same kind for 256.
    """
    made = model.state_dict()
    for name, shape in _position_shapes(file).items():
        if name in made and made[name].shape != shape:
            raise WeightsOfAnotherModel(str(file), model_name)


def why_not_loaded(error: Exception, file: Path, model_name: str) -> OrganizerError:
    """What to tell when open_clip raised `error` for the weights in `file`."""
    if isinstance(error, OSError) and error.strerror:
        return ModelUnavailable(model_name, error.strerror)
    if is_out_of_memory(error):
        return OutOfMemory(model_name)
    try:
        # Weights that can be read do not fit.
        load_state_dict(str(file), weights_only=True)
    except pickle.UnpicklingError:
        return WeightsWithCode(str(file)) if _is_whole_pickle(file) else WeightsDamaged(str(file))
    except Exception:  # noqa: BLE001 - whatever a file of unknown content makes torch raise
        return WeightsDamaged(str(file))
    return WeightsOfAnotherModel(str(file), model_name)


def _position_shapes(file: Path) -> dict[str, torch.Size]:
    """The shapes of what stands for places in a picture and a text; without reading the rest."""
    if file.suffix == ".safetensors":
        with safe_open(file, framework="pt") as opened:
            return {
                name: torch.Size(opened.get_slice(name).get_shape())
                for name in opened.keys()  # noqa: SIM118 - it is no mapping
                if name.endswith(_POSITIONS)
            }
    try:
        content = torch.load(file, map_location="cpu", weights_only=True, mmap=True)
    # Files of torch's old form are read at once only.
    except (RuntimeError, ValueError):
        return {}
    weights = content.get("state_dict", content)
    return {
        name.removeprefix("module."): value.shape
        for name, value in weights.items()
        if name.endswith(_POSITIONS)
    }


def _is_whole_pickle(file: Path) -> bool:
    """Whether it is whole and made by torch or pickle; nothing in it is run."""
    try:
        if not zipfile.is_zipfile(file):
            with file.open("rb") as stream:
                return _ends(stream)
        with zipfile.ZipFile(file) as archive:
            content = next(name for name in archive.namelist() if name.endswith("data.pkl"))
            return _ends(io.BytesIO(archive.read(content)))
    except (OSError, StopIteration, zipfile.BadZipFile):
        return False


def _ends(stream: "io.BufferedReader | io.BytesIO") -> bool:
    try:
        return any(code.name == "STOP" for code, _, _ in pickletools.genops(stream))
    # ValueError for what is no pickle; the others for what only looks like one.
    except (ValueError, IndexError, KeyError, OverflowError, MemoryError):
        return False
