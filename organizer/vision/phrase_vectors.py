"""Keeps the vectors of sets of phrases: a text tower is the larger part of a multilingual model.

The thousands of phrases of categories and hashtags are the same at each start; encoding them takes
minutes on a processor. A set has a file of its own, named by the model and all of its phrases.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import platformdirs

from organizer.vectors import FloatArray

# Fewer are what someone searches for.
_SMALLEST_SET = 32
_SETS_KEPT = 64


class PhraseVectors:
    """The sets of phrases that the model `name` has encoded, in the user's cache."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._folder = platformdirs.user_cache_path("Photo Organizer", appauthor=False) / "phrases"

    def of(self, texts: Sequence[str], encode: Callable[[], FloatArray]) -> FloatArray:
        """The vectors of `texts`, shape (n, dimension): as kept, or by `encode`."""
        if len(texts) < _SMALLEST_SET:
            return encode()
        path = self._folder / f"{self._key(texts)}.npy"
        kept = _read(path, len(texts))
        if kept is not None:
            return kept
        vectors = encode()
        # A cache that cannot be written costs time, and nothing else.
        with contextlib.suppress(OSError):
            _write(path, vectors)
        return vectors

    def _key(self, texts: Sequence[str]) -> str:
        digest = hashlib.sha256(self._name.encode())
        for text in texts:
            digest.update(b"\0" + text.encode())
        return digest.hexdigest()


def _read(path: Path, count: int) -> FloatArray | None:
    # ValueError: the file is damaged, and is made anew.
    with contextlib.suppress(OSError, ValueError, EOFError):
        vectors: FloatArray = np.load(path, allow_pickle=False)
        if vectors.ndim == 2 and len(vectors) == count and vectors.dtype == np.float32:
            path.touch()
            return vectors
    return None


def _write(path: Path, vectors: FloatArray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}")
    with temporary.open("wb") as stream:
        np.save(stream, vectors)
    temporary.replace(path)
    newest_first = sorted(
        path.parent.glob("*.npy"), key=lambda entry: entry.stat().st_mtime, reverse=True
    )
    for old in newest_first[_SETS_KEPT:]:
        old.unlink()
