"""The computer's time zone, for many times at once."""

import time

import numpy as np
from numpy.typing import NDArray

_HOUR_SECONDS = 3600
_DAY_SECONDS = 24 * _HOUR_SECONDS

# A zone keeps its offset for longer than that: the shortest summer times were of some weeks.
_STEP_SECONDS = 7 * _DAY_SECONDS
# The first of January 1970 was a Thursday.
_FIRST_WEEKDAY = 3


def local_seconds(times: NDArray[np.int64]) -> NDArray[np.int64]:
    """What clocks here showed at Unix `times`, as seconds since the start of 1970."""
    if not len(times):
        return times
    starts, offsets = zip(*_offsets(int(times.min()), int(times.max())), strict=True)
    rows = np.searchsorted(np.array(starts), times, side="right") - 1
    local: NDArray[np.int64] = times + np.array(offsets, dtype=np.int64)[rows]
    return local


def years_of(local: NDArray[np.int64]) -> NDArray[np.int64]:
    """The year of `local` seconds."""
    return local.astype("datetime64[s]").astype("datetime64[Y]").astype(np.int64) + 1970


def hours_of(local: NDArray[np.int64]) -> NDArray[np.int64]:
    """The hour of day, 0 to 23, of `local` seconds."""
    return local // _HOUR_SECONDS % 24


def weekdays_of(local: NDArray[np.int64]) -> NDArray[np.int64]:
    """The day of the week, 0 for Monday, of `local` seconds."""
    return (local // _DAY_SECONDS + _FIRST_WEEKDAY) % 7


def _offsets(first: int, last: int) -> list[tuple[int, int]]:
    """From which of the Unix seconds `first` to `last` on clocks are ahead of UTC by how much.

    The first one holds for all that was before.
    """
    found = [(first, _offset(first))]
    for start in range(first, last, _STEP_SECONDS):
        end = min(start + _STEP_SECONDS, last)
        if _offset(end) != found[-1][1]:
            found.append((_change_between(start, end), _offset(end)))
    return found


def _change_between(start: int, end: int) -> int:
    """The first second after `start` with the offset of `end`."""
    offset = _offset(end)
    while end - start > 1:
        middle = (start + end) // 2
        if _offset(middle) == offset:
            end = middle
        else:
            start = middle
    return end


def _offset(seconds: int) -> int:
    return time.localtime(seconds).tm_gmtoff
