"""Posts as the web pages of an export in HTML show them."""

import tempfile
import unicodedata
from html import escape
from pathlib import Path

import pytest
from exports_on_disk import media, posts_of, write_list
from hypothesis import given
from hypothesis import strategies as st
from pages_on_disk import DATE, PAGE, WRITTEN, A, B, read_page, shown, uris, write_page

from organizer.archive.records import MediaType, PostKind, TimePrecision
from organizer.archive.sample.layouts.html_page import block, table


@pytest.mark.parametrize("tag", ["h2", "div"])
@pytest.mark.parametrize("name", [PAGE, "content/posts_1.html"])
def test_a_block_is_a_post_of_the_computers_own_time(tmp_path: Path, tag: str, name: str):
    (post,) = read_page(tmp_path, block(tag, "바다 🌊", shown(), DATE), name=name)
    assert (post.kind, post.caption, uris(post)) == (PostKind.POST, "바다 🌊", [A])
    assert (post.taken_at, post.precision) == (WRITTEN.astimezone(), TimePrecision.ZONELESS)


def test_the_same_path_twice_is_one_picture(tmp_path: Path):
    (post,) = read_page(tmp_path, block("h2", "", shown() + shown(), DATE))
    assert uris(post) == [A]


def test_a_carousel_keeps_its_order_across_pictures_and_videos(tmp_path: Path):
    slides = [B, A, "media/posts/202105/c.jpg"]
    (post,) = read_page(tmp_path, block("h2", "", "".join(map(shown, slides)), DATE))
    assert uris(post) == slides
    assert post.media[0].media_type is MediaType.VIDEO


def test_a_video_may_name_its_file_inside(tmp_path: Path):
    video = f'<div><video controls><source src="../../{B}" type="video/mp4"></video></div>'
    (post,) = read_page(tmp_path, block("h2", "", video, DATE))
    assert uris(post) == [B]


@pytest.mark.parametrize(
    "caption",
    [
        "two\nlines\n\n#바다 #sea",
        'a < b & "c" > d',
        "<b>not bold</b>",
        "&amp; &lt;",
        "Ã©",
        DATE,
        "2021",
    ],
)
@pytest.mark.parametrize("tag", ["h2", "div"])
def test_captions_are_given_as_they_were_written(tmp_path: Path, caption: str, tag: str):
    (post,) = read_page(tmp_path, block(tag, caption, shown(), DATE))
    assert (post.caption, post.taken_at) == (caption, WRITTEN.astimezone())


@given(caption=st.text(st.characters(exclude_categories=["C"]), max_size=40))
def test_any_caption_is_given_as_it_was_written(caption: str):
    with tempfile.TemporaryDirectory() as folder:
        (post,) = read_page(Path(folder), block("h2", caption.strip(), shown(), DATE))
    assert uris(post) == [A]
    assert post.caption == unicodedata.normalize("NFC", caption).strip()


def test_breaks_entities_and_links_in_a_caption_are_text(tmp_path: Path):
    written = 'eins<br>zwei<br/>&#54620;&hearts; <a href="https://x.org/media/p/1">#drei</a>'
    filled = block("h2", "CAPTION", shown(), DATE).replace("CAPTION", written)
    (post,) = read_page(tmp_path, filled)
    assert post.caption == "eins\nzwei\n한♥ #drei"
    assert uris(post) == [A]


def test_without_a_caption_there_is_none(tmp_path: Path):
    rows = table([("Latitude", "33.4"), ("Longitude", "126.5")])
    (post,) = read_page(tmp_path, block("h2", "", shown() + rows, DATE))
    assert post.caption == ""


@pytest.mark.parametrize(
    ("labels", "values", "place"),
    [
        (("Latitude", "Longitude"), ("33.4", "126.5"), (33.4, 126.5)),
        (("위도", "경도"), ("33.4", "126.5"), (33.4, 126.5)),
        (("Breitengrad", "Längengrad"), ("33.4", "126.5"), (33.4, 126.5)),
        (("Latitude", "Longitude"), ("0", "0.0"), (None, None)),
        (("Latitude", "Date taken"), ("33.4", DATE), (None, None)),
    ],
)
def test_coordinates_stand_in_a_table(
    tmp_path: Path,
    labels: tuple[str, str],
    values: tuple[str, str],
    place: tuple[float | None, float | None],
):
    rows = table(zip(labels, values, strict=True))
    (post,) = read_page(tmp_path, block("h2", "", shown() + rows, DATE))
    assert (post.media[0].latitude, post.media[0].longitude) == place


def test_each_slide_has_the_place_of_its_own_table(tmp_path: Path):
    rows = table([("Latitude", "33.4"), ("Longitude", "126.5")])
    (post,) = read_page(tmp_path, block("h2", "", shown(A) + shown(B) + rows, DATE))
    assert [item.latitude for item in post.media] == [None, 33.4]


@pytest.mark.parametrize("taken", ["2019년 5월 1일 오후 3:04", "May 1, 2019 3:04 pm"])
def test_the_date_in_a_table_is_that_of_the_camera(tmp_path: Path, taken: str):
    slides = "".join(f"<div>{shown(uri)}{table([('Date taken', taken)])}</div>" for uri in (A, B))
    (post,) = read_page(tmp_path, block("h2", "", slides, DATE))
    assert (post.taken_at, uris(post)) == (WRITTEN.astimezone(), [A, B])


def test_other_links_are_no_pictures(tmp_path: Path):
    links = (
        '<a href="your_instagram_activity/media/reels.html">Reels</a><img src="files/logo.png">'
        '<a href="media/posts/202105/a.srt">Subtitles</a><a href="https://x.org/media/a.jpg">x</a>'
        '<img src="../../../media/../../etc/a.jpg"><a href="">x</a><img src>'
    )
    (post,) = read_page(tmp_path, links, block("h2", "", shown() + links, DATE), links)
    assert uris(post) == [A]


def test_the_kind_is_that_of_the_name(tmp_path: Path):
    for name in ("stories", "reels", "archived_posts", "profile_photos", "igtv_videos"):
        filled = block("h2", "", shown(f"media/x/{name}.jpg"), DATE)
        write_page(tmp_path, filled, name=f"content/{name}.html")
    assert {post.kind for post in posts_of(tmp_path)} == {
        PostKind.STORY,
        PostKind.REEL,
        PostKind.ARCHIVED,
        PostKind.PROFILE,
        PostKind.IGTV,
    }


def test_a_page_whose_list_is_there_in_json_is_not_read(tmp_path: Path):
    write_list(tmp_path, [{"media": [media(A, title="of the list")]}])
    write_page(tmp_path, block("h2", "of the page", shown("media/stories/202105/s.jpg"), DATE),
               name="your_instagram_activity/media/stories.html")  # fmt: skip
    posts = read_page(tmp_path, block("h2", "of the page", shown(), DATE))
    assert [(post.kind, post.caption) for post in posts] == [
        (PostKind.POST, "of the list"),
        (PostKind.STORY, "of the page"),
    ]


def test_the_path_is_read_as_html_writes_it(tmp_path: Path):
    uri = "media/posts/202105/a&b.jpg"
    (post,) = read_page(tmp_path, block("h2", "", shown(escape(uri)), DATE))
    assert uris(post) == [uri]
