"""From one day to another, each chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from organizer.ui import formatting
from organizer.ui.icons import icon

_FIRST = QDate(1970, 1, 1)
_LAST = QDate(2999, 12, 31)


class DayRange(QWidget):
    """Two buttons that say the days, and a calendar that unfolds under them.

    Signals:
        chosen(object, object): The first and the last day, both included; None where it is open.
        resized(): The calendar was unfolded or folded.
    """

    chosen = Signal(object, object)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: list[date | None] = [None, None]
        self._known: tuple[date, date] | None = None
        self._at = 0
        self.buttons = (self._day_button(), self._day_button())
        self.calendar = self._make_calendar()
        self.open_button = QPushButton(self)
        self.open_button.setProperty("role", "flat")
        self.open_button.clicked.connect(self._leave_open)
        self.calendar.hide()
        self.open_button.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons:
            row.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.calendar)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_days(None, None)

    @property
    def is_unfolded(self) -> bool:
        """Whether the calendar is there to choose from."""
        return not self.calendar.isHidden()

    def show_days(self, first: date | None, last: date | None) -> None:
        """Shows which days are chosen."""
        self._days = [first, last]
        texts = (
            self.tr("From any day") if first is None else formatting.days(first, None),
            self.tr("Until any day") if last is None else formatting.days(None, last),
        )
        for button, text in zip(self.buttons, texts, strict=True):
            button.setText(text)

    def show_known(self, oldest: date, newest: date) -> None:
        """Opens the calendar at these days where no other is chosen."""
        self._known = (oldest, newest)

    def fold(self) -> None:
        """Puts the calendar away."""
        if self.is_unfolded:
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self.isAncestorOf(focused)
            self.calendar.hide()
            self.open_button.hide()
            if had_focus:
                self.buttons[self._at].setFocus()
            for button in self.buttons:
                button.setChecked(False)
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape puts the calendar away."""
        if event.key() == Qt.Key.Key_Escape and self.is_unfolded:
            self.fold()
        else:
            super().keyPressEvent(event)

    def _unfold(self) -> None:
        at = self.buttons.index(self.sender())
        if self.is_unfolded and at == self._at:
            self.fold()
            return
        self._at = at
        for number, button in enumerate(self.buttons):
            button.setChecked(number == at)
        first = self._days[0]
        is_last = at == 1 and first is not None
        self.calendar.setMinimumDate(_qdate(first) if is_last and first else _FIRST)
        day = self._days[at] or (self._known[at] if self._known else None)
        self.calendar.setSelectedDate(QDate.currentDate() if day is None else _qdate(day))
        self.open_button.setText(self.tr("From any day") if at == 0 else self.tr("Until any day"))
        self.open_button.setVisible(self._days[at] is not None)
        self.calendar.show()
        self.calendar.setFocus()
        self.resized.emit()

    def _choose(self, day: QDate) -> None:
        days = list(self._days)
        days[self._at] = date(day.year(), day.month(), day.day())
        if days[0] and days[1] and days[0] > days[1]:
            days[1] = None
        self._tell(days)

    def _leave_open(self) -> None:
        days = list(self._days)
        days[self._at] = None
        self._tell(days)

    def _tell(self, days: list[date | None]) -> None:
        self.fold()
        if days != self._days:
            self.show_days(*days)
            self.chosen.emit(*days)

    def _day_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("role", "field")
        button.clicked.connect(self._unfold)
        return button

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setDateRange(_FIRST, _LAST)
        # Six weeks, their days' names and the month, with room to aim at.
        calendar.setMinimumHeight(8 * (self.fontMetrics().height() + 14))
        plain = QTextCharFormat()
        plain.setForeground(self.palette().text())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        for name, drawing, hint in (
            ("qt_calendar_prevmonth", "previous", self.tr("Month before")),
            ("qt_calendar_nextmonth", "next", self.tr("Month after")),
        ):
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(drawing, self.palette().text().color()))
                button.setAccessibleName(hint)
                button.setToolTip(hint)
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(self._choose)
        return calendar


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
