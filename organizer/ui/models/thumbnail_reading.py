"""Reads thumbnails from disk as they will lie on screen: cut, scaled and rounded."""

import functools
import os
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter

from organizer.library.thumbnails import ThumbnailSize, ThumbnailStore


class WantedThumbnail(NamedTuple):
    """A picture's thumbnail that fills `width` and `height`, in pixels of the display."""

    media_id: int
    width: int
    height: int


@functools.cache
def prepare_reading() -> None:
    """Lets Qt's classes be made; to be called in the GUI thread before any other reads.

    PySide makes what belongs to a class when it is first used. Two threads that do so at once end
    the program.
    """
    reader = QImageReader(os.devnull)
    _read(reader, WantedThumbnail(0, 1, 1))
    reader.size().isValid()
    _rounded(QImage(1, 1, QImage.Format.Format_RGB32), 1.0)


def read_thumbnail(store: ThumbnailStore, wanted: WantedThumbnail, rounding: float) -> QImage:
    """The middle of a picture, of the wanted size, its corners rounded by `rounding` pixels.

    A null image when there is no thumbnail that can be read. Scaling and cutting is left to Qt's
    reader, which decodes a JPEG no larger than needed and lets Python work meanwhile.
    """
    small = QImageReader(str(store.path(wanted.media_id, ThumbnailSize.SMALL)))
    size = small.size()
    if size.isValid() and size.width() >= wanted.width and size.height() >= wanted.height:
        return _rounded(_read(small, wanted), rounding)
    large = QImageReader(str(store.path(wanted.media_id, ThumbnailSize.LARGE)))
    # Of a picture that was small itself, both thumbnails are the same.
    return _rounded(_read(large if large.size().isValid() else small, wanted), rounding)


def _read(reader: QImageReader, wanted: WantedThumbnail) -> QImage:
    target = QSize(wanted.width, wanted.height)
    filling = reader.size().scaled(target, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    reader.setScaledSize(filling)
    left = (filling.width() - wanted.width) // 2
    top = (filling.height() - wanted.height) // 2
    reader.setScaledClipRect(QRect(left, top, wanted.width, wanted.height))
    return reader.read()


def _rounded(image: QImage, rounding: float) -> QImage:
    if image.isNull():
        return image
    shaped = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    shaped.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shaped)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(QRectF(shaped.rect()), rounding, rounding)
    painter.end()
    return shaped
