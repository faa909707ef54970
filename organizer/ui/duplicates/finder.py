"""Looks for duplicates beside the window."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from organizer.errors import OrganizerError
from organizer.indexing.duplicates.finding import find_duplicates
from organizer.indexing.duplicates.records import DuplicateGroup, SearchProgress
from organizer.indexing.progress import Cancelled, Control
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.ui.workers.background import BackgroundWorker
from organizer.ui.workers.indexing_worker import IndexingWorker


class DuplicateFinder(BackgroundWorker):
    """Searches the library at `place` in a thread of its own; `indexing` keeps what was found out.

    Signals:
        progressed(SearchProgress): How far the search is.
        found(tuple): The DuplicateGroups.
        cancelled(): The user stopped it.
        distinct_told(tuple): Sets of ids of pictures that are no duplicates, as of now.
        failed(OrganizerError): The library cannot be read.
    """

    progressed = Signal(object)
    found = Signal(object)
    cancelled = Signal()
    distinct_told = Signal(object)
    failed = Signal(object)

    def __init__(
        self, place: LibraryPlace, indexing: IndexingWorker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._indexing = indexing
        self._control = Control()

    def search(self) -> None:
        """Looks for duplicates anew."""
        self._control.cancel()
        self._control = Control()
        self.start(partial(self._search, self._control))

    def cancel(self) -> None:
        """Ends the search; what was found of how pictures look is kept."""
        self._control.cancel()

    def ask_distinct(self) -> None:
        """Asks what the user says are no duplicates."""
        self.start(self._read_distinct)

    def stop(self) -> None:
        """Ends everything; nothing is told afterwards."""
        self._control.cancel()
        super().stop()

    def _search(self, control: Control) -> None:
        """Runs in a thread of its own."""
        store = ThumbnailStore(self._place.thumbnails)

        def tell(progress: SearchProgress) -> None:
            self.tell(partial(self._tell_progress, control, progress))

        try:
            with LibraryReader(self._place) as reader:
                keep = self._indexing.request_hashes
                groups = find_duplicates(reader, store, keep, control, tell)
        except Cancelled:
            self.tell(partial(self._tell_cancelled, control))
        except OrganizerError as error:
            self.tell(partial(self.failed.emit, error))
        else:
            self.tell(partial(self._tell_found, control, groups))

    def _read_distinct(self) -> None:
        """Runs in a thread of its own."""
        try:
            with LibraryReader(self._place) as reader:
                self.tell(partial(self.distinct_told.emit, reader.duplicates.distinct_sets()))
        except OrganizerError as error:
            self.tell(partial(self.failed.emit, error))

    def _tell_progress(self, control: Control, progress: SearchProgress) -> None:
        if control is self._control and not control.is_cancelled:
            self.progressed.emit(progress)

    def _tell_cancelled(self, control: Control) -> None:
        # Another search may have taken its place.
        if control is self._control:
            self.cancelled.emit()

    def _tell_found(self, control: Control, groups: tuple[DuplicateGroup, ...]) -> None:
        if control is self._control and not control.is_cancelled:
            self.found.emit(groups)
