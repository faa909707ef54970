"""Has a vision-language service tag pictures, off the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from organizer.errors import OrganizerError
from organizer.indexing.progress import Cancelled, Control
from organizer.indexing.service_tagging import ServiceProgress
from organizer.indexing.services import (
    ServiceSettings,
    import_client,
    is_this_computer,
    models_of,
    read_key,
    store_key,
    store_service,
    tag_pictures,
)
from organizer.library.edits import ServiceTags
from organizer.library.place import LibraryPlace
from organizer.ui.workers.background import BackgroundWorker


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """The service that the user named, with a `key` where they typed one."""

    settings: ServiceSettings
    key: str = ""


class ServiceWorker(BackgroundWorker):
    """Sends pictures when it is told to, and not before; one run at a time.

    Attributes:
        progress: How far the run is that goes on, or None.

    Signals:
        checked(tuple): The names of the models of the service that was asked for them.
        tagged(tuple): The ServiceTags that came, to be kept.
        changed(): `progress` is another.
        finished(ServiceProgress): All is asked, or the user stopped it.
        failed(OrganizerError): The service cannot be asked, or asked further.
        importing(bool): A large library is being imported, or no longer.
    """

    checked = Signal(object)
    tagged = Signal(object)
    changed = Signal()
    finished = Signal(object)
    failed = Signal(object)
    importing = Signal(bool)

    def __init__(self, place: LibraryPlace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._keys: dict[str, str] = {}
        self._control = Control()
        self.progress: ServiceProgress | None = None

    def check(self, request: ServiceRequest) -> None:
        """Asks the service for its models; sends no picture."""
        self.start(partial(self._check, request))

    def send(self, request: ServiceRequest, media_ids: Sequence[int], is_korean: bool) -> None:
        """Has pictures tagged, unless a run goes on; remembers the service.

        Hashtags are wanted in Korean or English, unless the library's options name a language.
        """
        if self.progress is None:
            self._control = Control()
            self._show(ServiceProgress(0, len(media_ids)))
            self.start(partial(self._send, request, tuple(media_ids), is_korean))

    def cancel(self) -> None:
        """Sends no more; what was sent is still answered and kept."""
        self._control.cancel()

    def stop(self) -> None:
        """Sends no more, and waits a moment for what was sent."""
        self._control.cancel()
        super().stop()

    def _check(self, request: ServiceRequest) -> None:
        self._import_client()
        key = self._key(request)
        try:
            models = models_of(request.settings, key)
        except OrganizerError as error:
            self.tell(partial(self.failed.emit, error))
            return
        self.tell(partial(self.checked.emit, models))

    def _send(self, request: ServiceRequest, media_ids: tuple[int, ...], is_korean: bool) -> None:
        latest = ServiceProgress(0, len(media_ids))

        def note(progress: ServiceProgress) -> None:
            nonlocal latest
            latest = progress
            self.tell(partial(self._show, progress))

        self._import_client()
        key = self._key(request)
        place, settings, control = self._place, request.settings, self._control
        try:
            store_service(settings)
            latest = tag_pictures(
                place, settings, key, media_ids, is_korean, control, self._keep, note
            )
        except Cancelled:
            pass
        except OrganizerError as error:
            self.tell(partial(self._fail, error))
            return
        self.tell(partial(self._finish, latest))

    def _import_client(self) -> None:
        self.tell(partial(self.importing.emit, True))
        try:
            import_client()
        finally:
            self.tell(partial(self.importing.emit, False))

    def _key(self, request: ServiceRequest) -> str:
        """The key that was typed, or is kept for the service."""
        address = request.settings.address
        try:
            if request.key:
                self._keys[address] = request.key
                store_key(address, request.key)
            return self._keys.get(address) or read_key(address)
        except OrganizerError as error:
            # A service on this computer needs none.
            if request.key or not is_this_computer(address):
                self.tell(partial(self.failed.emit, error))
            return self._keys.get(address, "")

    def _keep(self, tags: tuple[ServiceTags, ...]) -> None:
        self.tell(partial(self.tagged.emit, tags))

    def _fail(self, error: OrganizerError) -> None:
        self._show(None)
        self.failed.emit(error)

    def _finish(self, progress: ServiceProgress) -> None:
        self._show(None)
        self.finished.emit(progress)

    def _show(self, progress: ServiceProgress | None) -> None:
        self.progress = progress
        self.changed.emit()
