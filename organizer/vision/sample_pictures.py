"""Pictures by which devices and precisions are compared."""

import numpy as np
import torch
from torch import nn

from organizer.vision.pixels import Pixels

_PICTURES = 4


def sample_pictures(height: int, width: int) -> Pixels:
    """Four pictures, uint8 (4, height, width, 3), as rough and smooth as photographs are.

    Natural images have the same energy in each octave (Field 1987); a lit shape makes them differ.
    """
    random = np.random.default_rng(0)
    scenes = torch.zeros(_PICTURES, 3, height, width)
    for side in (2, 4, 8, 16, 32, 64, 128):
        grid = torch.from_numpy(random.standard_normal((_PICTURES, 3, side, side)))
        scenes += nn.functional.interpolate(
            grid.float(), (height, width), mode="bilinear", align_corners=False
        )
    for number in range(_PICTURES):
        top, left = height * number // 6, width * (number + 1) // 8
        scenes[number, number % 3, top : top + height // 3, left : left + width // 3] += 3
    bytes_ = (scenes * 30 + 110).clamp(0, 255).to(torch.uint8)
    made: Pixels = bytes_.permute(0, 2, 3, 1).contiguous().numpy()
    return made
