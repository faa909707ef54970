"""Zips are read where they lie, as Instagram packs them and as others pack them again."""

import contextlib
import hashlib
import io
import os
import stat
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import av
import pytest
from export_files import EXPORT, MEDIA_ONLY, PICTURE, below, write_folder, write_zip

from organizer.archive.errors import BrokenZip, NestedTooLarge, NotAnExport, UnreadableFile
from organizer.archive.export import Export
from organizer.archive.exports import Exports
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.zipping import zip_sample

both_methods = pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="open files are told by /proc")


@pytest.fixture
def exports() -> Iterator[Exports]:
    opened = Exports()
    yield opened
    opened.close()


def content_of(export: Export, name: str) -> bytes:
    with export.open(name) as stream:
        return stream.read()


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


@both_methods
def test_a_zip_is_an_export(tmp_path: Path, exports: Exports, method: int):
    path = write_zip(tmp_path / "instagram.zip", EXPORT, method)
    (export,) = exports.find(path).exports
    assert export.path == path
    assert export.stamps().keys() == EXPORT.keys()
    assert {name: content_of(export, name) for name in EXPORT} == EXPORT
    (file,) = export.content_files()
    assert [post.caption for post in export.posts(file)] == ["Sea"]


@pytest.mark.parametrize(
    "names",
    [
        ["instagram-ann-2026-04-05-abc-part-1.zip", "instagram-ann-2026-04-05-abc-part-2.zip"],
        ["instagram-ann-2026-04-05-abc (1).zip", "instagram-ann-2026-04-05-abc.zip"],
        ["first.zip", "holiday.zip"],
    ],
)
def test_each_part_is_an_export_and_is_opened_again(tmp_path: Path, exports, names: list[str]):
    parts = [EXPORT, MEDIA_ONLY]
    paths = [write_zip(tmp_path / name, part) for name, part in zip(names, parts, strict=True)]
    found = exports.find(tmp_path).exports
    assert [export.path for export in found] == paths
    exports.close()
    for path, part in zip(paths, parts, strict=True):
        assert exports.at(path).stamps().keys() == part.keys()
        assert {name: content_of(exports.at(path), name) for name in part} == part


def test_parts_of_a_sample_hold_the_whole_together(tmp_path: Path, exports: Exports):
    folder = tmp_path / "folder"
    make_sample(folder, 12, tiny=True)
    zip_sample(folder, tmp_path / "zips", 3)
    (whole,) = exports.find(folder).exports
    parts = exports.find(tmp_path / "zips").exports
    assert len(parts) == 3
    assert set().union(*(part.stamps() for part in parts)) == whole.stamps().keys()
    assert [bool(part.content_files()) for part in parts] == [False, True, False]


def test_a_part_that_lacks_is_no_error(tmp_path: Path, exports: Exports):
    folder = tmp_path / "folder"
    make_sample(folder, 12, tiny=True)
    zip_sample(folder, tmp_path / "zips", 3)[0].unlink()
    found = exports.find(tmp_path / "zips")
    assert (len(found.exports), found.problems) == (2, [])


def test_a_folder_around_everything_is_the_root(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", below("my export/inner", EXPORT))
    (export,) = exports.find(path).exports
    assert export.path == path / "my export/inner"
    assert export.stamps().keys() == EXPORT.keys()
    assert content_of(export, PICTURE) == b"the sea"


def test_several_exports_in_one_zip_are_all_found(tmp_path: Path, exports: Exports):
    both = below("ann", EXPORT) | below("ben", MEDIA_ONLY)
    path = write_zip(tmp_path / "a.zip", both)
    found = exports.find(path).exports
    assert [export.path for export in found] == [path / "ann", path / "ben"]
    assert [export.stamps().keys() for export in found] == [EXPORT.keys(), MEDIA_ONLY.keys()]


def test_a_name_that_begins_like_the_root_is_not_in_it(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", below("ann", EXPORT) | {"ann-2/media/b.jpg": b""})
    (export,) = exports.find(path).exports
    assert export.stamps().keys() == EXPORT.keys()


def test_what_macos_adds_is_left_out(tmp_path: Path, exports: Exports):
    files = below("export", EXPORT)
    notes = {f"__MACOSX/{Path(name).parent}/._{Path(name).name}": b"note" for name in files}
    clutter = {"export/.DS_Store": b"", "export/media/.DS_Store": b"", "__MACOSX/._export": b""}
    path = write_zip(tmp_path / "a.zip", notes | files | clutter)
    (export,) = exports.find(path).exports
    assert export.path == path / "export"
    assert export.stamps().keys() == EXPORT.keys()
    assert export.refused == ()


@both_methods
def test_a_zip_in_a_zip_is_read(tmp_path: Path, exports: Exports, method: int):
    parts = {"a.zip": zipped(EXPORT), "inner/b.zip": zipped(MEDIA_ONLY, zipfile.ZIP_DEFLATED)}
    path = write_zip(tmp_path / "all.zip", parts, method)
    paths = [path / "a.zip", path / "inner/b.zip"]
    assert [export.path for export in exports.find(path).exports] == paths
    exports.close()
    assert content_of(exports.at(paths[0]), PICTURE) == b"the sea"
    assert content_of(exports.at(paths[1]), next(iter(MEDIA_ONLY))) == b"the hill"


@both_methods
def test_a_zip_in_a_zip_in_a_zip_is_refused_by_name(tmp_path: Path, exports, method: int):
    inner = zipped({"c.zip": zipped(EXPORT)} | MEDIA_ONLY, method)
    path = write_zip(tmp_path / "a.zip", {"b.zip": inner}, method)
    found = exports.find(path)
    assert [export.path for export in found.exports] == [path / "b.zip"]
    (error,) = found.problems
    assert isinstance(error, NestedTooLarge)
    assert str(path / "b.zip/c.zip") in str(error)


def test_a_zip_that_a_friend_sent_is_not_looked_into(tmp_path: Path, exports: Exports):
    sent = "your_instagram_activity/messages/inbox/ben_1/files/homework.zip"
    path = write_zip(tmp_path / "a.zip", EXPORT | {sent: b"no zip at all"})
    found = exports.find(path)
    assert [export.path for export in found.exports] == [path]
    assert found.problems == []


def test_a_damaged_zip_in_a_zip_is_named_and_the_rest_is_read(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", {"bad.zip": b"no", "good.zip": zipped(EXPORT)})
    found = exports.find(path)
    assert [export.path for export in found.exports] == [path / "good.zip"]
    assert [(type(error), error.file) for error in found.problems] == [
        (BrokenZip, str(path / "bad.zip"))
    ]


@both_methods
def test_files_are_read_in_any_order(tmp_path: Path, exports: Exports, method: int):
    content = Random(1).randbytes(300_000) + bytes(300_000)
    path = write_zip(tmp_path / "a.zip", EXPORT | {"media/a.mp4": content}, method)
    with exports.find(path).exports[0].open("media/a.mp4") as stream:
        assert stream.seekable()
        assert stream.seek(0, os.SEEK_END) == len(content)
        assert stream.read(1) == b""
        for offset in (299_990, 17, 599_999, 0):
            stream.seek(offset)
            assert stream.read(40) == content[offset : offset + 40]
            assert stream.tell() == min(offset + 40, len(content))
        stream.seek(-5, os.SEEK_CUR)
        assert stream.read(5) == content[35:40]
        stream.seek(0)
        assert stream.read() == content


@both_methods
def test_a_video_is_decoded_out_of_the_zip(tmp_path: Path, exports: Exports, method: int):
    folder = tmp_path / "folder"
    make_sample(folder, 2, tiny=True)
    video = next(folder.rglob("*.mp4"))
    path = write_zip(tmp_path / "a.zip", EXPORT | {"media/reels/a": video.read_bytes()}, method)
    with (
        exports.find(path).exports[0].open("media/reels/a") as stream,
        av.open(stream, mode="r") as container,
    ):
        frames = sum(1 for _ in container.decode(video=0))
    with av.open(str(video)) as container:
        assert frames == sum(1 for _ in container.decode(video=0)) > 0


@only_linux
def test_a_large_compressed_file_is_unpacked_outside_memory(
    tmp_path: Path, exports: Exports, monkeypatch: pytest.MonkeyPatch
):
    own = tmp_path / "temporary"
    own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    block = Random(1).randbytes(1 << 20)
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("content/posts_1.json", b"[]")
        with archive.open("media/a.mp4", "w") as packed:
            for _ in range(70):
                packed.write(block)
    with exports.find(path).exports[0].open("media/a.mp4") as stream:
        stream.seek(69 << 20)
        assert stream.read() == block
        assert len(open_files(own)) == 1
    assert open_files(own) == []


def test_many_threads_get_the_right_bytes(tmp_path: Path, exports: Exports):
    random = Random(1)
    files = {f"media/posts/202403/{number}.jpg": random.randbytes(50_000) for number in range(40)}
    path = tmp_path / "a.zip"
    inner = zipped(files)
    with zipfile.ZipFile(path, "w") as archive:
        for number, (name, content) in enumerate(files.items()):
            method = zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED
            archive.writestr(name, content, method)
        archive.writestr("inner.zip", inner)
    first, second = exports.find(path).exports

    def is_right(job: tuple[Export, str]) -> bool:
        export, name = job
        with exports.at(export.path).open(name) as stream:
            start = stream.read(1000)
            stream.seek(25_000)
            middle = stream.read(1000)
            stream.seek(0)
            whole = hashlib.sha256(stream.read()).digest()
        content = files[name]
        return (start, middle) == (content[:1000], content[25_000:26_000]) and (
            whole == hashlib.sha256(content).digest()
        )

    jobs = [(export, name) for name in files for export in (first, second)] * 3
    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(is_right, jobs))


def test_a_zip_that_was_replaced_is_opened_anew(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    (before,) = exports.find(path).exports
    stamp = path.stat()
    # Of the same size and time as the one before.
    new = write_zip(tmp_path / "new.zip", EXPORT | {PICTURE: b"the SEA"})
    os.utime(new, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    new.replace(path)
    (after,) = exports.find(path).exports
    assert content_of(after, PICTURE) == b"the SEA"
    assert content_of(exports.at(path), PICTURE) == b"the SEA"
    assert before.stamp(PICTURE) != after.stamp(PICTURE)
    with pytest.raises(UnreadableFile, match="sea"):
        before.open(PICTURE)


def test_a_zip_in_a_zip_that_was_replaced_is_opened_anew(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", {"b.zip": zipped(EXPORT)}, zipfile.ZIP_DEFLATED)
    exports.find(path)
    write_zip(path, {"b.zip": zipped(EXPORT | {PICTURE: b"another"})}, zipfile.ZIP_DEFLATED)
    (after,) = exports.find(path).exports
    assert content_of(after, PICTURE) == b"another"


def test_a_zip_that_was_replaced_by_a_broken_one_is_not_read_on(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    exports.find(path)
    path.write_bytes(b"PK\3\4 half")
    for look in (exports.find, exports.at):
        with pytest.raises(BrokenZip, match=r"a\.zip"):
            look(path)


def test_what_is_being_read_while_all_is_closed_ends_in_an_error(tmp_path: Path, exports: Exports):
    content = bytes(200_000)
    path = write_zip(tmp_path / "a.zip", EXPORT | {"media/a.jpg": content})
    with exports.find(path).exports[0].open("media/a.jpg") as stream:
        assert stream.read(10) == bytes(10)
        exports.close()
        with pytest.raises(OSError, match="closed"):
            stream.read()


def test_after_closing_all_can_be_opened_again(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    exports.find(path)
    exports.close()
    exports.close()
    assert content_of(exports.at(path), PICTURE) == b"the sea"


def open_files(folder: Path) -> list[str]:
    names = []
    for link in Path("/proc/self/fd").iterdir():
        # That of listing itself is gone by now.
        with contextlib.suppress(OSError):
            names.append(str(link.readlink()))
    return [name for name in names if name.startswith(str(folder))]


@only_linux
def test_closing_lets_go_of_every_file(
    tmp_path: Path, exports: Exports, monkeypatch: pytest.MonkeyPatch
):
    own = tmp_path / "temporary"
    own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    large = zipped(EXPORT | {"media/a.mp4": Random(1).randbytes(2 << 20)})
    write_zip(tmp_path / "a.zip", EXPORT)
    write_zip(tmp_path / "b.zip", {"c.zip": large, "d.zip": b"broken"}, zipfile.ZIP_DEFLATED)
    write_folder(tmp_path, {"broken.zip": b"PK"})
    found = exports.find(tmp_path)
    assert len(open_files(tmp_path)) == 3
    for export in found.exports:
        content_of(export, PICTURE)
    assert len(open_files(tmp_path)) == 3
    exports.close()
    assert open_files(tmp_path) == []


@only_linux
def test_zips_without_an_export_are_not_kept_open(tmp_path: Path, exports: Exports):
    for number in range(20):
        write_zip(tmp_path / f"{number}.zip", {"inner.zip": zipped({"letter.txt": b"Dear all"})})
    kept = write_zip(tmp_path / "instagram.zip", EXPORT)
    assert len(exports.find(tmp_path).exports) == 1
    assert open_files(tmp_path) == [str(kept)]


def test_no_file_is_left_to_the_garbage_collector(tmp_path: Path):
    write_zip(tmp_path / "a.zip", EXPORT, zipfile.ZIP_DEFLATED)
    write_zip(tmp_path / "b.zip", {"c.zip": zipped(EXPORT), "bad.zip": b""}, zipfile.ZIP_DEFLATED)
    write_folder(tmp_path, {"bad.zip": b"PK"})
    code = """if True:
        import gc, pathlib, sys
        from organizer.archive.exports import Exports
        exports = Exports()
        for export in exports.find(pathlib.Path(sys.argv[1])).exports:
            list(export.posts(export.content_files()[0]))
            for name in export.stamps():
                export.open(name).close()
        exports.close()
        del exports, export
        gc.collect()
    """
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-X", "dev", "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_zips_of_the_larger_form_are_read(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in EXPORT.items():
            with archive.open(name, "w", force_zip64=True) as packed:
                packed.write(content)
        for number in range(66_000):
            archive.writestr(f"connections/{number}", b"")
    (export,) = exports.find(path).exports
    assert len(export.stamps()) == 66_000 + len(EXPORT)
    assert content_of(export, PICTURE) == b"the sea"


@pytest.mark.skipif(sys.platform == "win32", reason="would write 4 GB: files have no holes there")
@pytest.mark.parametrize("is_standard", [True, False])
def test_zips_beyond_four_gigabytes_are_read(tmp_path: Path, exports: Exports, is_standard: bool):
    """macOS writes them as if there were no larger form, counting from 0 again."""
    path = write_zip(tmp_path / "a.zip", {"content/posts_1.json": b"[]"} | MEDIA_ONLY)
    place, wrapped = 0x1_0000_0005, 5
    entry = zipped({PICTURE: b"the sea"})
    local = entry[: 30 + len(PICTURE) + 7]
    second = bytearray(entry[len(local) : -22])
    second[42:46] = b"\xff" * 4 if is_standard else wrapped.to_bytes(4, "little")
    if is_standard:
        extra = b"\1\0\10\0" + place.to_bytes(8, "little")
        second[30:32] = len(extra).to_bytes(2, "little")
        second += extra
    start_of_first = int.from_bytes(path.read_bytes()[-6:-2], "little")
    index = path.read_bytes()[start_of_first:-22] + second
    start = place + len(local)
    with path.open("r+b") as file:
        file.seek(place)
        file.write(local + index)
        if is_standard:
            file.write(
                struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 3, 3, len(index), start)
            )
            file.write(struct.pack("<4sLQL", b"PK\6\7", 0, start + len(index), 1))
        told = 0xFFFF_FFFF if is_standard else start - 0x1_0000_0000
        file.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 3, 3, len(index), told, 0))
    (export,) = exports.find(path).exports
    assert content_of(export, "content/posts_1.json") == b"[]"
    assert content_of(export, PICTURE) == b"the sea"


def test_names_with_backslashes_are_paths(tmp_path: Path, exports: Exports):
    files = {name.replace("/", "\\"): content for name, content in below("inner", EXPORT).items()}
    files |= {"inner\\media\\": b"", "__MACOSX\\inner\\._sea.jpg": b""}
    path = write_zip(tmp_path / "a.zip", files)
    (export,) = exports.find(path).exports
    assert export.path == path / "inner"
    assert {name: content_of(export, name) for name in export.stamps()} == EXPORT


KOREAN = "media/posts/202403/바다.jpg"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("is_told", [True, False])
def test_names_in_utf_8_are_composed_whether_told_or_not(
    tmp_path: Path, exports: Exports, form, is_told: bool
):
    """macOS decomposes names, and does not say that they are UTF-8."""
    name = unicodedata.normalize(form, KOREAN)
    data = zipped(EXPORT | {name: b"the sea"})
    if not is_told:
        data = without_flag(data, name.encode())
    (tmp_path / "a.zip").write_bytes(data)
    (export,) = exports.find(tmp_path / "a.zip").exports
    assert export.stamps().keys() == {*EXPORT, KOREAN}
    assert content_of(export, KOREAN) == b"the sea"


def without_flag(data: bytes, name: bytes) -> bytes:
    changed = bytearray(data)
    changed[data.index(name) - 30 + 7] &= ~0x08
    changed[data.rindex(name) - 46 + 9] &= ~0x08
    return bytes(changed)


def test_names_of_the_code_page_of_dos_are_read(tmp_path: Path, exports: Exports):
    name = "media/posts/202403/fête.jpg"
    placeholder = name.replace("ê", "_")
    data = zipped(EXPORT | {placeholder: b"the feast"})
    (tmp_path / "a.zip").write_bytes(data.replace(placeholder.encode(), name.encode("cp437")))
    (export,) = exports.find(tmp_path / "a.zip").exports
    assert content_of(export, name) == b"the feast"


def test_an_empty_zip_is_no_export(tmp_path: Path, exports: Exports):
    with pytest.raises(NotAnExport, match=r"a\.zip"):
        exports.find(write_zip(tmp_path / "a.zip", {}))


@pytest.mark.parametrize("added", [b"\0" * 512, b"<html>logged out</html>", b"PK"])
def test_what_follows_the_zip_does_no_harm(tmp_path: Path, exports: Exports, added: bytes):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    path.write_bytes(path.read_bytes() + added)
    assert content_of(exports.find(path).exports[0], PICTURE) == b"the sea"


def test_what_stands_before_the_zip_does_no_harm(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())
    assert content_of(exports.find(path).exports[0], PICTURE) == b"the sea"


def test_a_zip_with_a_comment_is_read(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"PK" * 30_000
    assert content_of(exports.find(path).exports[0], PICTURE) == b"the sea"


def test_a_zip_that_was_written_as_a_stream_is_read(tmp_path: Path, exports: Exports):
    class Stream(io.RawIOBase):
        written = b""

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:
            self.written += bytes(data)
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in EXPORT.items():
            archive.writestr(name, content)
    (tmp_path / "a.zip").write_bytes(stream.written)
    assert content_of(exports.find(tmp_path / "a.zip").exports[0], PICTURE) == b"the sea"


def test_reading_changes_nothing_on_disk(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT | {"b.zip": zipped(EXPORT)}, zipfile.ZIP_DEFLATED)
    path.chmod(stat.S_IRUSR)
    before = path.read_bytes(), path.stat().st_mtime_ns
    for export in exports.find(path).exports:
        assert content_of(export, PICTURE) == b"the sea"
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(tmp_path.iterdir()) == [path]
