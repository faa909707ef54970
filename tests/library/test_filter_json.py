"""A filter that is kept as text comes back; what cannot be read of it is left out."""

import json
import sqlite3
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.archive.records import PostKind
from organizer.library.filter_json import from_json, to_json
from organizer.library.filters import Filter

DAYS = st.dates(date(1970, 1, 1), date(2999, 12, 31))
NAMES = st.lists(st.text(st.characters(exclude_categories=["Cs"])), unique=True).map(tuple)
FILTERS = st.builds(
    Filter,
    year=st.none() | st.integers(1970, 2999),
    month=st.none() | st.integers(1, 12),
    categories=NAMES,
    hashtags=NAMES,
    text=st.text(st.characters(exclude_categories=["Cs"])),
    is_to_review=st.booleans(),
    has_misfits=st.booleans(),
    is_favourite=st.booleans(),
    is_video=st.booleans(),
    is_photo=st.booleans(),
    from_day=st.none() | DAYS,
    to_day=st.none() | DAYS,
    is_any_category=st.booleans(),
    is_any_hashtag=st.booleans(),
    kinds=st.lists(st.sampled_from(PostKind), unique=True).map(tuple),
    has_place=st.booleans(),
    hours=st.lists(st.integers(0, 23), unique=True).map(tuple),
    weekdays=st.lists(st.integers(0, 6), unique=True).map(tuple),
    archives=st.lists(st.integers(0, 2**63 - 1), unique=True).map(tuple),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | DAYS.map(str),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(FILTERS)
def test_every_filter_comes_back(chosen: Filter):
    assert from_json(to_json(chosen)) == chosen


@given(st.dictionaries(st.sampled_from([one.name for one in fields(Filter)]), ANYTHING))
def test_whatever_is_written_there_becomes_a_filter_that_can_be_asked(stored: dict[str, object]):
    chosen = from_json(json.dumps(stored))
    _, values = chosen.where()
    connection = sqlite3.connect(":memory:")
    for value in values.values():
        connection.execute("SELECT ?", [value])
    connection.close()
    assert from_json(to_json(chosen)) == chosen


@given(st.text())
def test_text_that_is_no_json_is_the_filter_that_lets_all_through(text: str):
    assert from_json("{" + text) == Filter() or json.loads("{" + text)


@pytest.mark.parametrize(
    ("stored", "chosen"),
    [
        ("[]", Filter()),
        ('{"year": true, "text": "sea"}', Filter(text="sea")),
        ('{"year": 99999}', Filter()),
        ('{"month": 13, "year": 2020}', Filter(year=2020)),
        ('{"from_day": "2023-02-30", "to_day": "2023-02-28"}', Filter(to_day=date(2023, 2, 28))),
        ('{"hours": [25], "weekdays": [0, 6]}', Filter(weekdays=(0, 6))),
        ('{"kinds": ["reel", "hologram"]}', Filter(kinds=(PostKind.REEL,))),
        ('{"archives": [1, -1, "2", 1e3, 99999999999999999999]}', Filter(archives=(1,))),
        ('{"of_tomorrow": 1, "is_video": true, "is_photo": "yes"}', Filter(is_video=True)),
    ],
)
def test_what_is_unknown_or_broken_is_left_out(stored: str, chosen: Filter):
    assert from_json(stored) == chosen


def test_nothing_is_written_of_what_is_not_chosen():
    assert json.loads(to_json(Filter())) == {}
    chosen = Filter(from_day=date(2023, 3, 1), kinds=(PostKind.REEL,))
    assert json.loads(to_json(chosen)) == {"from_day": "2023-03-01", "kinds": ["reel"]}
