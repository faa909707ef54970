"""A chart: where its marks are, what they stand for, and how it is painted."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPalette

from organizer.library.filters import Filter

_SMALLEST_TEXT = 0.6


@dataclass(frozen=True, slots=True)
class Mark:
    """What is counted at a place of a chart; `chosen` shows just these pictures."""

    rect: QRectF
    name: str
    count: int
    chosen: Filter


class Chart(ABC):
    """Drawn by the same code on screen and into a picture.

    Attributes:
        title: What it shows.
        marks: What can be pointed at, in the order of reading, after `arrange`.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self.marks: tuple[Mark, ...] = ()

    @property
    @abstractmethod
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""

    @abstractmethod
    def arrange(self, width: float, font: QFont) -> float:
        """Finds the places of the marks in `width`; returns the height that they need."""

    @abstractmethod
    def paint(self, painter: QPainter, palette: QPalette) -> None:
        """Paints as it was arranged; `painter` has the font that it was arranged with."""


def line_height(font: QFont) -> float:
    """The height of a line: charts measure all in these, so that they grow with the text."""
    return QFontMetricsF(font).height()


def paint_bar(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A bar or a cell with slightly round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    rounding = min(4.0, rect.width() / 3, rect.height() / 3)
    painter.drawRoundedRect(rect, rounding, rounding)


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line in the middle of the height of `rect`, cut with an ellipsis where it is too long."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setPen(colour)
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter | _ONE_LINE, shown)


def paint_fitting(painter: QPainter, rect: QRectF, text: str, colour: QColor) -> None:
    """One line in the middle of `rect`, in smaller letters where it is too long."""
    font = painter.font()
    width = QFontMetricsF(font).horizontalAdvance(text)
    scale = min(1.0, max(_SMALLEST_TEXT, (rect.width() - 4) / max(width, 1)))
    painter.setFont(scaled(font, scale))
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | _ONE_LINE, text)
    painter.setFont(font)


def scaled(font: QFont, factor: float) -> QFont:
    """`font` in another size."""
    other = QFont(font)
    # A font may have been given in pixels; its points are known all the same.
    other.setPointSizeF(QFontInfo(font).pointSizeF() * factor)
    return other


def bold(font: QFont) -> QFont:
    """`font` in bold."""
    other = QFont(font)
    other.setBold(True)
    return other


_ONE_LINE = Qt.TextFlag.TextSingleLine
