"""Layout H shows the posts on pages."""

import json

import pytest
from sample_files import (
    HTML_LISTS,
    PAGES,
    Samples,
    blocks_of,
    list_names,
    names_in,
    planned_post,
    read_page,
    repaired_object,
)
from selectolax.lexbor import LexborHTMLParser

from organizer.archive.sample.entries import PlannedPost
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.layouts.html_lists import html_lists
from organizer.archive.sample.wording import WORDINGS, english_date, korean_date

each_html_layout = pytest.mark.parametrize("layout", list(HTML_LISTS))


@each_html_layout
def test_an_export_in_html_has_its_pages_and_no_json(made: Samples, layout):
    folder = made(layout)
    pages = {f"{HTML_LISTS[layout]}/{name}.html" for name in PAGES}
    assert set(list_names(folder)) == pages
    assert not [name for name in names_in(folder) if name.endswith(".json")]


@each_html_layout
def test_links_of_pages_count_from_the_root(made: Samples, layout):
    folder = made(layout)
    for name in list_names(folder):
        base = read_page(folder / name).css_first("base").attributes["href"]
        assert ((folder / name).parent / base).resolve() == folder.resolve()


@each_html_layout
def test_pages_hold_the_posts_of_the_json_lists(made: Samples, layout):
    page = read_page(made(layout) / HTML_LISTS[layout] / "posts_1.html")
    json_folder = made(SampleLayout.ACTIVITY_MEDIA) / "your_instagram_activity/media"
    posts = json.loads((json_folder / "posts_1.json").read_bytes(), object_hook=repaired_object)
    tag = "h2" if layout is SampleLayout.HTML else "div"
    for block, post in zip(blocks_of(page), posts, strict=True):
        caption = block.css_first(f"{tag}._3-95._2pim._a6-h._a6-i")
        expected = post.get("title", post["media"][0]["title"])
        assert (caption.text() if caption else "") == expected
        uris = [item["uri"] for item in post["media"]]
        links = [node.attributes["href"] for node in block.css("div._3-95._a6-p > div > a")]
        assert links == uris
        assert [node.attributes["src"] for node in block.css("a > img")] == uris
        seconds = post.get("creation_timestamp", post["media"][0]["creation_timestamp"])
        assert block.css_first("div._3-94._a6-o").text() == english_date(seconds)


def test_pages_of_reels_hold_videos(made: Samples):
    page = read_page(made(SampleLayout.HTML) / "your_instagram_activity/media/reels.html")
    assert all(block.css_first("video[src$='.mp4']") for block in blocks_of(page))
    assert len(page.css("video")) == 1


@pytest.mark.parametrize(
    ("language", "labels"), [("en", ["Latitude", "Longitude"]), ("ko", ["위도", "경도"])]
)
def test_places_are_cells_of_a_table(language, labels):
    posts = [planned_post(place=(33.45, 126.57))]
    (content,) = html_lists_of_posts(posts, language)
    cells = [node.text() for node in LexborHTMLParser(content).css("table div._a6-q")]
    assert cells == [labels[0], "33.45", labels[1], "126.57"]


def html_lists_of_posts(posts: list[PlannedPost], language="en") -> list[str]:
    files = html_lists("content", "h2", posts, WORDINGS[language])
    return [content.decode() for name, content in files.items() if "posts_" in name]


def test_captions_are_escaped_and_keep_their_newlines():
    caption = '1 < 2 & "so" <b>on</b>\nsecond line 가'
    (content,) = html_lists_of_posts([planned_post(caption)])
    assert "<b>" not in content
    assert "1 &lt; 2 &amp; " in content
    assert content.count("\n") == 1
    assert LexborHTMLParser(content).css_first("h2").text() == caption


def test_without_a_caption_there_is_no_heading():
    (content,) = html_lists_of_posts([planned_post("")])
    assert LexborHTMLParser(content).css_first("h2") is None


def test_a_page_is_one_long_line_of_right_text(made: Samples):
    path = made(SampleLayout.HTML, "ko") / "your_instagram_activity/media/posts_1.html"
    text = path.read_text(encoding="utf-8")
    assert "\n" not in text
    assert "<title>게시물</title>" in text


@pytest.mark.parametrize(
    ("seconds", "english", "korean"),
    [
        (1_775_395_860, "Apr 05, 2026 5:31 am", "2026년 4월 5일 오전 5:31"),
        (1_709_334_240, "Mar 01, 2024 3:04 pm", "2024년 3월 1일 오후 3:04"),
        (1_720_080_000, "Jul 04, 2024 12:00 am", "2024년 7월 4일 오전 12:00"),
        (1_720_123_500, "Jul 04, 2024 12:05 pm", "2024년 7월 4일 오후 12:05"),
    ],
)
def test_dates_are_written_in_the_language_eight_hours_behind_utc(seconds, english, korean):
    assert english_date(seconds) == english
    assert korean_date(seconds) == korean
