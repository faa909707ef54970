"""Posts as the JSON lists of several years tell them."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.archive.content_json import read_posts
from organizer.archive.errors import BrokenJson, UnknownShape
from organizer.archive.records import MediaType, PostKind
from organizer.archive.sample.escaping import dump_json

TIME = 1_700_000_000


def read(content: object, kind: PostKind = PostKind.POST):
    return read_posts(dump_json(content).encode(), kind, "posts_1.json")


def media(uri: str = "media/posts/202311/a.jpg", **fields: object) -> dict[str, object]:
    return {"uri": uri, "creation_timestamp": TIME, "title": "", **fields}


def test_a_single_picture_has_its_caption_on_the_media():
    (post,) = read([{"media": [media(title="강아지 🐶 #산책")]}]).posts
    assert post.caption == "강아지 🐶 #산책"
    assert post.taken_at == datetime.fromtimestamp(TIME, UTC)


def test_a_carousel_has_its_caption_and_time_on_the_post():
    slides = [media("media/a.jpg"), media("media/b.mp4")]
    (post,) = read([{"media": slides, "title": "둘", "creation_timestamp": TIME + 2}]).posts
    assert post.caption == "둘"
    assert post.taken_at == datetime.fromtimestamp(TIME + 2, UTC)
    assert [item.media_type for item in post.media] == [MediaType.IMAGE, MediaType.VIDEO]


def test_the_caption_of_the_post_wins_and_is_never_joined():
    (post,) = read([{"media": [media(title="of the media")], "title": "of the post"}]).posts
    assert post.caption == "of the post"


def test_a_story_is_a_bare_media():
    (story,) = read({"ig_stories": [media(title="Hi")]}, PostKind.STORY).posts
    assert (story.kind, story.caption, len(story.media)) == (PostKind.STORY, "Hi", 1)


def test_coordinates_come_from_all_exif_objects():
    exif = [{"latitude": 33.4}, {"longitude": 126.5, "iso": 100}]
    (post,) = read(
        [{"media": [media(media_metadata={"photo_metadata": {"exif_data": exif}})]}]
    ).posts
    assert (post.media[0].latitude, post.media[0].longitude) == (33.4, 126.5)


def test_a_file_without_a_suffix_is_a_video():
    (post,) = read([{"media": [media("media/posts/202311/1789")]}]).posts
    assert post.media[0].media_type is MediaType.VIDEO


def test_a_post_without_any_time_is_undated():
    (post,) = read([{"media": [{"uri": "media/a.jpg"}]}]).posts
    assert post.taken_at is None


def test_the_same_file_twice_in_a_post_counts_once():
    (post,) = read([{"media": [media(), media()]}]).posts
    assert len(post.media) == 1


def test_an_empty_post_is_left_out_without_a_word():
    listed = read([{"media": [], "title": "words only"}])
    assert (listed.posts, listed.unknown_entries) == ((), 0)


@pytest.mark.parametrize(
    "entry",
    [None, 7, "text", [], {}, {"media": 3}, {"media": [media("../../etc/passwd")]},
     {"media": [], "label_values": [{"label": "Caption", "value": "x"}]}],
)  # fmt: skip
def test_entries_of_unknown_form_are_counted_and_the_rest_is_read(entry: object):
    listed = read([entry, {"media": [media()]}])
    assert listed.unknown_entries == 1
    assert len(listed.posts) == 1


@pytest.mark.parametrize("data", [b'[{"media": [', b"", b"\xff\xfe\x00", b"[" * 200_000])
def test_a_damaged_file_is_named(data: bytes):
    with pytest.raises(BrokenJson, match=r"posts_1\.json"):
        read_posts(data, PostKind.POST, "posts_1.json")


@pytest.mark.parametrize("content", [{"likes": []}, "text", 3, None])
def test_another_list_is_refused(content: object):
    with pytest.raises(UnknownShape, match=r"posts_1\.json"):
        read(content)


def test_a_byte_order_mark_is_no_damage():
    data = b"\xef\xbb\xbf" + json.dumps([{"media": [media()]}]).encode()
    assert len(read_posts(data, PostKind.POST, "posts_1.json").posts) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["media", "uri", "title", "creation_timestamp", "media_metadata"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(st.lists(json_values, max_size=4))
def test_no_entry_whatsoever_stops_the_reading(entries: list[object]):
    listed = read_posts(json.dumps(entries).encode(), PostKind.POST, "posts_1.json")
    assert len(listed.posts) + listed.unknown_entries <= len(entries)
