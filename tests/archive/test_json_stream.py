"""Lists of any length, of which some are damaged, give every entry that is whole."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.archive.errors import BrokenJson
from organizer.archive.json_stream import BROKEN, read_entries

MEGABYTE = 1 << 20

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=10,
)
# What is wrong within its own brackets, so that its end can be told.
broken_values = st.sampled_from(
    ['{"uri": }', "{'a': 1}", "[1 2]", '{"a": {"b": [1,,2]}}', "undefined", '{"a": "\\x"}', "1.5.2",
     '{"a": 1} garbage', '["\\u12"]', "[" * 5000 + "]" * 5000, '{"n": ' + "9" * 5000 + "}"]
)  # fmt: skip


class InPieces(io.RawIOBase):
    """Gives a few bytes at a time, as a slow disk may."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        self._data = io.BytesIO(data)
        self._sizes = sizes
        self._turn = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        self._turn += 1
        size = self._sizes[self._turn % len(self._sizes)]
        piece = self._data.read(min(size, len(buffer)))
        buffer[: len(piece)] = piece
        return len(piece)


class ReadAhead(io.RawIOBase):
    """A list of equal entries, made as it is read; counts the bytes that were read of it."""

    def __init__(self, entry: bytes, count: int) -> None:
        self.passed = 0
        self._entry = entry + b","
        self._count = count
        self._text = self._pieces()
        self._rest = b""

    def _pieces(self):
        yield b"["
        yield from (self._entry for _ in range(self._count))
        yield b"0]"

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        data = self._rest or next(self._text, b"")
        piece, self._rest = data[: len(buffer)], data[len(buffer) :]
        buffer[: len(piece)] = piece
        self.passed += len(piece)
        return len(piece)


def entries_of(data: bytes):
    return list(read_entries(io.BytesIO(data), "posts_1.json"))


def small_window(patch: pytest.MonkeyPatch, size: int) -> None:
    patch.setattr("organizer.archive.json_stream._CHUNK", size)


@given(st.lists(values), st.sampled_from([None, 0, 2]), st.booleans(), st.integers(1, 40))
def test_any_list_read_in_any_pieces_is_what_the_standard_parser_reads(
    content: list[object], indent: int | None, is_ascii: bool, window: int
):
    # Without ASCII escapes, half of a pair of surrogates cannot be written at all.
    text = json.dumps(content, indent=indent, ensure_ascii=is_ascii)
    stream = io.BufferedReader(InPieces(text.encode("utf-8", "replace"), [1, 3, window]))
    with pytest.MonkeyPatch.context() as patch:
        small_window(patch, window)
        read = [entry for key, entry in read_entries(stream, "posts_1.json")]
    assert read == json.loads(text.encode("utf-8", "replace"))


@given(st.lists(st.floats(allow_nan=False) | st.integers()), st.integers(1, 12))
def test_numbers_are_whole_wherever_the_window_cuts_them(numbers: list[float], window: int):
    with pytest.MonkeyPatch.context() as patch:
        small_window(patch, window)
        assert [entry for _, entry in entries_of(json.dumps(numbers).encode())] == numbers


@given(st.dictionaries(st.text(max_size=5), st.lists(values, max_size=3) | scalars, max_size=4))
def test_the_lists_of_an_object_come_with_their_keys(content: dict[str, object]):
    expected = [
        (key, entry)
        for key, entries in content.items()
        if isinstance(entries, list)
        for entry in entries
    ]
    assert entries_of(json.dumps(content).encode()) == expected


def test_an_object_in_place_of_a_list_is_its_only_entry():
    assert entries_of(b'{"ig_stories": {"uri": "a"}}') == [("ig_stories", {"uri": "a"})]


@given(st.lists(st.tuples(broken_values, values), min_size=1, max_size=4), st.integers(1, 3000))
def test_entries_after_a_broken_one_are_read(pairs: list[tuple[str, object]], window: int):
    text = ", ".join(f"{broken}, {json.dumps(value)}" for broken, value in pairs)
    with pytest.MonkeyPatch.context() as patch:
        small_window(patch, window)
        read = [entry for _, entry in entries_of(f"[{text}]".encode())]
    assert read[1::2] == [value for _, value in pairs]
    assert len(read) == 2 * len(pairs)


@pytest.mark.parametrize(
    "broken", ["{,}", "undefined", "1 2", '{"a": "\\x"}', "[" * 5000 + "]" * 5000]
)
def test_what_cannot_be_parsed_is_marked(broken: str):
    assert [entry for _, entry in entries_of(f"[{broken}, 1]".encode())] == [BROKEN, 1]


@given(
    st.binary(max_size=200)
    | st.text('[]{}":,\\u0eE-.1ntf ', max_size=60).map(str.encode)
    | st.lists(values, max_size=3).flatmap(
        lambda content: st.integers(0, 300).map(lambda end: json.dumps(content).encode()[:end])
    ),
    st.integers(1, 30),
)
def test_no_bytes_whatsoever_raise_anything_else(data: bytes, window: int):
    with pytest.MonkeyPatch.context() as patch:
        small_window(patch, window)
        try:
            entries_of(data)
        except BrokenJson as error:
            assert "posts_1.json" in str(error)


@given(st.lists(values, min_size=1, max_size=6), st.data())
def test_what_stands_before_a_cut_is_read(content: list[object], data: st.DataObject):
    whole = json.dumps(content).encode()
    cut = data.draw(st.integers(0, len(whole) - 1))
    read: list[object] = []
    with pytest.raises(BrokenJson, match=r"posts_1\.json"):
        read.extend(entry for _, entry in read_entries(io.BytesIO(whole[:cut]), "posts_1.json"))
    before = [
        entry
        for number, entry in enumerate(content, start=1)
        if len(json.dumps(content[:number])) <= cut + 1
    ]
    assert read[: len(before)] == before


@pytest.mark.parametrize(
    "data",
    [b"", b" ", b'[{"media": [', b"[1", b"[1,", b'["a', b'{"a"', b'{"a":', b'{"a": [1}',
     b"\xff\xfe\x00", b"[" * 200_000, b'"text"', b"3", b"null", b"PK\3\4"],
)  # fmt: skip
def test_damage_is_told_with_the_name_of_the_file(data: bytes):
    with pytest.raises(BrokenJson, match=r"posts_1\.json"):
        entries_of(data)


@pytest.mark.parametrize("data", [b"[]", b"{}", b" [ ] ", b'{"a": []}', b'{"a": 1, "b": "c"}'])
def test_lists_of_nothing_give_nothing(data: bytes):
    assert entries_of(data) == []


def test_a_byte_order_mark_is_no_damage():
    assert entries_of(b"\xef\xbb\xbf[1]") == [("", 1)]


def test_a_line_break_and_a_nul_within_a_text_are_no_damage():
    assert entries_of(b'["a\nb\0c"]') == [("", "a\nb\0c")]


def test_bytes_that_are_no_utf_8_spoil_one_letter():
    assert entries_of(b'["a\xffb", 1]') == [("", "a\ufffdb"), ("", 1)]


@pytest.mark.parametrize(
    ("entry", "megabytes"),
    [
        pytest.param(json.dumps({"title": "x" * 900}).encode(), 60, id="whole"),
        pytest.param(b'{"title": "' + b"x" * 900 + b'",}', 20, id="broken"),
        pytest.param(b"[" * 2000 + b"]" * 2000, 6, id="nested"),
    ],
)
def test_a_long_list_is_never_held_whole(entry: bytes, megabytes: int):
    count = megabytes * MEGABYTE // len(entry)
    source = ReadAhead(entry, count)
    furthest = 0
    read = 0
    for _ in read_entries(io.BufferedReader(source), "posts_1.json"):
        read += 1
        furthest = max(furthest, source.passed - read * (len(entry) + 1))
    assert read == count + 1
    assert source.passed > (megabytes - 1) * MEGABYTE
    assert furthest < 2 * MEGABYTE


def test_an_entry_of_some_megabytes_is_read():
    content = [{"title": "강" * MEGABYTE}, 1]
    assert [entry for _, entry in entries_of(json.dumps(content).encode())] == content


def test_an_absurdly_large_entry_is_not_waited_for():
    source = ReadAhead(b'{"title": "' + b"x" * (200 * MEGABYTE), 1)
    with pytest.raises(BrokenJson, match=r"posts_1\.json"):
        list(read_entries(io.BufferedReader(source), "posts_1.json"))
    assert source.passed < 100 * MEGABYTE
