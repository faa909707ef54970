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

Preprocess = Callable[[Image], torch.Tensor]


class ClipEncoder:
    """Any open_clip model. See Encoder.

    `weights` names what is loaded into it; together with the preprocessing it makes the name under
    which vectors are kept.
    """

    prompt_templates: tuple[str, ...] = ("a photo of a {}", "a photo of {}", "{}")
    understands_korean = False

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

    Raises UnknownModel, or ModelUnavailable when there is no connection.
    """
    name = f"{model_name}/{tag}"
    _refuse_unknown_model(name, model_name)
    tags = open_clip.list_pretrained_tags_by_model(model_name)
    if tag not in tags:
        raise UnknownModel(name, f"open_clip has weights {', '.join(tags) or 'for none'} for it")
    model, preprocess = _create(name, model_name, tag)
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
    model, preprocess = _create(name, model_name, str(file))
    return ClipEncoder(model_name, f"sha256-{digest[:16]}", model, preprocess)


def _refuse_unknown_model(name: str, model_name: str) -> None:
    if model_name not in open_clip.list_models():
        raise UnknownModel(name, f"open_clip has no model “{model_name}”")


def _create(name: str, model_name: str, pretrained: str) -> tuple[Any, Preprocess]:
    with warnings.catch_warnings():
        # Weights trained with QuickGELU give wrong vectors in a model without it; open_clip only
        # warns. The model's name then wants the ending "-quickgelu".
        warnings.filterwarnings("error", message=".*QuickGELU.*")
        try:
            model, _, preprocess = open_clip.create_model_and_transforms(
                model_name, pretrained=pretrained, weights_only=True
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
