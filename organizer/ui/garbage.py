"""Collects Python's garbage in the GUI thread alone.

Python collects in whatever thread happens to allocate. When that is a worker's, it takes apart
widgets that wait in reference cycles, a closed window say, and Qt crashes: widgets may be destroyed
only in the thread in which they were made.
"""

import atexit
import functools
import gc

from PySide6.QtCore import QObject, QTimer

_MILLISECONDS = 250


class GarbageCollector(QObject):
    """Takes over from Python's own collector from the moment it is made until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self, interval=_MILLISECONDS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def rest(self, is_resting: bool) -> None:
        """Does nothing for a while, or goes on.

        While a worker imports a large library, all that it makes is young: each collection would
        walk it and hold up the window for 50 ms.
        """
        if is_resting and self._timer.isActive():
            self._timer.stop()
            # What is garbage now must not be spared with what is imported next.
            gc.collect()
        elif not is_resting and not self._timer.isActive():
            _spare_what_is_imported()
            self._timer.start()

    def stop(self) -> None:
        """Gives back to Python's own collector, when no other thread is left."""
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        """Collects the generations that are due, the oldest first, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return


@functools.cache
def _spare_what_is_imported() -> None:
    """Leaves what is alive now out of all collections to come, the first time it is called.

    Modules live as long as the program; walking torch's would hold up the window for 400 ms each
    time. At the program's end they must be walked, or extensions among them report leaks.
    """
    gc.freeze()
    atexit.register(gc.unfreeze)
