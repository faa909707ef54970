"""What mouse, wheel and trackpad do over the picture."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from organizer.ui.viewer.canvas import Canvas

_NOTCH = 120
_SWIPE = 60
# A trackpad goes on by itself for a while: one swipe leads to one picture.
_SWIPE_MILLISECONDS = 350
_ZOOM_PER_NOTCH = 1.2


class Pointer(QObject):
    """Zooms and pans `canvas`, and tells when another picture is wanted.

    Signals:
        moved(): The mouse did something.
        left(): It is over a control now, or elsewhere.
        acted(): The user did more than move the mouse.
        page_turned(int): 1 for the next picture, -1 for the one before.
    """

    moved = Signal()
    left = Signal()
    acted = Signal()
    page_turned = Signal(int)

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scrolled = 0.0
        self._since_page = QElapsedTimer()
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Looks at what comes to the canvas."""
        kind = event.type()
        if kind in (QEvent.Type.MouseMove, QEvent.Type.Enter):
            self.moved.emit()
        elif kind is QEvent.Type.Leave:
            self.left.emit()
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self.moved.emit()
            self.acted.emit()
        elif isinstance(event, QWheelEvent):
            self.acted.emit()
            self._turn_wheel(event)
            return True
        elif isinstance(event, QNativeGestureEvent):
            return self._follow_gesture(event)
        return super().eventFilter(watched, event)

    def _turn_wheel(self, event: QWheelEvent) -> None:
        by = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._canvas.zoom_by(_ZOOM_PER_NOTCH ** (by.y() / _NOTCH), event.position())
        elif not self._canvas.is_fitted and not event.pixelDelta().isNull():
            self._canvas.pan(QPointF(event.pixelDelta()))
        elif event.phase() is not Qt.ScrollPhase.ScrollMomentum:
            is_sideways = abs(by.x()) > abs(by.y())
            is_touch = not event.pixelDelta().isNull()
            self._scroll(by.x() if is_sideways else by.y(), is_touch)

    def _scroll(self, by: float, is_touch: bool) -> None:
        is_same_swipe = self._since_page.isValid() and not self._since_page.hasExpired(
            _SWIPE_MILLISECONDS
        )
        if is_touch and is_same_swipe:
            return
        if self._scrolled * by < 0:
            self._scrolled = 0.0
        self._scrolled += by
        if abs(self._scrolled) >= (_SWIPE if is_touch else _NOTCH):
            self.page_turned.emit(-1 if self._scrolled > 0 else 1)
            self._scrolled = 0.0
            self._since_page.start()

    def _follow_gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.acted.emit()
            self._canvas.zoom_by(1 + event.value(), event.position())
            return True
        if event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture:
            self.acted.emit()
            self._canvas.toggle_zoom(event.position())
            return True
        return False
