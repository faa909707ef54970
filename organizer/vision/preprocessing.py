"""How a picture becomes a model's input, up to the numbers that its network is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from organizer.vision.pixels import Pixels
from organizer.vision.resizing import Interpolation, resized


@dataclass(frozen=True, slots=True)
class InputFormat:
    """open_clip's transform for evaluation, in two steps.

    `prepare` resizes and crops, on any thread; the network subtracts `mean` and divides by `std`
    where it runs, so that bytes wait and travel instead of numbers of four bytes. `resize_mode`
    is open_clip's word: "shortest" makes the shorter side fit and cuts off what is over, "squash"
    makes a square of the whole, "longest" puts the whole on a ground of `fill_color`.
    """

    height: int
    width: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    interpolation: Interpolation
    resize_mode: str
    fill_color: int = 0

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> "InputFormat":
        """The format that open_clip describes as `config`, a model's `visual.preprocess_cfg`."""
        size = config["size"]
        height, width = (size, size) if isinstance(size, int) else size
        return cls(
            height,
            width,
            tuple(config["mean"]),
            tuple(config["std"]),
            # open_clip, too, takes what is not bilinear for bicubic.
            "bilinear" if config["interpolation"] == "bilinear" else "bicubic",
            config["resize_mode"],
            config.get("fill_color", 0),
        )

    def prepare(self, pixels: Pixels) -> Pixels:
        """`pixels` of any size as (height, width, 3); what was decoded smaller will do.

        Vectors of photographs of six sizes, decoded at half or a quarter and put through this, had
        a cosine of at least 0.99998 to those of open_clip's own transform of the whole (a network
        of random weights, in which different photographs have up to 0.99).
        """
        small = resized(pixels, *self._size_within(pixels), self.interpolation)
        return _centre(small, self.height, self.width, self.fill_color)

    def _size_within(self, pixels: Pixels) -> tuple[int, int]:
        """Width and height before cropping or padding, rounded as torchvision and open_clip do."""
        height, width = pixels.shape[:2]
        if self.resize_mode == "squash":
            return self.width, self.height
        ratios = (height / self.height, width / self.width)
        if self.resize_mode == "longest":
            return round(width / max(ratios)), round(height / max(ratios))
        if width <= height:
            return self.width, int(self.width * height / width)
        return int(self.height * width / height), self.height


def _centre(pixels: Pixels, height: int, width: int, fill: int) -> Pixels:
    """The middle of `pixels`, with `fill` around it where they are smaller."""
    missing = (max(0, height - pixels.shape[0]), max(0, width - pixels.shape[1]))
    if any(missing):
        around = [(size // 2, (size + 1) // 2) for size in missing]
        pixels = np.pad(pixels, (*around, (0, 0)), constant_values=fill)
    # round, not //: torchvision's half a pixel goes to the even neighbour.
    top = round((pixels.shape[0] - height) / 2)
    left = round((pixels.shape[1] - width) / 2)
    return np.ascontiguousarray(pixels[top : top + height, left : left + width])
