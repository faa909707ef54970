"""Runs the indexer in a thread of its own and tells the window what it does."""

import logging
import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from organizer.archive.errors import NothingThere
from organizer.archive.sample.maker import make_sample
from organizer.errors import OrganizerError
from organizer.indexing.hashtag_options import HashtagOptions
from organizer.indexing.importing import ImportReport, sum_of_reports
from organizer.indexing.indexer import Indexer
from organizer.indexing.progress import Cancelled, Control
from organizer.indexing.watcher import FolderWatcher
from organizer.library.edits import Edit
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.tagging.records import Category

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Import:
    """Places to import; `is_announced` when the user asked for it and awaits an answer.

    `is_thorough` when something in them is known to have changed.
    """

    places: tuple[Path, ...]
    is_announced: bool
    is_thorough: bool = False


@dataclass(frozen=True, slots=True)
class _Move:
    """A watched place that was renamed."""

    old: Path
    new: Path


@dataclass(frozen=True, slots=True)
class _Edit:
    """What the user changes, under a number by which it can be taken back."""

    number: int
    edit: Edit


@dataclass(frozen=True, slots=True)
class _TakeBack:
    """An edit to take back, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class _Options:
    """How hashtags are to be suggested from now on."""

    options: HashtagOptions


@dataclass(frozen=True, slots=True)
class _Sample:
    """The sample to make, and then to import."""

    folder: Path


@dataclass(frozen=True, slots=True)
class _Preview:
    """Which pictures would be filed under a category."""

    number: int
    category: Category


@dataclass(frozen=True, slots=True)
class _Suggest:
    """Hashtags for one post of pictures."""

    number: int
    media_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _ProposeMerges:
    """Which of the user's hashtags might be one."""


_Question = _Preview | _Suggest | _ProposeMerges
# What the user decided, which is kept even when the program is closed at once.
_Decided = _Edit | _TakeBack | _Options
_Request = _Decided | _Question | _Import | _Move | _Sample


class IndexingWorker(QObject):
    """Imports what is asked for, then looks at pictures until all are known.

    The methods named `request_…` as well as `pause`, `resume` and `stop` may be called from any
    thread. A request interrupts the looking for the moment that the import takes.

    Signals:
        progressed(Progress): Where the work stands.
        archive_added(ImportReport): An import that the user asked for has ended.
        library_changed(): A reader would see something new.
        refiled(int): So many pictures changed their categories after what the user decided.
        previewed(int, object): The ids of the pictures that would be filed under a category, the
            surest first, under the number of the question.
        suggested(int, tuple): HashtagSuggestions for pictures, under the number of the question.
        merges_proposed(tuple): The MergeProposals for the user's hashtags.
        failed(OrganizerError): What the user asked for cannot be done.
        crashed(str): A mistake of the program's own, as text for a report.
    """

    progressed = Signal(object)
    archive_added = Signal(object)
    library_changed = Signal()
    refiled = Signal(int)
    previewed = Signal(int, object)
    suggested = Signal(int, object)
    merges_proposed = Signal(object)
    failed = Signal(object)
    crashed = Signal(str)
    _woken = Signal()

    def __init__(self, place: LibraryPlace, model: str) -> None:
        super().__init__()
        self._place = place
        self._model = model
        self._requests: queue.SimpleQueue[_Request] = queue.SimpleQueue()
        self._control = Control()
        self._import_control = Control()
        self._lock = threading.Lock()
        self._is_paused = False
        self._is_stopping = False
        self._indexer: Indexer | None = None
        self._watcher: FolderWatcher | None = None
        self._opposites: dict[int, Edit] = {}
        self._woken.connect(self.work, Qt.ConnectionType.QueuedConnection)

    @property
    def is_paused(self) -> bool:
        """Whether looking at pictures rests."""
        return self._is_paused

    def request_import(self, *places: Path, is_announced: bool = True) -> None:
        """Imports folders and zips as soon as possible, which may be parts of one export.

        Unannounced, nobody hears what came of it.
        """
        self._request(_Import(places, is_announced))

    def request_edit(self, number: int, edit: Edit) -> None:
        """Does what the user says, and remembers under `number` how to take it back.

        What was decided is kept even when the program is closed at once.
        """
        self._request(_Edit(number, edit))

    def request_take_back(self, number: int) -> None:
        """Takes back the edit that was done under `number`."""
        self._request(_TakeBack(number))

    def request_options(self, options: HashtagOptions) -> None:
        """Suggests hashtags otherwise from now on, and anew for all pictures."""
        self._request(_Options(options))

    def request_preview(self, number: int, category: Category) -> None:
        """Asks which pictures would be filed under `category`."""
        self._request(_Preview(number, category))

    def request_suggestions(self, number: int, media_ids: Sequence[int]) -> None:
        """Asks for hashtags for one post of these pictures."""
        self._request(_Suggest(number, tuple(media_ids)))

    def request_merge_proposals(self) -> None:
        """Asks which of the user's hashtags might be one."""
        self._request(_ProposeMerges())

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
            self._import_control.cancel()

    @Slot()
    def resume_unfinished(self) -> None:
        """Watches all known places, imports what changed and goes on with what was not done."""
        if self._place.database.is_file():
            try:
                with LibraryReader(self._place) as reader:
                    places = reader.places()
            except OrganizerError as error:
                self.failed.emit(error)
                return
            for place in places:
                self._watch(place.path)
                self._requests.put(_Import((place.path,), is_announced=False))
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
        while not self._requests.empty():
            # All else is asked for again at the next start.
            if isinstance(request := self._requests.get_nowait(), _Decided):
                self._serve(request, self._import_control)
        if self._indexer is not None:
            self._indexer.close()

    def _work_once(self) -> bool:
        """Serves one request, or looks at pictures; True when nothing is left to do."""
        try:
            try:
                request = self._requests.get_nowait()
            except queue.Empty:
                self._opened().understand(self._fresh_control())
                return self._requests.empty()
            # The next request must not end this one: an import that was begun is finished.
            self._serve(request, self._import_control)
        except Cancelled:
            return self._is_stopping
        return False

    def _serve(self, request: _Request, control: Control) -> None:
        if isinstance(request, _Move):
            self._opened().follow(request.old, request.new)
            return
        if isinstance(request, _Decided):
            self._decide(request)
            return
        if isinstance(request, _Question):
            self._answer(request)
            return
        try:
            if isinstance(request, _Sample):
                make_sample(request.folder)
                request = _Import((request.folder,), is_announced=True)
        except OrganizerError as error:
            self.failed.emit(error)
            return
        reports = [
            report for place in request.places if (report := self._import(place, request, control))
        ]
        if reports and request.is_announced:
            self.archive_added.emit(sum_of_reports(reports))

    def _decide(self, request: _Decided) -> None:
        indexer = self._opened()
        if isinstance(request, _Options):
            indexer.set_options(request.options)
        elif isinstance(request, _Edit):
            self._opposites[request.number] = indexer.apply(request.edit)
        else:
            indexer.apply(self._opposites.pop(request.number))

    def _answer(self, question: _Question) -> None:
        advisor = self._opened().advisor()
        match question:
            case _Preview(number, category):
                self.previewed.emit(number, advisor.preview(category))
            case _Suggest(number, media_ids):
                self.suggested.emit(number, advisor.suggest(media_ids))
            case _ProposeMerges():
                self.merges_proposed.emit(advisor.propose_merges())

    def _import(self, place: Path, request: _Import, control: Control) -> ImportReport | None:
        try:
            report = self._opened().add(place, control, request.is_thorough)
        except OrganizerError as error:
            if request.is_announced:
                self.failed.emit(error)
            else:
                _log.info("%s", error)
            return None
        self._watch(report.place)
        if request.is_announced and not report.archives:
            self.failed.emit(NothingThere(str(report.place)))
            return None
        return report

    def _fresh_control(self) -> Control:
        """A control for looking at pictures that obeys what was asked for so far."""
        with self._lock:
            self._control = Control()
            if self._is_paused:
                self._control.pause()
            if self._is_stopping or not self._requests.empty():
                # A request is not held up by a pause of the looking.
                self._control.cancel()
            return self._control

    def _request(self, request: _Request) -> None:
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
                on_refiled=self.refiled.emit,
            )
        return self._indexer

    def _watch(self, place: Path) -> None:
        if self._watcher is None:
            self._watcher = FolderWatcher(self._reimport, self._follow)
        self._watcher.watch(place)

    def _reimport(self, place: Path) -> None:
        self._request(_Import((place,), is_announced=False, is_thorough=True))

    def _follow(self, old: Path, new: Path) -> None:
        self._request(_Move(old, new))
        self._reimport(new)
