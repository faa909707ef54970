"""A vision-language service as the window and the command line use it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from organizer.indexing.progress import Control
from organizer.indexing.service_tagging import ServiceProgress, ServiceTagging, question_of
from organizer.library.edits import ServiceTags
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.vision.service import ServiceSettings, ServiceUsage, VisionService
from organizer.vision.service_address import checked_address, host_of, is_near, is_this_computer
from organizer.vision.service_answers import ServiceQuestion
from organizer.vision.service_estimate import estimated_usage
from organizer.vision.service_keys import kept_addresses, read_key, store_key
from organizer.vision.service_settings import (
    forget_service,
    load_presets,
    read_service,
    store_service,
)

__all__ = [
    "Preparation",
    "ServiceQuestion",
    "ServiceSettings",
    "ServiceUsage",
    "checked_address",
    "estimated_usage",
    "forget_service",
    "host_of",
    "import_client",
    "is_near",
    "is_this_computer",
    "kept_addresses",
    "load_presets",
    "models_of",
    "prepare",
    "read_key",
    "read_service",
    "store_key",
    "store_service",
    "tag_pictures",
]


def import_client() -> None:
    """Imports what speaks to services: half a second, once."""
    import openai  # noqa: F401 - kept by Python


def models_of(settings: ServiceSettings, key: str) -> tuple[str, ...]:
    """The names of the models that the service has; sends no picture.

    Raises UnsafeAddress, ServiceUnreachable, ServiceRefused or ServiceAnswerUnreadable.
    """

    async def ask() -> tuple[str, ...]:
        async with VisionService(settings, key) as service:
            return await service.models()

    return asyncio.run(ask())


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is to be known before pictures are sent.

    Attributes:
        media_ids: The pictures that may be sent.
        question: What would be asked of them.
        tagged: Those of which a service has said something already.
    """

    media_ids: tuple[int, ...]
    question: ServiceQuestion
    tagged: frozenset[int]


def prepare(place: LibraryPlace, media_ids: Sequence[int], is_korean: bool) -> Preparation:
    """Looks up in the library at `place` what concerns pictures; sends nothing."""
    with LibraryReader(place) as reader:
        question = question_of(reader, is_korean)
        tagged = reader.service_tagged() & set(media_ids)
    return Preparation(tuple(media_ids), question, tagged)


def tag_pictures(
    place: LibraryPlace,
    settings: ServiceSettings,
    key: str,
    media_ids: Sequence[int],
    is_korean: bool,
    control: Control,
    on_tagged: Callable[[tuple[ServiceTags, ...]], None],
    on_progress: Callable[[ServiceProgress], None] = lambda _progress: None,
) -> ServiceProgress:
    """Has the service tag pictures of the library at `place`; what it says goes to `on_tagged`.

    Hashtags are wanted in Korean or English, unless the library's options name a language. Raises
    what `ServiceTagging.run` raises.
    """
    with LibraryReader(place) as reader:
        question = question_of(reader, is_korean)
    thumbnails = ThumbnailStore(place.thumbnails)

    async def ask() -> ServiceProgress:
        async with VisionService(settings, key) as service:
            tagging = ServiceTagging(
                service, settings, question, thumbnails, on_tagged, on_progress
            )
            return await tagging.run(media_ids, control)

    return asyncio.run(ask())
