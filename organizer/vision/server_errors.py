"""What an error of the server means: whether to ask again, when, and what to tell the user."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import httpx2
from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled

from organizer.errors import OrganizerError
from organizer.vision.download_progress import DownloadControl
from organizer.vision.errors import (
    AnotherAnswer,
    DownloadInterrupted,
    DownloadRefused,
    NotOnServer,
    ServerBusy,
    ServerUnreachable,
)
from organizer.vision.hub import NotTheFile

# All that the client raises for what the server or the line does.
SERVER_ERRORS = (httpx2.HTTPError, httpx2.InvalidURL, OfflineModeIsEnabled)

_BUSY = 429
_REFUSED = (401, 403)
_MISSING = (404, 410)
# 416: not of the hub itself, as no more is asked for than the file has.
_TRANSIENT = (408, 416, _BUSY, 500, 502, 503, 504)
_UNREACHABLE = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.ProxyError,
    # HF_ENDPOINT or a proxy is no address.
    httpx2.UnsupportedProtocol,
    httpx2.InvalidURL,
    OfflineModeIsEnabled,
)

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and after how long a download is tried again after the last byte that came.

    The wait doubles each time. What the server asks for counts instead, and when that is longer
    than `longest_wait_seconds`, the download ends.
    """

    attempts: int = 6
    first_wait_seconds: float = 1.0
    longest_wait_seconds: float = 60.0

    def wait_seconds(self, error: Exception, failures: int) -> float | None:
        """How long to wait after `error`, the last of so many `failures`; None to give up."""
        status = status_of(error)
        if failures >= self.attempts or isinstance(error, OfflineModeIsEnabled):
            return None
        if status is not None and status not in _TRANSIENT:
            return None
        asked_for = _seconds_asked_for(error)
        if asked_for is not None:
            return asked_for if asked_for <= self.longest_wait_seconds else None
        doubled = self.first_wait_seconds * 2.0 ** (failures - 1)
        return min(doubled, self.longest_wait_seconds)


STANDARD_POLICY = RetryPolicy()


def ask(
    question: Callable[[], Result], name: str, control: DownloadControl, policy: RetryPolicy
) -> Result:
    """The answer of the server to a short question about `name`, asked again when it is busy.

    Raises DownloadCancelled, and the errors of `told`.
    """
    failures = 0
    while True:
        control.check()
        try:
            return question()
        except SERVER_ERRORS as error:
            failures += 1
            # Without a connection to begin with there is nothing to wait for.
            wait = None if _is_unreachable(error) else policy.wait_seconds(error, failures)
            if wait is None:
                raise told(error, name) from error
            control.wait(wait)
        # The sign-in page of a hotel answers everything with a page of its own.
        except (ValueError, TypeError, KeyError) as error:
            raise ServerUnreachable(name, "something else answers in its place") from error


def told(error: Exception, name: str) -> OrganizerError:
    """What to tell the user when `name` could not be had.

    ServerUnreachable, DownloadRefused, NotOnServer, ServerBusy, AnotherAnswer or
    DownloadInterrupted.
    """
    status = status_of(error)
    if isinstance(error, NotTheFile):
        return AnotherAnswer(name, str(error))
    if status is None:
        lines = str(error).strip().splitlines()
        kind = ServerUnreachable if _is_unreachable(error) else DownloadInterrupted
        return kind(name, lines[0] if lines else type(error).__name__)
    if status in _REFUSED:
        return DownloadRefused(name, str(status))
    if status in _MISSING:
        return NotOnServer(name, str(status))
    if status == _BUSY:
        seconds = _seconds_asked_for(error)
        return ServerBusy(name, f"{status}; try again in {seconds:.0f} s" if seconds else "429")
    return DownloadInterrupted(name, f"the server answers {status}")


def status_of(error: Exception) -> int | None:
    """The HTTP status that the server answered with, when it did."""
    return error.response.status_code if isinstance(error, HfHubHTTPError) else None


def _is_unreachable(error: Exception) -> bool:
    return isinstance(error, _UNREACHABLE)


def _seconds_asked_for(error: Exception) -> float | None:
    """How long the server asks to wait: it says for how many seconds, or until when."""
    if not isinstance(error, HfHubHTTPError):
        return None
    headers = error.response.headers
    value = headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    until = _moment(value)
    if until is None:
        return None
    # By the server's own clock: ours may be wrong.
    now = _moment(headers.get("Date", "")) or datetime.now(UTC)
    return max((until - now).total_seconds(), 0.0)


def _moment(value: str) -> datetime | None:
    """The moment that an HTTP header names, such as "Sat, 21 Nov 2026 18:00:00 GMT"."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
