"""Runs the indexer in a thread of its own and tells the window what it does."""

import logging
import queue
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from organizer.archive.errors import NothingThere
from organizer.errors import OrganizerError
from organizer.indexing.computing import Hardware, choose_hardware, chosen_hardware
from organizer.indexing.hashtag_options import HashtagOptions
from organizer.indexing.importing import ImportReport, sum_of_reports
from organizer.indexing.indexer import Indexer
from organizer.indexing.model_shelf import known_name, remember_choice
from organizer.indexing.progress import Cancelled, Control
from organizer.indexing.watcher import FolderWatcher
from organizer.library.edits import Edit
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.tagging.records import Category
from organizer.ui.workers.requests import (
    Decided,
    DoEdit,
    Import,
    KeepHashes,
    MakeSample,
    Move,
    Preview,
    ProposeMerges,
    Question,
    RemoveDescriptions,
    RemoveVectors,
    Request,
    Retry,
    SetDescribing,
    SetOptions,
    Suggest,
    TakeBack,
    Understand,
    UseHardware,
    UseModel,
)

if TYPE_CHECKING:
    from organizer.indexing.meaning import Meaning

_log = logging.getLogger(__name__)


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
        understood(Meaning): What the words of a search mean to the model.
        not_understood(str): They cannot be given to it.
        model_changed(str): Pictures are looked at with the model of this name from now on.
        model_refused(str, OrganizerError): The model of this name cannot be loaded; the one in use
            stays.
        hardware_changed(): The model in use was loaded on what the user chose, or on another.
        hardware_refused(OrganizerError): Why a model does not run where it should.
        vectors_removed(str, int): The vectors of an encoder are deleted, so many bytes are free.
        describing_changed(bool): Pictures are described from now on, or no longer.
        descriptions_removed(int): All descriptions are deleted, of so many pictures.
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
    understood = Signal(object)
    not_understood = Signal(str)
    model_changed = Signal(str)
    model_refused = Signal(str, object)
    hardware_changed = Signal()
    hardware_refused = Signal(object)
    vectors_removed = Signal(str, object)
    describing_changed = Signal(bool)
    descriptions_removed = Signal(int)
    failed = Signal(object)
    crashed = Signal(str)
    _woken = Signal()

    def __init__(self, place: LibraryPlace, model: str) -> None:
        super().__init__()
        self._place = place
        self._model = model
        self._requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
        self._control = Control()
        self._import_control = Control()
        self._lock = threading.Lock()
        self._is_paused = False
        self._is_stopping = False
        self._indexer: Indexer | None = None
        self._watcher: FolderWatcher | None = None
        self._opposites: dict[int, Edit] = {}
        self._has_new_model = False
        self._woken.connect(self.work, Qt.ConnectionType.QueuedConnection)

    @property
    def is_paused(self) -> bool:
        """Whether looking at pictures rests."""
        return self._is_paused

    @property
    def model(self) -> str:
        """The name of the model in use, as model_shelf gives it."""
        return known_name(self._model)

    def request_model(self, name: str) -> None:
        """Goes over to the model `name`, and looks at all pictures that it has not seen yet."""
        self._request(UseModel(name))

    def request_hardware(self, hardware: Hardware) -> None:
        """Runs models on `hardware` from now on, at each start; loads the one in use anew."""
        self._request(UseHardware(hardware))

    def request_retry(self) -> None:
        """Tries again what could not be read."""
        self._request(Retry())

    def request_vector_removal(self, encoder: str) -> None:
        """Deletes the vectors that `encoder` made, and makes the library smaller."""
        self._request(RemoveVectors(encoder))

    def request_describing(self, is_on: bool) -> None:
        """Describes pictures from now on, or no longer."""
        self._request(SetDescribing(is_on))

    def request_description_removal(self) -> None:
        """Deletes all descriptions."""
        self._request(RemoveDescriptions())

    def request_import(self, *places: Path, is_announced: bool = True) -> None:
        """Imports folders and zips as soon as possible, which may be parts of one export.

        Unannounced, nobody hears what came of it.
        """
        self._request(Import(places, is_announced))

    def request_edit(self, number: int, edit: Edit) -> None:
        """Does what the user says, and remembers under `number` how to take it back.

        What was decided is kept even when the program is closed at once.
        """
        self._request(DoEdit(number, edit))

    def request_take_back(self, number: int) -> None:
        """Takes back the edit that was done under `number`."""
        self._request(TakeBack(number))

    def request_options(self, options: HashtagOptions) -> None:
        """Suggests hashtags otherwise from now on, and anew for all pictures."""
        self._request(SetOptions(options))

    def request_preview(self, number: int, category: Category) -> None:
        """Asks which pictures would be filed under `category`."""
        self._request(Preview(number, category))

    def request_suggestions(self, number: int, media_ids: Sequence[int]) -> None:
        """Asks for hashtags for one post of these pictures."""
        self._request(Suggest(number, tuple(media_ids)))

    def request_merge_proposals(self) -> None:
        """Asks which of the user's hashtags might be one."""
        self._request(ProposeMerges())

    def request_meaning(self, words: str) -> None:
        """Asks what the words of a search mean to the model."""
        self._request(Understand(words))

    def request_hashes(self, method: str, hashes: Mapping[str, bytes]) -> None:
        """Keeps what `method` found of how pictures look, by their content hash."""
        self._request(KeepHashes(method, hashes))

    def request_sample(self, folder: Path) -> None:
        """Makes the sample in `folder` and imports it."""
        self._request(MakeSample(folder))

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
                self._requests.put(Import((place.path,), is_announced=False))
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
            request = self._requests.get_nowait()
            if isinstance(request, UseModel):
                # To load it now would hold up the program's end; it is loaded at the next start.
                remember_choice(request.name)
            # All else is asked for again at the next start.
            elif isinstance(request, Decided):
                self._serve(request, self._import_control)
        self._close_indexer()

    def _work_once(self) -> bool:
        """Serves one request, or looks at pictures; True when nothing is left to do."""
        try:
            try:
                request = self._requests.get_nowait()
            except queue.Empty:
                self._opened().understand(self._fresh_control())
                self._has_new_model = False
                return self._requests.empty()
            # The next request must not end this one: an import that was begun is finished.
            self._serve(request, self._import_control)
        except Cancelled:
            return self._is_stopping
        return False

    def _serve(self, request: Request, control: Control) -> None:
        if isinstance(request, Move):
            self._opened().follow(request.old, request.new)
            return
        if isinstance(request, UseModel):
            self._use(request.name)
            return
        if isinstance(request, KeepHashes):
            self._opened().store_hashes(request.method, request.hashes)
            return
        if isinstance(request, UseHardware):
            self._use_hardware(request.hardware)
            return
        if isinstance(request, Retry):
            for place in self._opened().retry():
                self._requests.put(Import((place,), is_announced=False, is_thorough=True))
            return
        if isinstance(request, RemoveVectors):
            freed = self._opened().remove_vectors(request.encoder)
            self.vectors_removed.emit(request.encoder, freed)
            return
        if isinstance(request, Decided):
            self._decide(request)
            return
        if isinstance(request, Question):
            self._answer(request)
            return
        try:
            if isinstance(request, MakeSample):
                # Imported when it is wanted: the start need not wait for it.
                from organizer.archive.sample.maker import make_sample

                make_sample(request.folder)
                request = Import((request.folder,), is_announced=True)
        except OrganizerError as error:
            self.failed.emit(error)
            return
        reports = [
            report for place in request.places if (report := self._import(place, request, control))
        ]
        if reports and request.is_announced:
            self.archive_added.emit(sum_of_reports(reports))

    def _use(self, name: str) -> None:
        """Goes over to another model; what was found with the old one stays until replaced."""
        # First, for two large models may not fit into memory.
        self._close_indexer()
        indexer = self._open(name)
        try:
            indexer.load()
            remember_choice(name)
        except OrganizerError as error:
            indexer.close()
            self.model_refused.emit(name, error)
            return
        except BaseException:
            indexer.close()
            raise
        self._indexer, self._model = indexer, name
        self._has_new_model = True
        self.model_changed.emit(self.model)

    def _use_hardware(self, hardware: Hardware) -> None:
        """Loads the model anew where the user wants it, so that they hear at once how it went."""
        choose_hardware(hardware)
        self._close_indexer()
        try:
            self._opened().load()
        finally:
            self.hardware_changed.emit()

    def _decide(
        self, request: DoEdit | TakeBack | SetOptions | SetDescribing | RemoveDescriptions
    ) -> None:
        self._has_new_model = False
        indexer = self._opened()
        if isinstance(request, SetOptions):
            indexer.set_options(request.options)
        elif isinstance(request, SetDescribing):
            indexer.set_describing(request.is_on)
            self.describing_changed.emit(request.is_on)
        elif isinstance(request, RemoveDescriptions):
            self.descriptions_removed.emit(indexer.remove_descriptions())
        elif isinstance(request, DoEdit):
            self._opposites[request.number] = indexer.apply(request.edit)
        else:
            indexer.apply(self._opposites.pop(request.number))

    def _answer(self, question: Question) -> None:
        if isinstance(question, Understand):
            self._understand(question.words)
            return
        advisor = self._opened().advisor()
        match question:
            case Preview(number, category):
                self.previewed.emit(number, advisor.preview(category))
            case Suggest(number, media_ids):
                self.suggested.emit(number, advisor.suggest(media_ids))
            case ProposeMerges():
                self.merges_proposed.emit(advisor.propose_merges())

    def _understand(self, words: str) -> None:
        """Tells what words mean; captions are searched whether a model can be loaded or not."""
        meaning: Meaning | None = None
        try:
            meaning = self._opened().advisor().meaning(words)
        except OrganizerError as error:
            # It is told where pictures are to be looked at; who searches has not asked for it.
            _log.info("“%s” is not understood: %s", words, error)
        finally:
            if meaning is None:
                self.not_understood.emit(words)
        if meaning is not None:
            self.understood.emit(meaning)

    def _import(self, place: Path, request: Import, control: Control) -> ImportReport | None:
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

    def _request(self, request: Request) -> None:
        self._requests.put(request)
        with self._lock:
            self._control.cancel()
        self._woken.emit()

    def _opened(self) -> Indexer:
        if self._indexer is None:
            self._indexer = self._open(self._model)
        return self._indexer

    def _open(self, model: str) -> Indexer:
        return Indexer(
            self._place,
            model,
            on_progress=self.progressed.emit,
            on_change=self.library_changed.emit,
            on_refiled=self._tell_refiled,
            hardware=chosen_hardware(),
            on_problem=self.hardware_refused.emit,
        )

    def _close_indexer(self) -> None:
        if self._indexer is not None:
            self._indexer.close()
            self._indexer = None

    def _tell_refiled(self, count: int) -> None:
        # What another model files otherwise was not learned from the user.
        if not self._has_new_model:
            self.refiled.emit(count)

    def _watch(self, place: Path) -> None:
        if self._watcher is None:
            self._watcher = FolderWatcher(self._reimport, self._follow)
        self._watcher.watch(place)

    def _reimport(self, place: Path) -> None:
        self._request(Import((place,), is_announced=False, is_thorough=True))

    def _follow(self, old: Path, new: Path) -> None:
        self._request(Move(old, new))
        self._reimport(new)
