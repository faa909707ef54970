"""What the gallery's place shows when nothing passes the filter."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from organizer.library.filters import Filter
from organizer.ui.views.filter_chips import FilterChip
from organizer.ui.views.labels import label

_MOST_OFFERS = 8


@dataclass(frozen=True, slots=True)
class WayOut:
    """A piece of a filter, the filter `after` a click, and how many pictures that shows.

    The piece is dropped, or it `is_kept` and all others are.
    """

    chip: FilterChip
    after: Filter
    pictures: int
    is_kept: bool = False


class NoResultPage(QWidget):
    """Says that nothing passes, and which pieces of the filter to drop to see something.

    Signals:
        filter_chosen(Filter): The user drops a piece.
        clear_requested(): The user gives the filter up.
    """

    filter_chosen = Signal(object)
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noResultPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ways: list[WayOut] = []
        self._buttons: list[QPushButton] = []
        self._title = label(self.tr("No pictures match"), "title", self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        clear = QPushButton(self.tr("Clear all filters"), self)
        clear.clicked.connect(self.clear_requested)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addLayout(self._offers)
        layout.addSpacing(8)
        layout.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def show_filter(self, chosen: Filter, awaited: str = "") -> None:
        """Says what it means that nothing passes `chosen`; what shows `awaited` may be to come."""
        if awaited:
            text = self.tr("Looking for pictures that show “{words}”…")
            self._title.setText(text.format(words=awaited))
        elif chosen == Filter(has_misfits=True):
            self._title.setText(self.tr("All hashtags fit their pictures"))
        else:
            self._title.setText(self.tr("No pictures match"))
        self.show_ways_out([])

    def show_ways_out(self, ways: list[WayOut]) -> None:
        """Offers to drop pieces of the filter, the most helpful first."""
        for button in self._buttons:
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._ways = sorted(ways, key=lambda way: -way.pictures)[:_MOST_OFFERS]
        self._buttons = [self._offer(number) for number in range(len(self._ways))]
        for button in self._buttons:
            self._offers.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def offers(self) -> list[QPushButton]:
        """The pieces that can be dropped, the most helpful first."""
        return list(self._buttons)

    def _offer(self, number: int) -> QPushButton:
        way = self._ways[number]
        if way.chip.is_switch:
            text = self.tr("Any of them instead of all: %n picture(s)", "", way.pictures)
        elif way.is_kept:
            template = self.tr("Only “{filter}”: %n picture(s)", "", way.pictures)
            text = template.replace("{filter}", way.chip.text)
        else:
            template = self.tr("Without “{filter}”: %n picture(s)", "", way.pictures)
            text = template.replace("{filter}", way.chip.text)
        button = QPushButton(text.replace("&", "&&"), self)
        if not number and way.pictures:
            button.setProperty("role", "primary")
        button.setProperty("number", number)
        button.clicked.connect(self._drop)
        return button

    def _drop(self) -> None:
        self.filter_chosen.emit(self._ways[int(self.sender().property("number"))].after)
