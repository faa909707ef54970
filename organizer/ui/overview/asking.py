"""Counts in a thread of its own: other questions of the window need not wait for it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from organizer.errors import OrganizerError
from organizer.library.filters import Filter
from organizer.library.overview import Overview
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.tagging.records import Category
from organizer.ui.workers.background import BackgroundWorker


@dataclass(frozen=True, slots=True)
class Counted:
    """The overview of what passes `chosen`, and the categories of that moment."""

    chosen: Filter
    overview: Overview
    categories: tuple[Category, ...]


class OverviewAsking(BackgroundWorker):
    """Answers the newest question; one that comes meanwhile is next.

    Signals:
        answered(Counted): The counts for a filter.
        failed(OrganizerError): The library cannot be read.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, place: LibraryPlace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._wanted: Filter | None = None
        self._is_busy = False
        self.crashed.connect(self._rest)

    def ask(self, chosen: Filter) -> None:
        """Asks for the overview of what passes `chosen`."""
        self._wanted = chosen
        if not self._is_busy:
            self._begin()

    def _begin(self) -> None:
        chosen, self._wanted = self._wanted, None
        if chosen is not None:
            self._is_busy = True
            self.start(lambda: self._count(chosen))

    def _count(self, chosen: Filter) -> None:
        try:
            with LibraryReader(self._place) as reader:
                counted = Counted(chosen, reader.overview(chosen), reader.categories())
        except OrganizerError as error:
            told = error
            self.tell(lambda: self._fail(told))
            return
        self.tell(lambda: self._answer(counted))

    def _answer(self, counted: Counted) -> None:
        self._rest()
        if not self._is_busy:
            self.answered.emit(counted)

    def _fail(self, error: OrganizerError) -> None:
        self._rest()
        self.failed.emit(error)

    def _rest(self) -> None:
        self._is_busy = False
        self._begin()
