"""Has a vision-language service tag pictures, off the GUI thread."""

import queue
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from organizer.errors import OrganizerError
from organizer.indexing.progress import Cancelled, Control
from organizer.indexing.service_tagging import ServiceProgress
from organizer.indexing.services import (
    ServiceSettings,
    forget_service,
    import_client,
    is_this_computer,
    models_of,
    prepare,
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
        prepared(Preparation): What is to be known before pictures are sent.
        checked(str, tuple): The names of the models of the service at an address.
        check_failed(str, OrganizerError): Why the service at an address cannot be asked for them.
        tagged(tuple): The ServiceTags that came, to be kept.
        changed(): `progress` is another.
        finished(ServiceProgress): All is asked, or the user stopped it.
        failed(OrganizerError): What the user asked for cannot be done, or not further.
        warned(OrganizerError): Something is not as it should be, and it goes on.
        forgotten(): The service and the keys are.
        importing(bool): A large library is being imported, or no longer.
    """

    prepared = Signal(object)
    checked = Signal(str, object)
    check_failed = Signal(str, object)
    tagged = Signal(object)
    changed = Signal()
    finished = Signal(object)
    failed = Signal(object)
    warned = Signal(object)
    forgotten = Signal()
    importing = Signal(bool)

    def __init__(self, place: LibraryPlace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._keys: dict[str, str] = {}
        self._control = Control()
        self._answered: queue.SimpleQueue[tuple[ServiceTags, ...]] = queue.SimpleQueue()
        self.progress: ServiceProgress | None = None

    @property
    def is_stopping(self) -> bool:
        """Whether the run that goes on ends soon, for the user stopped it."""
        return self.progress is not None and self._control.is_cancelled

    def prepare(self, media_ids: Sequence[int], is_korean: bool) -> None:
        """Looks up what is to be known before pictures are sent."""
        self.start(partial(self._prepare, tuple(media_ids), is_korean))

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
            self.start(partial(self._send, request, tuple(media_ids), is_korean, self._control))

    def forget(self) -> None:
        """Forgets the service and the keys of all services."""
        self._keys.clear()
        self.start(self._forget)

    def cancel(self) -> None:
        """Sends no more; what is answered within a moment is kept."""
        self._control.cancel()
        self.changed.emit()

    def stop(self) -> None:
        """Sends no more, waits a moment for what was sent, and passes on all that was answered."""
        self._control.cancel()
        super().stop()
        self._pass_on()

    def _prepare(self, media_ids: tuple[int, ...], is_korean: bool) -> None:
        try:
            preparation = prepare(self._place, media_ids, is_korean)
        except OrganizerError as error:
            self.tell(partial(self.failed.emit, error))
            return
        self.tell(partial(self.prepared.emit, preparation))

    def _check(self, request: ServiceRequest) -> None:
        address = request.settings.address
        try:
            self._import_client()
            models = models_of(request.settings, self._key(request))
        except OrganizerError as error:
            self.tell(partial(self.check_failed.emit, address, error))
            return
        self.tell(partial(self.checked.emit, address, models))

    def _send(
        self,
        request: ServiceRequest,
        media_ids: tuple[int, ...],
        is_korean: bool,
        control: Control,
    ) -> None:
        latest = ServiceProgress(0, len(media_ids))

        def note(progress: ServiceProgress) -> None:
            nonlocal latest
            latest = progress
            self.tell(partial(self._show, progress))

        place, settings = self._place, request.settings
        try:
            self._import_client()
            key = self._key(request)
            store_service(settings)
            tag_pictures(place, settings, key, media_ids, is_korean, control, self._keep, note)
        except Cancelled:
            pass
        except OrganizerError as error:
            self.tell(partial(self._fail, error))
            return
        except BaseException:
            self.tell(partial(self._show, None))
            raise
        self.tell(partial(self._finish, latest))

    def _forget(self) -> None:
        problem: OrganizerError | None = None
        try:
            forget_service()
        except OrganizerError as error:
            problem = error
        self.tell(self.forgotten.emit)
        if problem is not None:
            self.tell(partial(self.warned.emit, problem))

    def _import_client(self) -> None:
        self.tell(partial(self.importing.emit, True))
        try:
            import_client()
        finally:
            self.tell(partial(self.importing.emit, False))

    def _key(self, request: ServiceRequest) -> str:
        """The key that was typed for the service, or is kept for it and for no other.

        Raises KeyUnreadable.
        """
        address = request.settings.address
        if request.key:
            self._keys[address] = request.key
            try:
                store_key(address, request.key)
            except OrganizerError as error:
                self.tell(partial(self.warned.emit, error))
        if address in self._keys:
            return self._keys[address]
        try:
            return read_key(address)
        except OrganizerError:
            # A service on this computer needs none.
            if is_this_computer(address):
                return ""
            raise

    def _keep(self, tags: tuple[ServiceTags, ...]) -> None:
        # Once the program ends nothing is told any more, and yet all that came is to be kept.
        self._answered.put(tags)
        self.tell(self._pass_on)

    def _pass_on(self) -> None:
        while not self._answered.empty():
            self.tagged.emit(self._answered.get_nowait())

    def _fail(self, error: OrganizerError) -> None:
        self._show(None)
        self.failed.emit(error)

    def _finish(self, progress: ServiceProgress) -> None:
        self._show(None)
        self.finished.emit(progress)

    def _show(self, progress: ServiceProgress | None) -> None:
        self.progress = progress
        self.changed.emit()
