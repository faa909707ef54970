"""A vision-language service that the user names: any that speaks OpenAI's interface.

OpenAI itself, or Ollama and LM Studio on the user's own computer. Nothing is sent before `ask`.
"""

import base64
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

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
from organizer.vision.service_http import check_way, http_client
from organizer.vision.service_patience import Patience
from organizer.vision.service_replies import read_models, read_reply

if TYPE_CHECKING:
    from openai import OpenAIError
    from openai.types.chat import ChatCompletionContentPartParam
    from openai.types.chat.completion_create_params import CompletionCreateParamsNonStreaming


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

    def priced(self, sent: int, received: int) -> "ServiceUsage":
        """So many tokens, and what they cost at these prices."""
        cost = (sent * self.input_price + received * self.output_price) / 1_000_000
        return ServiceUsage(sent, received, cost)


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


class VisionService:
    """Asks the service of `settings` with `key`, where it needs one, in one asyncio loop.

    Raises UnsafeAddress when pictures cannot be sent to its address, ServiceUnreachable when the
    user's proxy cannot be used, ServiceRefused when `key` can be none.
    """

    def __init__(self, settings: ServiceSettings, key: str = "") -> None:
        # Half a second, and only who turned the service on needs it.
        import openai

        self._settings = settings
        self._address = checked_address(settings.address)
        self._host = host_of(self._address)
        if not key.isascii() or not key.isprintable():
            raise ServiceRefused(self._host, "the key has characters that keys do not have")
        # Services on the user's own computer want any key at all.
        key = key or "none"
        self._patience = Patience()
        # What is not given is taken from the environment, which speaks of another service.
        self._client = openai.AsyncOpenAI(
            api_key=key,
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            base_url=self._address,
            max_retries=0,
            http_client=http_client(self._address, key),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    @property
    def seconds_to_wait(self) -> float:
        """For how long the service asks to be left alone; requests wait meanwhile."""
        return self._patience.seconds_left

    async def models(self) -> tuple[str, ...]:
        """The names of the models that the service has, asked for once. Raises what `ask` does."""
        import httpx2
        import openai

        await check_way(self._address)
        try:
            response = await self._client.get("/models", cast_to=httpx2.Response)
        except openai.OpenAIError as error:
            raise self._told(error) from error
        return read_models(response.content, self._host)

    async def ask(self, pictures: Sequence[bytes], question: ServiceQuestion) -> ServiceAnswer:
        """What the service says of `pictures`, JPEG files, in one request.

        What fails in passing is tried again, and a service that asks to wait is waited for, within
        limits. Raises UnsafeAddress, ServiceUnreachable, ServiceRefused or ServiceAnswerUnreadable.
        """
        import httpx2

        content: list[ChatCompletionContentPartParam] = []
        for number, picture in enumerate(pictures, 1):
            data = base64.b64encode(picture).decode("ascii")
            content.append({"type": "text", "text": f"Picture {number}:"})
            url = f"data:image/jpeg;base64,{data}"
            content.append({"type": "image_url", "image_url": {"url": url}})

        body: CompletionCreateParamsNonStreaming = {
            "model": self._settings.model,
            "messages": [
                {"role": "system", "content": instructions(question)},
                {"role": "user", "content": content},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {
                    "name": "pictures",
                    "strict": True,
                    "schema": answer_schema(question),
                },
            },
        }

        async def request() -> bytes:
            # As it comes: the client itself takes a page for an answer.
            response = await self._client.post(
                "/chat/completions", body=body, cast_to=httpx2.Response
            )
            return response.content

        reply = read_reply(await self._patiently(request), self._host)
        opinions = read_answer(reply.text, len(pictures), question, self._host)
        usage = self._settings.priced(reply.input_tokens, reply.output_tokens)
        return ServiceAnswer(opinions, usage)

    async def _patiently(self, request: Callable[[], Awaitable[bytes]]) -> bytes:
        """The body of the answer to `request`, which is sent again where that may help."""
        import openai

        await check_way(self._address)
        failures = 0
        while True:
            await self._patience.wait()
            try:
                return await request()
            except openai.OpenAIError as error:
                failures += 1
                if not await self._patience.wait_after(error, failures):
                    raise self._told(error) from error

    def _told(self, error: "OpenAIError") -> OrganizerError:
        """What the client says, for a person."""
        import openai

        if isinstance(error, openai.APIStatusError):
            detail = f"{error.status_code}: {error.message}"[:300]
            if error.status_code < 500:
                return ServiceRefused(self._host, detail)
            return ServiceUnreachable(self._host, detail)
        return ServiceUnreachable(self._host, str(error)[:300])
