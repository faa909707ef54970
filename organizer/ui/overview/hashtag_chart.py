"""The most used hashtags as bars beside their names."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette

from organizer.library.filters import Filter
from organizer.library.records import HashtagFacet
from organizer.tagging.hashtags import hashtag_key
from organizer.ui import formatting
from organizer.ui.overview.chart import Chart, Mark, line_height, paint_bar, paint_text
from organizer.ui.overview.narrowing import to_hashtag

_TWO_COLUMN_LINES = 46.0
_MOST_OF_WIDTH = 0.42


class HashtagChart(Chart):
    """`hashtags` come as they are counted, all spellings of one together."""

    def __init__(self, title: str, hashtags: tuple[HashtagFacet, ...], chosen: Filter) -> None:
        super().__init__(title)
        self._hashtags = sorted(hashtags, key=lambda one: -one.pictures)
        self._chosen = chosen
        self._rows: list[tuple[QRectF, QRectF, QRectF]] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is no hashtag."""
        return not self._hashtags

    def arrange(self, width: float, font: QFont) -> float:
        """One below the other, in two columns where there is room."""
        metrics, line = QFontMetricsF(font), line_height(font)
        columns = 2 if width > _TWO_COLUMN_LINES * line and len(self._hashtags) > 1 else 1
        each = -(-len(self._hashtags) // columns)
        gap, height = line * 2, line * 1.65
        column_width = (width - gap * (columns - 1)) / columns
        longest = max((metrics.horizontalAdvance(_name(one)) for one in self._hashtags), default=0)
        label = min(longest + line * 0.2, column_width * _MOST_OF_WIDTH)
        most = max((one.pictures for one in self._hashtags), default=1)
        room = metrics.horizontalAdvance(formatting.number(most)) + line * 0.6
        longest_bar = max(1.0, column_width - label - room - line * 0.6)
        self._rows, marks = [], []
        for number, one in enumerate(self._hashtags):
            column, row = divmod(number, each)
            whole = QRectF(column * (column_width + gap), row * height, column_width, height)
            name = QRectF(whole.left(), whole.top(), label, height)
            length = max(2.0, longest_bar * one.pictures / most)
            inset = height * 0.24
            left = name.right() + line * 0.6
            bar = QRectF(left, whole.top() + inset, length, height - inset * 2)
            count = QRectF(bar.right() + line * 0.4, whole.top(), room, height)
            self._rows.append((name, bar, count))
            chosen = to_hashtag(self._chosen, hashtag_key(one.hashtag))
            marks.append(Mark(whole, _name(one), one.pictures, chosen))
        self.marks = tuple(marks)
        return each * height

    def paint(self, painter: QPainter, palette: QPalette) -> None:
        """Name, bar and count of each."""
        text, muted = palette.text().color(), palette.mid().color()
        for one, (name, bar, count) in zip(self._hashtags, self._rows, strict=True):
            paint_text(painter, name, _name(one), text, Qt.AlignmentFlag.AlignRight)
            paint_bar(painter, bar, palette.highlight().color())
            paint_text(painter, count, formatting.number(one.pictures), muted)


def _name(facet: HashtagFacet) -> str:
    return f"#{facet.hashtag}"
