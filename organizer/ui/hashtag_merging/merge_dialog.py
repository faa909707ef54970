"""The dialog that asks with which other hashtag one is the same."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from organizer.library.records import HashtagFacet
from organizer.tagging.hashtags import hashtag_key
from organizer.ui import formatting
from organizer.ui.hashtag_merging.action_list import ActionList
from organizer.ui.hashtag_merging.rows import Row
from organizer.ui.models.known_hashtags import KnownHashtags
from organizer.ui.views.labels import label

_FOR_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MergeDialog(QDialog):
    """Lets the user choose one of all other hashtags, by typing a part of it.

    Attributes:
        search: Where a part of the other hashtag is typed.
        list: The other hashtags, the most used first.
        merge_button: Merges with the chosen one.

    Signals:
        chosen(HashtagFacet, HashtagFacet): The two are one; the first is used more.
    """

    chosen = Signal(object, object)

    def __init__(self, hashtag: HashtagFacet, parent: QWidget) -> None:
        super().__init__(parent)
        self._hashtag = hashtag
        self._known = KnownHashtags()
        self._others: list[HashtagFacet] = []
        self.setWindowTitle(self.tr("Merge hashtags"))
        self.setMinimumSize(360, 320)
        self.resize(440, 520)
        name = f"#{hashtag.hashtag}"
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find a hashtag"))
        self.search.setAccessibleName(self.tr("Find a hashtag"))
        self.search.textChanged.connect(self._show_again)
        self.search.installEventFilter(self)
        self.list = ActionList(parent=self)
        self.list.setAccessibleName(self.tr("Merge {name} with").format(name=name))
        self.list.doubleClicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._outcome = label("", "muted", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.merge_button = QPushButton(self.tr("Merge"), self)
        self.merge_button.setProperty("role", "primary")
        self.merge_button.setDefault(True)
        buttons.addButton(self.merge_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        question = self.tr("Which hashtag is the same as {name}?").format(name=name)
        layout.addWidget(label(question, "title", self))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._outcome)
        layout.addWidget(buttons)
        self.search.setFocus()
        self._tell()

    def show_known(self, known: KnownHashtags) -> None:
        """Offers the hashtags of the library."""
        self._known = known
        # It may have become more, or less, since the menu was opened.
        self._hashtag = known.named(self._hashtag.hashtag) or self._hashtag
        self._show_again()

    def accept(self) -> None:
        """Merges with the chosen hashtag; without one nothing happens."""
        other = self._other()
        if other is not None:
            one, two = sorted((self._hashtag, other), key=lambda hashtag: -hashtag.pictures)
            super().accept()
            self.chosen.emit(one, two)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Moves in the list while the field has the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _FOR_THE_LIST
        ):
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _show_again(self) -> None:
        keys = set(map(hashtag_key, self._hashtag.spellings))
        self._others = [
            other
            for other in self._known.with_text(self.search.text())
            if hashtag_key(other.hashtag) not in keys
        ]
        self.list.show_rows([_row(other) for other in self._others])
        if self._others:
            # The first one fits best whenever something else is typed.
            self.list.setCurrentIndex(self.list.rows.index(0))
            self.list.scrollToTop()
        self._tell()

    def _other(self) -> HashtagFacet | None:
        number = self.list.currentIndex().row()
        return self._others[number] if 0 <= number < len(self._others) else None

    def _tell(self) -> None:
        other = self._other()
        self.merge_button.setEnabled(other is not None)
        if other is None:
            self._outcome.setText(
                self.tr("No hashtag has this in it") if self._known.hashtags else ""
            )
            return
        most_used = max((self._hashtag, other), key=lambda hashtag: hashtag.pictures)
        outcome = self.tr(
            "Both count as #{name} then, which is used more. Captions stay as they are."
        )
        self._outcome.setText(outcome.format(name=most_used.hashtag))


def _row(hashtag: HashtagFacet) -> Row:
    return Row(
        f"#{hashtag.hashtag}",
        " ".join(f"#{spelling}" for spelling in hashtag.spellings[1:]),
        formatting.number(hashtag.pictures),
    )
