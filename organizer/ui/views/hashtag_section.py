"""The hashtags of the chosen pictures: those they have, those suggested, and what is copied."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.ui.models.chosen_hashtags import ChosenHashtags
from organizer.ui.views.copy_row import CopyRow
from organizer.ui.views.present_hashtags import PresentHashtags
from organizer.ui.views.suggested_hashtags import SuggestedHashtags


class HashtagSection(QWidget):
    """Shows ChosenHashtags, and tells what the user does with them.

    Signals:
        chosen(str): The pictures with this hashtag are wanted.
        decided(tuple, object): Hashtags are wanted (True), not wanted (False), or nothing is said
            of them any more (None).
        copied(int): So many hashtags are on the clipboard.
        options_requested(): How hashtags are suggested is to change.
    """

    chosen = Signal(str)
    decided = Signal(object, object)
    copied = Signal(int)
    options_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.present = PresentHashtags(self)
        self.suggested = SuggestedHashtags(self)
        self.copy_row = CopyRow(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.present)
        layout.addSpacing(8)
        layout.addWidget(self.suggested)
        layout.addWidget(self.copy_row)
        self.present.chosen.connect(self.chosen)
        self.suggested.options_requested.connect(self.options_requested)
        for part in (self.present, self.suggested):
            part.decided.connect(self.decided)
        for source in (self.present, self.suggested, self.copy_row):
            source.copied.connect(self.copied)

    def show_hashtags(self, shown: ChosenHashtags, limit: int, uses: Mapping[str, int]) -> None:
        """Shows the hashtags of the chosen pictures, of which `limit` are meant to be copied.

        `uses` tells by key in how many posts the user has them.
        """
        self.present.show_hashtags(shown)
        self.suggested.show_hashtags(shown)
        self.suggested.setVisible(bool(shown.ready))
        accepted = [one.hashtag for one in shown.accepted]
        self.copy_row.show_hashtags(accepted or shown.fitting, not accepted, limit, uses)
        self.copy_row.setVisible(bool(shown.ready or accepted))
