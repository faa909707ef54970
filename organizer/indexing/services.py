"""A vision-language service as the window and the command line use it."""

from collections.abc import Callable, Sequence

from organizer.indexing.hashtag_options import read_options
from organizer.indexing.progress import Control
from organizer.indexing.service_tagging import ServiceProgress, ServiceTagging, question_of
from organizer.library.edits import ServiceTags
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.vision.service import ServiceSettings, ServiceUsage, VisionService, estimated_usage
from organizer.vision.service_address import checked_address, host_of, is_this_computer
from organizer.vision.service_settings import (
    load_presets,
    read_key,
    read_service,
    store_key,
    store_service,
)

__all__ = [
    "ServiceSettings",
    "ServiceUsage",
    "checked_address",
    "estimated_usage",
    "host_of",
    "import_client",
    "is_this_computer",
    "load_presets",
    "models_of",
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

    Raises UnsafeAddress, ServiceUnreachable or ServiceRefused.
    """
    with VisionService(settings, key) as service:
        return service.models()


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
    UnsafeAddress, and what `ServiceTagging.run` raises.
    """
    with LibraryReader(place) as reader:
        options = read_options(reader)
        if options.language != "own":
            is_korean = options.language == "ko"
        question = question_of(reader, options.limit, is_korean)
    thumbnails = ThumbnailStore(place.thumbnails)
    with VisionService(settings, key) as service:
        tagging = ServiceTagging(service, settings, question, thumbnails, on_tagged, on_progress)
        return tagging.run(media_ids, control)
