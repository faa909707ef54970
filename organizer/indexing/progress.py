"""How long work tells of itself, and how it is paused and cancelled."""

import threading
import time
from dataclasses import dataclass, field
from enum import StrEnum


class Phase(StrEnum):
    """What the indexer is at."""

    IMPORTING = "importing"
    LOADING_MODEL = "loading_model"
    UNDERSTANDING = "understanding"
    DESCRIBING = "describing"
    WAITING_FOR_POWER = "waiting_for_power"
    """The computer runs on battery, and the user wants the rest to wait until it no longer does."""
    REMOVING = "removing"
    FINISHED = "finished"
    WITHOUT_MODEL = "without_model"
    """Nothing goes on: the model cannot be loaded."""

    @property
    def is_work(self) -> bool:
        """Whether something goes on that ends by itself."""
        return self not in (Phase.FINISHED, Phase.WITHOUT_MODEL)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the work stands: `done` of `total` pictures, `failed` of them unreadable.

    `rate` is pictures a second of late, 0 when unknown; `seconds_left` None when unknown. `model`
    and `device` are for people, "" until the model is loaded.
    """

    phase: Phase
    done: int = 0
    total: int = 0
    failed: int = 0
    rate: float = 0.0
    seconds_left: float | None = None
    model: str = ""
    device: str = ""


class Cancelled(Exception):
    """The user asked to stop; what was finished so far is kept."""


class Control:
    """Pauses, resumes and cancels work from another thread."""

    def __init__(self) -> None:
        self._running = threading.Event()
        self._running.set()
        self._cancelled = threading.Event()

    @property
    def is_paused(self) -> bool:
        """Whether work waits for `resume`."""
        return not self._running.is_set()

    @property
    def is_cancelled(self) -> bool:
        """Whether work was asked to stop."""
        return self._cancelled.is_set()

    def pause(self) -> None:
        """Lets the work rest after the step it is at."""
        self._running.clear()

    def resume(self) -> None:
        """Lets the work go on."""
        self._running.set()

    def cancel(self) -> None:
        """Ends the work after the step it is at, paused or not."""
        self._cancelled.set()
        self._running.set()

    def check(self) -> None:
        """Waits while paused. Raises Cancelled once the work was asked to stop."""
        self._running.wait()
        if self._cancelled.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Waits so long, then while paused. Raises Cancelled as soon as it was asked to stop."""
        self._cancelled.wait(seconds)
        self.check()


@dataclass(slots=True)
class RateMeter:
    """Measures a rate over the last `window_seconds`."""

    window_seconds: float = 10.0
    _steps: list[tuple[float, int]] = field(default_factory=list)

    def rate(self, done: int) -> float:
        """Steps a second of late, now that `done` are done; 0 until two moments are known."""
        now = time.monotonic()
        self._steps.append((now, done))
        while len(self._steps) > 2 and now - self._steps[0][0] > self.window_seconds:
            self._steps.pop(0)
        (begin, first), (end, last) = self._steps[0], self._steps[-1]
        return (last - first) / (end - begin) if end > begin else 0.0
