"""Vectors as all rooms use them."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

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


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """While any thread is within it, numpy multiplies matrices in one thread, in all the process.

    For small products in a loop. The threads of OpenBLAS wait for each other by spinning: of two
    cores they take twice as long as one alone, and four times where other programs want them too.
    """
    _blas.enter()
    try:
        yield
    finally:
        _blas.leave()


class _SharedLimit:
    """Set by the first that enters, lifted by the last that leaves, in whatever order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._within = 0
        self._limit: AbstractContextManager[object] = nullcontext()

    def enter(self) -> None:
        with self._lock:
            if not self._within:
                self._limit = ThreadpoolController().limit(limits=1, user_api="blas")
                self._limit.__enter__()
            self._within += 1

    def leave(self) -> None:
        with self._lock:
            self._within -= 1
            if not self._within:
                self._limit.__exit__(None, None, None)


_blas = _SharedLimit()
