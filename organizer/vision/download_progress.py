"""How far a download is, and the means to pause and to cancel it."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

# The rate is that of the last seconds: the whole download's would hide that the line got slow.
_WINDOW_SECONDS = 10.0


class DownloadState(StrEnum):
    """What a download is at."""

    RECEIVING = "receiving"
    PAUSED = "paused"
    RETRYING = "retrying"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """How far a download is.

    `done` and `total` are bytes of all files together, `done` with what an earlier attempt brought.
    The rate and the time left are None while they are not known.
    """

    state: DownloadState
    file: str
    done: int
    total: int
    bytes_per_second: float | None
    seconds_left: float | None


OnProgress = Callable[[DownloadProgress], None]


class DownloadCancelled(Exception):
    """The user cancelled the download; what came so far is kept."""


class DownloadControl:
    """Lets another thread pause, continue or cancel a download; it obeys between two chunks."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._is_paused = False
        self._is_cancelled = False

    def pause(self) -> None:
        """Lets the connection go until `resume`."""
        self._set(paused=True)

    def resume(self) -> None:
        """Goes on where `pause` stopped."""
        self._set(paused=False)

    def cancel(self) -> None:
        """Ends the download with DownloadCancelled."""
        with self._changed:
            self._is_cancelled = True
            self._changed.notify_all()

    @property
    def is_paused(self) -> bool:
        """Whether it is to wait."""
        return self._is_paused

    def check(self) -> None:
        """Raises DownloadCancelled when the download was cancelled."""
        if self._is_cancelled:
            raise DownloadCancelled

    def wait_while_paused(self) -> None:
        """Returns when the download may go on. Raises DownloadCancelled."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_cancelled or not self._is_paused)
        self.check()

    def wait(self, seconds: float) -> None:
        """Returns after `seconds`. Raises DownloadCancelled, at once."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_cancelled, timeout=seconds)
        self.check()

    def _set(self, *, paused: bool) -> None:
        with self._changed:
            self._is_paused = paused
            self._changed.notify_all()


class ProgressMeter:
    """Counts the bytes of all files of a download and tells of them, ten times a second at most."""

    def __init__(
        self,
        total: int,
        on_progress: OnProgress | None = None,
        interval_seconds: float = 0.1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total = total
        self._on_progress = on_progress or (lambda _progress: None)
        self._interval = interval_seconds
        self._clock = clock
        self._bytes: dict[str, int] = {}
        self._recent: deque[tuple[float, int]] = deque()
        self._told_at: float | None = None
        self._state: DownloadState | None = None

    def found(self, file: str, count: int) -> None:
        """`count` bytes of `file` are there from before, and say nothing of the rate."""
        self._bytes[file] = count
        self._recent.clear()

    def received(self, file: str, count: int) -> None:
        """`count` bytes of `file` have come, all together."""
        self._bytes[file] = count
        self.tell(DownloadState.RECEIVING, file)

    def tell(self, state: DownloadState, file: str) -> None:
        """Tells of the progress, if the state is another or the last time is long enough ago."""
        now = self._clock()
        done = sum(self._bytes.values())
        if state is not DownloadState.RECEIVING:
            self._recent.clear()
        self._recent.append((now, done))
        while now - self._recent[0][0] > _WINDOW_SECONDS:
            self._recent.popleft()
        is_soon = self._told_at is not None and now - self._told_at < self._interval
        if state is self._state and is_soon and done < self._total:
            return
        self._told_at, self._state = now, state
        rate = self._rate()
        left = (self._total - done) / rate if rate else None
        self._on_progress(DownloadProgress(state, file, done, self._total, rate, left))

    def _rate(self) -> float | None:
        (start, before), (end, now) = self._recent[0], self._recent[-1]
        return (now - before) / (end - start) if end > start and now > before else None
