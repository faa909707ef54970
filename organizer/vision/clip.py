"""CLIP and its kin through open_clip (Radford et al. 2021; Ilharco et al. 2021)."""

import hashlib
import pickle
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import open_clip
import torch
from PIL.Image import Image
from safetensors import SafetensorError

from organizer.vectors import FloatArray
from organizer.vision.errors import ModelUnavailable, UnknownModel

_TEXTS_AT_ONCE = 256
_LOADING_ERRORS = (
    OSError,
    RuntimeError,
    ValueError,
    KeyError,
    UserWarning,
    pickle.UnpicklingError,
    SafetensorError,
)

# Parts of the names of models whose texts were of many languages.
_MULTILINGUAL = ("siglip2", "i18n", "xlm-roberta", "mt5", "nllb", "worldwide")
# What open_clip calls preprocessing where it lists weights, and where it makes a model.
_PREPROCESSING = {
    "mean": "image_mean",
    "std": "image_std",
    "interpolation": "image_interpolation",
    "resize_mode": "image_resize_mode",
}

Preprocess = Callable[[Image], torch.Tensor]


class ClipEncoder:
    """Any open_clip model. See Encoder.

    `weights` names what is loaded into it; together with the preprocessing it makes the name under
    which vectors are kept.
    """

    prompt_templates: tuple[str, ...] = ("a photo of a {}", "a photo of {}", "{}")

    def __init__(self, model_name: str, weights: str, model: Any, preprocess: Preprocess) -> None:  # noqa: ANN401 - open_clip is untyped
        self._torch_device = _best_device()
        self._model = model.eval().to(self._torch_device)
        self._preprocess = preprocess
        self._tokenize = open_clip.get_tokenizer(model_name)
        description = str(sorted(model.visual.preprocess_cfg.items()))
        fingerprint = hashlib.sha256(description.encode()).hexdigest()[:8]
        self.name = f"open_clip/{model_name}/{weights}/{fingerprint}"
        self.title = f"CLIP {model_name}"
        self.device = _device_title(self._torch_device)
        self.understands_korean = any(part in model_name.lower() for part in _MULTILINGUAL)
        size = model.visual.image_size
        self.image_size: int = size if isinstance(size, int) else max(size)
        with torch.inference_mode():
            self.dimension: int = self._encode_texts(["picture"]).shape[1]

    def encode_images(self, images: Sequence[Image]) -> FloatArray:
        """Unit vectors of RGB `images`, float32 of shape (n, dimension)."""
        if not images:
            return np.zeros((0, self.dimension), np.float32)
        batch = torch.stack([self._preprocess(image) for image in images]).to(self._torch_device)
        with torch.inference_mode():
            return _array(self._model.encode_image(batch, normalize=True))

    def encode_texts(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors of `texts`, float32 of shape (m, dimension)."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        with torch.inference_mode():
            batches = [
                _array(self._encode_texts(texts[start : start + _TEXTS_AT_ONCE]))
                for start in range(0, len(texts), _TEXTS_AT_ONCE)
            ]
        return np.concatenate(batches)

    def probabilities(self, similarities: FloatArray) -> FloatArray:
        """As the model was trained: softmax over the texts, or sigmoid of each (SigLIP)."""
        scale = float(self._model.logit_scale.detach().exp())
        bias = getattr(self._model, "logit_bias", None)
        logits = torch.from_numpy(similarities) * scale
        if bias is None:
            return _array(logits.softmax(dim=1))
        return _array(torch.sigmoid(logits + float(bias.detach())))

    def _encode_texts(self, texts: Sequence[str]) -> torch.Tensor:
        tokens = self._tokenize(list(texts)).to(self._torch_device)
        encoded: torch.Tensor = self._model.encode_text(tokens, normalize=True)
        return encoded


def load_pretrained(model_name: str, tag: str) -> ClipEncoder:
    """The model with the weights that open_clip lists under `tag`, downloaded when needed.

    Raises UnknownModel, or ModelUnavailable when there is no connection or when the weights are for
    a variant of the model.
    """
    name = f"{model_name}/{tag}"
    _refuse_unknown_model(name, model_name)
    tags = open_clip.list_pretrained_tags_by_model(model_name)
    if tag not in tags:
        raise UnknownModel(name, f"open_clip has weights {', '.join(tags) or 'for none'} for it")
    _refuse_other_activation(name, model_name, tag)
    model, preprocess = _create(name, model_name, tag, {})
    return ClipEncoder(model_name, tag, model, preprocess)


def load_weights_file(model_name: str, file: Path) -> ClipEncoder:
    """The model with the weights in `file` (.safetensors, or .pt without any code in it).

    Raises UnknownModel, or ModelUnavailable when the file is not there or of another model.
    """
    name = f"{model_name}:{file}"
    _refuse_unknown_model(name, model_name)
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ModelUnavailable(name, error.strerror or str(error)) from error
    # Absolute, or a file named "openai" would be taken for the tag.
    model, preprocess = _create(
        name, model_name, str(file.absolute()), preprocessing_of_files(model_name)
    )
    return ClipEncoder(model_name, f"sha256-{digest[:16]}", model, preprocess)


def preprocessing_of_files(model_name: str) -> dict[str, Any]:
    """How pictures are prepared for weights of `model_name` that come as a file.

    A file does not say, and open_clip would then prepare as for OpenAI's CLIP, which gives SigLIP
    or PE wrong vectors without an error (open_clip #1068). What all weights listed for the model
    agree in holds for the file, too; empty, for open_clip's own way, where they do not.
    """
    listed = [
        open_clip.get_pretrained_cfg(model_name, tag)
        for tag in open_clip.list_pretrained_tags_by_model(model_name)
    ]
    stated = [
        {option: entry[key] for key, option in _PREPROCESSING.items() if entry.get(key)}
        for entry in listed
    ]
    agree = bool(stated) and all(entry == stated[0] for entry in stated)
    return stated[0] if agree else {}


def _refuse_unknown_model(name: str, model_name: str) -> None:
    if model_name not in open_clip.list_models():
        raise UnknownModel(name, f"open_clip has no model “{model_name}”")


def _refuse_other_activation(name: str, model_name: str, tag: str) -> None:
    """Weights trained with QuickGELU give wrong vectors in a model without it, and vice versa.

    open_clip only warns, and only after the download.
    """
    trained_with = open_clip.get_pretrained_cfg(model_name, tag).get("quick_gelu", False)
    config = open_clip.get_model_config(model_name) or {}
    if trained_with == config.get("quick_gelu", False):
        return
    ending = "-quickgelu"
    right = model_name + ending if trained_with else model_name.removesuffix(ending)
    advice = f"; take {right}/{tag}" if right != model_name else ""
    raise ModelUnavailable(name, f"these weights are for another activation function{advice}")


def _create(
    name: str, model_name: str, pretrained: str, preprocessing: dict[str, Any]
) -> tuple[Any, Preprocess]:
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=".*QuickGELU.*")
        try:
            model, _, preprocess = open_clip.create_model_and_transforms(
                model_name, pretrained=pretrained, weights_only=True, **preprocessing
            )
        except _LOADING_ERRORS as error:
            reason = str(error).strip().splitlines()
            raise ModelUnavailable(name, reason[0] if reason else type(error).__name__) from error
    return model, preprocess


def _best_device() -> torch.device:
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


def _device_title(device: torch.device) -> str:
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return "Apple GPU" if device.type == "mps" else "CPU"


def _array(tensor: torch.Tensor) -> FloatArray:
    array: FloatArray = tensor.float().cpu().numpy()
    return array
