"""The files of a folder: by safe names, as they are on disk, and none through a link."""

import os
import sys
import threading
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from export_files import EXPORT, LIST, write_folder

from organizer.archive.errors import LinkNotFollowed, UnreadableFile
from organizer.archive.exports import Exports
from organizer.archive.file_tree import FolderTree

only_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names or links")
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
may_read_all = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all"
)


def test_every_file_is_listed_with_its_size_and_time(tmp_path: Path):
    write_folder(tmp_path, EXPORT | {"a/b/c.txt": b"abc"})
    os.utime(tmp_path / "a/b/c.txt", ns=(1, 1_700_000_000_000_000_000))
    files = FolderTree(tmp_path).files
    assert files.keys() == {*EXPORT, "a/b/c.txt"}
    stamp = files["a/b/c.txt"]
    assert (stamp.size, stamp.modified_ns) == (3, 1_700_000_000_000_000_000)


def test_the_order_of_files_is_always_the_same(tmp_path: Path):
    write_folder(tmp_path, dict.fromkeys(("b/2", "b/1", "a/2", "c", "a/1/x"), b""))
    assert list(FolderTree(tmp_path).files) == ["c", "a/2", "a/1/x", "b/1", "b/2"]


def test_what_the_system_puts_there_is_left_out(tmp_path: Path):
    clutter = (".DS_Store", "a/._b.jpg", "__MACOSX/c.jpg", "Thumbs.db", "a/desktop.ini")
    write_folder(tmp_path, EXPORT | dict.fromkeys(clutter, b""))
    assert FolderTree(tmp_path).files.keys() == EXPORT.keys()


def test_a_file_is_read_in_any_order(tmp_path: Path):
    tree = FolderTree(write_folder(tmp_path, {"a.bin": b"0123456789"}))
    with tree.open_seekable("a.bin") as stream:
        stream.seek(-3, os.SEEK_END)
        assert stream.read() == b"789"
        stream.seek(2)
        assert stream.read(2) == b"23"


def test_decomposed_names_are_found_by_composed_ones(tmp_path: Path):
    composed = "media/posts/202403/바다.jpg"
    write_folder(tmp_path, {unicodedata.normalize("NFD", composed): b"the sea"})
    tree = FolderTree(tmp_path)
    assert list(tree.files) == [composed]
    with tree.open(composed) as stream:
        assert stream.read() == b"the sea"


@only_linux
def test_of_two_names_that_look_alike_one_is_read_and_the_other_named(tmp_path: Path):
    composed = "바다.jpg"
    decomposed = unicodedata.normalize("NFD", composed)
    write_folder(tmp_path, {composed: b"one", decomposed: b"another"})
    tree = FolderTree(tmp_path)
    with tree.open(composed) as stream:
        content = stream.read()
    assert len(content) == tree.files[composed].size
    assert [(type(error), error.file) for error in tree.refused] == [(UnreadableFile, composed)]


@only_posix
def test_names_with_backslashes_are_paths(tmp_path: Path):
    """Some programs unpack zips of Windows so."""
    write_folder(tmp_path, {"media\\posts\\202403\\sea.jpg": b"the sea"})
    tree = FolderTree(tmp_path)
    assert list(tree.files) == ["media/posts/202403/sea.jpg"]
    with tree.open("media/posts/202403/sea.jpg") as stream:
        assert stream.read() == b"the sea"


@only_posix
def test_of_a_path_and_its_like_with_backslashes_one_is_read(tmp_path: Path):
    write_folder(tmp_path, {"a\\b.jpg": b"one", "a/b.jpg": b"another"})
    tree = FolderTree(tmp_path)
    with tree.open("a/b.jpg") as stream:
        assert len(stream.read()) == tree.files["a/b.jpg"].size
    assert [error.file for error in tree.refused] == ["a/b.jpg"]


@only_posix
@pytest.mark.parametrize("name", ["..\\secret.jpg", "\\server\\a.jpg", "C:\\a.jpg", "C:a.jpg"])
def test_names_that_would_lead_out_elsewhere_are_named(tmp_path: Path, name: str):
    write_folder(tmp_path, EXPORT | {name: b""})
    tree = FolderTree(tmp_path)
    assert tree.files.keys() == EXPORT.keys()
    assert [(type(error), error.file) for error in tree.refused] == [(UnreadableFile, name)]


@only_posix
@pytest.mark.parametrize(
    "name",
    ["CON", "NUL.jpg", "a.jpg.", "a.jpg ", "a?.jpg", "-rf", "a\nb.jpg", "n" * 255, "a..b.jpg", "~"],
)
def test_odd_names_are_names(tmp_path: Path, name: str):
    tree = FolderTree(write_folder(tmp_path, {f"media/{name}": b"content"}))
    assert list(tree.files) == [f"media/{name}"]
    with tree.open(f"media/{name}") as stream:
        assert stream.read() == b"content"


@only_linux
def test_names_that_are_no_text_are_named(tmp_path: Path):
    write_folder(tmp_path, EXPORT)
    (tmp_path / os.fsdecode(b"media/sea\xff.jpg")).write_bytes(b"the sea")
    (tmp_path / os.fsdecode(b"media/\xfe")).mkdir()
    (tmp_path / os.fsdecode(b"media/\xfe/hill.jpg")).write_bytes(b"the hill")
    tree = FolderTree(tmp_path)
    assert tree.files.keys() == EXPORT.keys()
    assert [str(error).encode().decode() for error in tree.refused] == [
        str(UnreadableFile(name, "its name cannot be used"))
        for name in ("media/sea�.jpg", "media/�/hill.jpg")
    ]


@only_linux
def test_places_whose_names_are_no_text_are_named(tmp_path: Path):
    odd = tmp_path / os.fsdecode(b"export \xff")
    write_folder(odd, EXPORT)
    root = write_folder(tmp_path / "fine", EXPORT)
    found = Exports().find(tmp_path)
    assert [export.path for export in found.exports] == [root]
    assert [error.file for error in found.problems] == [str(tmp_path / "export �")]
    for look in (Exports().find, Exports().at):
        with pytest.raises(UnreadableFile, match="export �"):
            look(odd)


@only_posix
def test_links_are_named_and_not_followed(tmp_path: Path):
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(b"secret")
    root = write_folder(tmp_path / "export", EXPORT)
    elsewhere = write_folder(tmp_path / "elsewhere", {"a.jpg": b"secret"})
    links = {
        "media/absolute.jpg": secret,
        "media/relative.jpg": "../../secret.jpg",
        "media/loop.jpg": "loop.jpg",
        "media/nowhere.jpg": "nowhere",
        "media/sibling.jpg": "posts/202403/sea.jpg",
    }
    folders = {"media/out": elsewhere, "media/round": "..", "media/parent": ".."}
    for name, target in (links | folders).items():
        (root / name).symlink_to(target, target_is_directory=name in folders)
    tree = FolderTree(root)
    assert tree.files.keys() == EXPORT.keys()
    assert {error.file for error in tree.refused} == {*links, *folders}
    assert all(isinstance(error, LinkNotFollowed) for error in tree.refused)
    for name in [*links, "media/out/a.jpg", "../secret.jpg", "media/../../secret.jpg"]:
        with pytest.raises(UnreadableFile) as caught:
            tree.open(name)
        assert name in str(caught.value)


@only_posix
def test_an_export_that_is_a_link_is_followed_only_when_it_is_given(tmp_path: Path):
    root = write_folder(tmp_path / "elsewhere/export", EXPORT)
    around = tmp_path / "around"
    around.mkdir()
    (around / "link").symlink_to(root, target_is_directory=True)
    (around / "again").symlink_to(around, target_is_directory=True)
    beside = write_folder(around / "export", EXPORT)
    assert [export.path for export in Exports().find(around).exports] == [beside]
    assert [export.path for export in Exports().find(around / "link").exports] == [around / "link"]


@only_posix
def test_of_very_many_links_the_first_are_told(tmp_path: Path):
    for number in range(300):
        (tmp_path / f"{number:03}").symlink_to("nowhere")
    tree = FolderTree(tmp_path)
    assert not tree.files
    assert [error.file for error in tree.refused] == [f"{number:03}" for number in range(100)]


def test_folders_within_a_hundred_folders_are_named(tmp_path: Path):
    deep = "/".join("abcdefghij" * 10)
    write_folder(tmp_path, EXPORT | {f"{deep}/a.jpg": b"", "media/z.jpg": b""})
    tree = FolderTree(tmp_path)
    assert tree.files.keys() == {*EXPORT, "media/z.jpg"}
    (error,) = tree.refused
    assert deep.startswith(error.file)
    assert "too many folders" in str(error)


def test_folders_within_thirty_folders_are_read(tmp_path: Path):
    name = "/".join("abcdefghij" * 3) + "/a.jpg"
    tree = FolderTree(write_folder(tmp_path, {name: b""}))
    assert list(tree.files) == [name]
    assert tree.refused == ()


@may_read_all
def test_a_folder_that_may_not_be_read_is_named_and_the_rest_is_listed(tmp_path: Path):
    write_folder(tmp_path, EXPORT | {"media/locked/a.jpg": b""})
    (tmp_path / "media/locked").chmod(0)
    try:
        tree = FolderTree(tmp_path)
        assert tree.files.keys() == EXPORT.keys()
    finally:
        (tmp_path / "media/locked").chmod(0o755)
    assert [(type(error), error.file) for error in tree.refused] == [
        (UnreadableFile, "media/locked")
    ]


@may_read_all
def test_a_file_that_may_not_be_read_is_named_when_it_is_opened(tmp_path: Path):
    tree = FolderTree(write_folder(tmp_path, EXPORT | {"locked.jpg": b""}))
    (tmp_path / "locked.jpg").chmod(0)
    with pytest.raises(UnreadableFile, match=r"locked\.jpg"):
        tree.open("locked.jpg")


def test_a_file_that_went_since_it_was_listed_is_named(tmp_path: Path):
    tree = FolderTree(write_folder(tmp_path, EXPORT | {"gone.jpg": b"", "now-a-folder": b""}))
    assert "gone.jpg" in tree.files
    for name in ("gone.jpg", "now-a-folder"):
        (tmp_path / name).unlink()
    (tmp_path / "now-a-folder").mkdir()
    for name in ("gone.jpg", "now-a-folder"):
        with pytest.raises(UnreadableFile, match=name):
            tree.open(name)


def test_a_folder_that_went_cannot_be_listed(tmp_path: Path):
    with pytest.raises(UnreadableFile, match="gone"):
        _ = FolderTree(tmp_path / "gone").files


def test_all_who_ask_at_once_get_the_whole_list(tmp_path: Path):
    write_folder(tmp_path, {f"media/posts/2024{n % 12 + 1:02}/{n}.jpg": b"" for n in range(3000)})
    for _ in range(5):
        tree, together = FolderTree(tmp_path), threading.Barrier(8)

        def count(tree: FolderTree = tree, together: threading.Barrier = together) -> int:
            together.wait()
            return len(tree.files)

        with ThreadPoolExecutor(8) as pool:
            counts = [job.result() for job in [pool.submit(count) for _ in range(8)]]
        assert counts == [3000] * 8


def test_reading_changes_nothing_on_disk(tmp_path: Path):
    root = write_folder(tmp_path / "export", EXPORT | {"content/stories.json": b"{broken"})
    before = {path: path.stat().st_mtime_ns for path in [root, *root.rglob("*")]}
    export = Exports().find(root).exports[0]
    export.account()
    for file in export.content_files():
        with export.open(file.path) as stream:
            stream.read()
    assert {path: path.stat().st_mtime_ns for path in [root, *root.rglob("*")]} == before
    assert (root / "your_instagram_activity/media/posts_1.json").read_bytes() == LIST
