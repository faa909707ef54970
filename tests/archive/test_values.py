"""Single values of an export, none of which can be trusted."""

from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.archive.values import read_coordinates, read_time, read_uri

anything = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers())
)


@given(anything)
def test_a_time_is_plausible_or_none(value: object):
    time = read_time(value)
    assert time is None or (
        datetime(2000, 1, 1, tzinfo=UTC) <= time <= datetime.now(UTC) + timedelta(days=3)
    )


@pytest.mark.parametrize("value", [1_700_000_000, 1_700_000_000.7, 1_700_000_000_000])
def test_seconds_and_milliseconds_are_read(value: float):
    assert read_time(value) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("value", [0, -5, float("nan"), float("inf"), 10**30, 10**400, -(10**400),
                                   4_000_000_000, 4_000_000_000_000, 1, True])  # fmt: skip
def test_absurd_times_are_no_times(value: float):
    assert read_time(value) is None


@given(anything, anything)
def test_coordinates_are_on_earth_or_none(latitude: object, longitude: object):
    north, east = read_coordinates({"latitude": latitude, "longitude": longitude})
    assert (north is None) == (east is None)
    assert north is None or east is None or (abs(north) <= 90 and abs(east) <= 180)


@given(anything)
def test_a_uri_never_leaves_the_export(value: object):
    uri = read_uri(value)
    if uri is not None:
        path = PurePosixPath(uri)
        assert not path.is_absolute()
        assert ".." not in path.parts


@pytest.mark.parametrize(
    "value",
    ["", " ", "/etc/passwd", "../x.jpg", "media/../../x.jpg", "C:/x.jpg", "C:\\x.jpg",
     "\\\\server\\share\\x.jpg", "https://example.com/x.jpg", "a\0b", "a\ud800.jpg",
     "..", "./..", "//server/x.jpg", "file:///x.jpg", ".", None, 7],
)  # fmt: skip
def test_what_is_no_path_inside_is_refused(value: object):
    assert read_uri(value) is None


def test_backslashes_are_separators():
    assert read_uri("media\\posts\\x.jpg") == "media/posts/x.jpg"


def test_decomposed_names_are_composed():
    assert read_uri("media/\u1100\u1161.jpg") == "media/가.jpg"


@given(st.text(st.characters(), min_size=1))
def test_a_uri_can_be_stored(value: str):
    assert (read_uri(value) or "").encode().count(b"\0") == 0


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"latitude": 37.5, "longitude": 127.0}, (37.5, 127.0)),
        ({"latitude": "37.5", "longitude": "127"}, (37.5, 127.0)),
        ({"latitude": 0.0, "longitude": 0.0}, (None, None)),
        ({"latitude": 95, "longitude": 10}, (None, None)),
        ({"latitude": float("nan"), "longitude": 10}, (None, None)),
        ({"latitude": "nan", "longitude": "10"}, (None, None)),
        ({"latitude": "0.0", "longitude": "0.0"}, (None, None)),
        ({"latitude": 0, "longitude": 10}, (0, 10)),
        ({"latitude": "north", "longitude": 10}, (None, None)),
        ({"latitude": 10**400, "longitude": 10}, (None, None)),
        ({"latitude": True, "longitude": False}, (None, None)),
        ({"latitude": 37.5}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_coordinates(values: dict[str, object], expected: tuple[float | None, float | None]):
    assert read_coordinates(values) == expected
