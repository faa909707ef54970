"""Asks the library on behalf of the window, in a thread of its own."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from organizer.errors import OrganizerError
from organizer.indexing.hashtag_options import HashtagOptions, read_options
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import Facets, LibraryCounts, MediaListing, PlaceStatus, Problem
from organizer.tagging.categories import load_categories
from organizer.tagging.records import Category
from organizer.ui.models.media_list_model import EMPTY

_NO_COUNTS = LibraryCounts(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Listed:
    """The pictures that pass; `found` are all that there are. `number` is that of the question."""

    number: int
    listing: MediaListing
    found: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What else the library holds for `chosen`; `number` is that of the question."""

    number: int
    chosen: Filter
    facets: Facets
    counts: LibraryCounts
    problems: tuple[Problem, ...]
    places: tuple[PlaceStatus, ...]
    categories: tuple[Category, ...]
    options: HashtagOptions


class QueryWorker(QObject):
    """Lives in a thread; its slots are reached by queued signals only.

    Signals:
        listed(Listed): The pictures for a filter, at once.
        answered(Answer): The counts for a filter; with 100,000 pictures they take their time.
        looked_up(MediaDetail | None): All that is known of one picture.
        failed(OrganizerError): The library cannot be read.
    """

    listed = Signal(object)
    answered = Signal(object)
    looked_up = Signal(object)
    failed = Signal(object)
    _count_wanted = Signal(int, object)

    def __init__(self, place: LibraryPlace) -> None:
        super().__init__()
        self._place = place
        self._reader: LibraryReader | None = None
        self._latest = 0
        self._look_ups_expected = 0
        self._look_ups_done = 0
        self._count_wanted.connect(self._count, Qt.ConnectionType.QueuedConnection)

    def expect(self, number: int) -> None:
        """Notes the newest question, from any thread: older ones need no answer."""
        self._latest = number

    def expect_look_up(self) -> None:
        """Notes that a picture is asked for, from the window's thread: counting can wait."""
        self._look_ups_expected += 1

    @Slot(int, object)
    def ask(self, number: int, chosen: Filter) -> None:
        """Answers question `number` unless a newer one is on its way."""
        if number < self._latest:
            return
        try:
            reader = self._opened()
            if reader is None:
                self.listed.emit(Listed(number, EMPTY, 0))
                self.answered.emit(_nothing(number, chosen))
                return
            self.listed.emit(Listed(number, reader.listing(chosen), reader.counts().found))
        except OrganizerError as error:
            self.failed.emit(error)
            return
        self._count(number, chosen)

    @Slot(int, object)
    def _count(self, number: int, chosen: Filter) -> None:
        """Counts for question `number`; begins again when something quicker came in between."""
        if number < self._latest or self._reader is None:
            return
        reader = self._reader
        try:
            facets = reader.facets_unless(lambda: self._is_awaited(number), chosen)
            if facets is None:
                self._count_wanted.emit(number, chosen)
                return
            answer = Answer(
                number,
                chosen,
                facets,
                reader.counts(),
                reader.problems(),
                reader.place_statuses(),
                reader.categories(),
                read_options(reader),
            )
        except OrganizerError as error:
            self.failed.emit(error)
            return
        self.answered.emit(answer)

    def _is_awaited(self, number: int) -> bool:
        """Whether someone waits for something else than the counts of question `number`."""
        return self._latest > number or self._look_ups_expected > self._look_ups_done

    @Slot(int)
    def look_up(self, media_id: int) -> None:
        """Tells all that is known of one picture."""
        self._look_ups_done += 1
        try:
            reader = self._opened()
            self.looked_up.emit(None if reader is None else reader.detail(media_id))
        except OrganizerError as error:
            self.failed.emit(error)

    @Slot()
    def close(self) -> None:
        """Closes the library; called in the worker's own thread."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _opened(self) -> LibraryReader | None:
        """None as long as nothing was ever added."""
        if self._reader is None and self._place.database.is_file():
            self._reader = LibraryReader(self._place)
        return self._reader


def _nothing(number: int, chosen: Filter) -> Answer:
    """The answer when nothing was ever added."""
    facets = Facets(0, {}, 0, {}, ())
    categories, options = load_categories(), HashtagOptions()
    return Answer(number, chosen, facets, _NO_COUNTS, (), (), categories, options)
