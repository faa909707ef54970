"""The picture at the top of the detail panel."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

_ROUNDING = 10.0
_TALLEST = 300


class Preview(QWidget):
    """Shows a thumbnail whole, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QPixmap) -> None:
        """Shows `picture`; a null one leaves an empty frame."""
        self._picture = picture
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small; the panel gives it more."""
        return QSize(240, self.heightForWidth(240))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """As tall as the picture's shape asks for."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height at which the picture fills `width`, up to a limit."""
        if self._picture.isNull():
            return 180
        return min(_TALLEST, round(width * self._picture.height() / self._picture.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paints the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.size()
        if not self._picture.isNull():
            size = self._picture.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())
        shape = QPainterPath()
        shape.addRoundedRect(place, _ROUNDING, _ROUNDING)
        painter.setClipPath(shape)
        if self._picture.isNull():
            painter.fillRect(place, self.palette().midlight())
        else:
            painter.drawPixmap(place, self._picture)
        painter.end()
