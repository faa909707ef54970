"""Collects Python's garbage in the GUI thread alone.

Python collects in whatever thread happens to allocate. When that is a worker's, it takes apart
widgets that wait in reference cycles, a closed window say, and Qt crashes: widgets may be destroyed
only in the thread in which they were made.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_MILLISECONDS = 250


class GarbageCollector(QObject):
    """Takes over from Python's own collector from the moment it is made until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        # Modules live as long as the program; walking them would hold up the window each time.
        gc.freeze()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self, interval=_MILLISECONDS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def rest(self, is_resting: bool) -> None:
        """Does nothing for a while, or goes on.

        While a worker imports a large library, all that it makes is young: each collection would
        walk it and hold up the window for 50 ms.
        """
        if is_resting:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Gives back to Python's own collector, when no other thread is left."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """Collects the generations that are due, the oldest first, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
