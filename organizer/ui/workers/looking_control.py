"""How looking at pictures is paused, interrupted and ended from other threads."""

import threading

from organizer.indexing.progress import Control


class LookingControl:
    """Passes on to the looking of the moment what was asked for, and to the next what still holds.

    All of it may be called from any thread.

    Attributes:
        imports: The control of imports, which end with the program alone.
    """

    def __init__(self) -> None:
        self.imports = Control()
        self._looking = Control()
        self._lock = threading.Lock()
        self._is_paused = False
        self._is_stopping = False

    @property
    def is_paused(self) -> bool:
        """Whether looking at pictures rests."""
        return self._is_paused

    @property
    def is_stopping(self) -> bool:
        """Whether all work is to end."""
        return self._is_stopping

    def pause(self) -> None:
        """Rests after the pictures at hand."""
        with self._lock:
            self._is_paused = True
            self._looking.pause()

    def resume(self) -> None:
        """Goes on."""
        with self._lock:
            self._is_paused = False
            self._looking.resume()

    def interrupt(self) -> None:
        """Ends the looking of the moment, paused or not."""
        with self._lock:
            self._looking.cancel()

    def stop(self) -> None:
        """Ends all work after the pictures at hand."""
        with self._lock:
            self._is_stopping = True
            self._looking.cancel()
            self.imports.cancel()

    def begin(self) -> Control:
        """A control for the next looking at pictures that obeys what was asked for so far."""
        with self._lock:
            self._looking = Control()
            if self._is_paused:
                self._looking.pause()
            if self._is_stopping:
                self._looking.cancel()
            return self._looking
