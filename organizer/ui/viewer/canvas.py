"""Paints the picture: zoomed to the pointer, dragged, turned."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEasingCurve,
    QPoint,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from organizer.ui.viewer.motion import animation_milliseconds
from organizer.ui.viewer.viewpoint import (
    Viewpoint,
    bounded,
    fit_scale,
    fitted,
    panned,
    visible_part,
    zoomed,
)

ZOOM_STEP = 1.25
_BACKGROUND = QColor("#0b0c0e")
_QUARTER = 90
_EDGE = 0.001
# From here on, single pixels are wanted, not something in between.
_SHOWS_PIXELS = 4.0


class Canvas(QWidget):
    """Shows one picture at any zoom without decoding it again.

    Signals:
        zoom_changed(float): Screen pixels per pixel of the picture.
    """

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._levels: Sequence[QImage] = ()
        self._size = QSizeF()
        self._quarters = 0
        self._view = Viewpoint(1.0, QPointF())
        self._is_fitted = True
        self._dragged_from: QPoint | None = None
        self._anchor = QPointF()
        self._animation = QVariantAnimation(self)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._zoom_on)

    @property
    def view(self) -> Viewpoint:
        """What is seen."""
        return self._view

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is seen, however large the window becomes."""
        return self._is_fitted

    @property
    def turned_size(self) -> QSizeF:
        """The picture's size in its pixels, as it is turned."""
        return self._size.transposed() if self._quarters % 2 else self._size

    def show_picture(self, levels: Sequence[QImage], size: QSizeF, is_new: bool) -> None:
        """Shows `levels`, the same picture ever smaller, whose original is of `size`.

        One that is not new stays as it was turned and zoomed: more of its pixels have come.
        """
        is_new = is_new or size != self._size
        self._levels, self._size = levels, size
        if is_new:
            self._animation.stop()
            self._quarters = 0
            self.fit()
        self.update()

    def rotate(self, quarters: int) -> None:
        """Turns the picture by quarters of a circle, clockwise, and shows it whole."""
        self._animation.stop()
        self._quarters = (self._quarters + quarters) % 4
        self.fit()

    def fit(self) -> None:
        """Shows the whole picture at once."""
        self._animation.stop()
        self._is_fitted = True
        self._look(fitted(self.turned_size, QSizeF(self.size())))

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zooms at once; what is at `anchor` stays there (the middle without one)."""
        self._animation.stop()
        self._zoom_to(self._view.scale * factor, self._middle() if anchor is None else anchor)

    def glide_by(self, factor: float) -> None:
        """Zooms around the middle, in a moment."""
        self._glide(self._view.scale * factor, self._middle())

    def glide_to_fit(self) -> None:
        """Shows the whole picture, in a moment."""
        self._glide(self._fit_scale(), self._middle())

    def glide_to_whole(self, anchor: QPointF | None = None) -> None:
        """Shows each pixel of the picture as one of the screen, in a moment."""
        self._glide(self.whole_scale(), self._middle() if anchor is None else anchor)

    def toggle_zoom(self, anchor: QPointF | None = None) -> None:
        """Shows it whole, or at 100 % when it is; twice that when 100 % is no more than whole."""
        if not self._is_fitted:
            self.glide_to_fit()
            return
        scale = max(self.whole_scale(), self._fit_scale() * 2)
        if self.whole_scale() > self._fit_scale() * 1.05:
            scale = self.whole_scale()
        self._glide(scale, self._middle() if anchor is None else anchor)

    def pan(self, by: QPointF) -> None:
        """Moves the picture by screen pixels."""
        self._look(panned(self._view, by, self.turned_size, QSizeF(self.size())))

    def whole_scale(self) -> float:
        """The scale of 100 %: one pixel of the picture is one of the screen."""
        return 1 / self.devicePixelRatioF()

    def picture(self) -> QImage:
        """The largest there is, as it is turned."""
        if not self._levels:
            return QImage()
        largest = self._levels[0]
        return largest.transformed(QTransform().rotate(_QUARTER * self._quarters))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paints the part that is seen, from the level that is just large enough."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _BACKGROUND)
        if self._levels and not self._size.isEmpty():
            self._paint_picture(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps the picture whole, or the middle in the middle."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()
        else:
            self._zoom_to(self._view.scale, self._middle())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Takes hold of the picture."""
        if event.button() is Qt.MouseButton.LeftButton and not self._is_fitted:
            self._dragged_from = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        # The viewer hears of it, too.
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drags it."""
        if self._dragged_from is not None:
            position = event.position().toPoint()
            self.pan(QPointF(position - self._dragged_from))
            self._dragged_from = position
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Lets go."""
        self._dragged_from = None
        self.unsetCursor()
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Shows it whole or at 100 %, where it was clicked."""
        self.toggle_zoom(event.position())

    def _paint_picture(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        level = self._level_for(self._view.scale * ratio)
        by_level = level.width() / self._size.width()
        seen = visible_part(self._view, self.turned_size, QSizeF(self.size()))
        turned_back = _turn(self._quarters, self._size).inverted()[0]
        # Whole pixels, and one more: drawing between two needs both.
        source = turned_back.mapRect(seen)
        source = QRectF(source.topLeft() * by_level, source.size() * by_level)
        part = source.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(level.rect())
        place = QRectF(part.topLeft().toPointF() / by_level, QSizeF(part.size()) / by_level)
        window = QSizeF(self.size())
        corner = self._view.on_screen(QPointF(0, 0), window)
        transform = QTransform.fromTranslate(corner.x(), corner.y())
        transform.scale(self._view.scale, self._view.scale)
        is_smooth = self._view.scale * ratio < _SHOWS_PIXELS
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        painter.setTransform(_turn(self._quarters, self._size) * transform)
        painter.drawImage(place, level, QRectF(part))

    def _level_for(self, scale: float) -> QImage:
        wanted = self._size.width() * scale
        enough = [level for level in self._levels if level.width() >= wanted]
        return enough[-1] if enough else self._levels[0]

    def _glide(self, scale: float, anchor: QPointF) -> None:
        self._animation.stop()
        duration = animation_milliseconds()
        if not duration:
            self._zoom_to(scale, anchor)
            return
        self._anchor = anchor
        self._animation.setDuration(duration)
        self._animation.setStartValue(self._view.scale)
        self._animation.setEndValue(scale)
        self._animation.start()

    def _zoom_on(self, scale: float) -> None:
        self._zoom_to(scale, self._anchor)

    def _zoom_to(self, scale: float, anchor: QPointF) -> None:
        self._is_fitted = scale <= self._fit_scale() * (1 + _EDGE)
        view = zoomed(self._view, scale, anchor, self.turned_size, QSizeF(self.size()))
        self._look(view)

    def _look(self, view: Viewpoint) -> None:
        self._view = bounded(view, self.turned_size, QSizeF(self.size()))
        self.zoom_changed.emit(self._view.scale)
        self.update()

    def _fit_scale(self) -> float:
        return fit_scale(self.turned_size, QSizeF(self.size()))

    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()


def _turn(quarters: int, size: QSizeF) -> QTransform:
    """Turns a picture of `size` so that its top left corner is at (0, 0) again."""
    width, height = size.width(), size.height()
    corner = [QPointF(0, 0), QPointF(height, 0), QPointF(width, height), QPointF(0, width)]
    place = corner[quarters]
    return QTransform.fromTranslate(place.x(), place.y()).rotate(_QUARTER * quarters)
