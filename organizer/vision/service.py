"""A vision-language service that the user names: any that speaks OpenAI's interface.

OpenAI itself, or Ollama and LM Studio on the user's own computer. Nothing is sent before `ask`.
"""

import base64
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from organizer.closing import Closing
from organizer.errors import OrganizerError
from organizer.vision.errors import ServiceRefused, ServiceUnreachable
from organizer.vision.service_address import checked_address, host_of
from organizer.vision.service_answers import (
    ServiceOpinion,
    ServiceQuestion,
    answer_schema,
    instructions,
    read_answer,
)

if TYPE_CHECKING:
    from openai import OpenAIError
    from openai.types.chat import ChatCompletionContentPartParam

_TIMEOUT_SECONDS = 120.0
_RETRIES = 3

# OpenAI counts a picture in patches of 32 pixels, times 1.62 for its small models; others count
# less. The words around the pictures and the answer are measured ones, rounded up.
_PATCH_PIXELS = 32
_TOKENS_OF_A_PATCH = 1.62
_TOKENS_OF_INSTRUCTIONS = 450
_TOKENS_OF_AN_ANSWER = 90


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """Which service is asked, and how.

    Attributes:
        address: Where it is, such as "http://localhost:11434/v1"; "" when there is none.
        model: The name by which the service knows the model.
        pictures_at_once: How many go in one request.
        requests_at_once: How many requests wait for answers at the same time.
        input_price: What a million tokens cost that are sent, in US dollars; 0 when unknown or
            nothing.
        output_price: The same of those that come back.
    """

    address: str = ""
    model: str = ""
    pictures_at_once: int = 4
    requests_at_once: int = 3
    input_price: float = 0.0
    output_price: float = 0.0


@dataclass(frozen=True, slots=True)
class ServiceUsage:
    """Tokens that were sent and came back, as the service counts them, and dollars for both."""

    input_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0

    def __add__(self, other: "ServiceUsage") -> "ServiceUsage":
        return ServiceUsage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cost + other.cost,
        )


NO_USAGE = ServiceUsage()


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """What the service says of each picture, None where it left one out, and what it took."""

    opinions: tuple[ServiceOpinion | None, ...]
    usage: ServiceUsage


def estimated_usage(
    settings: ServiceSettings, pictures: int, longest_side: int = 512
) -> ServiceUsage:
    """About what `pictures` of at most `longest_side` pixels will take; real use may differ."""
    requests = math.ceil(pictures / settings.pictures_at_once)
    picture_tokens = math.ceil(math.ceil(longest_side / _PATCH_PIXELS) ** 2 * _TOKENS_OF_A_PATCH)
    sent = requests * _TOKENS_OF_INSTRUCTIONS + pictures * picture_tokens
    return _usage(settings, sent, pictures * _TOKENS_OF_AN_ANSWER)


class VisionService(Closing):
    """Asks the service of `settings`, in as many threads as wanted, with `key` where it needs one.

    Raises UnsafeAddress when pictures cannot be sent to its address.
    """

    def __init__(self, settings: ServiceSettings, key: str = "") -> None:
        # Half a second, and only who turned the service on needs it.
        import openai

        self._settings = settings
        address = checked_address(settings.address)
        self._host = host_of(address)
        # The user agreed to one address: a redirect would take the pictures to another.
        client = openai.DefaultHttpxClient(follow_redirects=False)
        self._client = openai.OpenAI(
            # Services on the user's own computer want any key at all.
            api_key=key or "none",
            base_url=address,
            timeout=_TIMEOUT_SECONDS,
            max_retries=_RETRIES,
            http_client=client,
        )

    def close(self) -> None:
        """Closes all connections; requests that wait end with ServiceUnreachable."""
        self._client.close()

    def models(self) -> tuple[str, ...]:
        """The names of the models that the service has. Raises what `ask` raises."""
        import openai

        try:
            return tuple(sorted(model.id for model in self._client.models.list()))
        except openai.OpenAIError as error:
            raise self._told(error) from error

    def ask(self, pictures: Sequence[bytes], question: ServiceQuestion) -> ServiceAnswer:
        """What the service says of `pictures`, JPEG files, in one request.

        What fails in passing is tried again three times. Raises ServiceUnreachable, ServiceRefused
        or ServiceAnswerUnreadable.
        """
        import openai

        content: list[ChatCompletionContentPartParam] = []
        for number, picture in enumerate(pictures, 1):
            data = base64.b64encode(picture).decode("ascii")
            content.append({"type": "text", "text": f"Picture {number}:"})
            url = f"data:image/jpeg;base64,{data}"
            content.append({"type": "image_url", "image_url": {"url": url}})
        try:
            completion = self._client.chat.completions.create(
                model=self._settings.model,
                messages=[
                    {"role": "system", "content": instructions(question)},
                    {"role": "user", "content": content},
                ],
                response_format={
                    "type": "json_schema",
                    "json_schema": {
                        "name": "pictures",
                        "strict": True,
                        "schema": answer_schema(question),
                    },
                },
            )
            text = completion.choices[0].message.content if completion.choices else None
        except openai.OpenAIError as error:
            raise self._told(error) from error
        opinions = read_answer(text or "", len(pictures), question, self._host)
        used = completion.usage
        usage = NO_USAGE
        if used is not None:
            usage = _usage(self._settings, used.prompt_tokens, used.completion_tokens)
        return ServiceAnswer(opinions, usage)

    def _told(self, error: "OpenAIError") -> OrganizerError:
        """What the client says, for a person."""
        import openai

        if isinstance(error, openai.APIStatusError):
            detail = f"{error.status_code}: {error.message}"[:300]
            if error.status_code < 500:
                return ServiceRefused(self._host, detail)
            return ServiceUnreachable(self._host, detail)
        return ServiceUnreachable(self._host, str(error)[:300])


def _usage(settings: ServiceSettings, sent: int, received: int) -> ServiceUsage:
    cost = (sent * settings.input_price + received * settings.output_price) / 1_000_000
    return ServiceUsage(sent, received, cost)
