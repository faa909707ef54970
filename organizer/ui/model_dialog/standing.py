"""How it stands with the models: what the dialog shows, as one value."""

from dataclasses import dataclass

from organizer.indexing.model_shelf import ModelState, ShelfModel
from organizer.ui.workers.download_worker import Download


@dataclass(frozen=True, slots=True)
class Standing:
    """What one card shows.

    Attributes:
        model: The model of the card.
        is_in_use: Whether pictures are looked at with it.
        is_awaited: Whether the app is about to go over to it.
        is_busy: Whether the app is about to go over to any model.
        is_recommended: Whether it is the one to offer.
        download: The download of this model that goes on.
        is_line_free: Whether no other model is being downloaded.
        waits_for: What the model is called after which this one is downloaded; "" for none.
    """

    model: ShelfModel
    is_in_use: bool = False
    is_awaited: bool = False
    is_busy: bool = False
    is_recommended: bool = False
    download: Download | None = None
    is_line_free: bool = True
    waits_for: str = ""

    @property
    def can_be_downloaded(self) -> bool:
        """Whether there is something to download, and nothing of it is being downloaded."""
        is_missing = self.model.state in (ModelState.ABSENT, ModelState.PARTIAL)
        return is_missing and self.download is None

    @property
    def can_be_used(self) -> bool:
        """Whether it is here and another one is in use."""
        is_here = self.model.state in (ModelState.BUILT_IN, ModelState.HERE, ModelState.FILE)
        files = self.model.describing is None
        return is_here and files and not self.is_in_use and not self.is_awaited

    @property
    def is_describing(self) -> bool:
        """Whether pictures are to be described with it."""
        return self.model.describing is not None and self.model.describing.is_on

    @property
    def can_be_removed(self) -> bool:
        """Whether something of it can be deleted and nobody needs it."""
        has_files = self.model.state in (ModelState.HERE, ModelState.PARTIAL)
        is_needed = self.is_in_use or self.is_awaited or self.is_describing
        return has_files and self.download is None and not is_needed

    @property
    def can_be_forgotten(self) -> bool:
        """Whether the library has vectors of it that are not used."""
        return self.model.vectors is not None and not (self.is_in_use or self.is_awaited)
