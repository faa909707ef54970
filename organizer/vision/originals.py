"""Decodes pictures to be looked at: in their own colours, and large."""

import math
from dataclasses import dataclass
from typing import BinaryIO

from PIL.Image import Image, Resampling

from organizer.vision.camera import CameraFacts, read_camera_facts
from organizer.vision.colour import in_srgb
from organizer.vision.decoding import open_picture, turned_upright, upright_size

# What is drawn with 16 bits for a place cannot be wider.
_LONGEST_SIDE = 30_000


@dataclass(frozen=True, slots=True)
class DecodedOriginal:
    """A picture upright and in sRGB; `width` and `height` are those before it was reduced."""

    image: Image
    width: int
    height: int
    camera: CameraFacts


def decode_original(stream: BinaryIO, name: str, most_pixels: int) -> DecodedOriginal:
    """The picture in `stream`, reduced to at most `most_pixels` pixels where it has more.

    Its embedded colour profile is applied; otherwise as decode_picture, with the same errors.
    """
    with open_picture(stream, name) as opened:
        size = opened.size
        # Before decoding: afterwards the file's own bytes may be gone.
        camera = read_camera_facts(opened)
        profile = opened.info.get("icc_profile")
        wanted = _bounded(size, most_pixels)
        if wanted != size:
            opened.draft("RGB", wanted)
        opened.load()
        colour = in_srgb(opened, profile if isinstance(profile, bytes) else None)
        if colour.size != wanted:
            colour = colour.resize(wanted, Resampling.BICUBIC, reducing_gap=2.0)
        upright = upright_size(size, opened)
        return DecodedOriginal(turned_upright(colour, opened), *upright, camera)


def _bounded(size: tuple[int, int], most_pixels: int) -> tuple[int, int]:
    width, height = size
    scale = min(1.0, math.sqrt(most_pixels / (width * height)), _LONGEST_SIDE / max(width, height))
    return max(1, int(width * scale)), max(1, int(height * scale))
