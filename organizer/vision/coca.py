"""CoCa through open_clip (Yu et al. 2022): pictures in, a line of English about each out."""

import copy
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from open_clip.tokenizer import SimpleTokenizer
from PIL.Image import Image

from organizer.errors import OrganizerError
from organizer.vision.caption_decoder import END, START, CaptionDecoder
from organizer.vision.choosing import choose
from organizer.vision.cores import CORES
from organizer.vision.devices import CPU, device_title
from organizer.vision.errors import DeviceUnusable
from organizer.vision.hardware import ANY_HARDWARE, Hardware, Precision
from organizer.vision.networks import CaptionNetwork, ImageNetwork, in_float32
from organizer.vision.pixels import pixels_of
from organizer.vision.preprocessing import InputFormat
from organizer.vision.sample_pictures import sample_pictures
from organizer.vision.self_test import LEAST_COSINE, cosine_to
from organizer.vision.sentences import sentence_of
from organizer.vision.timing import TRIAL_ERRORS
from organizer.vision.tower import Tower

_PICTURES_AT_ONCE = 64
_PICTURES_AT_ONCE_ON_CPU = 16


class CocaCaptioner:
    """A CoCa model of open_clip. See Captioner.

    `weights` names what is loaded into it, `hardware` is what the user wants it to run on. `model`
    is taken over.
    """

    def __init__(
        self,
        model_name: str,
        weights: str,
        model: Any,  # noqa: ANN401 - open_clip is untyped
        hardware: Hardware = ANY_HARDWARE,
    ) -> None:
        model.eval()
        self.name = f"open_clip/{model_name}/{weights}"
        self.title = f"CoCa {model_name.removeprefix('coca_')}"
        self._format = InputFormat.of(model.visual.preprocess_cfg)
        self._tokenizer = SimpleTokenizer()
        # The image tower is what takes long, and what other precisions were tested for: the text
        # towers are small, and one token that is rounded to another changes all that follow.
        choice = choose(f"{self.name}/captions", ImageNetwork(model.visual, self._format), hardware)
        network = CaptionNetwork(choice.network, CaptionDecoder(model))
        fault = _fault(network, choice.device)
        self._problems: tuple[OrganizerError, ...] = choice.problems
        device = choice.device
        if fault:
            self._problems += (DeviceUnusable(device_title(str(device)), fault),)
            device = CPU
        is_cpu = device == CPU
        self.batch_size: int = _PICTURES_AT_ONCE_ON_CPU if is_cpu else _PICTURES_AT_ONCE
        self.batches_at_once: int = CORES if is_cpu else 1
        self._tower = Tower(in_float32(network) if fault else network, device, self.batch_size)

    @property
    def device(self) -> str:
        """Where pictures are described; another device than before when that one failed."""
        return device_title(str(self._tower.device))

    @property
    def problems(self) -> tuple[OrganizerError, ...]:
        """Why the device or precision is not another, for the user to know."""
        met = self._tower.problem
        return self._problems if met is None else (*self._problems, met)

    def describe(self, images: Sequence[Image]) -> list[str]:
        """A sentence for each of the RGB `images`. Raises OutOfMemory when one does not fit."""
        if not images:
            return []
        prepared = np.stack([self._format.prepare(pixels_of(image)) for image in images])
        tokens = self._tower.encode(torch.from_numpy(prepared)).astype(np.int64)
        return [sentence_of(self._text(row.tolist())) for row in tokens]

    def release(self) -> None:
        """Frees the memory of the graphics processor; the next use takes it again."""
        self._tower.release()

    def _text(self, tokens: list[int]) -> str:
        return str(self._tokenizer.decode([one for one in tokens if one not in (START, END)]))


def _fault(network: CaptionNetwork, device: torch.device) -> str:
    """Why `device` is not to be trusted with the text towers; "" when they do there as on the CPU.

    The image tower was tested when the device was chosen.
    """
    if device == CPU:
        return ""
    size = network.images.input_format
    pictures = torch.from_numpy(sample_pictures(size.height, size.width))
    try:
        with torch.inference_mode():
            exact = network.images.converted(Precision.FLOAT32)
            seen = exact.features(pictures)[1].float()
            right = network.decoder.first_scores(seen).numpy()
            moved = copy.deepcopy(network.decoder).to(device)
            found = moved.first_scores(seen.to(device)).cpu().numpy()
    except TRIAL_ERRORS as error:
        return (str(error).strip().splitlines() or [type(error).__name__])[0]
    cosine = cosine_to(right, found)
    return "" if cosine >= LEAST_COSINE else f"its words are wrong (cosine {cosine:.4f})"
