"""At what time of day pictures are posted: of all days, and of each day of the week."""

import math

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette

from organizer.library.filters import Filter
from organizer.ui import formatting
from organizer.ui.overview.chart import Chart, Mark, line_height, paint_bar, paint_text, scaled
from organizer.ui.overview.narrowing import to_hour

_HOURS = 24
_LABELLED = (3, 6, 12)
_SMALL = 0.85
_BAR_LINES = 7.2
_SMALLEST_DOT = 0.22


class HourChart(Chart):
    """A bar for each hour of the day; `counts` are 24."""

    def __init__(self, title: str, counts: tuple[int, ...], chosen: Filter) -> None:
        super().__init__(title)
        self._counts = counts
        self._chosen = chosen
        self._bars: list[tuple[QRectF, int]] = []
        self._frame = QRectF()
        self._line = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether nothing has a time of day."""
        return not any(self._counts)

    def arrange(self, width: float, font: QFont) -> float:
        """Bars under the count of the highest, over hours."""
        self._line = line = line_height(font)
        most, step = max(*self._counts, 1), width / _HOURS
        self._frame = QRectF(0, line * 1.2, width, line * _BAR_LINES)
        self._bars, marks = [], []
        for hour, count in enumerate(self._counts):
            if not count:
                continue
            column = QRectF(step * hour, self._frame.top(), step, self._frame.height())
            height = max(2.0, column.height() * count / most)
            bar = QRectF(column.left(), column.bottom() - height, step, height)
            self._bars.append((bar.adjusted(step * 0.12, 0, -step * 0.12, 0), count))
            chosen = to_hour(self._chosen, hour)
            marks.append(Mark(column, formatting.hour_of_day(hour), count, chosen))
        self.marks = tuple(marks)
        return self._frame.bottom() + line * 1.2

    def paint(self, painter: QPainter, palette: QPalette) -> None:
        """The highest bar bears its count."""
        frame, plain = self._frame, painter.font()
        painter.setPen(palette.midlight().color())
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())
        for bar, _ in self._bars:
            paint_bar(painter, bar, palette.highlight().color())
        painter.setFont(scaled(plain, _SMALL))
        paint_hours(painter, palette, frame.left(), frame.width() / _HOURS, frame.bottom())
        if self._bars:
            bar, count = max(self._bars, key=lambda one: one[1])
            text = formatting.number(count)
            width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
            left = min(max(bar.center().x() - width / 2, 0), frame.right() - width)
            rect = QRectF(left, bar.top() - self._line * 1.1, width, self._line)
            paint_text(painter, rect, text, palette.mid().color(), Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(plain)


class WeekChart(Chart):
    """A dot for each hour of each day of the week, larger where there are more.

    `hours` are 24 counts for each of seven days, Monday first; the locale says with which day the
    rows begin.
    """

    def __init__(self, title: str, hours: tuple[tuple[int, ...], ...], chosen: Filter) -> None:
        super().__init__(title)
        self._hours = hours
        self._chosen = chosen
        self._rows: list[tuple[QRectF, str]] = []
        self._dots: list[tuple[QPointF, float]] = []
        self._left = self._step = self._bottom = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether nothing has a time of day."""
        return not any(map(any, self._hours))

    def arrange(self, width: float, font: QFont) -> float:
        """Days below each other, hours side by side."""
        line, metrics = line_height(font), QFontMetricsF(font)
        first = QLocale().firstDayOfWeek().value - 1
        days = [(first + number) % 7 for number in range(7)]
        names = [formatting.weekday_name(day, is_short=True) for day in days]
        self._left = max(map(metrics.horizontalAdvance, names)) + line * 0.6
        self._step = step = max(1.0, (width - self._left) / _HOURS)
        height = min(max(step, line * 1.1), line * 2.2)
        largest = min(step, height) * 0.46
        most = max(*map(max, self._hours), 1)
        self._rows, self._dots, marks = [], [], []
        for row, (day, name) in enumerate(zip(days, names, strict=True)):
            self._rows.append((QRectF(0, row * height, self._left, height), name))
            for hour, count in enumerate(self._hours[day]):
                if not count:
                    continue
                cell = QRectF(self._left + step * hour, row * height, step, height)
                radius = largest * max(_SMALLEST_DOT, math.sqrt(count / most))
                self._dots.append((cell.center(), radius))
                when = f"{formatting.weekday_name(day)}, {formatting.hour_of_day(hour)}"
                marks.append(Mark(cell, when, count, to_hour(self._chosen, hour, day)))
        self.marks = tuple(marks)
        self._bottom = 7 * height
        return self._bottom + line * 1.2

    def paint(self, painter: QPainter, palette: QPalette) -> None:
        """The area of a dot is its count."""
        for rect, name in self._rows:
            paint_text(painter, rect, name, palette.mid().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.highlight())
        for middle, radius in self._dots:
            painter.drawEllipse(middle, radius, radius)
        plain = painter.font()
        painter.setFont(scaled(plain, _SMALL))
        paint_hours(painter, palette, self._left, self._step, self._bottom)
        painter.setFont(plain)


def paint_hours(painter: QPainter, palette: QPalette, left: float, step: float, top: float) -> None:
    """Every third hour under columns that are `step` wide, or fewer where there is no room."""
    metrics, colour = QFontMetricsF(painter.font()), palette.mid().color()
    marks = [formatting.hour_mark(hour) for hour in range(_HOURS)]
    needed = max(map(metrics.horizontalAdvance, marks)) + metrics.averageCharWidth()
    every = next((hours for hours in _LABELLED if hours * step >= needed), _LABELLED[-1])
    for hour in range(0, _HOURS, every):
        width = metrics.horizontalAdvance(marks[hour])
        # The first one has no room on its left.
        start = max(left, left + step * (hour + 0.5) - width / 2)
        rect = QRectF(start, top, width, metrics.height() * 1.3)
        paint_text(painter, rect, marks[hour], colour)
