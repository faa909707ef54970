"""Reads what comes back from a service, which may be anything.

A wrong address or a gateway between answers with a page, or nothing, and calls it success.
"""

import json
from dataclasses import dataclass

from organizer.vision.errors import ServiceAnswerUnreadable

_LONGEST_DETAIL = 120
_MOST_TOKENS = 1_000_000_000
_UNREADABLE = (ValueError, LookupError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said, and the tokens that it took; 0 where the service does not count them."""

    text: str
    input_tokens: int
    output_tokens: int


def read_reply(body: bytes, service: str) -> Reply:
    """The chat completion in `body`. Raises ServiceAnswerUnreadable, naming `service`."""
    content: object = None
    try:
        content = json.loads(body)
        text = content["choices"][0]["message"]["content"]  # type: ignore[index]
        if not isinstance(text, str):
            raise TypeError("what the model said is no text")
    # RecursionError: brackets within brackets within brackets.
    except _UNREADABLE as error:
        raise ServiceAnswerUnreadable(service, _told(content, body)) from error
    used = content.get("usage") if isinstance(content, dict) else None
    counts = used if isinstance(used, dict) else {}
    return Reply(
        text, _tokens(counts.get("prompt_tokens")), _tokens(counts.get("completion_tokens"))
    )


def read_models(body: bytes, service: str) -> tuple[str, ...]:
    """The names in the list of models in `body`. Raises ServiceAnswerUnreadable."""
    content: object = None
    try:
        content = json.loads(body)
        # Ollama without a model has none here.
        listed = content["data"] or []  # type: ignore[index]
        if not isinstance(listed, list):
            raise TypeError("it is no list")
    except _UNREADABLE as error:
        raise ServiceAnswerUnreadable(service, _told(content, body)) from error
    names = {one.get("id") for one in listed if isinstance(one, dict)}
    return tuple(sorted(name for name in names if isinstance(name, str) and name))


def _tokens(count: object) -> int:
    if isinstance(count, bool) or not isinstance(count, int | float):
        return 0
    return int(count) if 0 <= count < _MOST_TOKENS else 0


def _told(content: object, body: bytes) -> str:
    """What stands in place of an answer, for a person: an error, or how it begins."""
    for part in (content, *_choices(content)):
        for name in ("error", "message", "refusal"):
            said = part.get(name) if isinstance(part, dict) else None
            if isinstance(said, dict):
                said = said.get("message") or said.get("refusal")
            if isinstance(said, str) and said.strip():
                return " ".join(said.split())[:_LONGEST_DETAIL]
    beginning = " ".join(body[: 4 * _LONGEST_DETAIL].decode("utf-8", "replace").split())
    return beginning[:_LONGEST_DETAIL] or "nothing"


def _choices(content: object) -> list[object]:
    choices = content.get("choices") if isinstance(content, dict) else None
    return choices if isinstance(choices, list) else []
