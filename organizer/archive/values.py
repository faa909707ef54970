"""Reads single values of an export, none of which can be trusted."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

# Seconds pass 10^11 in the year 5138: a larger number counts milliseconds.
_MILLISECONDS_FROM = 1e11
# Instagram is of 2010; before 2000 a time can only be a placeholder or a broken clock.
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_DRIVE = re.compile(r"[A-Za-z]:")
_ODD_PARTS = re.compile(r"(?:^|/)\.{0,2}(?:/|$)")
_CLOCKS_MAY_DIFFER_BY = timedelta(days=2)
# Half a pair of surrogates, which names on disk can have, cannot be stored.
_IN_NO_PATH = re.compile("://|\0|[\ud800-\udfff]")


def read_time(value: object) -> datetime | None:
    """The UTC time of a `creation_timestamp`; None for what is absent, absurd or in the future."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        seconds = value / 1000 if value > _MILLISECONDS_FROM else value
        # Fails for what is infinite, no number at all, or an integer of hundreds of digits.
        time = datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return plausible_time(time)


def plausible_time(time: datetime) -> datetime | None:
    """`time` in UTC; None when nobody can have posted then."""
    try:
        is_plausible = _EARLIEST <= time <= datetime.now(UTC) + _CLOCKS_MAY_DIFFER_BY
    except OverflowError:
        return None
    return time.astimezone(UTC) if is_plausible else None


def read_uri(value: object) -> str | None:
    """A path inside the export, with forward slashes, in NFC.

    None for what is no path or could leave the export: addresses, drives, roots and "..".
    """
    if not isinstance(value, str) or not value.strip() or _IN_NO_PATH.search(value):
        return None
    # By hand, for this is asked of each of 100,000 files; pathlib takes ten times as long.
    uri = unicodedata.normalize("NFC", value.replace("\\", "/"))
    if uri.startswith("/") or _DRIVE.match(uri):
        return None
    if not _ODD_PARTS.search(uri):
        return uri
    parts = [part for part in uri.split("/") if part not in ("", ".")]
    return None if ".." in parts or not parts else "/".join(parts)


def read_coordinates(values: Mapping[str, object]) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees, numbers or text; both None where there is no place."""
    latitude = _degrees(values.get("latitude"), 90)
    longitude = _degrees(values.get("longitude"), 180)
    # Instagram writes 0, 0 for "nowhere"; it lies in the open sea.
    if latitude is None or longitude is None or (latitude == 0 and longitude == 0):
        return None, None
    return latitude, longitude


def _degrees(value: object, limit: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        degrees = float(value)
    except (ValueError, OverflowError):
        return None
    return degrees if abs(degrees) <= limit else None
