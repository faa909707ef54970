"""Lists that are damaged, cut off or odd in parts: all else in them is read."""

import json
import tempfile
from pathlib import Path

import pytest
from exports_on_disk import (
    ACTIVITY,
    media,
    read_folder,
    read_list,
    write_list,
)
from hypothesis import given
from hypothesis import strategies as st

from organizer.archive.errors import BrokenJson, UnknownShape


def test_text_that_is_right_already_stays(tmp_path: Path):
    content = [{"media": [media(title="강아지 Ã©")]}, {"media": [media("b.jpg", title="né")]}]
    posts = read_list(tmp_path, json.dumps(content, ensure_ascii=False).encode())
    assert [post.caption for post in posts] == ["강아지 Ã©", "né"]


def test_an_entry_that_is_right_already_is_right_in_all_its_texts(tmp_path: Path):
    content = [{"media": [media(title="강아지")], "title": "Ã©"}]
    (post,) = read_list(tmp_path, json.dumps(content).encode())
    assert post.caption == "Ã©"


@pytest.mark.parametrize("title", ["a\\ud800b", "a\\udc00b", "a\\ud800\\ud800b"])
def test_half_a_pair_of_surrogates_is_replaced(tmp_path: Path, title: str):
    (post,) = read_list(
        tmp_path, f'[{{"media": [{{"uri": "a.jpg", "title": "{title}"}}]}}]'.encode()
    )
    post.caption.encode()
    assert (post.caption[0], post.caption[-1]) == ("a", "b")


@pytest.mark.parametrize("nul", [b"\\u0000", b"\0"])
def test_a_nul_is_left_out(tmp_path: Path, nul: bytes):
    (post,) = read_list(tmp_path, b'[{"media": [{"uri": "a.jpg", "title": "a' + nul + b'b"}]}]')
    assert post.caption == "ab"


def test_an_empty_post_is_left_out_without_a_word(tmp_path: Path):
    assert read_list(tmp_path, [{"media": [], "title": "words only"}]) == []


@pytest.mark.parametrize("content", [[], {}, {"ig_stories": []}, {"likes": []}])
def test_lists_of_nothing_are_nothing_to_speak_of(tmp_path: Path, content: object):
    assert read_list(tmp_path, content) == []


@pytest.mark.parametrize(
    "entry",
    [None, 7, "text", [], {}, {"media": 3}, {"media": ["text"]}, {"media": [media("../../etc/x")]},
     {"media": [], "label_values": [{"label": "Caption", "value": "x"}]}],
)  # fmt: skip
def test_entries_of_unknown_form_are_counted_and_the_rest_is_read(tmp_path: Path, entry: object):
    write_list(tmp_path, [{"media": [media()]}, entry, {"media": [media("media/b.jpg")]}])
    posts, problems = read_folder(tmp_path)
    assert len(posts) == 2
    assert [(type(problem), problem.detail) for problem in problems] == [(UnknownShape, "1")]


@pytest.mark.parametrize("content", [{"likes": [{}]}, {"posts": {"items": [media()]}}])
def test_another_list_is_named(tmp_path: Path, content: object):
    write_list(tmp_path, content)
    posts, (problem,) = read_folder(tmp_path)
    assert posts == []
    assert isinstance(problem, UnknownShape)
    assert "posts_1.json" in str(problem)


@pytest.mark.parametrize("inner", [b"[" * 9000 + b"]" * 9000, b'{"a":' * 9000 + b"1" + b"}" * 9000])
def test_an_entry_nested_too_deep_is_counted_and_the_others_are_read(tmp_path: Path, inner: bytes):
    good = json.dumps({"media": [media()]}).encode()
    write_list(tmp_path, b"[" + b", ".join([good, b'{"media": ' + inner + b"}", good]) + b"]")
    posts, problems = read_folder(tmp_path)
    assert len(posts) == 2
    assert [(type(problem), problem.detail) for problem in problems] == [(UnknownShape, "1")]


@pytest.mark.parametrize("end", [b'{"media": [', b'{"media": []}', b"", b'{"media": [{"uri": "a'])
def test_of_a_list_that_was_cut_off_what_stands_before_is_read(tmp_path: Path, end: bytes):
    write_list(tmp_path, b"[" + json.dumps({"media": [media()]}).encode() + b"," + end)
    posts, (problem,) = read_folder(tmp_path)
    assert len(posts) == 1
    assert isinstance(problem, BrokenJson)
    assert "posts_1.json" in str(problem)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"[" * 200_000, b'"text"', b"3", b"null", b"<html></html>"]
)
def test_a_damaged_file_is_named_and_the_others_are_read(tmp_path: Path, data: bytes):
    write_list(tmp_path, data)
    write_list(tmp_path, [{"media": [media()]}], f"{ACTIVITY}/posts_2.json")
    posts, (problem,) = read_folder(tmp_path)
    assert len(posts) == 1
    assert isinstance(problem, BrokenJson)
    assert "posts_1.json" in str(problem)


def test_a_byte_order_mark_is_no_damage(tmp_path: Path):
    data = b"\xef\xbb\xbf" + json.dumps([{"media": [media()]}]).encode()
    assert len(read_list(tmp_path, data)) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["media", "uri", "title", "creation_timestamp", "media_metadata", "exif_data",
                 "photo_metadata", "latitude", "longitude", "label_values", "label", "value",
                 "dict", "timestamp", "ig_stories", "photos", "path", "taken_at", "caption"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.parametrize(
    "name", [f"{ACTIVITY}/posts_1.json", f"{ACTIVITY}/posts.json", "media.json"]
)
@given(content=json_values)
def test_no_content_whatsoever_stops_the_reading(name: str, content: object):
    with tempfile.TemporaryDirectory() as folder:
        write_list(Path(folder), json.dumps(content).encode(), name)
        for post in read_folder(Path(folder))[0]:
            assert post.media
            post.caption.encode()
