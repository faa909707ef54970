"""Collects Python's garbage in the GUI thread alone.

Python collects in whatever thread happens to allocate. When that is a worker's, it takes apart
widgets that wait in reference cycles, a closed window say, and Qt crashes: widgets may be destroyed
only in the thread in which they were made.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_MILLISECONDS = 500


class GarbageCollector(QObject):
    """Takes over from Python's own collector from the moment it is made until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        timer = QTimer(self, interval=_MILLISECONDS)
        timer.timeout.connect(self._collect)
        timer.start()

    def stop(self) -> None:
        """Gives back to Python's own collector, when no other thread is left."""
        gc.collect()
        gc.enable()

    def _collect(self) -> None:
        """Collects the generations that are due, the oldest first, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
