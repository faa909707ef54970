"""Does what the user decides on hashtags, and has others suggested in their place."""

import itertools

from PySide6.QtCore import QObject, Signal

from organizer.indexing.hashtag_options import HashtagOptions
from organizer.library.edits import DecideHashtags
from organizer.tagging.hashtag_lines import HashtagLine
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import HashtagSuggestion
from organizer.ui.current_pictures import CurrentPictures
from organizer.ui.models.chosen_hashtags import (
    MOST_IN_A_POST,
    ChosenHashtags,
    hashtags_of,
    without,
)
from organizer.ui.preferences import Preferences
from organizer.ui.views.hashtag_section import HashtagSection
from organizer.ui.workers.answers import LookedUp
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

# One after the other for all windows: an answer to one that was closed must not reach another.
_numbers = itertools.count(1)


class HashtagController(QObject):
    """Between `section`, which shows hashtags, and the workers, for what `current` has chosen.

    A decision is shown before the library has it. Suggestions are those of the library for one
    picture; where these are too few, and for several pictures, they are asked for.

    Signals:
        options_requested(): How hashtags are suggested is to change.
    """

    options_requested = Signal()

    def __init__(
        self,
        workers: Workers,
        current: CurrentPictures,
        section: HashtagSection,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workers = workers
        self._current = current
        self._section = section
        self._preferences = preferences
        self._options = HashtagOptions()
        self._ids: tuple[int, ...] = ()
        self._kept = ChosenHashtags()
        self._uses: dict[str, int] = {}
        # What the library does not know yet, by key: the hashtag, and whether it is wanted.
        self._decisions: dict[str, tuple[str, bool | None]] = {}
        self._answer: tuple[HashtagSuggestion, ...] | None = None
        self._asked: object = None
        self._number = 0
        self._history_index = workers.history.index()
        section.copy_row.show_line(preferences.hashtag_line)
        section.copy_row.line_chosen.connect(self._remember_line)
        section.decided.connect(self.decide)
        section.options_requested.connect(self.options_requested)
        current.known.connect(self._show_known)
        indexing = workers.indexing
        self._hearing = Hearing(
            indexing.suggested.connect(self._show_suggested),
            indexing.failed.connect(self._give_up),
            indexing.crashed.connect(self._give_up),
            workers.history.indexChanged.connect(self._follow_history),
        )

    def close(self) -> None:
        """Hears no more of the workers."""
        self._hearing.end()

    def set_options(self, options: HashtagOptions) -> None:
        """Follows the options that the library holds; asks anew when they are others."""
        if options != self._options:
            self._options = options
            self._answer = None
            self._show()

    def decide(self, hashtags: tuple[str, ...], is_wanted: bool | None) -> None:
        """Wants `hashtags` for all chosen pictures, or not, or says nothing of them any more."""
        if not self._ids or not hashtags:
            return
        texts = {
            True: self.tr("Accept hashtags"),
            False: self.tr("Reject hashtags"),
            None: self.tr("Take hashtags back"),
        }
        edit = DecideHashtags(self._ids, hashtags, is_wanted)
        self._workers.history.do(texts[is_wanted], edit)
        for hashtag in hashtags:
            self._decisions[hashtag_key(hashtag)] = (hashtag, is_wanted)
        self._show()

    def _show_known(self, found: LookedUp) -> None:
        ids = tuple(one.id for one in found.details)
        if ids != self._ids:
            self._ids = ids
            self._answer = None
            self._asked = None
            self._decisions.clear()
            self._uses.clear()
            self._stop_waiting()
        self._uses.update(found.uses)
        self._kept = hashtags_of(found.details)
        self._decisions = {
            key: (hashtag, is_wanted)
            for key, (hashtag, is_wanted) in self._decisions.items()
            if not self._kept.agrees(hashtag, is_wanted)
        }
        self._show()

    def _shown(self) -> ChosenHashtags:
        """What the library says, after what it does not know yet, with the newest suggestions."""
        shown = self._kept
        if self._answer is not None:
            shown = shown.with_suggestions(self._answer)
        for hashtag, is_wanted in self._decisions.values():
            shown = shown.after(hashtag, is_wanted)
        return shown

    def _show(self) -> None:
        shown = self._shown()
        self._section.show_hashtags(shown, self._options.limit, self._uses)
        state = (self._options, shown.state)
        if state != self._asked:
            is_first, self._asked = self._asked is None, state
            if self._is_asking_needed(shown, is_first):
                self._ask()

    def _is_asking_needed(self, shown: ChosenHashtags, is_first: bool) -> bool:
        if not shown.ready or shown.pictures > MOST_IN_A_POST:
            return False
        if shown.pictures > 1 or not is_first:
            return True
        # Suggestions that were decided on have left gaps.
        has_decided = bool(shown.accepted or shown.rejected)
        return has_decided and len(shown.suggestions) < self._options.limit

    def _ask(self) -> None:
        self._number = next(_numbers)
        self._workers.indexing.request_suggestions(self._number, self._ids)
        self._section.suggested.show_waiting(True)

    def _show_suggested(self, number: int, suggestions: tuple[HashtagSuggestion, ...]) -> None:
        if number != self._number:
            return
        self._stop_waiting()
        before = self._shown().suggestions
        new = without(suggestions, [one.hashtag for one in before])
        # What stays does so in its place: nothing moves away under the mouse.
        gone = {one.hashtag for one in without(before, [one.hashtag for one in suggestions])}
        self._answer = tuple(one for one in before if one.hashtag not in gone) + new
        self._show()
        if new:
            self._current.look_up(tuple(one.hashtag for one in new))

    def _stop_waiting(self) -> None:
        self._number = 0
        self._section.suggested.show_waiting(False)

    def _give_up(self, _error: object) -> None:
        """What went wrong is told elsewhere; should an answer come all the same, it is shown."""
        self._section.suggested.show_waiting(False)

    def _follow_history(self, index: int) -> None:
        """After something was taken back, the library knows better than what was shown at once."""
        if index < self._history_index:
            self._decisions.clear()
        self._history_index = index

    def _remember_line(self, line: HashtagLine) -> None:
        self._preferences.hashtag_line = line
