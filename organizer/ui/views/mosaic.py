"""Several pictures as one."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap

MOST_TILES = 4
_GAP = 4


def mosaic(pictures: Sequence[QPixmap], size: QSize, empty: QBrush) -> QPixmap:
    """Up to four pictures side by side in `size`, each cut to its place; `empty` fills gaps in it.

    Null pictures leave an empty place.
    """
    drawn = QPixmap(size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, picture in zip(_places(len(pictures), size), pictures, strict=False):
        if picture.isNull():
            painter.fillRect(place, empty)
        else:
            painter.drawPixmap(place, picture, _middle(picture.size(), place.size()))
    painter.end()
    return drawn


def _places(count: int, size: QSize) -> list[QRect]:
    """Two columns, or for three pictures a wide one and two small ones."""
    width, height = (size.width() - _GAP) // 2, (size.height() - _GAP) // 2
    right, below = width + _GAP, height + _GAP
    tall = [QRect(0, 0, width, size.height()), QRect(right, 0, width, size.height())]
    small = [QRect(right, 0, width, height), QRect(right, below, width, height)]
    if count <= 2:
        return tall
    if count == 3:
        return [tall[0], *small]
    return [QRect(0, 0, width, height), small[0], QRect(0, below, width, height), small[1]]


def _middle(picture: QSize, place: QSize) -> QRect:
    """The middle of a picture in the shape of its place, as large as it can be."""
    shape = place.scaled(picture, Qt.AspectRatioMode.KeepAspectRatio)
    left = (picture.width() - shape.width()) // 2
    return QRect(left, (picture.height() - shape.height()) // 2, shape.width(), shape.height())
