"""Asks the library on behalf of the window, in a thread of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal, Slot

from organizer.errors import OrganizerError
from organizer.indexing.hashtag_options import HashtagOptions, read_options
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import (
    Facets,
    LibraryCounts,
    MediaDetail,
    MediaListing,
    PlaceStatus,
    Problem,
)
from organizer.tagging.categories import load_categories
from organizer.tagging.records import Category
from organizer.tagging.vocabulary import load_vocabulary
from organizer.ui.models.known_hashtags import KnownHashtags
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


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What is known of `count` pictures; `number` is that of the question.

    There are no details of more than anybody compares. `uses` tells by key in how many posts the
    user has the hashtags of these pictures.
    """

    number: int
    count: int
    details: tuple[MediaDetail, ...] = ()
    uses: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HashtagAnswer:
    """The hashtags with `text` in them; `number` is that of the question."""

    number: int
    text: str
    known: KnownHashtags


@dataclass(frozen=True, slots=True)
class Counted:
    """How many pictures pass each of some filters; `number` is that of the question."""

    number: int
    pictures: tuple[int, ...]


class QueryWorker(QObject):
    """Lives in a thread; its slots are reached by queued signals only.

    Signals:
        listed(Listed): The pictures for a filter, at once.
        answered(Answer): The counts for a filter; with 100,000 pictures they take their time.
        many_looked_up(LookedUp): All that is known of pictures.
        hashtags_found(HashtagAnswer): The hashtags that were looked for.
        counted(Counted): How many pictures pass some filters.
        failed(OrganizerError): The library cannot be read.
    """

    listed = Signal(object)
    answered = Signal(object)
    many_looked_up = Signal(object)
    hashtags_found = Signal(object)
    counted = Signal(object)
    failed = Signal(object)
    _count_wanted = Signal(int, object)

    def __init__(self, place: LibraryPlace) -> None:
        super().__init__()
        self._place = place
        self._reader: LibraryReader | None = None
        self._latest = 0
        self._latest_look = 0
        self._last_look = 0
        self._count_wanted.connect(self._count, Qt.ConnectionType.QueuedConnection)

    def expect(self, number: int) -> None:
        """Notes the newest question, from any thread: older ones need no answer."""
        self._latest = number

    def expect_look(self, number: int) -> None:
        """Notes the newest look-up of several pictures, from any thread: counting can wait."""
        self._latest_look = number

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
        return self._latest > number or self._latest_look > self._last_look

    @Slot(int, object, object)
    def look_up_many(
        self, number: int, media_ids: tuple[int, ...], hashtags: tuple[str, ...]
    ) -> None:
        """Tells all that is known of pictures, unless a newer question is on its way.

        The uses of `hashtags` are told as well.
        """
        self._last_look = number
        if number < self._latest_look:
            return
        try:
            reader = self._opened()
            details = () if reader is None else tuple(reader.details(media_ids))
            present = {tag for one in details for tag in (*one.hashtags, *one.accepted)}
            suggested = {item.hashtag for one in details for item in one.suggestions}
            uses = {} if reader is None else reader.uses_of({*present, *suggested, *hashtags})
            # Read here and now, it does not hold up the window when hashtags are to be translated.
            load_vocabulary()
        except OrganizerError as error:
            self.failed.emit(error)
            return
        self.many_looked_up.emit(LookedUp(number, len(details), details, uses))

    @Slot(int, object, str, int)
    def find_hashtags(self, number: int, chosen: Filter, text: str, limit: int) -> None:
        """Tells the most used hashtags on what passes `chosen`, those with `text` in them."""
        try:
            reader = self._opened()
            facets = () if reader is None else reader.hashtags(chosen, text, limit)
            apart = () if reader is None else reader.kept_apart()
        except OrganizerError as error:
            self.failed.emit(error)
            return
        self.hashtags_found.emit(HashtagAnswer(number, text, KnownHashtags.of(facets, apart)))

    @Slot(int, object)
    def count(self, number: int, filters: tuple[Filter, ...]) -> None:
        """Tells how many pictures pass each of `filters`."""
        try:
            reader = self._opened()
            pictures = tuple(0 if reader is None else reader.count(one) for one in filters)
        except OrganizerError as error:
            self.failed.emit(error)
            return
        self.counted.emit(Counted(number, pictures))

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
