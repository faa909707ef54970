"""Runs the indexer in a thread of its own and tells the window what it does."""

import contextlib
import logging
import queue
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot

from organizer.errors import OrganizerError
from organizer.indexing.computing import Hardware
from organizer.indexing.hashtag_options import HashtagOptions
from organizer.indexing.model_shelf import remember_choice
from organizer.indexing.power import THIS_COMPUTER, PowerSource, waits_on_battery
from organizer.indexing.progress import Cancelled
from organizer.library.edits import Edit
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.tagging.records import Category
from organizer.ui.workers.current_indexer import CurrentIndexer
from organizer.ui.workers.idleness import Idleness, IdleSeconds
from organizer.ui.workers.indexing_signals import IndexingSignals
from organizer.ui.workers.looking_control import LookingControl
from organizer.ui.workers.place_watching import PlaceWatching
from organizer.ui.workers.request_serving import RequestServing
from organizer.ui.workers.requests import (
    Decided,
    DoEdit,
    Import,
    KeepHashes,
    MakeSample,
    Preview,
    ProposeMerges,
    Remove,
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
    WaitOnBattery,
    WorkOnBattery,
)

_log = logging.getLogger(__name__)


class IndexingWorker(IndexingSignals):
    """Imports what is asked for, then looks at pictures until all are known.

    The methods named `request_…` as well as `pause`, `resume` and `stop` may be called from any
    thread. A request interrupts the looking for the moment that the import takes.

    Attributes:
        power: What the computer runs on.
    """

    _woken = Signal()

    def __init__(
        self,
        place: LibraryPlace,
        model: str,
        power: PowerSource = THIS_COMPUTER,
        idle_seconds: IdleSeconds = IdleSeconds(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__()
        self.power = power
        self._waits_on_battery = waits_on_battery()
        self._place = place
        self._requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
        self._control = LookingControl()
        self._indexers = CurrentIndexer(place, model, power, self)
        self._watching = PlaceWatching(self._request)
        self._serving = RequestServing(self._indexers, self, self._request, self._watching)
        self._woken.connect(self.work, Qt.ConnectionType.QueuedConnection)
        self._idleness = Idleness(idle_seconds, self._indexers, self)

    @property
    def is_paused(self) -> bool:
        """Whether looking at pictures rests."""
        return self._control.is_paused

    @property
    def waits_on_battery(self) -> bool:
        """Whether the user wants looking at pictures to wait while the computer runs on battery."""
        return self._waits_on_battery

    @property
    def model(self) -> str:
        """The name of the model in use, as model_shelf gives it."""
        return self._indexers.model

    def request_model(self, name: str) -> None:
        """Goes over to the model `name`, and looks at all pictures that it has not seen yet."""
        self._request(UseModel(name))

    def request_hardware(self, hardware: Hardware) -> None:
        """Runs models on `hardware` from now on, at each start; loads the one in use anew."""
        self._request(UseHardware(hardware))

    def request_waiting_on_battery(self, is_on: bool) -> None:
        """Looks at no pictures on battery from now on, or does so again."""
        self._waits_on_battery = is_on
        self._request(WaitOnBattery(is_on))

    def request_work_on_battery(self) -> None:
        """Looks at pictures although the computer runs on battery, until it was plugged in."""
        self._request(WorkOnBattery())

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

    def request_removal(self, places: Sequence[Path]) -> None:
        """Takes folders and zips out of the library, even when the program is closed at once."""
        self._request(Remove(tuple(places)))

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
        self._control.pause()

    def resume(self) -> None:
        """Goes on."""
        self._control.resume()

    def stop(self) -> None:
        """Ends the work after the pictures at hand; it goes on when the program starts again."""
        self._control.stop()

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
                self._watching.watch(place.path)
                self._requests.put(Import((place.path,), is_announced=False))
            self.work()

    @Slot()
    def work(self) -> None:
        """Serves all requests, then looks at pictures; runs in the worker's own thread."""
        self._idleness.end()
        try:
            while not self._control.is_stopping and not self._work_once():
                pass
        except OrganizerError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - the one place that shows what nobody foresaw
            _log.exception("indexing failed")
            self.crashed.emit(f"{type(error).__name__}: {error}")
        if not self._control.is_stopping:
            self._idleness.begin()

    @Slot()
    def close(self) -> None:
        """Lets go of library and folders; called in the worker's own thread."""
        self._idleness.end()
        self._watching.stop()
        while not self._requests.empty():
            request = self._requests.get_nowait()
            if isinstance(request, UseModel):
                # To load it now would hold up the program's end; it is loaded at the next start.
                remember_choice(request.name)
            # All else is asked for again at the next start.
            elif isinstance(request, Decided):
                # A removal that is marked goes on at the next start, too.
                with contextlib.suppress(Cancelled):
                    self._serving.serve(request, self._control.imports)
        self._indexers.close()

    def _work_once(self) -> bool:
        """Serves one request, or looks at pictures; True when nothing is left to do."""
        try:
            try:
                request = self._requests.get_nowait()
            except queue.Empty:
                self._look_at_pictures()
                return self._requests.empty()
            # The next request must not end this one: an import that was begun is finished.
            self._serving.serve(request, self._control.imports)
        except Cancelled:
            return self._control.is_stopping
        return False

    def _look_at_pictures(self) -> None:
        indexer = self._indexers.opened()
        control = self._control.begin()
        if not self._requests.empty():
            # It came before there was a looking to interrupt; a pause must not hold it up.
            control.cancel()
        indexer.understand(control)
        self._indexers.take_model_for_known()

    def _request(self, request: Request) -> None:
        self._requests.put(request)
        self._control.interrupt()
        self._woken.emit()
