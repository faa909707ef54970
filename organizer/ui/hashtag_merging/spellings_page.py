"""The hashtags that are one in several spellings, to be taken apart."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from organizer.ui import formatting
from organizer.ui.hashtag_merging.action_list import ActionList
from organizer.ui.hashtag_merging.proposals import separating
from organizer.ui.hashtag_merging.rows import Row
from organizer.ui.history import History
from organizer.ui.models.known_hashtags import KnownHashtags
from organizer.ui.views.labels import label

if TYPE_CHECKING:
    from organizer.library.records import HashtagFacet


class SpellingsPage(QWidget):
    """Lists the spellings of hashtags that have several; what is decided goes to `history`.

    Attributes:
        filter: Where a part of a spelling is typed.
        list: The hashtags, each with its spellings below.
    """

    def __init__(self, history: History, parent: QWidget) -> None:
        super().__init__(parent)
        self._history = history
        self._known = KnownHashtags()
        self._spellings: list[tuple[HashtagFacet, str] | None] = []
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(self.tr("Find a hashtag"))
        self.filter.setAccessibleName(self.tr("Find a hashtag"))
        self.filter.textChanged.connect(self._show_again)
        self.filter.installEventFilter(self)
        self.list = ActionList(parent=self)
        self.list.setAccessibleName(self.tr("Hashtags in several spellings"))
        self.list.setAccessibleDescription(self.tr("Enter separates a spelling"))
        self.list.acted.connect(self._separate)
        self._nothing = label("", "muted", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        hint = self.tr(
            "A hashtag that you separate is counted by itself from then on. Captions stay as they"
            " are."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self._pages, 1)
        layout.addWidget(label(hint, "muted", self))

    def show_known(self, known: KnownHashtags) -> None:
        """Shows what is one now."""
        self._known = known
        self._show_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leads from the field into the list by the arrow keys and Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in keys and self._spellings:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _show_again(self) -> None:
        rows: list[Row] = []
        self._spellings = []
        for hashtag in self._known.with_text(self.filter.text()):
            if len(hashtag.spellings) > 1:
                count = formatting.number(hashtag.pictures)
                rows.append(Row(f"#{hashtag.hashtag}", count=count, is_heading=True))
                self._spellings.append(None)
                for spelling, pictures in zip(hashtag.spellings, hashtag.counts, strict=True):
                    rows.append(self._row(spelling, pictures))
                    self._spellings.append((hashtag, spelling))
        self.list.show_rows(rows)
        self._nothing.setText(
            self.tr("No hashtag has this in it")
            if self.filter.text()
            else self.tr("Each of your hashtags has one spelling only.")
        )
        self._pages.setCurrentWidget(self.list if rows else self._nothing)

    def _row(self, spelling: str, pictures: int) -> Row:
        return Row(
            f"#{spelling}",
            count=formatting.number(pictures),
            actions=(self.tr("Separate"),),
            is_inner=True,
        )

    def _separate(self, numbers: list[int], _action: int) -> None:
        for number in numbers:
            found = self._spellings[number]
            if found is not None:
                self._history.do(self.tr("Separate a spelling"), separating(*found))
