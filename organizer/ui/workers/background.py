"""Threads of Python's own, for work that may wait for something outside the program."""

import logging
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)

# A line that is dead is noticed after ten seconds; the program's end does not wait for that.
_LONGEST_GOODBYE_SECONDS = 1.5


class BackgroundWorker(QObject):
    """Lives in the GUI thread; what takes time runs in threads of its own, one for each question.

    They are daemons: one that waits for a dead line must not hold up the program's end, and Qt
    would abort the program for a QThread that runs on.

    Signals:
        crashed(str): A mistake of the program's own, as text for a report.
    """

    crashed = Signal(str)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: list[threading.Thread] = []
        self._is_stopping = False
        # Qt passes it on to the GUI thread.
        self._done.connect(self._call)

    def stop(self) -> None:
        """Waits a moment for all that goes on; nothing is told of it from now on."""
        self._is_stopping = True
        deadline = time.monotonic() + _LONGEST_GOODBYE_SECONDS
        for thread in self._threads:
            thread.join(max(deadline - time.monotonic(), 0))

    def start(self, work: Callable[[], None]) -> threading.Thread:
        """Does `work` in a thread of its own, which it returns."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._run, args=(work,), name="models", daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def tell(self, told: Callable[[], None]) -> None:
        """Calls `told` in the GUI thread, unless the program ends; may be called in any thread."""
        if not self._is_stopping:
            self._done.emit(told)

    def _call(self, told: Callable[[], None]) -> None:
        told()

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - the one place that shows what nobody foresaw
            _log.exception("work on models failed")
            text = f"{type(error).__name__}: {error}"
            self.tell(lambda: self.crashed.emit(text))
