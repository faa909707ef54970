"""Which part of a picture is seen, and how large: arithmetic without widgets."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

LARGEST_SCALE = 16.0
# A profile photo of 150 pixels, drawn over a whole screen, is nothing but a blur.
_LARGEST_FIT = 2.0


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """`scale` is screen pixels per pixel of the picture; `centre` is seen in the window's middle.

    `centre` is in pixels of the picture as it is turned. Screen pixels are device-independent.
    """

    scale: float
    centre: QPointF

    def on_screen(self, point: QPointF, window: QSizeF) -> QPointF:
        """Where a point of the picture is in the window."""
        return (point - self.centre) * self.scale + _middle(window)

    def on_picture(self, point: QPointF, window: QSizeF) -> QPointF:
        """Which point of the picture is at a point of the window."""
        return (point - _middle(window)) / self.scale + self.centre


def fit_scale(picture: QSizeF, window: QSizeF) -> float:
    """The scale at which the picture is seen whole and as large as is good for it."""
    if picture.isEmpty() or window.isEmpty():
        return 1.0
    across = window.width() / picture.width()
    return min(_LARGEST_FIT, across, window.height() / picture.height())


def fitted(picture: QSizeF, window: QSizeF) -> Viewpoint:
    """The whole picture in the middle of the window."""
    return Viewpoint(fit_scale(picture, window), _middle(picture))


def zoomed(
    view: Viewpoint, scale: float, anchor: QPointF, picture: QSizeF, window: QSizeF
) -> Viewpoint:
    """`view` at another scale; what is at `anchor` in the window stays there, edges allowing.

    The scale stays between the whole picture and LARGEST_SCALE.
    """
    scale = min(max(scale, fit_scale(picture, window)), LARGEST_SCALE)
    kept = view.on_picture(anchor, window)
    centre = kept - (anchor - _middle(window)) / scale
    return bounded(Viewpoint(scale, centre), picture, window)


def panned(view: Viewpoint, by: QPointF, picture: QSizeF, window: QSizeF) -> Viewpoint:
    """`view` after the picture was dragged by `by`, in screen pixels."""
    return bounded(Viewpoint(view.scale, view.centre - by / view.scale), picture, window)


def bounded(view: Viewpoint, picture: QSizeF, window: QSizeF) -> Viewpoint:
    """`view` moved so that no edge of the picture comes further in than it must."""
    half = window / (2 * view.scale)
    x = _within(view.centre.x(), half.width(), picture.width())
    y = _within(view.centre.y(), half.height(), picture.height())
    return Viewpoint(view.scale, QPointF(x, y))


def visible_part(view: Viewpoint, picture: QSizeF, window: QSizeF) -> QRectF:
    """The part of the picture that is in the window, in pixels of the picture."""
    corner = view.on_picture(QPointF(0, 0), window)
    return QRectF(corner, window / view.scale).intersected(QRectF(QPointF(0, 0), picture))


def _within(centre: float, half: float, length: float) -> float:
    return length / 2 if 2 * half >= length else min(max(centre, half), length - half)


def _middle(size: QSizeF) -> QPointF:
    return QPointF(size.width() / 2, size.height() / 2)
