"""What tagging needs of a model: words in, vectors and probabilities out."""

from collections.abc import Sequence
from typing import Protocol

from organizer.vectors import FloatArray, unit_vectors


class TextEncoder(Protocol):
    """The part of an encoder that works on words; see organizer.vision.encoder.Encoder."""

    prompt_templates: tuple[str, ...]

    def encode_texts(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors of `texts`, float32 of shape (m, dimension)."""
        ...

    def probabilities(self, similarities: FloatArray) -> FloatArray:
        """Cosines of shape (n, m) as probabilities in [0, 1]."""
        ...


class NamedTextEncoder(TextEncoder, Protocol):
    """A text encoder that says which model it is and whether Korean means something to it."""

    name: str
    understands_korean: bool


def encode_words(encoder: TextEncoder, words: Sequence[str]) -> FloatArray:
    """Unit vectors of `words`, shape (m, dimension): each is the mean over all prompt templates.

    Ensembling prompts in the space of embeddings is CLIP's own way (Radford et al. 2021).
    """
    templates = encoder.prompt_templates
    prompts = [template.format(word) for word in words for template in templates]
    vectors = encoder.encode_texts(prompts)
    return unit_vectors(vectors.reshape(len(words), len(templates), -1).mean(axis=1))
