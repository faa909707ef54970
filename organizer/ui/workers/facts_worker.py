"""Looks at how large the library is and what it holds, off the GUI thread."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from organizer.errors import OrganizerError
from organizer.library.disk_usage import DiskUsage, disk_usage
from organizer.library.place import LibraryPlace
from organizer.library.queries.vectors import StoredVectors
from organizer.library.reader import LibraryReader
from organizer.library.records import PlaceStatus
from organizer.ui.workers.background import BackgroundWorker


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """What the user added, what the library takes, and what it learned: so many `decisions`."""

    usage: DiskUsage
    places: tuple[PlaceStatus, ...] = ()
    vectors: tuple[StoredVectors, ...] = ()
    decisions: int = 0


class FactsWorker(BackgroundWorker):
    """Answers what the settings show of the library at `place`.

    Signals:
        told(LibraryFacts): How it stands now; only the newest question is answered.
    """

    told = Signal(object)

    def __init__(self, place: LibraryPlace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._number = 0

    def request(self) -> None:
        """Asks how it stands."""
        self._number += 1
        self.start(partial(self._look, self._number))

    def _look(self, number: int) -> None:
        usage = disk_usage(self._place)
        facts = LibraryFacts(usage)
        if self._place.database.is_file():
            try:
                with LibraryReader(self._place) as reader:
                    facts = LibraryFacts(
                        usage,
                        reader.place_statuses(),
                        reader.vectors.stored(),
                        len(reader.learning.decisions()),
                    )
            except OrganizerError:
                # The window says so already.
                facts = LibraryFacts(usage)
        self.tell(partial(self._tell, number, facts))

    def _tell(self, number: int, facts: LibraryFacts) -> None:
        if number == self._number:
            self.told.emit(facts)
