"""Reads single values of an export, none of which can be trusted."""

import math
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath, PureWindowsPath

# Seconds pass 10^11 in the year 5138: a larger number counts milliseconds.
_MILLISECONDS_FROM = 1e11
# Instagram is of 2010; before 2000 a time can only be a placeholder or a broken clock.
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_CLOCKS_MAY_DIFFER_BY = timedelta(days=2)


def read_time(value: object) -> datetime | None:
    """The UTC time of a `creation_timestamp`; None for what is absent, absurd or in the future."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if not math.isfinite(value):
        return None
    seconds = value / 1000 if value > _MILLISECONDS_FROM else value
    try:
        time = datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return time if _EARLIEST <= time <= datetime.now(UTC) + _CLOCKS_MAY_DIFFER_BY else None


def read_uri(value: object) -> str | None:
    """A path inside the export, with forward slashes, in NFC.

    None for what is no path or could leave the export: addresses, drives, roots and "..".
    """
    if not isinstance(value, str) or not value.strip() or "://" in value or "\0" in value:
        return None
    uri = unicodedata.normalize("NFC", value.replace("\\", "/"))
    path = PurePosixPath(uri)
    if path.is_absolute() or ".." in path.parts or PureWindowsPath(uri).drive or not path.parts:
        return None
    return str(path)


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
