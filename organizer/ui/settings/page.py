"""A page of settings: cards of rows under headings."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from organizer.ui.settings.row import SettingRow
from organizer.ui.views.labels import label


@dataclass(slots=True)
class _Card:
    title: QLabel
    frame: QFrame
    column: QVBoxLayout
    rows: list[SettingRow]


class SettingsPage(QScrollArea):
    """Rows under headings; those that nobody looks for can be hidden.

    Attributes:
        title: What the list of pages calls it.
        symbol: The name of its icon.
    """

    def __init__(self, symbol: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.symbol = symbol
        self._cards: list[_Card] = []
        self._words: tuple[str, ...] = ()
        content = QWidget(self)
        content.setObjectName("settingsContent")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(20, 4, 20, 20)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def rows(self) -> tuple[SettingRow, ...]:
        """All rows, from top to bottom."""
        return tuple(row for card in self._cards for row in card.rows)

    def add_card(self, heading: str, *rows: SettingRow) -> None:
        """Adds rows that belong together below what is there."""
        title = label(heading, "heading", self)
        card = QFrame(self)
        card.setObjectName("settingsCard")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        last = self._column.count() - 1
        self._column.insertWidget(last, card)
        title.setContentsMargins(4, 8, 0, 0)
        self._column.insertWidget(last, title)
        self._cards.append(_Card(title, card, column, []))
        self.fill_card(len(self._cards) - 1, *rows)

    def fill_card(self, number: int, *rows: SettingRow) -> None:
        """Puts other rows into the card that was added as the one of this `number`."""
        card = self._cards[number]
        for old in card.rows:
            card.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for row in rows:
            card.column.addWidget(row)
        card.rows = list(rows)
        self.show_matching(self._words)

    def show_matching(self, words: tuple[str, ...]) -> int:
        """Shows the rows that match `words`, all where the page's own title does; how many."""
        self._words = words
        is_whole = all(word in self.title.casefold() for word in words)
        count = 0
        for card in self._cards:
            found = [row for row in card.rows if is_whole or row.matches(words)]
            for row in card.rows:
                row.setVisible(row in found)
            card.frame.setVisible(bool(found))
            card.title.setVisible(bool(found and card.title.text()))
            count += len(found)
        return count

    def order_focus(self, *controls: QWidget) -> None:
        """Lets the Tab key go through `controls` in this order."""
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)
