"""Texts that a model has encoded once need not be encoded again: their vectors are kept on disk.

The vocabulary and the phrases of categories and concepts are the same at every start. A file for
each model, which can be deleted at any time: it is only slower then.
"""

import hashlib
import json
import logging
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from organizer.tagging.text_encoder import NamedTextEncoder
from organizer.vectors import FloatArray

MOST_TEXTS = 20_000
"""How many texts are kept for a model: at 384 numbers each, 31 MB. Of the product's own there are
about 4,000."""

_CHECKSUM_BYTES = hashlib.sha256().digest_size
_log = logging.getLogger(__name__)


class KeptTextEncoder:
    """The words of `encoder`, each encoded once for good: a NamedTextEncoder itself.

    Vectors are kept in a file in `folder`, under the encoder's name and the exact text. Beyond
    `most_texts`, those that were not asked for the longest are dropped. What people search for is
    seldom asked for twice: that is better given to `encoder` itself.
    """

    def __init__(
        self, encoder: NamedTextEncoder, folder: Path, most_texts: int = MOST_TEXTS
    ) -> None:
        self.encoder = encoder
        self.name = encoder.name
        self.prompt_templates = encoder.prompt_templates
        self.understands_korean = encoder.understands_korean
        self._most_texts = most_texts
        # The name may hold a path or be longer than a file's name may be.
        digest = hashlib.sha256(encoder.name.encode()).hexdigest()[:16]
        self._path = folder / f"{digest}.vectors"
        self._kept: dict[str, FloatArray] | None = None

    def encode_texts(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors of `texts`, float32 of shape (m, dimension); only new ones are encoded."""
        kept = self._loaded()
        asked = dict.fromkeys(texts)
        unknown = [text for text in asked if text not in kept]
        if unknown:
            kept.update(zip(unknown, self.encoder.encode_texts(unknown), strict=True))
        for text in asked:
            # A dict is in the order in which its keys were added: what is in use comes last.
            kept[text] = kept.pop(text)
        if not texts:
            return self.encoder.encode_texts(texts)
        vectors = np.stack([kept[text] for text in texts])
        if unknown:
            for text in list(kept)[: max(len(kept) - self._most_texts, 0)]:
                del kept[text]
            self._write(kept)
        return vectors

    def probabilities(self, similarities: FloatArray) -> FloatArray:
        """Cosines of shape (n, m) as probabilities in [0, 1]."""
        return self.encoder.probabilities(similarities)

    def _loaded(self) -> dict[str, FloatArray]:
        if self._kept is None:
            try:
                self._kept = _read(self._path, self.name)
            except FileNotFoundError:
                self._kept = {}
            except (OSError, ValueError) as error:
                _log.warning("%s is made anew, it cannot be used: %s", self._path, error)
                self._kept = {}
        return self._kept

    def _write(self, kept: Mapping[str, FloatArray]) -> None:
        unfinished = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(_file_content(self.name, kept))
            unfinished.replace(self._path)
        except OSError as error:
            _log.info("texts are encoded again next time, %s cannot be kept: %s", self._path, error)


def _file_content(name: str, kept: Mapping[str, FloatArray]) -> bytes:
    """A checksum, what is kept as a line of JSON, and all vectors one after the other."""
    header = json.dumps({"model": name, "texts": list(kept)}).encode()
    vectors = np.stack(list(kept.values())).astype("<f4").tobytes()
    content = header + b"\n" + vectors
    return hashlib.sha256(content).digest() + content


def _read(path: Path, name: str) -> dict[str, FloatArray]:
    """What the file at `path` holds. Raises ValueError when it is not whole or of another model."""
    stored = path.read_bytes()
    content = memoryview(stored)[_CHECKSUM_BYTES:]
    if hashlib.sha256(content).digest() != stored[:_CHECKSUM_BYTES]:
        raise ValueError("it is damaged")
    end = stored.index(b"\n", _CHECKSUM_BYTES)
    header = json.loads(stored[_CHECKSUM_BYTES:end])
    if header["model"] != name:
        raise ValueError(f"it is of the model {header['model']}")
    texts = header["texts"]
    vectors = np.frombuffer(stored, "<f4", offset=end + 1).reshape(len(texts), -1)
    return dict(zip(texts, vectors.astype(np.float32), strict=True))
