"""The hashtags that the chosen pictures have: written in captions, or accepted by the user."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.tagging.hashtags import hashtag_key
from organizer.ui import formatting
from organizer.ui.models.chosen_hashtags import ChosenHashtags, SharedHashtag
from organizer.ui.views.hashtag_chip import ChipKind, HashtagChip
from organizer.ui.views.hashtag_chips import HashtagChips
from organizer.ui.views.hashtag_field import HashtagField
from organizer.ui.views.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_WRITTEN = 30


class PresentHashtags(QWidget):
    """Chips for what is written and accepted, and a line to add more.

    Signals:
        chosen(str), decided(tuple, object), copied(int): See HashtagSection.
    """

    chosen = Signal(str)
    decided = Signal(object, object)
    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ChosenHashtags()
        self.chips = HashtagChips(self)
        self.field = HashtagField(self)
        self._more = label("", "muted", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Hashtags"), "heading", self))
        for part in (self.chips, self._more, self.field):
            layout.addWidget(part)
        self.chips.chosen.connect(self.chosen)
        self.chips.removed.connect(partial(self._decide, None))
        self.chips.menu_requested.connect(self._show_menu)
        self.chips.copied.connect(self.copied)
        self.field.entered.connect(self._add)

    def show_hashtags(self, shown: ChosenHashtags) -> None:
        """Shows what the chosen pictures have."""
        self._shown = shown
        written = shown.written[:_MOST_WRITTEN]
        chips = [self._written(one) for one in written]
        self.chips.show_chips(chips + [self._accepted(one) for one in shown.accepted])
        left_out = len(shown.written) - len(written)
        self._more.setText(self.tr("and %n more", "", left_out))
        self._more.setVisible(bool(left_out))

    def _written(self, shared: SharedHashtag) -> HashtagChip:
        kind, hint = ChipKind.WRITTEN, self.tr("In the caption")
        if hashtag_key(shared.hashtag) in self._shown.misfits:
            kind, hint = ChipKind.MISFIT, self.tr("Does not seem to fit the picture")
        return HashtagChip(shared.hashtag, kind, hint, self._share(shared))

    def _accepted(self, shared: SharedHashtag) -> HashtagChip:
        hint, removes = self.tr("Accepted by you"), self.tr("Take back")
        return HashtagChip(
            shared.hashtag, ChipKind.ACCEPTED, hint, self._share(shared), removes=removes
        )

    def _share(self, shared: SharedHashtag) -> str:
        if shared.pictures == self._shown.pictures:
            return ""
        return f"{formatting.number(shared.pictures)}/{formatting.number(self._shown.pictures)}"

    def _show_menu(self, hashtag: str, place: QPoint) -> None:
        chip = self.chips.button(hashtag).chip
        entries: dict[str, Callable[[], object]] = {}
        if chip.kind is ChipKind.MISFIT:
            entries[self.tr("It fits")] = partial(self._decide, True, hashtag)
        if chip.kind is ChipKind.ACCEPTED:
            entries[self.tr("Take back")] = partial(self._decide, None, hashtag)
        if chip.share:
            entries[self.tr("Accept for all chosen pictures")] = partial(
                self._decide, True, hashtag
            )
        entries[self.tr("Show all pictures with it")] = partial(self.chosen.emit, hashtag)
        self.chips.pop_up(place, hashtag, entries)

    def _decide(self, is_wanted: bool | None, hashtag: str) -> None:
        self.decided.emit((hashtag,), is_wanted)

    def _add(self, hashtags: tuple[str, ...]) -> None:
        """What is written or accepted already, on all pictures, stays as it is."""
        new = tuple(one for one in hashtags if not self._shown.agrees(one, is_wanted=True))
        if new:
            self.decided.emit(new, True)
