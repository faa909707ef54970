"""Icons of one set, drawn in the colour of the text."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from organizer.resource_files import resource_path

_SHARPEST = 3.0


def icon(name: str, colour: QColor) -> QIcon:
    """The icon `name` in `colour`, sharp on any display."""
    return QIcon(pixmap(name, colour, QSize(24, 24)))


def pixmap(name: str, colour: QColor, size: QSize) -> QPixmap:
    """The drawing `name` of `size` in device-independent pixels, its strokes in `colour`."""
    source = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour.name()).encode()))
    drawn = QPixmap(size * _SHARPEST)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(_SHARPEST)
    return drawn
