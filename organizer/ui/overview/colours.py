"""Colours that can be told from what is behind them, in either theme."""

import math

from PySide6.QtGui import QColor

_LEAST_CONTRAST = 3.0  # WCAG 2.2, 1.4.11: of what is not text
_STEP = 0.04
_BLACK, _WHITE = QColor("#000000"), QColor("#ffffff")


def mixed(start: QColor, end: QColor, share: float) -> QColor:
    """The colour between `start` and `end`, at `share` from 0 to 1 of the way."""
    parts = zip(_parts(start), _parts(end), strict=True)
    red, green, blue = (one + (other - one) * share for one, other in parts)
    return QColor.fromRgbF(red, green, blue)


def readable(colour: QColor, background: QColor) -> QColor:
    """`colour`, lighter or darker where it would not stand out from `background`."""
    target = _WHITE if luminance(background) < 0.2 else _BLACK
    share, shown = 0.0, QColor(colour)
    while contrast(shown, background) < _LEAST_CONTRAST and share < 1:
        share += _STEP
        shown = mixed(colour, target, min(share, 1.0))
    return shown


def text_on(background: QColor) -> QColor:
    """Black or white, whichever reads better."""
    is_dark = contrast(_WHITE, background) >= contrast(_BLACK, background)
    return _WHITE if is_dark else _BLACK


def contrast(first: QColor, second: QColor) -> float:
    """From 1 to 21, after WCAG 2.2."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    """Relative luminance, from 0 to 1, after WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()
