"""Frees memory when nobody has wanted anything for a while."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from organizer.ui.workers.current_indexer import CurrentIndexer


@dataclass(frozen=True, slots=True)
class IdleSeconds:
    """After how long the graphics processor is freed, and after how long main memory.

    A model takes the former again in a moment; it is loaded anew in seconds.
    """

    until_rest: float = 60.0
    until_unloaded: float = 600.0


class Idleness(QObject):
    """Frees what the model of `indexers` takes, some time after `begin`.

    Used in the thread of `parent`.
    """

    def __init__(self, seconds: IdleSeconds, indexers: CurrentIndexer, parent: QObject) -> None:
        super().__init__(parent)
        self._timers: list[QTimer] = []
        for after, free in (
            (seconds.until_rest, indexers.rest),
            (seconds.until_unloaded, indexers.unload),
        ):
            timer = QTimer(self, singleShot=True, interval=round(after * 1000))
            timer.timeout.connect(free)
            self._timers.append(timer)

    def begin(self) -> None:
        """Nobody wants anything from now on."""
        for timer in self._timers:
            timer.start()

    def end(self) -> None:
        """Something is to be done."""
        for timer in self._timers:
            timer.stop()
