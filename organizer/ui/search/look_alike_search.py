"""Has the words of a search understood, so that pictures are found by what they show."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from organizer.indexing.meaning import Meaning
from organizer.library.filters import Filter
from organizer.library.search_text import parse_search
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

# Who goes on typing is not interrupted, nor is looking at pictures for each letter.
_PAUSE_MILLISECONDS = 250
_OFFER_MILLISECONDS = 1000

Offer = Callable[[str, str, Callable[[], None]], None]


class LookAlikeSearch(QObject):
    """Asks the model once for each description; the worker for queries remembers the answers.

    `offer` is called with a query, the title of a model that understands it, and what to call when
    the user does not want to hear of it.

    Signals:
        state_changed(): What looks like the words can be asked for, or never; see `awaited`.
        looking_changed(str): The words whose look-alikes are awaited, "" for none.
    """

    state_changed = Signal()
    looking_changed = Signal(str)

    def __init__(self, workers: Workers, offer: Offer, parent: QObject) -> None:
        super().__init__(parent)
        self._workers = workers
        self._offer = offer
        self._words = ""
        self._awaited = ""
        self._offered_for: dict[str, str] = {}
        self._understood: set[str] = set()
        self._is_model_unusable = False
        self._may_offer = True
        self._asking = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._asking.timeout.connect(self._ask)
        self._offering = QTimer(self, singleShot=True, interval=_OFFER_MILLISECONDS)
        self._offering.timeout.connect(self._make_offer)
        indexing = workers.indexing
        self._hearing = Hearing(
            indexing.understood.connect(self._mind_meaning),
            indexing.not_understood.connect(self._mind_failure),
            indexing.model_changed.connect(self._forget),
        )

    @property
    def awaited(self) -> str:
        """The words whose look-alikes are not known yet; "" when there is nothing to wait for."""
        return self._awaited

    def close(self) -> None:
        """Hears no more of the workers."""
        self._hearing.end()
        self._asking.stop()
        self._offering.stop()

    def follow(self, chosen: Filter) -> None:
        """Is told of each filter that the window shows."""
        is_of_words = chosen.similar_to is None and self._workers.place.database.is_file()
        words = parse_search(chosen.text).description if is_of_words else ""
        if words == self._words:
            return
        self._words = words
        is_new = bool(words) and words not in self._understood and not self._is_model_unusable
        self._await(words if is_new else "")
        self._asking.stop()
        self._offering.stop()
        if is_new:
            self._asking.start()
        if words:
            self._offering.start()

    def hurry(self) -> None:
        """The user has pressed Enter: there is no more to come."""
        if self._asking.isActive():
            self._asking.stop()
            self._ask()
        if self._offering.isActive():
            self._offering.stop()
            self._make_offer()

    def _ask(self) -> None:
        if self._awaited:
            self._workers.indexing.request_meaning(self._awaited)

    def _mind_meaning(self, meaning: Meaning) -> None:
        self._understood.add(meaning.words)
        if meaning.offered:
            self._offered_for[meaning.words] = meaning.offered
        self._end_waiting(meaning.words)

    def _mind_failure(self, words: str) -> None:
        # To try it again for each search would load the model in vain each time.
        self._is_model_unusable = True
        self._end_waiting(words)

    def _end_waiting(self, words: str) -> None:
        if words != self._awaited:
            return
        self._await("")
        self.state_changed.emit()
        if not self._offering.isActive():
            self._make_offer()

    def _await(self, words: str) -> None:
        if words != self._awaited:
            self._awaited = words
            self.looking_changed.emit(words)

    def _make_offer(self) -> None:
        """Once for each query, when it is finished; no more after it was declined."""
        title = self._offered_for.pop(self._words, "")
        if title and self._may_offer:
            self._offer(self._words, title, self._decline)

    def _decline(self) -> None:
        self._may_offer = False

    def _forget(self) -> None:
        """Another model understands other things."""
        words, self._words = self._words, ""
        self._understood.clear()
        self._offered_for.clear()
        self._is_model_unusable = False
        if words:
            self._words = words
            self._await(words)
            self._asking.start()
