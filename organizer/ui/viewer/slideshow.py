"""Leads from picture to picture by itself, until the user does something."""

from PySide6.QtCore import QObject, QTimer, Signal

SLIDE_MILLISECONDS = 4000


class Slideshow(QObject):
    """Asks for the next picture at regular times.

    Signals:
        next_requested(): It is time.
        running_changed(bool): It began or ended.
    """

    next_requested = Signal()
    running_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=SLIDE_MILLISECONDS)
        self._timer.timeout.connect(self.next_requested)

    @property
    def is_running(self) -> bool:
        """Whether pictures follow each other."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Begins, or pauses."""
        if self.is_running:
            self.stop()
        else:
            self._timer.start()
            self.running_changed.emit(True)

    def stop(self) -> None:
        """Pauses."""
        if self.is_running:
            self._timer.stop()
            self.running_changed.emit(False)
