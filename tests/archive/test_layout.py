"""Exports are found wherever they lie, and nothing else is taken for one."""

import os
from pathlib import Path

import pytest

from organizer.archive.errors import (
    FolderNotFound,
    HtmlExport,
    NotAFolder,
    NotAnExport,
    UnreadableFile,
)
from organizer.archive.export import Export
from organizer.archive.layout import content_files, find_exports
from organizer.archive.records import PostKind


def test_the_root_itself_and_folders_around_it_lead_to_the_export(own_sample: Path):
    wrapped = own_sample.parent / "downloads" / "unpacked"
    wrapped.mkdir(parents=True)
    moved = own_sample.rename(wrapped / "instagram-sample")
    assert find_exports(moved) == (moved,)
    assert find_exports(wrapped.parent) == (moved,)


@pytest.mark.parametrize("folder", ["content", "your_instagram_activity/content"])
def test_older_places_of_the_lists_are_known(tmp_path: Path, folder: str):
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "posts_1.json").write_text("[]")
    assert find_exports(tmp_path) == (tmp_path,)


def test_lists_are_read_in_order_and_namesakes_are_not(sample: Path):
    kinds = [file.kind for file in content_files(sample)]
    assert kinds == [
        PostKind.POST,
        PostKind.REEL,
        PostKind.STORY,
        PostKind.ARCHIVED,
        PostKind.PROFILE,
    ]


def test_the_tenth_list_comes_after_the_ninth(tmp_path: Path):
    folder = tmp_path / "content"
    folder.mkdir()
    for number in (10, 9, 1):
        (folder / f"posts_{number}.json").write_text("[]")
    names = [Path(file.path).name for file in content_files(tmp_path)]
    assert names == ["posts_1.json", "posts_9.json", "posts_10.json"]


def test_a_folder_of_pictures_is_no_export(tmp_path: Path):
    (tmp_path / "a.jpg").write_bytes(b"")
    with pytest.raises(NotAnExport, match=tmp_path.name):
        find_exports(tmp_path)


def test_a_missing_folder_and_a_file_are_named(tmp_path: Path):
    with pytest.raises(FolderNotFound, match="nowhere"):
        find_exports(tmp_path / "nowhere")
    file = tmp_path / "archive.zip"
    file.write_bytes(b"PK")
    with pytest.raises(NotAFolder, match=r"archive\.zip"):
        find_exports(file)


def test_web_pages_are_told_apart(tmp_path: Path):
    folder = tmp_path / "your_instagram_activity" / "media"
    folder.mkdir(parents=True)
    (folder / "posts_1.html").write_text("<html></html>")
    with pytest.raises(HtmlExport, match="JSON"):
        find_exports(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_folder_that_may_not_be_read_is_named(own_sample: Path):
    own_sample.chmod(0)
    try:
        with pytest.raises(UnreadableFile, match="instagram-sample"):
            find_exports(own_sample)
    finally:
        own_sample.chmod(0o755)


def test_the_account_is_read(sample: Path):
    assert Export(sample).account() == "sample_moments"


def test_a_link_out_of_the_export_is_not_followed(own_sample: Path, tmp_path: Path):
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(b"secret")
    (own_sample / "media" / "link.jpg").symlink_to(secret)
    (own_sample / "media" / "loop.jpg").symlink_to("loop.jpg")
    export = Export(own_sample)
    assert export.stamp("media/link.jpg") is None
    assert export.stamp("media/loop.jpg") is None
    with pytest.raises(UnreadableFile, match=r"link\.jpg"):
        export.open("media/link.jpg")
