"""CLIP and its kin through open_clip (Radford et al. 2021; Ilharco et al. 2021)."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from PIL.Image import Image

from organizer.vectors import FloatArray
from organizer.vision.phrase_vectors import PhraseVectors
from organizer.vision.tokenizer import Tokenize

_TEXTS_AT_ONCE = 256

# Parts of the names of models whose texts were of many languages.
_MULTILINGUAL = ("siglip2", "i18n", "xlm-roberta", "mt5", "nllb", "worldwide")

Preprocess = Callable[[Image], torch.Tensor]


class ClipEncoder:
    """Any open_clip model. See Encoder.

    `weights` names what is loaded into it; together with the preprocessing it makes the name under
    which vectors are kept.
    """

    prompt_templates: tuple[str, ...] = ("a photo of a {}", "a photo of {}", "{}")

    def __init__(
        self,
        model_name: str,
        weights: str,
        model: Any,  # noqa: ANN401 - open_clip is untyped
        preprocess: Preprocess,
        tokenize: Tokenize,
    ) -> None:
        self._torch_device = _best_device()
        self._model = model.eval().to(self._torch_device)
        self._preprocess = preprocess
        self._tokenize = tokenize
        description = str(sorted(model.visual.preprocess_cfg.items()))
        fingerprint = hashlib.sha256(description.encode()).hexdigest()[:8]
        self.name = f"open_clip/{model_name}/{weights}/{fingerprint}"
        self._phrases = PhraseVectors(self.name)
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
        return self._phrases.of(texts, lambda: self._encode_all(texts))

    def probabilities(self, similarities: FloatArray) -> FloatArray:
        """As the model was trained: softmax over the texts, or sigmoid of each (SigLIP)."""
        scale = float(self._model.logit_scale.detach().exp())
        bias = getattr(self._model, "logit_bias", None)
        logits = torch.from_numpy(similarities) * scale
        if bias is None:
            return _array(logits.softmax(dim=1))
        return _array(torch.sigmoid(logits + float(bias.detach())))

    def _encode_all(self, texts: Sequence[str]) -> FloatArray:
        with torch.inference_mode():
            batches = [
                _array(self._encode_texts(texts[start : start + _TEXTS_AT_ONCE]))
                for start in range(0, len(texts), _TEXTS_AT_ONCE)
            ]
        return np.concatenate(batches)

    def _encode_texts(self, texts: Sequence[str]) -> torch.Tensor:
        tokens = self._tokenize(list(texts)).to(self._torch_device)
        encoded: torch.Tensor = self._model.encode_text(tokens, normalize=True)
        return encoded


def has_gpu() -> bool:
    """Whether models run on a graphics processor here."""
    return _best_device().type != "cpu"


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
