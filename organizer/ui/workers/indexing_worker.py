"""Runs the indexer in a thread of its own and tells the window what it does."""

import logging
import queue
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from organizer.archive.sample.maker import make_sample
from organizer.errors import OrganizerError
from organizer.indexing.indexer import Indexer
from organizer.indexing.progress import Cancelled, Control
from organizer.indexing.watcher import FolderWatcher
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Import:
    """A folder to import; `is_announced` when the user asked for it and awaits an answer."""

    folder: Path
    is_announced: bool


@dataclass(frozen=True, slots=True)
class _Sample:
    """The sample to make, and then to import."""

    folder: Path


class IndexingWorker(QObject):
    """Imports what is asked for, then looks at pictures until all are known.

    The methods named `request_…` as well as `pause`, `resume` and `stop` may be called from any
    thread. A request interrupts the looking for the moment that the import takes.

    Signals:
        progressed(Progress): Where the work stands.
        archive_added(ImportReport): An import that the user asked for has ended.
        library_changed(): A reader would see something new.
        failed(OrganizerError): What the user asked for cannot be done.
        crashed(str): A mistake of the program's own, as text for a report.
    """

    progressed = Signal(object)
    archive_added = Signal(object)
    library_changed = Signal()
    failed = Signal(object)
    crashed = Signal(str)
    _woken = Signal()

    def __init__(self, place: LibraryPlace, model: str) -> None:
        super().__init__()
        self._place = place
        self._model = model
        self._requests: queue.SimpleQueue[_Import | _Sample] = queue.SimpleQueue()
        self._control = Control()
        self._lock = threading.Lock()
        self._is_paused = False
        self._is_stopping = False
        self._indexer: Indexer | None = None
        self._watcher: FolderWatcher | None = None
        self._woken.connect(self.work, Qt.ConnectionType.QueuedConnection)

    @property
    def is_paused(self) -> bool:
        """Whether looking at pictures rests."""
        return self._is_paused

    def request_import(self, folder: Path, is_announced: bool = True) -> None:
        """Imports a folder as soon as possible; unannounced, nobody hears what came of it."""
        self._request(_Import(folder, is_announced))

    def request_sample(self, folder: Path) -> None:
        """Makes the sample in `folder` and imports it."""
        self._request(_Sample(folder))

    def pause(self) -> None:
        """Rests after the pictures at hand."""
        with self._lock:
            self._is_paused = True
            self._control.pause()

    def resume(self) -> None:
        """Goes on."""
        with self._lock:
            self._is_paused = False
            self._control.resume()

    def stop(self) -> None:
        """Ends the work after the pictures at hand; it goes on when the program starts again."""
        with self._lock:
            self._is_stopping = True
            self._control.cancel()

    @Slot()
    def resume_unfinished(self) -> None:
        """Watches all known archives, imports what changed and goes on with what was not done."""
        if self._place.database.is_file():
            try:
                with LibraryReader(self._place) as reader:
                    archives = reader.archives()
            except OrganizerError as error:
                self.failed.emit(error)
                return
            for archive in archives:
                self._requests.put(_Import(archive.path, is_announced=False))
            self.work()

    @Slot()
    def work(self) -> None:
        """Serves all requests, then looks at pictures; runs in the worker's own thread."""
        try:
            while not self._is_stopping and not self._work_once():
                pass
        except OrganizerError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - the one place that shows what nobody foresaw
            _log.exception("indexing failed")
            self.crashed.emit(f"{type(error).__name__}: {error}")

    @Slot()
    def close(self) -> None:
        """Lets go of library and folders; called in the worker's own thread."""
        if self._watcher is not None:
            self._watcher.stop()
        if self._indexer is not None:
            self._indexer.close()

    def _work_once(self) -> bool:
        """Serves one request, or looks at pictures; True when nothing is left to do."""
        control = self._fresh_control()
        try:
            try:
                request = self._requests.get_nowait()
            except queue.Empty:
                self._opened().understand(control)
                return self._requests.empty()
            self._serve(request, control)
        except Cancelled:
            return self._is_stopping
        return False

    def _serve(self, request: _Import | _Sample, control: Control) -> None:
        try:
            if isinstance(request, _Sample):
                make_sample(request.folder)
                request = _Import(request.folder, is_announced=True)
            report = self._opened().add(request.folder, control)
        except OrganizerError as error:
            if not isinstance(request, _Import) or request.is_announced:
                self.failed.emit(error)
            else:
                _log.info("%s", error)
            return
        for archive in report.archives:
            self._watch(archive.path)
        if request.is_announced:
            self.archive_added.emit(report)

    def _fresh_control(self) -> Control:
        """A control for the next piece of work that obeys what was asked for so far."""
        with self._lock:
            self._control = Control()
            if self._is_paused:
                self._control.pause()
            if self._is_stopping or not self._requests.empty():
                # A request is not held up by a pause of the looking.
                self._control.resume()
            if self._is_stopping:
                self._control.cancel()
            return self._control

    def _request(self, request: _Import | _Sample) -> None:
        self._requests.put(request)
        with self._lock:
            self._control.cancel()
        self._woken.emit()

    def _opened(self) -> Indexer:
        if self._indexer is None:
            self._indexer = Indexer(
                self._place,
                self._model,
                on_progress=self.progressed.emit,
                on_change=self.library_changed.emit,
            )
        return self._indexer

    def _watch(self, folder: Path) -> None:
        if self._watcher is None:
            self._watcher = FolderWatcher(self._reimport)
        self._watcher.watch(folder)

    def _reimport(self, folder: Path) -> None:
        self.request_import(folder, is_announced=False)
