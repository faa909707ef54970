"""Texts to token ids, from what is in the model's folder or in open_clip, never from the network.

open_clip reads tokenizers of other kinds than CLIP's own with `transformers`, which asks the hub;
the library below it, `tokenizers`, reads the same file alone.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from open_clip.tokenizer import DEFAULT_CONTEXT_LENGTH, SimpleTokenizer, get_clean_fn
from tokenizers import Tokenizer
from tokenizers.processors import TemplateProcessing

from organizer.vision.errors import ModelUnavailable
from organizer.vision.model_store import TOKENIZER, TOKENIZER_CONFIGURATION

Tokenize = Callable[[Sequence[str]], torch.Tensor]
Configuration = Mapping[str, Any]

_KNOWN_OPTIONS = {"clean"}


def needs_files(configuration: Configuration) -> bool:
    """Whether the texts of an open_clip model are split by a tokenizer that comes in files."""
    return bool(configuration["text_cfg"].get("hf_tokenizer_name"))


def refuse_unreadable_texts(name: str, configuration: Configuration) -> None:
    """Raises ModelUnavailable for models whose texts only `transformers` understands.

    Their text towers (XLM-R, mT5, NLLB) are built by it, with a configuration from the hub.
    """
    text = configuration["text_cfg"]
    options = set(text.get("tokenizer_kwargs", {})) - _KNOWN_OPTIONS
    if text.get("hf_model_name") or (
        needs_files(configuration) and (options or text.get("tokenizer_mode"))
    ):
        raise ModelUnavailable(
            name,
            "its texts need the library “transformers”, which asks the network; for many languages"
            " take a SigLIP 2 model",
        )


def load_tokenizer(name: str, configuration: Configuration, folder: Path | None) -> Tokenize:
    """The tokenizer of an open_clip model with `configuration`; `folder` holds its files.

    What it gives has shape (n, context length). Raises ModelUnavailable when a file is missing or
    damaged.
    """
    refuse_unreadable_texts(name, configuration)
    text = configuration["text_cfg"]
    length = text.get("context_length", DEFAULT_CONTEXT_LENGTH)
    options = text.get("tokenizer_kwargs", {})
    if not needs_files(configuration):
        simple = SimpleTokenizer(context_length=length, **options)
        return lambda texts: simple(list(texts))
    if folder is None or not (folder / TOKENIZER).is_file():
        where = f" to {folder}" if folder else ""
        raise ModelUnavailable(
            name, f"{TOKENIZER} is missing; copy it{where} from {text['hf_tokenizer_name']}"
        )
    return FileTokenizer(name, folder, length, options.get("clean", "whitespace"))


class FileTokenizer:
    """Splits texts as open_clip's HFTokenizer does, by tokenizer.json alone.

    The text is cleaned as the model was trained ("canonicalize" drops case and punctuation), cut at
    the context length with its end mark kept, and filled up: SigLIP reads the last place.
    """

    def __init__(self, name: str, folder: Path, context_length: int, clean: str) -> None:
        self._clean = get_clean_fn(clean)
        try:
            options = _options(folder / TOKENIZER_CONFIGURATION)
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            _set_marks(self._tokenizer, options)
            padding = _padding(self._tokenizer, options)
        # tokenizers raises nothing narrower than Exception for a damaged file.
        except Exception as error:
            raise ModelUnavailable(name, f"{folder / TOKENIZER} is damaged: {error}") from error
        self._tokenizer.enable_truncation(context_length)
        self._tokenizer.enable_padding(length=context_length, **padding)

    def __call__(self, texts: Sequence[str]) -> torch.Tensor:
        """Token ids, int64 of shape (n, context length)."""
        encodings = self._tokenizer.encode_batch([self._clean(text) for text in texts])
        return torch.tensor([encoding.ids for encoding in encodings], dtype=torch.long)


def _options(path: Path) -> Configuration:
    if not path.is_file():
        return {}
    options: Configuration = json.loads(path.read_text(encoding="utf-8"))
    return options


def _set_marks(tokenizer: Tokenizer, options: Configuration) -> None:
    """Begin and end marks as the configuration says; without a word there, as the file says."""
    if "add_bos_token" not in options and "add_eos_token" not in options:
        return
    begin = [_token(options, "bos_token")] if options.get("add_bos_token") else []
    end = [_token(options, "eos_token")] if options.get("add_eos_token") else []
    tokenizer.post_processor = TemplateProcessing(
        single=[*begin, "$A", *end],
        special_tokens=[(mark, tokenizer.token_to_id(mark)) for mark in {*begin, *end}],
    )


def _padding(tokenizer: Tokenizer, options: Configuration) -> dict[str, Any]:
    token = _token(options, "pad_token") if "pad_token" in options else "<pad>"
    pad_id = tokenizer.token_to_id(token)
    if pad_id is None:
        raise ValueError(f"there is no token {token}")
    return {
        "pad_token": token,
        "pad_id": pad_id,
        "direction": options.get("padding_side", "right"),
    }


def _token(options: Configuration, key: str) -> str:
    value = options[key]
    return str(value["content"] if isinstance(value, dict) else value)
