"""What the window shows: one Filter, and what the library answers to it."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from organizer.library.filters import Filter
from organizer.tagging.hashtags import hashtag_key
from organizer.ui.preferences import Preferences
from organizer.ui.workers.answers import Answer, Listed
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

_REFRESH_MILLISECONDS = 500


class ShownFilter(QObject):
    """Asks the library whenever the filter or the library changes; the newest answer counts.

    Signals:
        changed(Filter): Other pictures are to be shown.
        listed(Listed): The pictures that pass.
        answered(Answer): The counts for them, which come later.
    """

    changed = Signal(object)
    listed = Signal(object)
    answered = Signal(object)

    def __init__(self, workers: Workers, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._workers = workers
        self._preferences = preferences
        self._filter = Filter()
        self._question = 0
        self._answered = 0
        self._waiting = QTimer(self, singleShot=True, interval=_REFRESH_MILLISECONDS)
        self._waiting.timeout.connect(self.ask)
        self._hearing = Hearing(
            workers.queries.listed.connect(self._take_listing),
            workers.queries.answered.connect(self._take_answer),
            workers.indexing.library_changed.connect(self.ask_soon),
        )

    @property
    def filter(self) -> Filter:
        """What is shown."""
        return self._filter

    @property
    def is_settled(self) -> bool:
        """Whether the counts shown are those of the filter: they come after the pictures."""
        return self._answered == self._question

    def show(self, chosen: Filter) -> None:
        """Shows the pictures that pass `chosen`; the next window begins with them, too."""
        self._filter = chosen
        self._preferences.filter = chosen
        self.changed.emit(chosen)
        self.ask()

    def show_hashtag(self, hashtag: str) -> None:
        """Shows what has this hashtag and no other, within all else that is asked for."""
        self.show(replace(self._filter, hashtags=(hashtag_key(hashtag),)))

    def clear(self) -> None:
        """Shows all pictures."""
        if not self._filter.is_empty:
            self.show(Filter())

    def drop_what_is_gone(self, answer: Answer) -> bool:
        """Asks no longer for categories, archives and albums that were removed; whether it did."""
        categories = [one.id for one in answer.categories]
        archives = [one for place in answer.places for one in place.archives]
        albums = [one.id for one in answer.facets.albums]
        left = self._filter.limited_to(categories, archives, albums)
        if left == self._filter:
            return False
        self.show(left)
        return True

    def ask(self) -> None:
        """Asks the library anew."""
        self._question = self._workers.ask(self._filter)

    def ask_soon(self) -> None:
        """Asks in a moment, once for all that changes until then."""
        if not self._waiting.isActive():
            self._waiting.start()

    def close(self) -> None:
        """Asks and hears nothing more."""
        self._hearing.end()
        self._waiting.stop()

    def _take_listing(self, listed: Listed) -> None:
        if listed.number == self._question:
            self.listed.emit(listed)

    def _take_answer(self, answer: Answer) -> None:
        if answer.number == self._question:
            self.answered.emit(answer)
            self._answered = answer.number
