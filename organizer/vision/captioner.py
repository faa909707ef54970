"""The one door to models that say in a line what a picture shows."""

from collections.abc import Sequence
from typing import Protocol

from PIL.Image import Image

from organizer.errors import OrganizerError
from organizer.vision.catalogue import load_catalogue
from organizer.vision.catalogue_entries import CatalogueModel
from organizer.vision.errors import UnknownModel
from organizer.vision.hardware import ANY_HARDWARE, Hardware
from organizer.vision.model_store import ModelStore
from organizer.vision.torch_import import quiet_imports


class Captioner(Protocol):
    """Says in a line of English what a picture shows.

    Attributes:
        name: Identifies model and weights.
        title: What the interface calls the model.
        device: Where it runs, such as "CPU" or "NVIDIA H200".
        problems: Why it does not run where the user may think.
        batch_size: How many pictures it is best given at once.
        batches_at_once: How many threads it is best given them by.
    """

    name: str
    title: str
    batch_size: int
    batches_at_once: int

    @property
    def device(self) -> str: ...  # noqa: D102 - among the attributes above

    @property
    def problems(self) -> tuple[OrganizerError, ...]: ...  # noqa: D102

    def describe(self, images: Sequence[Image]) -> list[str]:
        """A sentence for each of the RGB `images`, as `sentence_of` makes it.

        The same for the same picture each time. Safe in many threads. Raises OutOfMemory.
        """
        ...

    def release(self) -> None:
        """Frees memory outside main memory until the next use."""
        ...


def offered_captioner() -> CatalogueModel:
    """The model of the catalogue that describes pictures."""
    return load_catalogue().captioners[0]


def load_captioner(
    name: str, store: ModelStore | None = None, hardware: Hardware = ANY_HARDWARE
) -> Captioner:
    """The captioner `name`, ready for use; takes seconds and much memory, and no network.

    `name` is an id of the catalogue or "NAME/TAG" of open_clip, downloaded before into `store`, by
    default that of this computer. Raises UnknownModel, ModelNotDownloaded or ModelUnavailable.
    """
    entry = load_catalogue().find(name)
    model_name, _, tag = (entry.name if entry else name).partition("/")
    if not tag:
        raise UnknownModel(name, f"the one that describes pictures is {offered_captioner().id}")
    with quiet_imports():
        from organizer.vision.clip_loading import load_coca
    return load_coca(model_name, tag, store or ModelStore(), hardware)
