"""Lets work wait for mains power: where power comes from now, and what the user wants."""

import logging
import sys
import time
from pathlib import Path
from typing import Protocol

from organizer.indexing.progress import Control
from organizer.vision.model_settings import choose_waiting_on_battery, waits_on_battery

__all__ = [
    "THIS_COMPUTER",
    "ComputerPower",
    "OnBattery",
    "PowerSaving",
    "PowerSource",
    "choose_waiting_on_battery",
    "waits_on_battery",
]

_log = logging.getLogger(__name__)

_SUPPLIES = Path("/sys/class/power_supply")


class OnBattery(Exception):
    """Work is to wait until there is mains power again; what was finished so far is kept."""


class PowerSource(Protocol):
    """Where a computer's power comes from; may be asked often, and in any thread."""

    def has_battery(self) -> bool:
        """Whether the computer has a battery that it could run on."""

    def is_on_battery(self) -> bool:
        """Whether it runs on that battery now; False when that is not known."""


class ComputerPower:
    """What the system says of this computer.

    `supplies` is the folder in which Linux lists what gives power; None elsewhere.
    """

    def __init__(
        self, supplies: Path | None = _SUPPLIES if sys.platform == "linux" else None
    ) -> None:
        self._supplies = supplies

    def has_battery(self) -> bool:
        """As PowerSource says."""
        if self._supplies is None:
            return self._is_plugged() is not None
        return any(map(_is_battery_of_computer, self._supplies.glob("*")))

    def is_on_battery(self) -> bool:
        """As PowerSource says."""
        # On Linux, psutil takes the battery of a wireless mouse for the computer's own where there
        # is no other: https://github.com/giampaolo/psutil/issues/1460
        return self.has_battery() and self._is_plugged() is False

    def _is_plugged(self) -> bool | None:
        """Whether there is mains power, or nobody knows; None without a battery."""
        # Imported when it is wanted: most starts need not wait for it.
        import psutil

        try:
            battery = psutil.sensors_battery()
        except (OSError, RuntimeError, ValueError) as error:
            _log.debug("the battery cannot be asked: %s", error)
            return None
        return None if battery is None else battery.power_plugged is not False


THIS_COMPUTER = ComputerPower()


class PowerSaving:
    """Whether work waits while the computer runs on battery; used in one thread.

    `source` is asked every `poll_seconds` at most, and never unless waiting `is_on`.
    """

    def __init__(self, source: PowerSource, is_on: bool, poll_seconds: float = 2.0) -> None:
        self._source = source
        self._is_on = is_on
        self._poll_seconds = poll_seconds
        self._is_overruled = False
        self._is_on_battery = False
        self._next_poll = 0.0

    def switch(self, is_on: bool) -> None:
        """Waits on battery from now on, or no longer."""
        self._is_on = is_on
        self._is_overruled = False
        self._next_poll = 0.0

    def overrule(self) -> None:
        """Does not wait until there was mains power again."""
        self._is_overruled = True

    def check(self) -> None:
        """Raises OnBattery when work is to wait."""
        if self._must_wait():
            raise OnBattery

    def wait(self, control: Control) -> None:
        """Waits as long as work is to. Raises Cancelled as soon as it was asked to stop."""
        while self._must_wait():
            control.wait(self._poll_seconds)

    def _must_wait(self) -> bool:
        if not self._is_on:
            return False
        now = time.monotonic()
        if now >= self._next_poll:
            self._next_poll = now + self._poll_seconds
            self._is_on_battery = self._source.is_on_battery()
            self._is_overruled = self._is_overruled and self._is_on_battery
        return self._is_on_battery and not self._is_overruled


def _is_battery_of_computer(supply: Path) -> bool:
    """Whether it is a battery, and not one of a mouse or of headphones."""
    return _read(supply / "type") == "Battery" and _read(supply / "scope") != "Device"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
