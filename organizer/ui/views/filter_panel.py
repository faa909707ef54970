"""The panel that opens under "Filter": days, kinds, and all that has no place in the sidebar."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from organizer.library.filter_conditions import Dimension
from organizer.library.filters import Filter
from organizer.library.records import Facets, PlaceStatus
from organizer.ui.views.day_range import DayRange
from organizer.ui.views.filter_names import archives_by_name
from organizer.ui.views.filter_toggles import toggle_sections
from organizer.ui.views.labels import label
from organizer.ui.views.toggle_chips import ToggleChips

_WIDTH = 380
_NO_FACETS = Facets(0, {}, 0, {}, ())
_RESET: tuple[Dimension, ...] = (
    "date",
    "kinds",
    "media",
    "place",
    "archives",
    "favourites",
    "review",
    "misfits",
)


class FilterPanel(QFrame):
    """Shows a Filter and what could be chosen besides; a click outside or Escape closes it.

    Signals:
        filter_chosen(Filter): The user wants to see something else.
    """

    filter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        # A click on the button that opened it closes it, and is not to open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setAccessibleName(self.tr("Filter"))
        self._chosen = Filter()
        self._facets = _NO_FACETS
        self._archives: dict[str, tuple[int, ...]] = {}
        self._sections: dict[str, ToggleChips] = {}
        self.days = DayRange(self)
        self.days.chosen.connect(self._choose_days)
        self.days.resized.connect(self._fit)
        self.reset = QPushButton(self.tr("Reset"), self)
        self.reset.setProperty("role", "flat")
        self.reset.clicked.connect(self._reset)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        card = QFrame(self)
        card.setObjectName("filterCard")
        self._outer.addWidget(card)
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(14)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Filter"), "title", self), 1)
        head.addWidget(self.reset)
        self._column.addLayout(head)
        self._column.addWidget(self.days)
        self.setFixedWidth(_WIDTH)

    def show_filter(self, chosen: Filter) -> None:
        """Marks what is chosen."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._show_again()

    def show_facets(self, facets: Facets, places: tuple[PlaceStatus, ...]) -> None:
        """Offers what there is to choose from, with the counts of `facets`."""
        self._facets, self._archives = facets, archives_by_name(places)
        if facets.months:
            newest, oldest = next(iter(facets.months)), next(reversed(facets.months))
            self.days.show_known(date(*oldest, 1), date(*newest, monthrange(*newest)[1]))
        if self.isVisible():
            self._show_again()

    def open_under(self, button: QWidget) -> None:
        """Opens below `button`."""
        self._show_again()
        corner = button.mapToGlobal(QPoint(0, button.height() + 6))
        screen = button.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        self.move(left, corner.y())
        self.show()
        self._fit()
        self.days.buttons[0].setFocus()

    def toggle(self, text: str) -> QPushButton | None:
        """The button that begins with `text`."""
        buttons = [button for section in self._sections.values() for button in section.buttons()]
        return next((one for one in buttons if one.text().startswith(text)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show_again(self) -> None:
        self.days.show_days(self._chosen.from_day, self._chosen.to_day)
        self.reset.setEnabled(self._without_all() != self._chosen)
        sections = toggle_sections(self._chosen, self._facets, self._archives)
        for section in sections:
            if section.title not in self._sections:
                chips = ToggleChips(section.title, self)
                chips.filter_chosen.connect(self.filter_chosen)
                self._sections[section.title] = chips
                self._column.addWidget(chips)
            self._sections[section.title].show_section(section)
            self._sections[section.title].setVisible(bool(section.toggles))
        self._set_tab_order()
        self._fit()

    def _set_tab_order(self) -> None:
        toggles = [button for chips in self._sections.values() for button in chips.buttons()]
        order = [
            self.reset,
            *self.days.buttons,
            self.days.calendar,
            self.days.open_button,
            *toggles,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _fit(self) -> None:
        # Not adjustSize, which leaves a third of a small screen free and squeezes the calendar.
        self._outer.activate()
        self.resize(_WIDTH, self._outer.totalHeightForWidth(_WIDTH))

    def _choose_days(self, first: date | None, last: date | None) -> None:
        # Days within another year than the one chosen would show nothing.
        self.filter_chosen.emit(
            replace(self._chosen, year=None, month=None, from_day=first, to_day=last)
        )

    def _reset(self) -> None:
        self.days.fold()
        self.filter_chosen.emit(self._without_all())

    def _without_all(self) -> Filter:
        left = self._chosen
        for dimension in _RESET:
            left = left.without(dimension)
        return left
