"""Pictures per month as a calendar: a row for each year, darker where there are more."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette

from organizer.library.filters import Filter
from organizer.ui import formatting
from organizer.ui.overview.chart import (
    Chart,
    Mark,
    bold,
    line_height,
    paint_bar,
    paint_fitting,
    paint_text,
)
from organizer.ui.overview.colours import mixed, text_on
from organizer.ui.overview.narrowing import to_month

_GAP = 3.0
_LEAST_SHARE = 0.12
# A time that cannot be true must not make a calendar of centuries.
_MOST_EMPTY_YEARS = 20


class MonthChart(Chart):
    """`months` are counts by year and month; the years themselves can be chosen, too."""

    def __init__(
        self, title: str, months: tuple[tuple[tuple[int, int], int], ...], chosen: Filter
    ) -> None:
        super().__init__(title)
        self._counts = dict(months)
        self._chosen = chosen
        self._cells: dict[tuple[int, int], QRectF] = {}
        self._heads: list[tuple[QRectF, str]] = []
        self._years: list[tuple[QRectF, QRectF, int, int]] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing is dated."""
        return not self._counts

    def arrange(self, width: float, font: QFont) -> float:
        """The year, its twelve months, and how many there are in it."""
        metrics, line = QFontMetricsF(bold(font)), line_height(font)
        totals = self._totals()
        left = metrics.horizontalAdvance("2000") + line * 0.7
        most = formatting.number(max(totals.values(), default=0))
        right = metrics.horizontalAdvance(most) + line * 0.7
        step = max(0.0, width - left - right) / 12
        height = line * 1.75
        self._heads = [
            (QRectF(left + step * number, 0, step, line * 1.3), head)
            for number, head in enumerate(_heads(step - _GAP, font))
        ]
        self._cells, self._years = {}, []
        marks = []
        for row, (year, total) in enumerate(totals.items()):
            top = line * 1.4 + row * height
            name = QRectF(0, top, left - line * 0.3, height - _GAP)
            sum_rect = QRectF(width - right, top, right, height - _GAP)
            self._years.append((name, sum_rect, year, total))
            if total:
                marks.append(Mark(name, str(year), total, to_month(self._chosen, year, None)))
            for month in range(1, 13):
                x = left + step * (month - 1)
                cell = QRectF(x, top, step, height).adjusted(0, 0, -_GAP, -_GAP)
                self._cells[year, month] = cell
                count = self._counts.get((year, month), 0)
                if count:
                    chosen = to_month(self._chosen, year, month)
                    marks.append(Mark(cell, formatting.month(year, month), count, chosen))
        self.marks = tuple(marks)
        return line * 1.4 + len(totals) * height

    def paint(self, painter: QPainter, palette: QPalette) -> None:
        """The count stands in each cell: the colour only repeats it."""
        muted, text = palette.mid().color(), palette.text().color()
        for rect, head in self._heads:
            align = Qt.AlignmentFlag.AlignHCenter
            paint_text(painter, rect.adjusted(0, 0, -_GAP, 0), head, muted, align)
        plain = painter.font()
        for name, sum_rect, year, total in self._years:
            painter.setFont(bold(plain))
            paint_text(painter, name.adjusted(_GAP, 0, 0, 0), str(year), text)
            painter.setFont(plain)
            right = Qt.AlignmentFlag.AlignRight
            paint_text(painter, sum_rect, formatting.number(total), muted, right)
        most = max(self._counts.values(), default=1)
        nothing, full = palette.window().color(), palette.highlight().color()
        for key, cell in self._cells.items():
            count = self._counts.get(key, 0)
            if not count:
                paint_bar(painter, cell, nothing)
                continue
            share = max(_LEAST_SHARE, math.sqrt(count / most))
            colour = mixed(palette.base().color(), full, share)
            paint_bar(painter, cell, colour)
            paint_fitting(painter, cell, formatting.number(count), text_on(colour))

    def _totals(self) -> dict[int, int]:
        """The sum of each year, newest first; years between others are there without any."""
        sums: dict[int, int] = {}
        for (year, _), count in self._counts.items():
            if sums and min(sums) - year <= _MOST_EMPTY_YEARS:
                sums |= dict.fromkeys(range(min(sums) - 1, year, -1), 0)
            sums[year] = sums.get(year, 0) + count
        return sums


def _heads(room: float, font: QFont) -> list[str]:
    """The short names of the months, or their numbers where not all names fit."""
    metrics = QFontMetricsF(font)
    names = [formatting.short_month_name(month) for month in range(1, 13)]
    is_fitting = max(map(metrics.horizontalAdvance, names)) <= room
    return names if is_fitting else [str(month) for month in range(1, 13)]
