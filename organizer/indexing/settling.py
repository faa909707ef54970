"""Tells a copy that is finished from one that only makes a pause."""

import os
from collections.abc import Mapping

# What is copied is copied one file after the other: what still grows is among the last that were
# heard of. An export of many thousand files is neither remembered whole nor looked at again.
_MOST_PATHS = 300

Stamp = tuple[int, int] | None
"""Size and time of the last change, in nanoseconds; None where nothing can be reached."""


class Changes:
    """The paths that changed in one place and how they were then, until they stay as they are.

    Some systems send an event when a file is made and none while it grows, so quiet alone does not
    mean that it is whole. `quiet_since` and all times are in seconds of one clock of the caller's.
    """

    def __init__(self) -> None:
        self.quiet_since = 0.0
        self._stamps: dict[str, Stamp] = {}

    @property
    def paths(self) -> list[str]:
        """The paths that are remembered, the one that changed last at the end."""
        return list(self._stamps)

    def note(self, path: str, stamp: Stamp, at: float) -> None:
        """Remembers that `path` changed; forgets what changed longest ago."""
        self.quiet_since = at
        self._stamps.pop(path, None)
        self._stamps[path] = stamp
        if len(self._stamps) > _MOST_PATHS:
            del self._stamps[next(iter(self._stamps))]

    def have_settled(self, stamps: Mapping[str, Stamp], at: float) -> bool:
        """Whether all paths are as they were, by their `stamps`; if not, the quiet begins anew."""
        if stamps == self._stamps:
            return True
        self._stamps = dict(stamps)
        self.quiet_since = at
        return False


def stamp_of(path: str) -> Stamp:
    """How the file or folder at `path` is now."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path for each of thousands of events costs more
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
