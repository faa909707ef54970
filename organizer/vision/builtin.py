"""The starter model: works offline from the first minute, with weights that come as packages.

Pictures go into the space of sentences by ConSE (Norouzi et al. 2013, "Zero-Shot Learning by Convex
Combination of Semantic Embeddings"): the names of the classes that a picture most probably shows,
as sentence vectors, weighted by their probabilities.
"""

from collections.abc import Sequence

import numpy as np
from PIL.Image import Image

from organizer.errors import OrganizerError
from organizer.resource_files import resource_path
from organizer.vectors import FloatArray, softmax, unit_vectors
from organizer.vision.image_model import (
    BATCH_SIZE,
    BATCHES_AT_ONCE,
    IMAGE_SIZE,
    ImageModel,
    prepare,
)
from organizer.vision.pixels import Pixels, pixels_of
from organizer.vision.text_model import DIMENSION, TextModel

_CLASSES_COUNTED = 20
# Over 1 lets less probable classes count for more: a picture shows more than one thing.
_TEMPERATURE = 1.5
# Cosines of sentences to probabilities.
_SCALE = 22.0


class BuiltInEncoder:
    """Knows objects and scenes, is weak on people, understands English. See Encoder."""

    name = "built-in/efficientnet-lite2+minilm-l6/1"
    title = "Starter model"
    dimension = DIMENSION
    # It would gain little from a graphics processor: its first start must need no self-test.
    device = "CPU"
    problems: tuple[OrganizerError, ...] = ()
    image_size = IMAGE_SIZE
    batch_size = BATCH_SIZE
    batches_at_once = BATCHES_AT_ONCE
    # Class names are no sentences; "a photo of a dog" is farther from "beagle" than "dog" is.
    prompt_templates: tuple[str, ...] = ("{}",)
    understands_korean = False

    def __init__(self) -> None:
        self._images = ImageModel()
        self._texts = TextModel()
        self._class_vectors = _class_vectors()

    def prepare(self, pixels: Pixels) -> Pixels:
        """`pixels` (height, width, 3) as `encode_prepared` takes them; safe in many threads."""
        return prepare(pixels)

    def encode_images(self, images: Sequence[Image]) -> FloatArray:
        """Unit vectors of RGB `images`, float32 of shape (n, 384)."""
        return self.encode_prepared([prepare(pixels_of(image)) for image in images])

    def encode_prepared(self, prepared: Sequence[Pixels]) -> FloatArray:
        """Unit vectors of `prepared` pictures, float32 of shape (n, 384); in many threads, too."""
        if not prepared:
            return np.zeros((0, DIMENSION), np.float32)
        scores = self._images.log_probabilities(prepared) / _TEMPERATURE
        classes = np.argpartition(-scores, _CLASSES_COUNTED, axis=1)[:, :_CLASSES_COUNTED]
        counted = np.take_along_axis(scores, classes, axis=1)
        weights = np.exp(counted - counted.max(axis=1, keepdims=True))
        return unit_vectors(np.einsum("nk,nkd->nd", weights, self._class_vectors[classes]))

    def encode_texts(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors of English `texts`, float32 of shape (m, 384)."""
        return self._texts.encode(texts)

    def probabilities(self, similarities: FloatArray) -> FloatArray:
        """Softmax over the texts; rows sum to 1. `similarities` has shape (n, m)."""
        return softmax(_SCALE * similarities)

    def release(self) -> None:
        """It holds no memory but main memory."""


def class_names() -> list[str]:
    """What the 1,000 classes are called, in the model's order: synonyms with commas between."""
    text = resource_path("imagenet_classes.txt").read_text(encoding="utf-8")
    return text.splitlines()


def _class_vectors() -> FloatArray:
    # Kept as a file because encoding a thousand names takes two seconds at every start.
    return unit_vectors(np.load(resource_path("imagenet_classes.npy")).astype(np.float32))
