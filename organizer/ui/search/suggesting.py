"""Suggestions while words are typed into the search field, and what was searched for before."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from organizer.library.completions import Completion
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.ui.preferences import Preferences
from organizer.ui.search.completer import Completer
from organizer.ui.search.suggestion_list import SuggestionList, SuggestionRow
from organizer.ui.search.suggestion_texts import completion_row
from organizer.ui.translation import Language

MOST_RECENT = 8
"""How many searches are remembered."""


class SearchSuggestions(QObject):
    """Watches `field`; the keyboard stays there.

    Attributes:
        list: What is shown below the field.

    Signals:
        filter_chosen(Filter): A hashtag, category, date or an earlier search is to be shown.
    """

    filter_chosen = Signal(object)

    def __init__(
        self, field: QLineEdit, place: LibraryPlace, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._preferences = preferences
        self._filter = Filter()
        self._preedit = ""
        self._is_dismissed = False
        self._text = ""
        self._completions: tuple[Completion, ...] = ()
        self._recent: tuple[str, ...] = ()
        self._completer = Completer(place, preferences.language is Language.KOREAN, self)
        self._completer.found.connect(self._show_found)
        self.list = SuggestionList(field)
        self.list.chosen.connect(self._choose)
        field.installEventFilter(self)
        field.textEdited.connect(self._suggest)
        field.textChanged.connect(self._mind_text)
        field.returnPressed.connect(self._remember)
        field.editingFinished.connect(self._remember)

    def stop(self) -> None:
        """Asks no more."""
        self._field.removeEventFilter(self)
        self._completer.stop()

    def follow(self, chosen: Filter) -> None:
        """Is told of each filter that the window shows."""
        self._filter = chosen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leads the keys for the list to it."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self._completer.ask("")
            self._suggest()
        elif kind == QEvent.Type.FocusOut:
            self.list.hide()
        elif kind == QEvent.Type.MouseButtonPress and self.list.isHidden():
            self._suggest()
        elif kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            # Of a Korean word, the last syllable is not in the text while it is composed.
            self._preedit = event.preeditString()
            self._suggest(self._field.text() + event.commitString())
        elif isinstance(event, QKeyEvent):
            return self._mind_key(event)
        return super().eventFilter(watched, event)

    def _mind_key(self, event: QKeyEvent) -> bool:
        key, is_open = event.key(), not self.list.isHidden()
        if event.type() == QEvent.Type.ShortcutOverride:
            # Else Escape would be the window's, which clears the filter.
            if key == Qt.Key.Key_Escape and is_open:
                event.accept()
                return True
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            number = self.list.current if is_open else -1
            self._dismiss()
            if number >= 0:
                self._choose(number)
            return number >= 0
        if key == Qt.Key.Key_Down and not is_open:
            self._suggest()
            return True
        if not is_open:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.move_by(1 if key == Qt.Key.Key_Down else -1)
            # The focus stays in the field: screen readers hear of the row by it.
            self._field.setAccessibleDescription(self.list.current_text)
            return True
        if key == Qt.Key.Key_Escape:
            self._dismiss()
            return True
        if key == Qt.Key.Key_Tab and self.list.current >= 0:
            self._choose(self.list.current)
            return True
        return False

    def _dismiss(self) -> None:
        """Shows nothing until the text is another one; an answer under way comes too late."""
        self._is_dismissed = True
        self.list.hide()

    def _mind_text(self, text: str) -> None:
        """Emptied by its button, the field shows what was searched for before."""
        if not text and self._text and self._field.hasFocus():
            self._suggest()

    def _suggest(self, text: str | None = None) -> None:
        self._is_dismissed = False
        self._text = (self._field.text() if text is None else text) + self._preedit
        if self._text.strip():
            self._completer.ask(self._text)
        else:
            self._completions = ()
            self._show_recent()

    def _show_found(self, text: str, completions: tuple[Completion, ...]) -> None:
        if self._is_dismissed or text != self._text or not text or not self._field.hasFocus():
            return
        self._recent, self._completions = (), completions
        self.list.show_rows([completion_row(one) for one in completions])

    def _show_recent(self) -> None:
        self._recent = self._preferences.recent_searches
        rows = [SuggestionRow("recent", text) for text in self._recent]
        if rows:
            rows.append(SuggestionRow("close", self.tr("Clear recent searches")))
        self.list.show_rows(rows)

    def _choose(self, number: int) -> None:
        self._dismiss()
        if self._recent or not self._completions:
            self._choose_recent(number)
            return
        completion = self._completions[number]
        if completion.is_filter:
            chosen = completion.chosen(self._text, self._filter)
            self._put(chosen.text)
            self.filter_chosen.emit(chosen)
            return
        self._put(completion.completed(self._text))
        if completion.text.endswith(":"):
            # The date is still to be typed.
            return
        self.filter_chosen.emit(completion.chosen(self._field.text(), self._filter))

    def _choose_recent(self, number: int) -> None:
        if number >= len(self._recent):
            self._preferences.recent_searches = ()
            return
        text = self._recent[number]
        self._put(text)
        self._remember()
        self.filter_chosen.emit(replace(self._filter, text=text))

    def _put(self, text: str) -> None:
        """Writes `text` into the field, with nothing half composed left of it."""
        self._preedit = ""
        self._text = text
        self._field.setText(text)

    def _remember(self) -> None:
        text = self._field.text().strip()
        if text:
            others = [one for one in self._preferences.recent_searches if one != text]
            self._preferences.recent_searches = (text, *others)[:MOST_RECENT]
