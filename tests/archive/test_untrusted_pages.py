"""No page, however damaged or made to do harm, stops the reading."""

import sys
import tempfile
from pathlib import Path

import pytest
from exports_on_disk import posts_of, read_folder, write_list
from hypothesis import given
from hypothesis import strategies as st
from pages_on_disk import DATE, PAGE, shown, write_page

from organizer.archive.errors import TooLargePage, UnreadableDates
from organizer.archive.export import Export
from organizer.archive.file_tree import FolderTree
from organizer.archive.sample.layouts.html_page import block, page


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"<html></html>", b"no markup", b"<"])
def test_a_page_of_nothing_has_no_posts(tmp_path: Path, content: bytes):
    write_list(tmp_path, content, PAGE)
    assert posts_of(tmp_path) == []


def test_a_byte_order_mark_and_a_spoilt_byte_are_no_damage(tmp_path: Path):
    content = page(PAGE, "Posts", [block("h2", "caf~", shown(), DATE)]).replace(b"~", b"\xe9")
    write_list(tmp_path, b"\xef\xbb\xbf" + content, PAGE)
    (post,) = posts_of(tmp_path)
    assert post.caption == "caf\ufffd"


@given(
    st.lists(
        st.sampled_from(
            ["<div>", "</div>", "<a href='media/posts/202105/a.jpg'>", "</a>", "<table>", "<td>",
             "<img src='media/b.jpg'>", "<h2>", DATE, "Latitude", "33.4", "Longitude", "<br>",
             "<video src='media/c.mp4'>", "</video>", "</table>", "<div class='_a6-h _a6-g'>",
             "<template>", "<svg>", "<body>", "</html>", "&#xd800;", "\0", "<!--", "<script>"]
        ),
        max_size=30,
    ).map("".join)
    | st.text(max_size=60)
)  # fmt: skip
def test_no_page_whatsoever_stops_the_reading(markup: str):
    with tempfile.TemporaryDirectory() as folder:
        write_list(Path(folder), markup.encode("utf-8", "replace"), PAGE)
        posts, problems = read_folder(Path(folder))
    assert all(post.media for post in posts)
    assert all(isinstance(problem, UnreadableDates) for problem in problems)


@pytest.mark.parametrize(
    "tags", ["<div>", "<b>", "<div></b>", "<a><div>", "<table><tr><td>", "<ul><li>", "<template>"]
)
def test_elements_nested_beyond_measure_are_refused_by_name(tmp_path: Path, tags: str):
    write_list(tmp_path, (tags * 100_000 + shown()).encode(), PAGE)
    posts, (problem,) = read_folder(tmp_path)
    assert posts == []
    assert isinstance(problem, TooLargePage)
    assert PAGE in str(problem)


def test_a_huge_page_is_refused_by_name(tmp_path: Path):
    path = tmp_path / PAGE
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        # Takes no room on disk.
        file.truncate(200 << 20)
    posts, (problem,) = read_folder(tmp_path)
    assert posts == []
    assert isinstance(problem, TooLargePage)
    assert PAGE in str(problem)


def test_a_page_of_millions_of_elements_is_refused_by_name(tmp_path: Path):
    write_list(tmp_path, b"<br>" * 2_000_001, PAGE)
    _, (problem,) = read_folder(tmp_path)
    assert isinstance(problem, TooLargePage)


def test_reading_a_page_does_not_look_at_each_post_for_each_other(tmp_path: Path):
    looks = {}
    for count in (200, 400):
        blocks = [
            block("h2", f"#{number}", shown(f"media/posts/202105/{number}.jpg"), DATE)
            for number in range(count)
        ]
        folder = tmp_path / str(count)
        write_page(folder, *blocks)
        looks[count] = calls_while_reading(folder)
    assert looks[400] < 2.2 * looks[200]


def calls_while_reading(folder: Path) -> int:
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    export = Export(FolderTree(folder))
    (file,) = export.content_files()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        assert all(export.posts(file))
    finally:
        sys.setprofile(before)
    return calls
