"""The marks on pictures of the gallery: what is a video, a favourite, missing, chosen.

Each has a shape of its own; none is told by its colour alone.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPixmap

from organizer.library.records import MediaFlag
from organizer.ui import formatting
from organizer.ui.icons import pixmap

_BADGE = 24
_GLYPH = 16
_INSET = 6
_TROUBLE = 32
_VEIL = 150
_BACKGROUND = QColor(0, 0, 0, 150)
_MOST_KEPT = 512


class GalleryMarks:
    """Paints marks; what was drawn once is kept, so that painting is copying."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * 0.85)
        self._font.setBold(True)
        self._drawn: dict[tuple[str, str, str, float], QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        flags: MediaFlag,
        seconds: int,
        palette: QPalette,
    ) -> None:
        """Paints what `flags` say of the picture in `rect`."""
        if flags & (MediaFlag.MISSING | MediaFlag.FAILED):
            name = "missing" if flags & MediaFlag.MISSING else "warning"
            if flags & MediaFlag.THUMBNAIL:
                self._paint_badge(painter, rect, name, Qt.Corner.BottomRightCorner)
            else:
                self._paint_trouble(painter, rect, name, palette)
        elif flags & MediaFlag.OFFLINE:
            veil = palette.window().color()
            veil.setAlpha(_VEIL)
            painter.fillRect(rect, veil)
            self._paint_badge(painter, rect, "offline", Qt.Corner.BottomRightCorner)
        if flags & MediaFlag.VIDEO:
            text = formatting.duration(seconds) if seconds else ""
            self._paint_badge(painter, rect, "video", Qt.Corner.TopRightCorner, text)
        elif flags & MediaFlag.CAROUSEL:
            self._paint_badge(painter, rect, "carousel", Qt.Corner.TopRightCorner)
        if flags & MediaFlag.FAVOURITE:
            self._paint_badge(painter, rect, "favourite_filled", Qt.Corner.BottomLeftCorner)

    def paint_selected(self, painter: QPainter, rect: QRect, palette: QPalette) -> None:
        """Paints a tick in the corner of the picture in `rect`."""
        accent = palette.highlight().color()
        drawn = self._badge(painter, "check", "", accent, palette.highlightedText().color())
        painter.drawPixmap(
            QPointF(rect.topLeft()) + _offset(rect, drawn, Qt.Corner.TopLeftCorner), drawn
        )

    def _paint_badge(
        self, painter: QPainter, rect: QRect, name: str, corner: Qt.Corner, text: str = ""
    ) -> None:
        drawn = self._badge(painter, name, text, _BACKGROUND, QColor(Qt.GlobalColor.white))
        painter.drawPixmap(QPointF(rect.topLeft()) + _offset(rect, drawn, corner), drawn)

    def _paint_trouble(self, painter: QPainter, rect: QRect, name: str, palette: QPalette) -> None:
        colour = palette.mid().color()
        key = (name, "", colour.name(), 0.0)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._keep(key, pixmap(name, colour, QSize(_TROUBLE, _TROUBLE)))
        side = drawn.deviceIndependentSize().toSize()
        place = QRect(0, 0, side.width(), side.height())
        place.moveCenter(rect.center())
        painter.drawPixmap(place, drawn)

    def _badge(
        self, painter: QPainter, name: str, text: str, background: QColor, colour: QColor
    ) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        key = (name, text, background.name(QColor.NameFormat.HexArgb), ratio)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._keep(key, self._draw(name, text, background, colour, ratio))
        return drawn

    def _draw(
        self, name: str, text: str, background: QColor, colour: QColor, ratio: float
    ) -> QPixmap:
        """A glyph on a rounded ground, with a text after it."""
        width = float(_BADGE)
        if text:
            width += QFontMetricsF(self._font).horizontalAdvance(text) + 5
        drawn = QPixmap(round(width * ratio), round(_BADGE * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(background)
        painter.drawRoundedRect(QRectF(0, 0, width, _BADGE), _BADGE / 2, _BADGE / 2)
        inset = (_BADGE - _GLYPH) // 2
        glyph = pixmap(name, colour, QSize(_GLYPH, _GLYPH))
        painter.drawPixmap(QRect(inset, inset, _GLYPH, _GLYPH), glyph)
        if text:
            painter.setFont(self._font)
            painter.setPen(colour)
            rest = QRectF(inset + _GLYPH + 1, 0, width, _BADGE)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
        return drawn

    def _keep(self, key: tuple[str, str, str, float], drawn: QPixmap) -> QPixmap:
        if len(self._drawn) >= _MOST_KEPT:
            self._drawn.clear()
        self._drawn[key] = drawn
        return drawn


def _offset(rect: QRect, drawn: QPixmap, corner: Qt.Corner) -> QPointF:
    size = drawn.deviceIndependentSize()
    is_right = corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner)
    is_low = corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)
    return QPointF(
        rect.width() - size.width() - _INSET if is_right else _INSET,
        rect.height() - size.height() - _INSET if is_low else _INSET,
    )
