"""A category of a picture with how sure it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_DOT = 9
_BAR_HEIGHT = 5


class ScoreRow(QWidget):
    """Dot, name and what is `told` of the score, which is 0 to 1, over a bar."""

    def __init__(
        self, name: str, colour: str, score: float, told: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told = told
        self._name = name
        self._colour = QColor(colour)
        self._score = score
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name} {told}")
        self.setToolTip(f"{name} {told}")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line of text and a bar."""
        return QSize(160, self.fontMetrics().height() + _BAR_HEIGHT + 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paints the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height() + 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(QRectF(0, (line - _DOT) / 2, _DOT, _DOT))
        painter.setPen(self.palette().text().color())
        text = QRectF(_DOT + 8, 0, self.width() - _DOT - 8, line)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignLeft, self._name)
        painter.setPen(self.palette().mid().color())
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignRight, self._told)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, line + 3, self.width(), _BAR_HEIGHT)
        painter.setBrush(self.palette().midlight())
        painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        bar.setWidth(max(_BAR_HEIGHT, self.width() * self._score))
        painter.setBrush(self._colour)
        painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.end()
