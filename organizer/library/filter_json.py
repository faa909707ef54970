"""Filters as text, to be kept from one run of the program to the next."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

from organizer.archive.records import PostKind
from organizer.library.filters import Filter

# Of any other time there are no pictures, and on some systems no Unix seconds.
_YEARS = range(1970, 3000)
_RANGES: Mapping[str, range] = {
    "year": _YEARS,
    "month": range(1, 13),
    "hours": range(24),
    "weekdays": range(7),
}
_LARGEST = 2**63 - 1
# Found anew each time.
_NOT_KEPT = frozenset({"alike"})


class _Unfit(ValueError):
    """What is written is no value of its kind."""


def to_json(chosen: Filter) -> str:
    """`chosen` as a JSON object that names nothing but what is chosen."""
    default = Filter()
    kept = [field.name for field in fields(Filter) if field.name not in _NOT_KEPT]
    found = {name: getattr(chosen, name) for name in kept}
    return json.dumps(
        {name: value for name, value in found.items() if value != getattr(default, name)},
        default=date.isoformat,
    )


def from_json(text: str) -> Filter:
    """The filter that `to_json` made `text` of. What is unknown or broken in it is left out."""
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        return Filter()
    values = {}
    for name, kind in get_type_hints(Filter).items():
        if isinstance(stored, dict) and name in stored and name not in _NOT_KEPT:
            try:
                values[name] = _READERS[kind](stored[name])
                _check_range(name, values[name])
            except _Unfit:
                values.pop(name, None)
    return Filter(**values)


def _check_range(name: str, value: object) -> None:
    values = value if isinstance(value, tuple) else (value,)
    if name in _RANGES and any(one not in _RANGES[name] for one in values):
        raise _Unfit


def _number(value: object) -> int:
    # True is a number to Python.
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise _Unfit
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise _Unfit
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Unfit
    return value


def _day(value: object) -> date:
    try:
        day = date.fromisoformat(_text(value))
    except ValueError as error:
        raise _Unfit from error
    if day.year not in _YEARS:
        raise _Unfit
    return day


def _kind(value: object) -> PostKind:
    try:
        return PostKind(_text(value))
    except ValueError as error:
        raise _Unfit from error


def _several(read: Callable[[object], Any]) -> Callable[[object], tuple[Any, ...]]:
    def read_all(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _Unfit
        found = []
        for one in value:
            try:
                found.append(read(one))
            except _Unfit:
                continue
        return tuple(dict.fromkeys(found))

    return read_all


# By the type of the field: a new field of one of these needs nothing here.
_READERS: Mapping[Any, Callable[[object], Any]] = {
    int | None: _number,
    date | None: _day,
    str: _text,
    bool: _truth,
    tuple[str, ...]: _several(_text),
    tuple[int, ...]: _several(_number),
    tuple[PostKind, ...]: _several(_kind),
}
