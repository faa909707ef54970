"""Exports are found wherever they lie, and nothing else is taken for one."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from export_files import EXPORT, LAYOUTS, LIST, MEDIA_ONLY, below, write_folder, write_zip

from organizer.archive.errors import (
    BrokenZip,
    NotAnArchive,
    NotAnExport,
    NothingThere,
    OtherNetwork,
    UnreadableFile,
)
from organizer.archive.exports import Exports
from organizer.archive.records import PostKind
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.zipping import zip_sample

may_read_all = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all"
)


def found_in(place: Path) -> list[Path]:
    exports = Exports()
    try:
        found = exports.find(place)
        assert found.problems == []
        return [export.path for export in found.exports]
    finally:
        exports.close()


@pytest.mark.parametrize("depth", [0, 1, 2, 3])
def test_folders_around_the_root_lead_to_it(tmp_path: Path, depth: int):
    root = tmp_path.joinpath("a", *["b", "c", "d"][:depth])
    write_folder(root, EXPORT)
    assert found_in(tmp_path / "a") == [root]


def test_four_folders_around_the_root_are_too_many(tmp_path: Path):
    write_folder(tmp_path / "a/b/c/d", EXPORT)
    with pytest.raises(NotAnExport):
        found_in(tmp_path)


@pytest.mark.parametrize("around", ["media", "Media", "Bilder & Fotos", "사진"])
def test_whatever_the_folder_around_is_named(tmp_path: Path, around: str):
    root = write_folder(tmp_path / around / "instagram-ann-2026-04-05-AbCdEfGh", EXPORT)
    assert found_in(tmp_path) == [root]


def test_the_folder_inside_leads_to_the_export_around_it(tmp_path: Path):
    root = write_folder(tmp_path / "export", EXPORT)
    assert found_in(root / "your_instagram_activity") == [root]
    export = Exports().find(root / "your_instagram_activity").exports[0]
    assert export.stamp("media/posts/202403/sea.jpg") is not None


def test_several_exports_in_one_folder_are_all_found(tmp_path: Path):
    roots = [write_folder(tmp_path / name, EXPORT) for name in ("ann", "ben", "inner/eve")]
    assert found_in(tmp_path) == roots


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_form_is_known_by_its_content_not_by_the_folders_name(tmp_path: Path, layout: str):
    root = write_folder(tmp_path / "holiday", LAYOUTS[layout])
    assert found_in(tmp_path) == [root]
    zipped = write_zip(tmp_path / "zips/holiday.zip", LAYOUTS[layout])
    assert found_in(zipped) == [zipped]


@pytest.mark.parametrize("layout", list(SampleLayout))
def test_samples_of_each_layout_are_found_in_folder_and_zips(tmp_path: Path, layout: SampleLayout):
    folder = tmp_path / "folder"
    make_sample(folder, 6, tiny=True, layout=layout)
    zips = zip_sample(folder, tmp_path / "zips", 1)
    assert found_in(folder) == [folder]
    assert found_in(tmp_path / "zips") == list(zips)


def test_web_pages_are_read_like_json(tmp_path: Path):
    make_sample(tmp_path, 6, tiny=True, layout=SampleLayout.HTML)
    (export,) = Exports().find(tmp_path).exports
    assert {file.path.rpartition(".")[2] for file in export.content_files()} == {"html"}


@pytest.mark.parametrize(
    "content",
    [b'{"tracks": [{"title": "Song"}]}', b"[]", b'["a.jpg"]', b"{}", b'{"photos": "none"}'],
)
def test_a_media_json_of_another_program_is_no_export(tmp_path: Path, content: bytes):
    write_folder(tmp_path / "player", {"media.json": content})
    write_zip(tmp_path / "player.zip", {"media.json": content})
    for place in ("player", "player.zip"):
        with pytest.raises(NotAnExport):
            found_in(tmp_path / place)


def test_a_media_json_of_another_program_hides_no_export_below(tmp_path: Path):
    root = write_folder(tmp_path / "instagram", EXPORT)
    write_folder(tmp_path, {"media.json": b'{"tracks": []}'})
    assert found_in(tmp_path) == [root]


def test_a_part_with_pictures_alone_is_an_export(tmp_path: Path):
    root = write_folder(tmp_path / "folder", MEDIA_ONLY)
    zipped = write_zip(tmp_path / "part.zip", MEDIA_ONLY)
    assert found_in(root) == [root]
    assert found_in(zipped) == [zipped]
    (export,) = Exports().find(root).exports
    assert [post.media[0].uri for post in export.unlisted(frozenset())] == list(MEDIA_ONLY)


def test_a_folder_of_zips_gives_each(tmp_path: Path):
    zips = [write_zip(tmp_path / f"{name}.zip", EXPORT) for name in ("a", "b")]
    zips.append(write_zip(tmp_path / "inner/c.ZIP", EXPORT))
    assert found_in(tmp_path) == zips


def test_zips_beside_unpacked_parts_are_found_with_them(tmp_path: Path):
    unpacked = write_folder(tmp_path / "part-1", EXPORT)
    zipped = write_zip(tmp_path / "part-2.zip", MEDIA_ONLY)
    assert sorted(found_in(tmp_path)) == [unpacked, zipped]


def test_zips_in_the_root_of_an_unpacked_part_are_found_with_it(tmp_path: Path):
    write_folder(tmp_path, EXPORT)
    zipped = write_zip(tmp_path / "part-2.zip", MEDIA_ONLY)
    assert found_in(tmp_path) == [tmp_path, zipped]


@pytest.mark.parametrize("files", [{"your_facebook_activity/posts/posts_1.json": LIST}])
def test_an_export_of_facebook_is_named_as_such(tmp_path: Path, files: dict[str, bytes]):
    folder = write_folder(tmp_path / "facebook-ann", files)
    zipped = write_zip(tmp_path / "facebook-ann.zip", files)
    for place in (tmp_path, folder, folder / "your_facebook_activity", zipped):
        with pytest.raises(OtherNetwork, match="Facebook"):
            found_in(place)


def test_an_export_of_facebook_beside_one_of_instagram_does_no_harm(tmp_path: Path):
    write_folder(tmp_path / "facebook", {"your_facebook_activity/posts/posts_1.json": LIST})
    root = write_folder(tmp_path / "instagram", EXPORT)
    assert found_in(tmp_path) == [root]


OTHER_CATEGORIES = {
    "connections/followers_and_following/followers_1.json": b"[]",
    "your_instagram_activity/likes/liked_posts.json": b'{"likes_media_likes": []}',
    "your_instagram_activity/media/no-data.txt": b"You have no data in this section.",
}
NAMESAKES = {
    f"{folder}/{name}": LIST
    for folder in (
        "logged_information/past_instagram_insights",
        "your_instagram_activity/subscriptions",
        "your_instagram_activity/messages/inbox/ann_1",
        "your_instagram_activity/threads",
    )
    for name in ("posts.json", "reels.json", "media/posts_1.json", "content/stories.json")
}


@pytest.mark.parametrize("files", [OTHER_CATEGORIES, NAMESAKES], ids=["others", "namesakes"])
def test_an_export_without_posts_tells_what_to_tick(tmp_path: Path, files: dict[str, bytes]):
    folder = write_folder(tmp_path / "export", files)
    zipped = write_zip(tmp_path / "export.zip", files)
    for place in (folder, zipped):
        with pytest.raises(NotAnExport, match=r"tick Content → Media") as caught:
            found_in(place)
        assert str(place) in str(caught.value)


def test_lists_of_other_things_under_the_same_names_are_left_out(tmp_path: Path):
    for place in (
        write_folder(tmp_path / "folder", EXPORT | NAMESAKES | OTHER_CATEGORIES),
        write_zip(tmp_path / "a.zip", EXPORT | NAMESAKES | OTHER_CATEGORIES),
    ):
        assert found_in(place) == [place]
        exports = Exports()
        (export,) = exports.find(place).exports
        names = [file.path for file in export.content_files()]
        assert names == ["your_instagram_activity/media/posts_1.json"]
        exports.close()


def test_lists_are_read_in_the_order_of_their_kinds(sample: Path):
    (export,) = Exports().find(sample).exports
    kinds = [file.kind for file in export.content_files()]
    assert kinds == [
        PostKind.POST,
        PostKind.REEL,
        PostKind.STORY,
        PostKind.ARCHIVED,
        PostKind.PROFILE,
    ]


def test_the_tenth_list_comes_after_the_ninth(tmp_path: Path):
    write_folder(tmp_path, {f"content/posts_{number}.json": b"[]" for number in (10, 9, 1)})
    (export,) = Exports().find(tmp_path).exports
    names = [Path(file.path).name for file in export.content_files()]
    assert names == ["posts_1.json", "posts_9.json", "posts_10.json"]


def test_a_place_where_nothing_is_is_named(tmp_path: Path):
    write_folder(tmp_path, {"file.txt": b""})
    for name in ("nowhere", "no/where", "file.txt/inner", "n" * 300, "nul\0"):
        with pytest.raises(NothingThere) as caught:
            found_in(tmp_path / name)
        assert name in str(caught.value)


def test_a_file_that_is_no_zip_is_named(tmp_path: Path):
    write_folder(tmp_path, {"letter.txt": b"Dear all", "empty": b""})
    for name in ("letter.txt", "empty"):
        with pytest.raises(NotAnArchive, match=name):
            found_in(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(NotAnArchive, match=r"pipe\.zip"):
        found_in(tmp_path / "pipe.zip")
    with pytest.raises(NotAnExport):
        found_in(tmp_path)


@pytest.mark.parametrize("files", [{}, {"a.jpg": b"", "notes/b.txt": b""}])
def test_an_empty_folder_and_one_of_pictures_are_no_exports(tmp_path: Path, files):
    write_folder(tmp_path, files)
    with pytest.raises(NotAnExport, match=tmp_path.name):
        found_in(tmp_path)


@may_read_all
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path):
    root = write_folder(tmp_path / "locked", EXPORT)
    root.chmod(0)
    try:
        for place in (root, root / "inner"):
            with pytest.raises(UnreadableFile, match="locked"):
                found_in(place)
    finally:
        root.chmod(0o755)


@may_read_all
def test_a_zip_that_may_not_be_read_is_named(tmp_path: Path):
    for name in ("locked.zip", "locked"):
        zipped = write_zip(tmp_path / name, EXPORT)
        zipped.chmod(0)
        with pytest.raises(UnreadableFile, match="locked"):
            found_in(zipped)


@may_read_all
def test_a_folder_that_may_not_be_read_hides_none_beside_it(tmp_path: Path):
    locked = write_folder(tmp_path / "locked", EXPORT)
    root = write_folder(tmp_path / "open", EXPORT)
    locked.chmod(0)
    try:
        found = Exports().find(tmp_path)
    finally:
        locked.chmod(0o755)
    assert [export.path for export in found.exports] == [root]
    assert [error.file for error in found.problems] == [str(locked)]


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """The folders listed and files opened since, by the interpreter's own account."""
    names: list[str] = []
    is_on = True

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if is_on and event in ("os.scandir", "os.listdir", "open"):
            names.append(str(arguments[0]))

    # There is no way to take one away again.
    sys.addaudithook(note)
    yield names
    is_on = False


def test_what_is_no_export_is_not_walked_through(tmp_path: Path, opened: list[str]):
    for number in range(30):
        write_folder(tmp_path / f"project/{number}/src/deep/deeper", {"file.txt": b""})
    write_folder(tmp_path / "project/node_modules/a", {"file.txt": b""})
    write_folder(tmp_path / "project/.git/objects", {"file.txt": b""})
    write_folder(tmp_path, {"media.json": b'{"tracks": []}'})
    with pytest.raises(NotAnExport):
        found_in(tmp_path)
    names = {Path(name).name for name in opened}
    assert "src" in names
    assert not {"deep", "deeper", "objects", "node_modules"} & names


def test_tens_of_thousands_of_files_beside_are_not_looked_at(tmp_path: Path, opened: list[str]):
    loose = tmp_path / "loose"
    loose.mkdir()
    for number in range(20_000):
        (loose / f"IMG_{number}.jpg").touch()
    root = write_folder(tmp_path / "z", EXPORT)
    opened.clear()
    assert found_in(tmp_path) == [root]
    assert not any("IMG_" in name for name in opened)


def test_an_export_is_opened_again_by_its_path(tmp_path: Path):
    write_folder(tmp_path / "a", EXPORT)
    write_zip(tmp_path / "b.zip", below("wrapper/inner", EXPORT))
    paths = found_in(tmp_path)
    assert paths == [tmp_path / "a", tmp_path / "b.zip/wrapper/inner"]
    exports = Exports()
    for path in paths:
        export = exports.at(path)
        assert export.path == path
        with export.open("media/posts/202403/sea.jpg") as stream:
            assert stream.read() == b"the sea"
    exports.close()


def test_what_is_no_longer_there_is_not_opened_again(tmp_path: Path):
    root = write_folder(tmp_path / "a", EXPORT)
    zipped = write_zip(tmp_path / "b.zip", below("inner", EXPORT))
    gone = [root, zipped / "inner", zipped / "inner/more", tmp_path, tmp_path / "b.zip"]
    exports = Exports()
    exports.find(tmp_path)
    shutil.rmtree(root)
    zipped.unlink()
    with pytest.raises(NotAnExport):
        exports.find(tmp_path)
    for path in gone:
        if path != tmp_path:
            with pytest.raises(NothingThere) as caught:
                exports.at(path)
            assert str(path) in str(caught.value)
    exports.close()


def test_a_folder_of_a_zip_that_is_not_in_it_is_not_there(tmp_path: Path):
    zipped = write_zip(tmp_path / "b.zip", EXPORT)
    exports = Exports()
    with pytest.raises(NothingThere, match="inner"):
        exports.at(zipped / "inner")
    exports.close()


def test_files_are_as_they_are_when_they_are_looked_for(tmp_path: Path):
    write_folder(tmp_path, EXPORT)
    exports = Exports()
    (before,) = exports.find(tmp_path).exports
    assert before.stamps().keys() == EXPORT.keys()
    write_folder(tmp_path, MEDIA_ONLY)
    assert exports.at(tmp_path) is before
    (after,) = exports.find(tmp_path).exports
    assert after.stamps().keys() - before.stamps().keys() == MEDIA_ONLY.keys()
    assert exports.at(tmp_path) is after


def test_a_zip_that_cannot_be_read_is_told_beside_those_that_can(tmp_path: Path):
    good = write_zip(tmp_path / "good.zip", EXPORT)
    write_folder(tmp_path, {"bad.zip": b"PK\3\4 and then the line broke"})
    exports = Exports()
    found = exports.find(tmp_path)
    exports.close()
    assert [export.path for export in found.exports] == [good]
    assert [type(error) for error in found.problems] == [BrokenZip]
    assert "bad.zip" in str(found.problems[0])
