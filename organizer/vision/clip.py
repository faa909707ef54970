"""CLIP and its kin through open_clip (Radford et al. 2021; Ilharco et al. 2021)."""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from PIL.Image import Image

from organizer.errors import OrganizerError
from organizer.vectors import FloatArray
from organizer.vision import devices
from organizer.vision.choosing import choose, texts_beside
from organizer.vision.cores import CORES
from organizer.vision.devices import CPU, device_title
from organizer.vision.hardware import ANY_HARDWARE, Hardware
from organizer.vision.networks import ImageNetwork, TextNetwork
from organizer.vision.pixels import Pixels, pixels_of
from organizer.vision.preprocessing import InputFormat
from organizer.vision.self_test import LEAST_COSINE
from organizer.vision.tokenizer import Tokenize
from organizer.vision.tower import Tower

_TEXTS_AT_ONCE = 256
_TEXTS_AT_ONCE_ON_CPU = 16
# Of 224 × 224 pixels; of larger ones fewer, for what a network holds grows with the area.
_PICTURES_AT_ONCE = 128
_PICTURES_AT_ONCE_ON_CPU = 16
_USUAL_AREA = 224 * 224

_SAMPLE_TEXTS = ("a photo of a dog", "바닷가의 노을")

# Parts of the names of models whose texts were of many languages.
_MULTILINGUAL = ("siglip2", "i18n", "xlm-roberta", "mt5", "nllb", "worldwide")


class ClipEncoder:
    """Any open_clip model. See Encoder.

    `weights` names what is loaded into it; together with the preprocessing it makes the name under
    which vectors are kept. `hardware` is what the user wants it to run on. `model` is taken over:
    its image tower is no longer in it afterwards.
    """

    prompt_templates: tuple[str, ...] = ("a photo of a {}", "a photo of {}", "{}")

    def __init__(
        self,
        model_name: str,
        weights: str,
        model: Any,  # noqa: ANN401 - open_clip is untyped
        tokenize: Tokenize,
        hardware: Hardware = ANY_HARDWARE,
    ) -> None:
        model.eval()
        self._format = InputFormat.of(model.visual.preprocess_cfg)
        description = str(sorted(model.visual.preprocess_cfg.items()))
        fingerprint = hashlib.sha256(description.encode()).hexdigest()[:8]
        # Neither device nor precision: the self-test lets none be used whose vectors differ by more
        # than a cosine of 0.999, so those of a library that was begun on another computer, or in
        # another precision, may be compared with these.
        self.name = f"open_clip/{model_name}/{weights}/{fingerprint}"
        self.title = f"CLIP {model_name}"
        self.image_size: int = max(self._format.height, self._format.width)
        self.understands_korean = any(part in model_name.lower() for part in _MULTILINGUAL)
        self._scale = float(model.logit_scale.detach().exp())
        bias = getattr(model, "logit_bias", None)
        self._bias = None if bias is None else float(bias.detach())
        choice = choose(self.name, ImageNetwork(model.visual, self._format), hardware)
        # Frees its float32 weights where the choice is another precision.
        del model.visual
        self.dimension: int = choice.dimension
        self.precision = choice.precision
        self._problems = choice.problems
        is_cpu = choice.device == CPU
        area = self._format.height * self._format.width
        at_once = _PICTURES_AT_ONCE_ON_CPU if is_cpu else _PICTURES_AT_ONCE
        self.batch_size: int = max(1, round(at_once * min(1.0, _USUAL_AREA / area)))
        # A CPU's cores work side by side; while a graphics processor works, the next is made ready.
        self.batches_at_once: int = CORES if is_cpu else 2
        self._images = Tower(choice.network, choice.device, self.batch_size)
        self._texts = Tower(
            texts_beside(choice, TextNetwork(model), tokenize(list(_SAMPLE_TEXTS))),
            choice.device,
            _TEXTS_AT_ONCE_ON_CPU if is_cpu else _TEXTS_AT_ONCE,
            least_cosine=LEAST_COSINE,
        )
        self._tokenize = tokenize

    @property
    def device(self) -> str:
        """Where pictures are encoded; another device than before when that one failed."""
        return device_title(str(self._images.device))

    @property
    def problems(self) -> tuple[OrganizerError, ...]:
        """Why the device or precision is not another, for the user to know."""
        met = (self._images.problem, self._texts.problem)
        return (*self._problems, *(problem for problem in met if problem is not None))

    def prepare(self, pixels: Pixels) -> Pixels:
        """`pixels` (height, width, 3) as `encode_prepared` takes them; safe in many threads."""
        return self._format.prepare(pixels)

    def encode_prepared(self, prepared: Sequence[Pixels]) -> FloatArray:
        """Unit vectors of `prepared` pictures, float32 of shape (n, dimension).

        Safe in many threads. Raises OutOfMemory when one alone does not fit.
        """
        if not prepared:
            return np.zeros((0, self.dimension), np.float32)
        return self._images.encode(torch.from_numpy(np.stack(prepared)))

    def encode_images(self, images: Sequence[Image]) -> FloatArray:
        """Unit vectors of RGB `images`, float32 of shape (n, dimension)."""
        return self.encode_prepared([self.prepare(pixels_of(image)) for image in images])

    def encode_texts(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors of `texts`, float32 of shape (m, dimension)."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return self._texts.encode(self._tokenize(list(texts)))

    def probabilities(self, similarities: FloatArray) -> FloatArray:
        """As the model was trained: softmax over the texts, or sigmoid of each (SigLIP)."""
        logits = torch.from_numpy(similarities) * self._scale
        shares = logits.softmax(dim=1) if self._bias is None else (logits + self._bias).sigmoid()
        made: FloatArray = shares.numpy()
        return made

    def release(self) -> None:
        """Frees the memory of the graphics processor; the next use takes it again."""
        self._images.release()
        self._texts.release()


def has_gpu() -> bool:
    """Whether models run on a graphics processor here."""
    return devices.available_devices() != [CPU]
