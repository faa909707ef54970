"""Media that no list names are shown by the month of their folder."""

from datetime import datetime
from pathlib import Path

import pytest
from exports_on_disk import media, write_list, write_media

from organizer.archive.export import Export
from organizer.archive.file_tree import FolderTree
from organizer.archive.records import MediaType, Post, PostKind, TimePrecision


def unlisted(folder: Path, *listed: str) -> list[Post]:
    return list(Export(FolderTree(folder)).unlisted(frozenset(listed)))


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("media/posts", PostKind.POST),
        ("media/reels", PostKind.REEL),
        ("media/igtv", PostKind.IGTV),
        ("media/stories", PostKind.STORY),
        ("media/archived_posts", PostKind.ARCHIVED),
        ("media/profile", PostKind.PROFILE),
        ("photos", PostKind.POST),
        ("videos", PostKind.POST),
        ("stories", PostKind.STORY),
        ("profile", PostKind.PROFILE),
    ],
)
def test_the_folders_tell_kind_and_month(tmp_path: Path, folder: str, kind: PostKind):
    write_media(tmp_path, f"{folder}/202103/a.jpg")
    (post,) = unlisted(tmp_path)
    assert (post.kind, post.caption, post.is_listed) == (kind, "", False)
    assert post.precision is TimePrecision.MONTH
    assert post.taken_at == datetime(2021, 3, 1).astimezone()
    assert post.media[0].uri == f"{folder}/202103/a.jpg"


def test_what_is_listed_is_not_given_again(tmp_path: Path):
    write_list(tmp_path, [{"media": [media("media/posts/202103/a.jpg")]}])
    write_media(tmp_path, "media/posts/202103/a.jpg", "media/posts/202103/b.mp4")
    (post,) = unlisted(tmp_path, "media/posts/202103/a.jpg")
    assert post.media[0].uri == "media/posts/202103/b.mp4"
    assert post.media[0].media_type is MediaType.VIDEO


def test_a_file_without_a_suffix_may_be_a_video(tmp_path: Path):
    write_media(tmp_path, "media/reels/202103/1789")
    (post,) = unlisted(tmp_path)
    assert post.media[0].media_type is MediaType.VIDEO


@pytest.mark.parametrize("month", ["", "203913/", "abc/", "209912/"])
def test_without_a_month_that_can_be_true_they_are_undated(tmp_path: Path, month: str):
    write_media(tmp_path, f"media/posts/{month}a.jpg")
    posts = unlisted(tmp_path)
    assert [(post.taken_at, post.precision) for post in posts] in (
        [],
        [(None, TimePrecision.EXACT)],
    )
    assert bool(posts) == (month in ("", "209912/"))


@pytest.mark.parametrize(
    "name",
    [
        "media/posts/202103/a.srt",
        "media/posts/202103/no-data.txt",
        "media/posts_1.json",
        "messages/inbox/someone/photos/202103/a.jpg",
        "direct/202103/a.jpg",
        "your_instagram_activity/messages/202103/a.jpg",
        "files/202103/a.jpg",
    ],
)
def test_nothing_else_is_taken_for_somebodys_post(tmp_path: Path, name: str):
    write_media(tmp_path, name)
    assert unlisted(tmp_path) == []


def test_clutter_of_the_system_is_no_picture(tmp_path: Path):
    write_media(tmp_path, "media/posts/202103/._a.jpg", "__MACOSX/media/posts/202103/a.jpg")
    assert unlisted(tmp_path) == []


@pytest.mark.parametrize("folder", ["media/other", "media/recently_deleted", "media/messages"])
def test_what_was_nobodys_post_is_no_post(tmp_path: Path, folder: str):
    write_media(tmp_path, f"{folder}/202103/a.jpg")
    assert not unlisted(tmp_path)
