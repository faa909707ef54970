"""Posts are told apart by the structure of a page, also where dates cannot be read."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from exports_on_disk import posts_of, read_folder
from pages_on_disk import DATE, PAGE, WRITTEN, A, B, read_page, shown, uris, write_page

from organizer.archive.errors import UnreadableDates
from organizer.archive.records import Post, TimePrecision
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.layouts.html_page import block
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.wording import Language

UNREADABLE = "Zweiundzwanzigster Wonnemond"


def is_by_month(post: Post) -> bool:
    first = datetime(2021, 5, 1).astimezone()
    return (post.taken_at, post.precision) == (first, TimePrecision.MONTH)


@pytest.mark.parametrize("has_classes", [True, False])
def test_posts_of_unreadable_dates_are_of_the_month_of_their_folder(
    tmp_path: Path, has_classes: bool
):
    blocks = [
        block("h2", "one", shown(A) + shown(B), UNREADABLE),
        block("h2", "two", shown("media/posts/202105/c.jpg"), UNREADABLE),
        block("h2", "", shown("media/posts/202105/d.jpg"), UNREADABLE),
    ]
    write_page(tmp_path, *(blocks if has_classes else map(without_classes, blocks)))
    posts, (problem,) = read_folder(tmp_path)
    assert [(post.caption, len(post.media)) for post in posts] == [("one", 2), ("two", 1), ("", 1)]
    assert all(map(is_by_month, posts))
    assert isinstance(problem, UnreadableDates)
    assert UNREADABLE in str(problem)
    assert PAGE in str(problem)


@pytest.mark.parametrize("has_classes", [True, False])
def test_one_unreadable_date_among_others_is_one_posts_own(tmp_path: Path, has_classes: bool):
    blocks = [
        block("h2", "one", shown(A) + shown(B), DATE),
        block("h2", "two", shown("media/posts/202105/c.jpg"), UNREADABLE),
        block("h2", "three", shown("media/posts/202105/d.jpg"), DATE),
    ]
    write_page(tmp_path, *(blocks if has_classes else map(without_classes, blocks)))
    posts, problems = read_folder(tmp_path)
    assert [post.caption for post in posts if is_by_month(post)] == ["two"]
    assert {post.caption for post in posts} == {"one", "two", "three"}
    assert len(problems) == 1


def test_a_caption_that_is_a_date_does_not_stand_in_for_an_unreadable_one(tmp_path: Path):
    write_page(tmp_path, block("h2", "May 3, 2019", shown(), UNREADABLE))
    (post,), _ = read_folder(tmp_path)
    assert (post.caption, is_by_month(post)) == ("May 3, 2019", True)


@pytest.mark.parametrize("date", ["", "May 27, 2099 6:44 am"])
def test_a_post_whose_date_is_missing_or_absurd_is_of_the_month_of_its_folder(
    tmp_path: Path, date: str
):
    write_page(tmp_path, block("h2", "one", shown(), date))
    (post,), problems = read_folder(tmp_path)
    assert (post.caption, is_by_month(post), len(problems)) == ("one", True, 1)


def test_without_any_month_a_post_is_undated(tmp_path: Path):
    write_page(tmp_path, block("h2", "one", shown("media/posts/a.jpg"), UNREADABLE))
    (post,), _ = read_folder(tmp_path)
    assert (post.taken_at, post.precision) == (None, TimePrecision.EXACT)


def test_a_date_below_the_whole_list_belongs_to_no_post(tmp_path: Path):
    blocks = [block("h2", name, shown(f"media/posts/202105/{name}.jpg"), DATE) for name in "ab"]
    blocks.insert(1, block("h2", "c", shown("media/posts/202105/c.jpg"), UNREADABLE))
    write_page(tmp_path, *blocks, "<div>May 30, 2024 3:04 pm</div>")
    posts, _ = read_folder(tmp_path)
    assert {post.caption: is_by_month(post) for post in posts} == {
        "a": False,
        "b": False,
        "c": True,
    }


def without_classes(markup: str) -> str:
    return re.sub(r' class="[^"]*"', "", markup)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("layout", [SampleLayout.HTML, SampleLayout.HTML_CONTENT])
def test_posts_are_the_same_when_all_classes_are_gone(
    tmp_path: Path, layout: SampleLayout, language: Language
):
    make_sample(tmp_path, posts=20, tiny=True, layout=layout, language=language)
    expected = posts_of(tmp_path)
    assert len(expected) > 20
    for path in tmp_path.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(without_classes(text), encoding="utf-8")
        assert "class=" not in path.read_text(encoding="utf-8")
    assert posts_of(tmp_path) == expected


def test_other_wrappers_around_the_same_structure_are_no_hindrance(tmp_path: Path):
    section = (
        "<section><article><p>caption</p><figure>"
        f'<img src="{A}"></figure><footer><span>{DATE}</span></footer></article>'
        f'<article><figure><video src="{B}"></video></figure><footer><b>{DATE}</b></footer>'
        "</article></section>"
    )
    first, second = read_page(tmp_path, section)
    assert (first.caption, uris(first)) == ("caption", [A])
    assert (second.caption, uris(second)) == ("", [B])
    assert first.taken_at == second.taken_at == WRITTEN.astimezone()
