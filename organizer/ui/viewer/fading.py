"""Lets controls fade away while the mouse rests."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QWidget

from organizer.ui.viewer.motion import animation_milliseconds

REST_MILLISECONDS = 2500


class Fader(QObject):
    """Shows `controls` and hides them again, but never from who uses the keyboard.

    Signals:
        faded(bool): Whether the controls are hidden now.
    """

    faded = Signal(bool)

    def __init__(self, controls: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._controls = controls
        self._is_faded = False
        self._resting = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._resting.timeout.connect(self._fade)

    @property
    def is_faded(self) -> bool:
        """Whether the controls are hidden."""
        return self._is_faded

    def notice_mouse(self) -> None:
        """Shows the controls for as long as the mouse moves, and some seconds more."""
        self._show()
        self._resting.start()

    def hold(self) -> None:
        """Shows the controls from now on: who cannot point must find them where they were.

        So must the mouse that is over one of them.
        """
        self._show()
        self._resting.stop()

    def _show(self) -> None:
        if self._is_faded:
            self._change(False)

    def _fade(self) -> None:
        focused = QApplication.focusWidget()
        has_focus = any(focused is not None and one.isAncestorOf(focused) for one in self._controls)
        if not (has_focus or QAccessible.isActive()):
            self._change(True)

    def _change(self, is_faded: bool) -> None:
        self._is_faded = is_faded
        duration = animation_milliseconds()
        for control in self._controls:
            # Faded ones stay where they are: a mouse that moves finds them under it.
            effect = QGraphicsOpacityEffect(control)
            effect.setOpacity(0.0 if is_faded else 1.0)
            control.setGraphicsEffect(effect)
            if duration:
                animation = QPropertyAnimation(effect, b"opacity", effect)
                animation.setDuration(duration)
                animation.setStartValue(1.0 if is_faded else 0.0)
                animation.setEndValue(0.0 if is_faded else 1.0)
                animation.start()
        self.faded.emit(is_faded)
