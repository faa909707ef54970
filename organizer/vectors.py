"""Vectors as all rooms use them."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


def unit_vectors(vectors: FloatArray) -> FloatArray:
    """`vectors` of shape (n, d), each divided by its length."""
    scaled: FloatArray = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return scaled.astype(np.float32, copy=False)


def softmax(logits: FloatArray) -> FloatArray:
    """Rows of `logits`, shape (n, m), as probabilities that sum to 1."""
    powers: FloatArray = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: FloatArray = powers / powers.sum(axis=1, keepdims=True)
    return shares
