"""Asks the library on behalf of the window, in a thread of its own."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from organizer.errors import OrganizerError
from organizer.indexing.hashtag_options import HashtagOptions, read_options
from organizer.indexing.look_alikes import LookAlikes
from organizer.indexing.meaning import Meaning
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import Facets, LibraryCounts
from organizer.tagging.categories import load_categories
from organizer.tagging.vocabulary import load_vocabulary
from organizer.ui.models.known_hashtags import KnownHashtags
from organizer.ui.models.media_list_model import EMPTY
from organizer.ui.workers.answers import (
    Answer,
    Counted,
    HashtagAnswer,
    Listed,
    LookedUp,
    SimilarPictures,
)
from organizer.ui.workers.questions import Questions

_NO_COUNTS = LibraryCounts(0, 0, 0, 0)
# About a tenth of a second; other questions come in between.
_VECTORS_AT_ONCE = 10_000


class QueryWorker(QObject):
    """Lives in a thread; its slots are reached by queued signals only.

    Of the vectors that similarity needs, `vectors_at_once` are read without a look at what else
    is asked.

    Signals:
        listed(Listed): The pictures for a filter, at once.
        answered(Answer): The counts for a filter; with 100,000 pictures they take their time.
        many_looked_up(LookedUp): All that is known of pictures.
        hashtags_found(HashtagAnswer): The hashtags that were looked for.
        counted(Counted): How many pictures pass some filters.
        similar_found(SimilarPictures): The pictures that look like one.
        failed(OrganizerError): The library cannot be read.
    """

    listed = Signal(object)
    answered = Signal(object)
    many_looked_up = Signal(object)
    hashtags_found = Signal(object)
    counted = Signal(object)
    similar_found = Signal(object)
    failed = Signal(object)
    _count_wanted = Signal(int, object)
    _asked_again = Signal(int, object)
    _similar_asked_again = Signal(int, object, int)

    def __init__(self, place: LibraryPlace, vectors_at_once: int = _VECTORS_AT_ONCE) -> None:
        super().__init__()
        self._place = place
        self._vectors_at_once = vectors_at_once
        self._reader: LibraryReader | None = None
        self._look_alikes: LookAlikes | None = None
        self._listings = Questions()
        self._looks = Questions()
        self._similar = Questions()
        self._count_wanted.connect(self._count, Qt.ConnectionType.QueuedConnection)
        self._asked_again.connect(self.ask, Qt.ConnectionType.QueuedConnection)
        self._similar_asked_again.connect(self.find_similar, Qt.ConnectionType.QueuedConnection)

    def expect(self, number: int) -> None:
        """Notes the newest question, from any thread: older ones need no answer."""
        self._listings.newest = number

    def expect_look(self, number: int) -> None:
        """Notes the newest look-up of several pictures, from any thread: counting can wait."""
        self._looks.newest = number

    def expect_similar(self, number: int) -> None:
        """Notes the newest question for similar pictures, from any thread: counting can wait."""
        self._similar.newest = number

    @Slot(int, object)
    def ask(self, number: int, chosen: Filter) -> None:
        """Answers question `number` unless a newer one is on its way."""
        if not self._listings.take_up(number):
            return
        try:
            reader = self._opened()
            if reader is None:
                self.listed.emit(Listed(number, EMPTY, 0, chosen))
                self.answered.emit(_nothing(number, chosen))
                return
            is_loaded = self._look_alikes_of(reader).load(chosen, self._vectors_at_once)
            if is_loaded or chosen.similar_to is None:
                # Captions first: looks can be compared when all vectors are read.
                resolved = self._resolved(chosen) if is_loaded else chosen
                listing, found = reader.listing(resolved), reader.counts().found
                self.listed.emit(Listed(number, listing, found, resolved))
        except OrganizerError as error:
            self.failed.emit(error)
            return
        if is_loaded:
            self._count(number, chosen)
        else:
            self._asked_again.emit(number, chosen)

    @Slot(int, object)
    def _count(self, number: int, chosen: Filter) -> None:
        """Counts for question `number`; begins again when something quicker came in between."""
        reader = self._reader
        if number < self._listings.newest or reader is None:
            return
        try:
            facets = reader.facets_unless(lambda: self._is_awaited(number), self._resolved(chosen))
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
        return self._listings.newest > number or self._looks.is_waiting or self._similar.is_waiting

    @Slot(object)
    def learn(self, meaning: Meaning) -> None:
        """Takes note of what words mean to the model: `ask` finds what shows them from now on."""
        try:
            reader = self._opened()
        except OrganizerError:
            # Whoever asks is told.
            return
        if reader is not None:
            self._look_alikes_of(reader).learn(meaning)

    @Slot(int, object, int)
    def find_similar(self, number: int, media_id: int, limit: int) -> None:
        """Tells the pictures that look like one, unless a newer question is on its way."""
        if not self._similar.take_up(number):
            return
        try:
            reader = self._opened()
            found: tuple[int, ...] = ()
            if reader is not None:
                look_alikes = self._look_alikes_of(reader)
                if not look_alikes.load_similar(media_id, self._vectors_at_once):
                    self._similar_asked_again.emit(number, media_id, limit)
                    return
                found = look_alikes.different_similar(media_id, limit)
        except OrganizerError as error:
            self.failed.emit(error)
            return
        self.similar_found.emit(SimilarPictures(number, media_id, found))

    @Slot(int, object, object)
    def look_up_many(
        self, number: int, media_ids: tuple[int, ...], hashtags: tuple[str, ...]
    ) -> None:
        """Tells all that is known of pictures, unless a newer question is on its way.

        The uses of `hashtags` are told as well.
        """
        if not self._looks.take_up(number):
            return
        try:
            reader = self._opened()
            details = () if reader is None else tuple(reader.details(media_ids))
            present = {tag for one in details for tag in (*one.hashtags, *one.accepted)}
            suggested = {item.hashtag for one in details for item in one.suggestions}
            wanted = {*present, *suggested, *hashtags}
            uses = {} if reader is None else reader.own_hashtags.uses_of(wanted)
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
            facets = () if reader is None else reader.hashtags(self._resolved(chosen), text, limit)
            apart = () if reader is None else reader.own_hashtags.kept_apart()
        except OrganizerError as error:
            self.failed.emit(error)
            return
        self.hashtags_found.emit(HashtagAnswer(number, text, KnownHashtags.of(facets, apart)))

    @Slot(int, object)
    def count(self, number: int, filters: tuple[Filter, ...]) -> None:
        """Tells how many pictures pass each of `filters`."""
        try:
            reader = self._opened()
            pictures = tuple(
                0 if reader is None else reader.count(self._resolved(one)) for one in filters
            )
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
            self._look_alikes = None

    def _look_alikes_of(self, reader: LibraryReader) -> LookAlikes:
        if self._look_alikes is None:
            self._look_alikes = LookAlikes(reader)
        return self._look_alikes

    def _resolved(self, chosen: Filter) -> Filter:
        """`chosen` with what looks like what it names."""
        return chosen if self._look_alikes is None else self._look_alikes.resolved(chosen)

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
