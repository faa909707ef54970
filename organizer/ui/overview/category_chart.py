"""Categories over the years: a small chart for each, under its name."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette

from organizer.library.filters import Filter
from organizer.tagging.categories import OTHERS
from organizer.ui import formatting
from organizer.ui.overview.chart import Chart, Mark, line_height, paint_bar, paint_text, scaled
from organizer.ui.overview.colours import readable
from organizer.ui.overview.narrowing import to_category

_PANEL_LINES = 15.0
_MOST_COLUMNS = 4
_WIDEST_BAR_LINES = 2.0
_SMALL = 0.85


@dataclass(frozen=True, slots=True)
class CategorySeries:
    """A category by its name and colour, and its pictures by year."""

    id: str
    name: str
    colour: str
    years: dict[int, int]

    @property
    def total(self) -> int:
        """The pictures of all years."""
        return sum(self.years.values())


class CategoryChart(Chart):
    """Each series has a panel of its own with a name over it: no colour must be told from another.

    Bars are as high as the highest of their panel, whose count stands over it.
    """

    def __init__(self, title: str, series: tuple[CategorySeries, ...], chosen: Filter) -> None:
        super().__init__(title)
        # What is left over comes last, however much that is.
        self._series = sorted(series, key=lambda one: (one.id == OTHERS, -one.total))
        self._chosen = chosen
        years = [year for one in series for year in one.years]
        self._years = list(range(min(years), max(years) + 1)) if years else []
        self._panels: list[QRectF] = []
        self._bars: list[list[tuple[QRectF, int]]] = []
        self._line = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filed."""
        return not self._series

    def arrange(self, width: float, font: QFont) -> float:
        """As many panels side by side as fit."""
        self._line = line = line_height(font)
        columns = max(1, min(_MOST_COLUMNS, len(self._series), int(width / (_PANEL_LINES * line))))
        gap = line * 1.6
        panel_width = (width - gap * (columns - 1)) / columns
        panel_height = line * 6.2
        self._panels, self._bars = [], []
        marks: list[Mark] = []
        for number, series in enumerate(self._series):
            row, column = divmod(number, columns)
            left, top = column * (panel_width + gap), row * (panel_height + line)
            panel = QRectF(left, top, panel_width, panel_height)
            self._panels.append(panel)
            marks += self._arrange_bars(panel, series)
        self.marks = tuple(marks)
        rows = -(-len(self._series) // columns)
        return max(0.0, rows * (panel_height + line) - line)

    def paint(self, painter: QPainter, palette: QPalette) -> None:
        """Name and total, bars, and the first and the last year under them."""
        plain = painter.font()
        for series, panel, bars in zip(self._series, self._panels, self._bars, strict=True):
            colour = readable(QColor(series.colour), palette.base().color())
            self._paint_heading(painter, palette, series, panel, colour)
            floor = self._floor(panel)
            painter.setPen(palette.midlight().color())
            painter.drawLine(QPointF(panel.left(), floor), QPointF(panel.right(), floor))
            for bar, _ in bars:
                paint_bar(painter, bar, colour)
            painter.setFont(scaled(plain, _SMALL))
            self._paint_axis(painter, palette, panel)
            self._paint_peak(painter, palette, panel, bars)
            painter.setFont(plain)

    def _arrange_bars(self, panel: QRectF, series: CategorySeries) -> list[Mark]:
        line, most = self._line, max(series.years.values())
        top, floor = panel.top() + line * 2.3, self._floor(panel)
        step = panel.width() / len(self._years)
        thickness = min(step * 0.78, _WIDEST_BAR_LINES * line)
        bars, marks = [], []
        for number, year in enumerate(self._years):
            count = series.years.get(year, 0)
            if not count:
                continue
            column = QRectF(panel.left() + step * number, top, step, floor - top)
            height = max(2.0, column.height() * count / most)
            left = column.center().x() - thickness / 2
            bars.append((QRectF(left, floor - height, thickness, height), count))
            chosen = to_category(self._chosen, series.id, year)
            marks.append(Mark(column, f"{series.name}, {year}", count, chosen))
        self._bars.append(bars)
        return marks

    def _floor(self, panel: QRectF) -> float:
        return panel.bottom() - self._line * 1.1

    def _paint_heading(
        self,
        painter: QPainter,
        palette: QPalette,
        series: CategorySeries,
        panel: QRectF,
        colour: QColor,
    ) -> None:
        line = self._line
        total = formatting.number(series.total)
        room = QFontMetricsF(painter.font()).horizontalAdvance(total) + line * 0.5
        heading = QRectF(panel.left(), panel.top(), panel.width(), line * 1.2)
        dot = line * 0.55
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        middle = QPointF(panel.left() + dot / 2, heading.center().y())
        painter.drawEllipse(middle, dot / 2, dot / 2)
        name = heading.adjusted(dot + line * 0.4, 0, -room, 0)
        paint_text(painter, name, series.name, palette.text().color())
        right = Qt.AlignmentFlag.AlignRight
        paint_text(painter, heading, total, palette.mid().color(), right)

    def _paint_axis(self, painter: QPainter, palette: QPalette, panel: QRectF) -> None:
        line, muted = self._line, palette.mid().color()
        under = QRectF(panel.left(), panel.bottom() - line, panel.width(), line)
        if len(self._years) == 1:
            paint_text(painter, under, str(self._years[0]), muted, Qt.AlignmentFlag.AlignHCenter)
            return
        paint_text(painter, under, str(self._years[0]), muted)
        paint_text(painter, under, str(self._years[-1]), muted, Qt.AlignmentFlag.AlignRight)

    def _paint_peak(
        self,
        painter: QPainter,
        palette: QPalette,
        panel: QRectF,
        bars: list[tuple[QRectF, int]],
    ) -> None:
        """The count of the highest bar over it, moved inside where it stands at an edge."""
        bar, count = max(bars, key=lambda one: one[1])
        text = formatting.number(count)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2
        left = min(max(bar.center().x() - width / 2, panel.left()), panel.right() - width)
        rect = QRectF(left, bar.top() - self._line, width, self._line)
        paint_text(painter, rect, text, palette.mid().color(), Qt.AlignmentFlag.AlignHCenter)
