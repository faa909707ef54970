"""Vectors as all rooms use them."""

from contextlib import AbstractContextManager

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

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


def one_blas_thread() -> AbstractContextManager[object]:
    """While it is entered, numpy multiplies matrices in one thread, in the whole process.

    For small products in a loop. The threads of OpenBLAS wait for each other by spinning: of two
    cores they take twice as long as one alone, and four times where other programs want them too.
    """
    blas: AbstractContextManager[object] = ThreadpoolController().limit(limits=1, user_api="blas")
    return blas
