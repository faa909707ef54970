"""Resizes pictures as Pillow does, in a fifth of the time: torch uses the vector units for it."""

from typing import Literal

import torch

from organizer.vision.cores import stay_on_one_core
from organizer.vision.pixels import Pixels

Interpolation = Literal["bicubic", "bilinear"]


def resized(
    pixels: Pixels, width: int, height: int, interpolation: Interpolation = "bicubic"
) -> Pixels:
    """`pixels` resized with antialiasing; within 1 of 255 of what Pillow's filters give.

    From 540 × 675 to 224 × 280: 0.6 ms instead of 2.5. Safe to call in many threads.
    """
    if pixels.shape[:2] == (height, width):
        return pixels
    stay_on_one_core()
    # With a leading axis of one picture this is what torch calls channels last, and stays so.
    batch = torch.from_numpy(pixels[None]).permute(0, 3, 1, 2)
    small = torch.nn.functional.interpolate(
        batch, (height, width), mode=interpolation, antialias=True
    )
    made: Pixels = small[0].permute(1, 2, 0).contiguous().numpy()
    return made
