"""Does what the indexing worker is asked for, and tells what came of it."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.archive.errors import NothingThere
from organizer.errors import OrganizerError
from organizer.indexing.importing import ImportReport, sum_of_reports
from organizer.indexing.progress import Control
from organizer.ui.workers.current_indexer import CurrentIndexer
from organizer.ui.workers.indexing_signals import IndexingSignals
from organizer.ui.workers.place_watching import PlaceWatching
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

if TYPE_CHECKING:
    from organizer.indexing.meaning import Meaning
    from organizer.library.edits import Edit

_log = logging.getLogger(__name__)


class RequestServing:
    """Serves requests with the indexer in use, in the thread that writes.

    `request` is called with what follows from a request; `watching` watches what was imported.
    """

    def __init__(
        self,
        indexers: CurrentIndexer,
        signals: IndexingSignals,
        request: Callable[[Request], None],
        watching: PlaceWatching,
    ) -> None:
        self._indexers = indexers
        self._signals = signals
        self._request = request
        self._watching = watching
        self._opposites: dict[int, Edit] = {}

    def serve(self, request: Request, control: Control) -> None:
        """Does what `request` says; an import ends when `control` says so, raising Cancelled.

        What cannot be done is told of or raised, as an OrganizerError.
        """
        if isinstance(request, Remove):
            self._remove(request.places, control)
            return
        if isinstance(request, Decided):
            self._decide(request)
            return
        if isinstance(request, Question):
            self._answer(request)
            return
        match request:
            case Import():
                self._import_all(request, control)
            case MakeSample(folder):
                self._make_sample(folder, control)
            case Move(old, new):
                self._indexers.opened().follow(old, new)
            case Retry():
                for place in self._indexers.opened().retry():
                    self._request(Import((place,), is_announced=False, is_thorough=True))
            case KeepHashes(method, hashes):
                self._indexers.opened().store_hashes(method, hashes)
            case UseHardware(hardware):
                self._indexers.use_hardware(hardware)
            case WorkOnBattery():
                self._indexers.power_saving.overrule()
            case RemoveVectors(encoder):
                freed = self._indexers.opened().remove_vectors(encoder)
                self._signals.vectors_removed.emit(encoder, freed)

    def _decide(self, request: Decided) -> None:
        if isinstance(request, UseModel):
            self._indexers.use_model(request.name)
            return
        if isinstance(request, WaitOnBattery):
            self._indexers.wait_on_battery(request.is_on)
            return
        self._indexers.take_model_for_known()
        indexer = self._indexers.opened()
        match request:
            case SetOptions(options):
                indexer.set_options(options)
            case SetDescribing(is_on):
                indexer.set_describing(is_on)
                self._signals.describing_changed.emit(is_on)
            case RemoveDescriptions():
                self._signals.descriptions_removed.emit(indexer.remove_descriptions())
            case DoEdit(number, edit):
                self._opposites[number] = indexer.apply(edit)
            case TakeBack(number):
                indexer.apply(self._opposites.pop(number))

    def _remove(self, places: tuple[Path, ...], control: Control) -> None:
        for place in places:
            self._watching.unwatch(place)
        remover = self._indexers.opened().remover
        remover.begin(places)
        self._signals.archives_removed.emit(places, remover.finish(control))

    def _answer(self, question: Question) -> None:
        if isinstance(question, Understand):
            self._understand(question.words)
            return
        advisor = self._indexers.opened().advisor()
        match question:
            case Preview(number, category):
                self._signals.previewed.emit(number, advisor.preview(category))
            case Suggest(number, media_ids):
                self._signals.suggested.emit(number, advisor.suggest(media_ids))
            case ProposeMerges():
                self._signals.merges_proposed.emit(advisor.propose_merges())

    def _understand(self, words: str) -> None:
        """Tells what words mean; captions are searched whether a model can be loaded or not."""
        meaning: Meaning | None = None
        try:
            meaning = self._indexers.opened().advisor().meaning(words)
        except OrganizerError as error:
            # It is told where pictures are to be looked at; who searches has not asked for it.
            _log.info("“%s” is not understood: %s", words, error)
        finally:
            if meaning is None:
                self._signals.not_understood.emit(words)
        if meaning is not None:
            self._signals.understood.emit(meaning)

    def _make_sample(self, folder: Path, control: Control) -> None:
        try:
            # Imported when it is wanted: the start need not wait for it.
            from organizer.archive.sample.maker import make_sample

            make_sample(folder)
        except OrganizerError as error:
            self._signals.failed.emit(error)
            return
        self._import_all(Import((folder,), is_announced=True), control)

    def _import_all(self, request: Import, control: Control) -> None:
        reports = [
            report for place in request.places if (report := self._import(place, request, control))
        ]
        if reports and request.is_announced:
            self._signals.archive_added.emit(sum_of_reports(reports))

    def _import(self, place: Path, request: Import, control: Control) -> ImportReport | None:
        try:
            if not request.is_announced and not self._indexers.opened().knows(place):
                # It was removed after it had changed.
                return None
            report = self._indexers.opened().add(place, control, request.is_thorough)
        except OrganizerError as error:
            if request.is_announced:
                self._signals.failed.emit(error)
            else:
                _log.info("%s", error)
            return None
        self._watching.watch(report.place)
        if request.is_announced and not report.archives:
            self._signals.failed.emit(NothingThere(str(report.place)))
            return None
        return report
