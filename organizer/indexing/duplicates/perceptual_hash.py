"""What a picture looks like in 64 bits, which recompressing and resizing change little.

The method is the DCT hash of C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash
Functions" (2010), section 3.2.1: the lowest frequencies of a small grey picture, each one bit by
whether it is above their median.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from organizer.vectors import FloatArray

METHOD = "dct-64"
"""Names the method where hashes are kept: another one is not comparable."""

BITS = 64

FLAT = bytes(BITS // 8)
"""The hash of a picture that shows next to nothing: black, white, a colour."""

_SIDE = 32
_LOWEST = 8
# Of 256 shades: what differs less is what compressing leaves behind.
_LEAST_CONTRAST = 2.0


def _cosines() -> FloatArray:
    """The first rows of the discrete cosine transform but for the constant one."""
    frequency = np.arange(1, _LOWEST + 1)[:, np.newaxis]
    place = np.arange(_SIDE)[np.newaxis, :] + 0.5
    return np.cos(np.pi * frequency * place / _SIDE).astype(np.float32)


_TRANSFORM = _cosines()


def hash_of_file(path: Path) -> bytes | None:
    """The hash of the picture at `path`, 8 bytes; None where it cannot be read."""
    try:
        with Image.open(path) as opened:
            # A JPEG is decoded no larger than needed.
            opened.draft("L", (2 * _SIDE, 2 * _SIDE))
            return hash_of(opened)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None


def hash_of(image: Image.Image) -> bytes:
    """The hash of a picture, 8 bytes."""
    grey = image.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    pixels = np.asarray(grey, np.float32)
    if pixels.std() < _LEAST_CONTRAST:
        return FLAT
    frequencies = _TRANSFORM @ pixels @ _TRANSFORM.T
    return np.packbits(frequencies > np.median(frequencies)).tobytes()


def as_points(hashes: Iterable[bytes]) -> FloatArray:
    """Hashes as points, shape (n, 64): a bit that differs adds 4 to the square of a distance."""
    flat: NDArray[np.uint8] = np.frombuffer(b"".join(hashes), np.uint8)
    bits = np.unpackbits(flat.reshape(-1, BITS // 8), axis=1)
    return bits.astype(np.float32) * 2 - 1


def as_numbers(hashes: Iterable[bytes]) -> NDArray[np.uint64]:
    """Hashes as numbers of 64 bits, shape (n,)."""
    return np.frombuffer(b"".join(hashes), np.uint64)
