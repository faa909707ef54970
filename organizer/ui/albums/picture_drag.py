"""Drags the selected pictures out of the gallery: onto an album, or as copies to other programs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from organizer.library.place import LibraryPlace
from organizer.ui import formatting
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.picture_data import picture_data
from organizer.ui.views.gallery_view import GalleryView

_SIDE = 88
_MARGIN = 14
_STACKED = 3
_STEP = 6
_FRAME = 2
_ROUNDING = 8
# Beside the pointer: what it points at stays to be read.
_BESIDE = QPoint(-8, -8)


class PictureDrag(QObject):
    """Begins a drag when the user pulls at what is selected in `gallery`.

    `files_of` gives the originals that other programs may have of some pictures. They are offered
    for copying alone: whatever key is held, no program is asked to move or link them.
    """

    def __init__(
        self,
        place: LibraryPlace,
        gallery: GalleryView,
        loader: ThumbnailLoader,
        files_of: Callable[[tuple[int, ...]], Sequence[Path]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._gallery = gallery
        self._loader = loader
        self._files_of = files_of
        gallery.drag_wanted.connect(self._drag)

    def made(self) -> QDrag | None:
        """The drag of what is selected, which has not begun; None where nothing is."""
        media_ids = self._gallery.selected_ids()
        if not media_ids:
            return None
        drag = QDrag(self._gallery)
        files = self._files_of(media_ids)
        drag.setMimeData(picture_data(self._place.database, media_ids, files))
        ratio = self._gallery.devicePixelRatioF()
        drag.setPixmap(
            drag_pixmap(self._pictures(media_ids), len(media_ids), QApplication.palette(), ratio)
        )
        drag.setHotSpot(_BESIDE)
        return drag

    def _drag(self) -> None:
        drag = self.made()
        if drag is not None:
            drag.exec(Qt.DropAction.CopyAction)

    def _pictures(self, media_ids: tuple[int, ...]) -> list[QPixmap]:
        """The thumbnails to be seen: of the current picture first, as far as they are at hand."""
        model, current = self._gallery.media_model(), self._gallery.currentIndex().row()
        first = () if model is None or current < 0 else (model.id_at(current),)
        rest = (one for one in media_ids[: 4 * _STACKED] if one not in first)
        found = (self._loader.pixmap(one) for one in (*first, *rest))
        return [one for one in found if one is not None][:_STACKED]


def drag_pixmap(
    pictures: Sequence[QPixmap], count: int, palette: QPalette, ratio: float
) -> QPixmap:
    """A small pile of `pictures`, the first on top, with how many there are: `count`."""
    drawn = QPixmap(QSize(_SIDE + 2 * _MARGIN, _SIDE + 2 * _MARGIN) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    pile = list(pictures[: min(count, _STACKED)]) or [QPixmap()]
    for depth, picture in reversed(list(enumerate(pile))):
        place = QRectF(depth * _STEP, depth * _STEP, _SIDE, _SIDE).translated(1, _MARGIN / 2)
        _paint_tile(painter, place, picture, palette)
    if count > 1:
        _paint_count(painter, formatting.number(count), palette)
    painter.end()
    return drawn


def _paint_tile(painter: QPainter, place: QRectF, picture: QPixmap, palette: QPalette) -> None:
    """The middle of a picture as a square, on a card that parts it from what lies below."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.base())
    painter.drawRoundedRect(place, _ROUNDING, _ROUNDING)
    inner = place.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
    clip = QPainterPath()
    clip.addRoundedRect(inner, _ROUNDING - _FRAME, _ROUNDING - _FRAME)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(inner, palette.midlight())
    if not picture.isNull():
        side = min(picture.width(), picture.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(picture.rect()).center())
        painter.drawPixmap(inner, picture, square)
    painter.restore()


def _paint_count(painter: QPainter, text: str, palette: QPalette) -> None:
    """At the upper right of the pile, as programs do everywhere."""
    metrics = QFontMetricsF(painter.font())
    height = metrics.height() + 4
    width = max(height, metrics.horizontalAdvance(text) + height * 0.7)
    right = _SIDE + _MARGIN
    badge = QRectF(QPointF(max(0.0, right - width), 0), QPointF(right, height))
    painter.setPen(QPen(palette.base().color(), 1.5))
    painter.setBrush(palette.highlight())
    painter.drawRoundedRect(badge.adjusted(1, 1, -1, -1), height / 2, height / 2)
    painter.setPen(palette.highlightedText().color())
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
