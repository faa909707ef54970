"""The one door to every model: pictures and words in, unit vectors of one space out."""

from collections.abc import Sequence
from typing import Protocol

from PIL.Image import Image

from organizer.errors import OrganizerError
from organizer.vectors import FloatArray
from organizer.vision.pixels import Pixels


class Encoder(Protocol):
    """Puts pictures and texts into one space, where close means alike.

    Attributes:
        name: Identifies weights and preprocessing; vectors of different names are never compared.
        title: What the interface calls the model.
        dimension: Length of each vector.
        device: Where it runs, such as "CPU" or "NVIDIA H200".
        problems: Why it does not run where the user may think.
        image_size: Side in pixels of the model's input; a decoded picture need not be much larger.
        batch_size: How many pictures it is best given at once.
        batches_at_once: How many threads it is best given them by.
        prompt_templates: Sentences with one {} that a word is put into before it is encoded.
        understands_korean: Whether Korean texts mean something to it.
    """

    name: str
    title: str
    dimension: int
    image_size: int
    batch_size: int
    batches_at_once: int
    prompt_templates: tuple[str, ...]
    understands_korean: bool

    @property
    def device(self) -> str: ...  # noqa: D102 - among the attributes above

    @property
    def problems(self) -> tuple[OrganizerError, ...]: ...  # noqa: D102

    def prepare(self, pixels: Pixels) -> Pixels:
        """RGB `pixels` (height, width, 3) as `encode_prepared` takes them.

        The costly part of preprocessing, for the threads that decode. Safe in many threads.
        """
        ...

    def encode_prepared(self, prepared: Sequence[Pixels]) -> FloatArray:
        """Unit vectors of `prepared` pictures, float32 of shape (n, dimension).

        Safe in many threads. Raises OutOfMemory.
        """
        ...

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

    def release(self) -> None:
        """Frees memory outside main memory until the next use."""
        ...
