"""A laptop that a test plugs in and unplugs."""

from dataclasses import dataclass


@dataclass
class Laptop:
    """Gives power as the test says; `times_asked` counts how often it was asked for it."""

    is_plugged: bool = False
    times_asked: int = 0

    def has_battery(self) -> bool:
        return True

    def is_on_battery(self) -> bool:
        self.times_asked += 1
        return not self.is_plugged


class Desktop:
    """Has no battery."""

    def has_battery(self) -> bool:
        return False

    def is_on_battery(self) -> bool:
        return False
