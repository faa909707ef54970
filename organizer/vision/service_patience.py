"""How long a service is waited for that is busy or fails in passing."""

import asyncio
import email.utils
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openai import APIStatusError, OpenAIError

_BUSY = 429
_IN_PASSING = (408, 409, _BUSY)
# Who asks to wait is asked again more often than who fails.
_MOST_FAILURES = 4
_MOST_FAILURES_OF_BUSY = 10
_FIRST_WAIT_SECONDS = 0.5
_LONGEST_WAIT_SECONDS = 120.0


class Patience:
    """Keeps all requests back for as long as the service asks to be left alone."""

    def __init__(self) -> None:
        self._free_at = 0.0

    @property
    def seconds_left(self) -> float:
        """How long no request is sent yet; 0 when they are."""
        return max(self._free_at - time.monotonic(), 0.0)

    async def wait(self) -> None:
        """Waits until requests may be sent; another request may make it longer meanwhile."""
        while (left := self.seconds_left) > 0:
            await asyncio.sleep(left)

    async def wait_after(self, error: "OpenAIError", failures: int) -> bool:
        """Waits as `error` demands, the last of so many `failures`; False to give up."""
        import openai

        wait = min(_FIRST_WAIT_SECONDS * 2.0 ** (failures - 1), _LONGEST_WAIT_SECONDS)
        if not isinstance(error, openai.APIStatusError):
            is_passing = isinstance(error, openai.APIConnectionError)
            if is_passing and failures < _MOST_FAILURES:
                await asyncio.sleep(wait)
                return True
            return False
        is_busy = error.status_code == _BUSY
        # Who has no credit left has none in a minute either.
        if error.code == "insufficient_quota":
            return False
        if error.status_code < 500 and error.status_code not in _IN_PASSING:
            return False
        asked_for = seconds_asked_for(error)
        wait = asked_for or wait
        most = _MOST_FAILURES_OF_BUSY if is_busy else _MOST_FAILURES
        if failures >= most or wait > _LONGEST_WAIT_SECONDS:
            return False
        if is_busy or asked_for:
            self._free_at = max(self._free_at, time.monotonic() + wait)
            await self.wait()
        else:
            await asyncio.sleep(wait)
        return True


def seconds_asked_for(error: "APIStatusError") -> float | None:
    """How long the service asks to be left alone, at least 0; None when it does not say."""
    headers = error.response.headers
    said = headers.get("retry-after", "").strip()
    try:
        if "retry-after-ms" in headers:
            seconds = float(headers["retry-after-ms"]) / 1000
        elif said.replace(".", "", 1).isdecimal():
            seconds = float(said)
        else:
            seconds = email.utils.parsedate_to_datetime(said).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError):
        return None
    # "nan" is neither.
    return max(seconds, 0.0) if seconds == seconds else None
