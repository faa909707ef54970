"""Weights trained with QuickGELU give wrong vectors in a model without it, and vice versa.

Nothing in the shapes of weights tells them apart, and open_clip only warns, of its own tags and
after the download. What can be known is known from elsewhere: by the tag; of a file by its
checksum, by the configuration beside it, by what it says of itself, or by its name.
"""

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import open_clip
from safetensors import SafetensorError, safe_open

from organizer.vision.errors import ModelUnavailable, WeightsForAnotherActivation
from organizer.vision.model_store import CONFIGURATION

_ENDING = "-quickgelu"
_MARK = re.compile(r"quick[-_ ]?gelu", re.IGNORECASE)
# OpenAI's addresses have the whole checksum, open_clip's names end with the beginning of theirs.
_CHECKSUM = re.compile(r"/([0-9a-f]{64})/|-([0-9a-f]{8})\.pth?$")


def refuse_other_activation(model_name: str, tag: str) -> None:
    """Raises ModelUnavailable when the listed weights are for another activation function."""
    trained_with = _is_quick(open_clip.get_pretrained_cfg(model_name, tag))
    if trained_with == _has_quick(model_name):
        return
    right = _model_with(trained_with, model_name)
    advice = f"; take {right}/{tag}" if right != model_name else ""
    raise ModelUnavailable(
        f"{model_name}/{tag}", f"these weights are for another activation function{advice}"
    )


def refuse_file_for_other_activation(model_name: str, file: Path, sha256: str) -> None:
    """Raises WeightsForAnotherActivation when it is known of the file; of most it is not."""
    evidence = (
        _by_checksum(sha256),
        _by_configuration(file.parent),
        _by_metadata(file),
        _by_name(model_name, file),
    )
    known = next((trained_with for trained_with in evidence if trained_with is not None), None)
    if known is not None and known != _has_quick(model_name):
        raise WeightsForAnotherActivation(str(file), _model_with(known, model_name))


def _by_checksum(sha256: str) -> bool | None:
    for model_name, tag in open_clip.list_pretrained():
        listed = open_clip.get_pretrained_cfg(model_name, tag)
        found = _CHECKSUM.search(listed.get("url") or "")
        if found and sha256.startswith(found[1] or found[2]):
            return _is_quick(listed)
    return None


def _by_configuration(folder: Path) -> bool | None:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        content = json.loads((folder / CONFIGURATION).read_text(encoding="utf-8"))
        return bool(content["model_cfg"].get("quick_gelu", False))
    return None


def _by_metadata(file: Path) -> bool | None:
    """What a safetensors file says of itself, which most do not."""
    if file.suffix != ".safetensors":
        return None
    with contextlib.suppress(OSError, SafetensorError), safe_open(file, framework="pt") as opened:
        said = opened.metadata() or {}
        if "quick_gelu" in said:
            return str(said["quick_gelu"]).lower() in ("true", "1")
        return True if _MARK.search(json.dumps(said)) else None
    return None


def _by_name(model_name: str, file: Path) -> bool | None:
    """What the file's name says: the word itself, or a tag that is only listed with one of both."""
    if _MARK.search(file.stem):
        return True
    tags = dict(_tags_of_family(model_name))
    # The longest: “dfn2b_s39b” is another one than “dfn2b”.
    for tag in sorted(tags, key=len, reverse=True):
        if re.search(rf"(?<![a-z0-9]){re.escape(tag)}(?![a-z0-9])", file.stem.lower()):
            return tags[tag]
    return None


def _tags_of_family(model_name: str) -> Iterator[tuple[str, bool | None]]:
    """Tags of the model and its variant, and whether they were trained with QuickGELU."""
    base = model_name.removesuffix(_ENDING)
    found: dict[str, set[bool]] = {}
    for name in (base, base + _ENDING):
        for tag in open_clip.list_pretrained_tags_by_model(name):
            found.setdefault(tag, set()).add(_is_quick(open_clip.get_pretrained_cfg(name, tag)))
    for tag, trained_with in found.items():
        yield tag, trained_with.pop() if len(trained_with) == 1 else None


def _model_with(quick: bool, model_name: str) -> str:
    """The variant of the model that has QuickGELU, or has it not."""
    return model_name + _ENDING if quick else model_name.removesuffix(_ENDING)


def _has_quick(model_name: str) -> bool:
    return _is_quick(open_clip.get_model_config(model_name) or {})


def _is_quick(content: Mapping[str, Any]) -> bool:
    return bool(content.get("quick_gelu", False))
