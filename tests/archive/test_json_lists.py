"""Posts as the JSON lists of several years tell them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports_on_disk import (
    ACTIVITY,
    TIME,
    media,
    read_folder,
    read_list,
    write_list,
    write_media,
)

from organizer.archive.records import MediaType, PostKind

MOMENT = datetime.fromtimestamp(TIME, UTC)


def test_a_single_picture_has_its_caption_on_the_media(tmp_path: Path):
    (post,) = read_list(tmp_path, [{"media": [media(title="강아지 🐶 #산책")]}])
    assert post.caption == "강아지 🐶 #산책"
    assert post.taken_at == MOMENT


def test_a_carousel_has_its_caption_and_time_on_the_post(tmp_path: Path):
    slides = [media("media/a.jpg"), media("media/b.mp4")]
    entry = {"media": slides, "title": "둘", "creation_timestamp": TIME + 2}
    (post,) = read_list(tmp_path, [entry])
    assert post.caption == "둘"
    assert post.taken_at == datetime.fromtimestamp(TIME + 2, UTC)
    assert [item.media_type for item in post.media] == [MediaType.IMAGE, MediaType.VIDEO]
    assert [item.taken_at for item in post.media] == [MOMENT, MOMENT]


def test_the_caption_of_the_post_wins_and_is_never_joined(tmp_path: Path):
    (post,) = read_list(
        tmp_path, [{"media": [media(title="of the media")], "title": "of the post"}]
    )
    assert post.caption == "of the post"


def test_a_single_picture_may_have_its_caption_on_the_post(tmp_path: Path):
    (post,) = read_list(tmp_path, [{"media": [media()], "title": "of the post"}])
    assert post.caption == "of the post"


def test_an_empty_title_of_the_post_gives_way_to_the_first_that_is_none(tmp_path: Path):
    slides = [
        media("media/a.jpg"),
        media("media/b.jpg", title="b"),
        media("media/c.jpg", title="c"),
    ]
    (post,) = read_list(tmp_path, [{"media": slides, "title": ""}])
    assert post.caption == "b"


def test_a_post_without_a_time_has_that_of_its_earliest_media(tmp_path: Path):
    slides = [media("media/a.jpg", creation_timestamp=TIME + 9), media("media/b.jpg")]
    (post,) = read_list(tmp_path, [{"media": slides, "title": "x"}])
    assert post.taken_at == MOMENT


def test_posts_of_one_time_keep_the_order_of_the_list(tmp_path: Path):
    uris = [f"media/posts/202311/{name}.jpg" for name in ("c", "a", "b")]
    posts = read_list(tmp_path, [{"media": [media(uri)]} for uri in uris])
    assert [post.media[0].uri for post in posts] == uris


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("stories", "ig_stories", PostKind.STORY),
        ("profile_photos", "ig_profile_picture", PostKind.PROFILE),
        ("archived_posts", "ig_archived_post_media", PostKind.ARCHIVED),
        ("reels", "ig_reels_media", PostKind.REEL),
        ("igtv_videos", "ig_igtv_media", PostKind.IGTV),
        ("other_content", "ig_other_media", PostKind.OTHER),
        ("recently_deleted_content", "ig_recently_deleted_media", PostKind.OTHER),
    ],
)
@pytest.mark.parametrize("folder", ["content", "your_instagram_activity/content", ACTIVITY])
@pytest.mark.parametrize("is_bare", [True, False])
def test_every_list_has_its_kind(
    tmp_path: Path, name: str, key: str, kind: PostKind, folder: str, is_bare: bool
):
    entry = media(title="Hi") if is_bare else {"media": [media(title="Hi")]}
    (post,) = read_list(tmp_path, {key: [entry]}, f"{folder}/{name}.json")
    assert (post.kind, post.caption, len(post.media)) == (kind, "Hi", 1)


def test_what_is_in_a_list_counts_more_than_its_name(tmp_path: Path):
    (post,) = read_list(tmp_path, {"ig_reels_media": [{"media": [media()]}]})
    assert post.kind is PostKind.REEL


def test_a_list_of_one_may_be_no_list(tmp_path: Path):
    (story,) = read_list(tmp_path, {"ig_stories": media()}, f"{ACTIVITY}/stories.json")
    assert story.kind is PostKind.STORY


def test_all_numbered_lists_are_read_the_tenth_after_the_ninth(tmp_path: Path):
    for number in (10, 9, 1):
        entry = {"media": [media(f"media/{number}.jpg")]}
        write_list(tmp_path, [entry], f"content/posts_{number}.json")
    posts, _ = read_folder(tmp_path)
    assert [post.media[0].uri for post in posts] == ["media/1.jpg", "media/9.jpg", "media/10.jpg"]


@pytest.mark.parametrize(
    "name",
    ["past_instagram_insights/posts.json", "logged_information/past_instagram_insights/posts.json",
     "subscriptions/reels.json", "your_instagram_activity/threads/posts_1.json",
     f"{ACTIVITY}/reposts.json", "messages/media/posts_1.json", f"{ACTIVITY}/posts_1.txt"],
)  # fmt: skip
def test_other_files_of_such_names_are_not_read(tmp_path: Path, name: str):
    write_list(tmp_path, [{"media": [media()]}], name)
    assert read_folder(tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (TIME, MOMENT),
        (TIME + 0.7, MOMENT),
        (TIME * 1000, MOMENT),
        (0, None),
        (-TIME, None),
        (99_999_999_999, None),
        (10**400, None),
        (str(TIME), None),
        (None, None),
        (True, None),
    ],
)
def test_only_times_that_can_be_true_are_taken(
    tmp_path: Path, time: object, expected: datetime | None
):
    (post,) = read_list(tmp_path, [{"media": [media(creation_timestamp=time)]}])
    assert (post.taken_at, post.media[0].taken_at) == (expected, expected)


@pytest.mark.parametrize("literal", [b"NaN", b"Infinity", b"-Infinity", b"1e999"])
def test_a_time_that_is_no_number_is_none(tmp_path: Path, literal: bytes):
    content = b'[{"media": [{"uri": "media/a.jpg", "creation_timestamp": ' + literal + b"}]}]"
    (post,) = read_list(tmp_path, content)
    assert post.taken_at is None


def test_a_post_without_any_time_is_undated(tmp_path: Path):
    (post,) = read_list(tmp_path, [{"media": [{"uri": "media/a.jpg"}]}])
    assert post.taken_at is None


@pytest.mark.parametrize(
    ("exif", "expected"),
    [
        ([{"latitude": 33.4}, {"longitude": 126.5, "iso": 100}], (33.4, 126.5)),
        ([{"latitude": "33.4", "longitude": " 126.5"}], (33.4, 126.5)),
        ([{"latitude": 0, "longitude": 0.0}], (None, None)),
        ([{"latitude": "0", "longitude": "0"}], (None, None)),
        ([{"latitude": 0, "longitude": 126.5}], (0, 126.5)),
        ([{"latitude": 91, "longitude": 126.5}], (None, None)),
        ([{"latitude": [33.4], "longitude": {}}], (None, None)),
        ([None, "text", {"iso": 3}], (None, None)),
        ({"latitude": 33.4, "longitude": 126.5}, (None, None)),
        (None, (None, None)),
    ],
)
@pytest.mark.parametrize("key", ["photo_metadata", "video_metadata"])
def test_coordinates_come_from_all_exif_objects(
    tmp_path: Path, key: str, exif: object, expected: tuple[float | None, float | None]
):
    (post,) = read_list(tmp_path, [{"media": [media(media_metadata={key: {"exif_data": exif}})]}])
    assert (post.media[0].latitude, post.media[0].longitude) == expected


def test_the_time_of_the_camera_is_not_that_of_the_post(tmp_path: Path):
    exif = [{"date_time_original": "2009:01:31 23:59:59", "date_time_digitized": "x"}]
    metadata = {"photo_metadata": {"exif_data": exif}}
    (post,) = read_list(tmp_path, [{"media": [media(media_metadata=metadata)]}])
    assert post.taken_at == MOMENT


def test_a_file_without_a_suffix_is_a_video(tmp_path: Path):
    (post,) = read_list(tmp_path, [{"media": [media("media/posts/202311/1789")]}])
    assert post.media[0].media_type is MediaType.VIDEO


@pytest.mark.parametrize("suffix", ["jpg", "webp", "png", "heic", "JPEG"])
def test_pictures_of_all_formats_are_pictures(tmp_path: Path, suffix: str):
    (post,) = read_list(tmp_path, [{"media": [media(f"media/posts/202311/a.{suffix}")]}])
    assert post.media[0].media_type is MediaType.IMAGE


def test_unknown_fields_are_no_hindrance(tmp_path: Path):
    extra = {"cross_post_source": {"source_app": "FB"}, "media_variants": [1], "new": {"a": []}}
    subtitles = {"video_metadata": {"subtitles": {"uri": "media/posts/202311/a.srt"}}}
    item = media("media/a.mp4", media_metadata=subtitles, backup_uri="https://x.org/a", **extra)
    (post,) = read_list(tmp_path, [{"media": [item], **extra}])
    assert [item.uri for item in post.media] == ["media/a.mp4"]


def test_of_keys_that_come_twice_the_last_counts(tmp_path: Path):
    (post,) = read_list(tmp_path, b'[{"media": [{"uri": "a.jpg", "title": "1", "title": "2"}]}]')
    assert post.caption == "2"


def test_the_same_file_twice_in_a_post_counts_once(tmp_path: Path):
    (post,) = read_list(tmp_path, [{"media": [media(), media()]}])
    assert len(post.media) == 1


def test_a_file_in_two_lists_is_given_by_both(tmp_path: Path):
    write_list(tmp_path, {"ig_reels_media": [{"media": [media()]}]}, f"{ACTIVITY}/reels.json")
    posts = read_list(tmp_path, [{"media": [media()]}])
    assert [post.kind for post in posts] == [PostKind.POST, PostKind.REEL]


@pytest.mark.parametrize(
    "uri", ["https://x.org/a.jpg", "", None, "../a.jpg", "C:\\a.jpg", "/a.jpg"]
)
def test_a_slide_without_a_file_in_the_export_is_left_out(tmp_path: Path, uri: object):
    (post,) = read_list(tmp_path, [{"media": [{"uri": uri, "title": "kept"}, media()]}])
    assert [item.uri for item in post.media] == ["media/posts/202311/a.jpg"]
    assert post.caption == "kept"


def test_backslashes_and_decomposed_names_lead_to_the_file(tmp_path: Path):
    write_media(tmp_path, "media/posts/202311/\u1100\u1161.jpg")
    (post,) = read_list(tmp_path, [{"media": [media("media\\posts\\202311\\가.jpg")]}])
    assert post.media[0].uri == "media/posts/202311/가.jpg"


def test_a_list_may_leave_out_the_folder_of_the_month(tmp_path: Path):
    write_media(tmp_path, "media/posts/202311/a.jpg")
    (post,) = read_list(tmp_path, [{"media": [media("media/posts/a.jpg")]}])
    assert post.media[0].uri == "media/posts/202311/a.jpg"


def test_missing_media_stay_in_the_post(tmp_path: Path):
    (post,) = read_list(tmp_path, [{"media": [media("media/posts/202311/gone.jpg")]}])
    assert post.media[0].uri == "media/posts/202311/gone.jpg"
