"""The dots under a carousel: how many slides, which one is shown, and which can be gone to."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_SPACING = 18
_RADIUS = 4.0
_MOST = 30
_PRESENT = QColor(255, 255, 255, 120)
_CURRENT = QColor(255, 255, 255)
_BACKGROUND = QColor(0, 0, 0, 150)


class CarouselDots(QWidget):
    """One dot for each slide; a slide that the filter leaves out is a ring.

    Signals:
        slide_chosen(int): The number of a slide, from 0.
    """

    slide_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_listed: Sequence[bool] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def count(self) -> int:
        """How many dots there are; none for a picture that stands alone."""
        return len(self._is_listed)

    @property
    def current(self) -> int:
        """The slide that is shown, from 0."""
        return self._current

    def show_slides(self, is_listed: Sequence[bool], current: int) -> None:
        """Shows a dot for each slide; `is_listed` says which can be gone to."""
        self._is_listed, self._current = is_listed, current
        self.setVisible(1 < len(is_listed) <= _MOST)
        place = self.tr("Slide {position} of {count}")
        self.setAccessibleName(place.format(position=current + 1, count=len(is_listed)))
        self.updateGeometry()
        self.update()

    def dot(self, number: int) -> QPointF:
        """Where the middle of a dot is."""
        return QPointF(_SPACING * (number + 0.5) + 6, self.height() / 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all dots."""
        return QSize(_SPACING * len(self._is_listed) + 12, 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paints the dots; the one of the slide that is shown is larger, too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_BACKGROUND)
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        for number, is_listed in enumerate(self._is_listed):
            is_current = number == self._current
            painter.setPen(Qt.PenStyle.NoPen if is_listed else QPen(_PRESENT, 1.2))
            colour = _CURRENT if is_current else _PRESENT
            painter.setBrush(colour if is_listed or is_current else Qt.BrushStyle.NoBrush)
            radius = _RADIUS + 1.5 if is_current else _RADIUS
            painter.drawEllipse(self.dot(number), radius, radius)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Goes to the slide whose dot is nearest."""
        number = int((event.position().x() - 6) // _SPACING)
        if 0 <= number < len(self._is_listed) and self._is_listed[number]:
            self.slide_chosen.emit(number)
