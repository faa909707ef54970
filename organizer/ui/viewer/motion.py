"""Whether things may move."""

import ctypes
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

LONGEST_MILLISECONDS = 160
_STILL = "photo_organizer_is_still"
_SPI_GETCLIENTAREAANIMATION = 0x1042


def keep_still(is_still: bool) -> None:
    """Lets nothing move in this application from now on, or what the system allows."""
    application = QApplication.instance()
    if application is not None:
        application.setProperty(_STILL, is_still)


def animation_milliseconds() -> int:
    """How long a change may take; 0 where the user wants no motion, or nobody sees it."""
    application = QApplication.instance()
    if application is None or application.property(_STILL):
        return 0
    if QGuiApplication.platformName() in ("offscreen", "minimal") or not _system_animates():
        return 0
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return min(LONGEST_MILLISECONDS, QApplication.style().styleHint(hint))


def _system_animates() -> bool:
    """Windows' own setting, which Qt does not ask for; elsewhere the style's duration tells."""
    if sys.platform == "win32":
        is_on = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(is_on), 0
        )
        return bool(is_on.value)
    return True
