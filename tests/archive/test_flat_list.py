"""The one media.json of the years to 2020, whose items are media and whose text is right."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports_on_disk import read_folder, read_list, write_list

from organizer.archive.errors import BrokenJson, UnknownShape
from organizer.archive.records import MediaType, Post, PostKind

LIST = "media.json"
NOON = datetime(2019, 7, 5, 12, tzinfo=UTC)


def item(path: str = "photos/201907/a.jpg", **fields: object) -> dict[str, object]:
    return {"path": path, "taken_at": "2019-07-05T12:00:00+00:00", "caption": "바다", **fields}


def read(folder: Path, **lists: object) -> list[Post]:
    return read_list(folder, json.dumps(lists, ensure_ascii=False).encode(), LIST)


def uris(post: Post) -> list[str]:
    return [item.uri for item in post.media]


def test_media_of_one_time_and_caption_are_one_carousel(tmp_path: Path):
    photos = [item("photos/201907/b.jpg"), item("photos/201907/a.jpg")]
    posts = read(tmp_path, photos=photos, videos=[item("videos/201907/c.mp4")])
    (post,) = posts
    assert uris(post) == ["photos/201907/b.jpg", "photos/201907/a.jpg", "videos/201907/c.mp4"]
    assert (post.kind, post.taken_at, post.caption) == (PostKind.POST, NOON, "바다")
    assert post.media[2].media_type is MediaType.VIDEO


def test_another_caption_or_second_is_another_post(tmp_path: Path):
    photos = [
        item("a.jpg"),
        item("b.jpg", caption="산"),
        item("c.jpg", taken_at="2019-07-05T12:00:01+00:00"),
    ]
    assert [uris(post) for post in read(tmp_path, photos=photos)] == [
        ["a.jpg"],
        ["b.jpg"],
        ["c.jpg"],
    ]


def test_stories_and_undated_pictures_stand_alone(tmp_path: Path):
    undated = [item("a.jpg", taken_at=None), item("b.jpg", taken_at=None)]
    posts = read(tmp_path, photos=undated, stories=[item("c.jpg"), item("d.jpg")])
    assert [(post.kind, uris(post)) for post in posts] == [
        (PostKind.POST, ["a.jpg"]),
        (PostKind.POST, ["b.jpg"]),
        (PostKind.STORY, ["c.jpg"]),
        (PostKind.STORY, ["d.jpg"]),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019-07-05T12:00:00", NOON),
        ("2019-07-05T12:00:00+00:00", NOON),
        ("2019-07-05T21:00:00+09:00", NOON),
        ("2019-07-05T12:00:00Z", NOON),
        ("2019-07-05 12:00:00", NOON),
        ("0001-01-01T00:00:00+23:59", None),
        ("9999-12-31T23:59:59-23:59", None),
        ("1970-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
        (1_562_328_000, None),
        (None, None),
    ],
)
def test_times_are_iso_and_without_an_offset_those_of_greenwich(
    tmp_path: Path, written: object, expected: datetime | None
):
    (post,) = read(tmp_path, photos=[item(taken_at=written)])
    assert post.taken_at == expected
    assert post.taken_at is None or post.taken_at.tzinfo is UTC


@pytest.mark.parametrize("caption", ["바다 🌊 #여름", "Ã©", "café"])
def test_text_is_taken_as_it_stands(tmp_path: Path, caption: str):
    (post,) = read(tmp_path, photos=[item(caption=caption, location="제주")])
    assert post.caption == caption


def test_an_item_without_a_caption_has_none(tmp_path: Path):
    (post,) = read(tmp_path, photos=[{"path": "a.jpg", "taken_at": "2019-07-05T12:00:00"}])
    assert post.caption == ""


def test_pictures_of_messages_are_left_out(tmp_path: Path):
    posts = read(tmp_path, direct=[item("direct/201907/a.jpg")], photos=[item()])
    assert [uris(post) for post in posts] == [["photos/201907/a.jpg"]]


@pytest.mark.parametrize(
    ("key", "kind"),
    [("photos", PostKind.POST), ("videos", PostKind.POST), ("stories", PostKind.STORY),
     ("profile", PostKind.PROFILE)],
)  # fmt: skip
def test_any_list_may_be_the_only_one(tmp_path: Path, key: str, kind: PostKind):
    (post,) = read(tmp_path, **{key: [item()]})
    assert post.kind is kind


def test_lists_that_nobody_knows_are_no_hindrance(tmp_path: Path):
    assert len(read(tmp_path, highlights=[{"a": 1}], version=2, photos=[item()])) == 1


def test_the_same_file_twice_counts_once(tmp_path: Path):
    (post,) = read(tmp_path, photos=[item(), item()])
    assert len(post.media) == 1


@pytest.mark.parametrize("content", [{}, {"photos": []}, {"likes": [{}]}, [{"path": "a.jpg"}]])
def test_a_file_of_that_name_may_be_another(tmp_path: Path, content: object):
    assert read_list(tmp_path, content, LIST) == []


def test_only_the_list_at_the_root_is_one(tmp_path: Path):
    assert read_list(tmp_path, {"photos": [item()]}, "inner/media.json") == []


@pytest.mark.parametrize("entry", [None, 3, {}, {"path": None}, {"path": "../a.jpg"}, {"path": ""}])
def test_items_without_a_file_are_counted(tmp_path: Path, entry: object):
    write_list(tmp_path, {"photos": [entry, item()]}, LIST)
    posts, (problem,) = read_folder(tmp_path)
    assert len(posts) == 1
    assert (type(problem), problem.detail) == (UnknownShape, "1")


@pytest.mark.parametrize("count", [0, 1])
def test_of_a_list_that_was_cut_off_what_stands_before_is_read(tmp_path: Path, count: int):
    whole = "".join(json.dumps(item()) + "," for _ in range(count))
    write_list(tmp_path, f'{{"photos": [{whole}{{"path": "b'.encode(), LIST)
    posts, (problem,) = read_folder(tmp_path)
    assert len(posts) == count
    assert isinstance(problem, BrokenJson)
    assert LIST in str(problem)
