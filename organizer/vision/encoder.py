"""The one door to every model: pictures and words in, unit vectors of one space out."""

from collections.abc import Sequence
from typing import Protocol

from PIL.Image import Image

from organizer.vectors import FloatArray


class Encoder(Protocol):
    """Puts pictures and texts into one space, where close means alike.

    Attributes:
        name: Identifies weights and preprocessing; vectors of different names are never compared.
        title: What the interface calls the model.
        dimension: Length of each vector.
        device: Where it runs, such as "CPU" or "NVIDIA H200".
        image_size: Side in pixels of the model's input; a decoded picture need not be much larger.
        prompt_templates: Sentences with one {} that a word is put into before it is encoded.
        understands_korean: Whether Korean texts mean something to it.
    """

    name: str
    title: str
    dimension: int
    device: str
    image_size: int
    prompt_templates: tuple[str, ...]
    understands_korean: bool

    def encode_images(self, images: Sequence[Image]) -> FloatArray:
        """Unit vectors of RGB `images`, float32 of shape (n, dimension)."""
        ...

    def encode_texts(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors of `texts`, float32 of shape (m, dimension)."""
        ...

    def probabilities(self, similarities: FloatArray) -> FloatArray:
        """Cosines of shape (n, m) between pictures and texts as probabilities in [0, 1].

        A model trained with softmax (CLIP) gives rows that sum to 1; one trained with sigmoid
        (SigLIP) gives each text its own probability.
        """
        ...
