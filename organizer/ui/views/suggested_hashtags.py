"""The hashtags that are suggested for the chosen pictures."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from organizer.tagging.records import HashtagSuggestion, SuggestionReason
from organizer.ui.icons import icon
from organizer.ui.models.chosen_hashtags import MOST_IN_A_POST, ChosenHashtags
from organizer.ui.views.hashtag_chip import ChipKind, HashtagChip
from organizer.ui.views.hashtag_chips import HashtagChips
from organizer.ui.views.labels import label

# Most answers come at once: what flashes by only disturbs.
_PATIENCE_MILLISECONDS = 300


class SuggestedHashtags(QWidget):
    """Chips that a click accepts and the cross on them rejects.

    Signals:
        decided(tuple, object), copied(int), options_requested(): See HashtagSection.
    """

    decided = Signal(object, object)
    copied = Signal(int)
    options_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ChosenHashtags()
        # In the order in which Tab leads through them.
        self.accept_all = QPushButton(self.tr("Accept all"), self)
        self.options = QToolButton(self)
        self.chips = HashtagChips(self)
        self._note = label("", "muted", self)
        self._is_waiting = False
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._waiting.timeout.connect(self._show_note)
        self._arrange()
        self.chips.chosen.connect(partial(self._decide, True))
        self.chips.removed.connect(partial(self._decide, False))
        self.chips.menu_requested.connect(self._show_menu)
        self.chips.copied.connect(self.copied)
        self.accept_all.clicked.connect(self._accept_fitting)
        self.options.clicked.connect(self.options_requested)

    @property
    def note(self) -> str:
        """What it says in place of suggestions, or while they are looked for."""
        return "" if self._note.isHidden() else self._note.text()

    def show_hashtags(self, shown: ChosenHashtags) -> None:
        """Shows what is suggested for the chosen pictures."""
        self._shown = shown
        self.chips.show_chips([self._chip(one) for one in shown.suggestions])
        self.accept_all.setVisible(bool(shown.fitting))
        self._show_note()

    def show_waiting(self, is_waiting: bool) -> None:
        """Says that suggestions are looked for, unless they come soon."""
        self._is_waiting = is_waiting
        if is_waiting:
            self._waiting.start()
        else:
            self._waiting.stop()
        self._show_note()

    def _arrange(self) -> None:
        self.accept_all.setProperty("role", "flat")
        self.accept_all.setToolTip(self.tr("Accepts all that fit by themselves"))
        self.options.setIcon(icon("options", self.palette().text().color()))
        self.options.setIconSize(QSize(16, 16))
        self.options.setProperty("size", "small")
        self.options.setToolTip(self.tr("How hashtags are suggested…"))
        self.options.setAccessibleName(self.tr("How hashtags are suggested…"))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Suggested"), "heading", self), 1)
        head.addWidget(self.accept_all)
        head.addWidget(self.options)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.chips)
        layout.addWidget(self._note)

    def _chip(self, suggestion: HashtagSuggestion) -> HashtagChip:
        return HashtagChip(
            suggestion.hashtag,
            ChipKind.SUGGESTED,
            self._reason(suggestion),
            removes=self._never_again(),
        )

    def _reason(self, suggestion: HashtagSuggestion) -> str:
        reasons = {
            SuggestionReason.OWN: self.tr("You use this hashtag, and it fits the picture"),
            SuggestionReason.SIMILAR: self.tr("You use this hashtag on similar pictures"),
            SuggestionReason.DESCRIBED: self.tr("In the description of the picture"),
            SuggestionReason.VOCABULARY: self.tr("From the vocabulary: it fits the picture"),
            SuggestionReason.RELATED: self.tr("It goes with the other hashtags"),
            SuggestionReason.POPULAR: self.tr("Many use this hashtag"),
            SuggestionReason.SERVICE: self.tr("The service that you asked suggests it"),
        }
        reason = reasons[suggestion.reason]
        # What is popular is so whatever is shown, what is written down is so as it is, and a
        # service does not say how sure it is.
        unscored = (
            SuggestionReason.POPULAR,
            SuggestionReason.DESCRIBED,
            SuggestionReason.SERVICE,
        )
        is_scored = suggestion.reason not in unscored
        return f"{reason} · {suggestion.score:.0%}" if is_scored else reason

    def _never_again(self) -> str:
        if self._shown.pictures > 1:
            return self.tr("Never offer again for these pictures")
        return self.tr("Never offer again for this picture")

    def _show_note(self) -> None:
        shown, text = self._shown, ""
        if shown.pictures > MOST_IN_A_POST:
            text = self.tr("Hashtags are suggested for at most {count} pictures of one post.")
        elif self._is_waiting:
            if not self._waiting.isActive():
                text = self.tr("Looking for hashtags that fit…")
        elif not shown.suggestions:
            text = self.tr("No other hashtag fits well enough.")
        self._note.setText(text.format(count=MOST_IN_A_POST))
        self._note.setVisible(bool(text))

    def _show_menu(self, hashtag: str, place: QPoint) -> None:
        accept, reject = partial(self._decide, True), partial(self._decide, False)
        self.chips.pop_up(
            place,
            hashtag,
            {
                self.tr("Accept"): partial(accept, hashtag),
                self._never_again(): partial(reject, hashtag),
            },
        )

    def _accept_fitting(self) -> None:
        self.decided.emit(self._shown.fitting, True)

    def _decide(self, is_wanted: bool, hashtag: str) -> None:
        self.decided.emit((hashtag,), is_wanted)
