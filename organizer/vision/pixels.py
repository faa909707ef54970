"""Pictures as arrays, which threads hand to each other without copying."""

import numpy as np
from numpy.typing import NDArray
from PIL.Image import Image

# Of shape (height, width, 3), RGB.
Pixels = NDArray[np.uint8]


def pixels_of(image: Image) -> Pixels:
    """The pixels of an RGB `image`, an array of its own of shape (height, width, 3)."""
    # asarray gives what may not be written to, which torch warns of.
    return np.array(image, dtype=np.uint8)
