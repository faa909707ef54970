"""Zips that are damaged or made to do harm: each is named, and what else is there is read."""

import os
import random
import struct
import sys
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from export_files import EXPORT, PICTURE, write_folder, write_zip

from organizer.archive.errors import (
    BrokenJson,
    BrokenZip,
    LinkNotFollowed,
    NestedTooLarge,
    SuspiciousEntry,
    UnreadableFile,
)
from organizer.archive.export import Export
from organizer.archive.exports import Exports
from organizer.errors import OrganizerError

BAD = "media/posts/202403/bad.jpg"
CONTENT = random.Random(1).randbytes(1000) + bytes(1000)
both_methods = pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])


@pytest.fixture
def exports() -> Iterator[Exports]:
    opened = Exports()
    yield opened
    opened.close()


def content_of(export: Export, name: str) -> bytes:
    with export.open(name) as stream:
        return stream.read()


def assert_rest_is_read(export: Export) -> None:
    assert {name: content_of(export, name) for name in EXPORT} == EXPORT


def zip_with_bad(path: Path, method: int = zipfile.ZIP_STORED) -> bytearray:
    return bytearray(write_zip(path, {BAD: CONTENT} | EXPORT, method).read_bytes())


def header(data: bytearray) -> int:
    """Where the header of the bad file begins."""
    return data.index(BAD.encode()) - 30


def record(data: bytearray) -> int:
    """Where the bad file's record in the index begins."""
    return data.rindex(BAD.encode()) - 46


LEADING_OUT = [
    "../secret.jpg",
    "media/../../secret.jpg",
    "..\\secret.jpg",
    "/etc/passwd",
    "\\windows\\a.jpg",
    "C:\\a.jpg",
    "C:a.jpg",
    "\\\\server\\share\\a.jpg",
    "//server/share/a.jpg",
    "file:///etc/passwd",
    "..",
]


def renamed(info: zipfile.ZipInfo, name: str) -> zipfile.ZipInfo:
    """The library cleans names when it is asked to; this keeps what it is told."""
    info.filename = name
    return info


@pytest.mark.parametrize("name", LEADING_OUT)
def test_names_that_lead_out_are_refused(tmp_path: Path, exports: Exports, name: str):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(renamed(zipfile.ZipInfo("x"), name), b"harm")
    (export,) = exports.find(path).exports
    assert export.stamps().keys() == EXPORT.keys()
    assert [(type(error), error.file) for error in export.refused] == [
        (SuspiciousEntry, f"a.zip/{name}")
    ]
    with pytest.raises(UnreadableFile):
        export.open(name)
    assert_rest_is_read(export)


def test_a_name_with_a_zero_in_it_is_refused(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path)
    path.write_bytes(data.replace(b"bad.jpg", b"b\0d.jpg"))
    (export,) = exports.find(path).exports
    assert export.stamps().keys() == EXPORT.keys()
    (error,) = export.refused
    assert isinstance(error, SuspiciousEntry)
    assert str(error).startswith("a.zip/media/posts/202403/b�d.jpg")


def test_of_a_name_that_stands_twice_the_last_is_read_and_it_is_told(
    tmp_path: Path, exports: Exports
):
    path = write_zip(tmp_path / "a.zip", EXPORT | {BAD: b"first"})
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(BAD, b"second")
        archive.writestr(PICTURE, EXPORT[PICTURE])
    (export,) = exports.find(path).exports
    assert content_of(export, BAD) == b"second"
    # The picture is the same both times: nothing is lost.
    assert [error.file for error in export.refused] == [f"a.zip/{BAD}"]
    assert_rest_is_read(export)


@pytest.mark.parametrize(
    "name",
    [
        f"media/posts/202403/{'n' * 300}.jpg",
        "media/" + "n/" * 5_000 + "a.jpg",
        "media/CON",
        "media/NUL.jpg",
        "media/aux/a.jpg",
        "media/a.jpg.",
        "media/a.jpg ",
        "media/folder./a.jpg",
        "media/a:b?.jpg",
        "media/a\nb.jpg",
    ],
    ids=lambda name: name[:24],
)
def test_names_that_no_disk_would_take_are_read(tmp_path: Path, exports: Exports, name: str):
    """Nothing is unpacked under a name of the zip."""
    path = write_zip(tmp_path / "a.zip", EXPORT | {name: b"content"})
    (export,) = exports.find(path).exports
    assert content_of(export, name) == b"content"
    assert_rest_is_read(export)


def test_a_name_that_is_not_the_utf_8_it_says_is_read(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    name = "media/posts/202403/바다.jpg"
    data = write_zip(path, EXPORT | {name: b"the sea"}).read_bytes()
    path.write_bytes(data.replace("바".encode(), b"\xff\xfe\xfd"))
    (export,) = exports.find(path).exports
    assert_rest_is_read(export)
    (other,) = export.stamps().keys() - EXPORT.keys()
    assert content_of(export, other) == b"the sea"


@both_methods
def test_links_are_named_and_not_followed(tmp_path: Path, exports: Exports, method: int):
    """Their content is a path and no picture, so that they are no files at all."""
    path = write_zip(tmp_path / "a.zip", EXPORT)
    with zipfile.ZipFile(path, "a") as archive:
        for name, target in (("media/link.jpg", "/etc/passwd"), ("media/b.jpg", PICTURE)):
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            info.external_attr = 0o120777 << 16
            archive.writestr(info, target, method)
    (export,) = exports.find(path).exports
    assert export.stamps().keys() == EXPORT.keys()
    assert [(type(error), error.file) for error in export.refused] == [
        (LinkNotFollowed, "a.zip/media/link.jpg"),
        (LinkNotFollowed, "a.zip/media/b.jpg"),
    ]
    with pytest.raises(UnreadableFile, match=r"link\.jpg"):
        export.open("media/link.jpg")


def test_a_file_that_grows_without_measure_is_not_unpacked(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    write_zip(path, EXPORT | {BAD: bytes(40 << 20)}, zipfile.ZIP_DEFLATED)
    (export,) = exports.find(path).exports
    with pytest.raises(SuspiciousEntry, match=r"bad\.jpg was left out.* times as large"):
        export.open(BAD)
    assert_rest_is_read(export)


def test_a_list_that_grows_without_measure_is_not_read(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    files = EXPORT | {"your_instagram_activity/media/stories.json": b" " * (40 << 20)}
    write_zip(path, files, zipfile.ZIP_DEFLATED)
    (export,) = exports.find(path).exports
    first, second = export.content_files()
    assert len(list(export.posts(first))) == 1
    with pytest.raises(SuspiciousEntry, match=r"stories\.json"):
        list(export.posts(second))


@pytest.mark.parametrize("claimed", [20 << 30, 0xFFFF_FFFF_FFFF])
def test_a_file_that_claims_to_be_enormous_is_refused(
    tmp_path: Path, exports: Exports, claimed: int
):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path)
    at = record(data)
    # Both sizes are too large for their fields: they stand in an addition to the record.
    data[at + 20 : at + 28] = b"\xff" * 8
    extra = struct.pack("<2H2Q", 1, 16, claimed, claimed)
    data[at + 30 : at + 32] = len(extra).to_bytes(2, "little")
    after = at + 46 + len(BAD)
    data[after:after] = extra
    size = int.from_bytes(data[-10:-6], "little") + len(extra)
    data[-10:-6] = size.to_bytes(4, "little")
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    assert export.stamps().keys() == EXPORT.keys()
    assert [(type(error), error.file) for error in export.refused] == [
        (SuspiciousEntry, f"a.zip/{BAD}")
    ]
    assert "it claims" in str(export.refused[0])
    with pytest.raises(UnreadableFile, match=r"bad\.jpg"):
        export.open(BAD)
    assert_rest_is_read(export)


@pytest.mark.parametrize("change", [-1, 1, 500, -1500])
def test_a_compressed_file_of_another_size_than_it_says_is_named(
    tmp_path: Path, exports: Exports, change: int
):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path, zipfile.ZIP_DEFLATED)
    at = record(data)
    data[at + 24 : at + 28] = (len(CONTENT) + change).to_bytes(4, "little")
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    with pytest.raises(UnreadableFile, match=r"bad\.jpg"):
        export.open(BAD)
    assert_rest_is_read(export)


def test_a_small_claim_does_not_let_a_large_file_in(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    write_zip(path, {BAD: bytes(200 << 20)} | EXPORT, zipfile.ZIP_DEFLATED)
    data = bytearray(path.read_bytes())
    at = record(data)
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    with pytest.raises(UnreadableFile, match=r"bad\.jpg cannot be opened: it is larger"):
        export.open(BAD)


@pytest.mark.parametrize("change", [-1, 1, 5_000])
def test_a_stored_file_of_another_size_than_it_says_is_named(
    tmp_path: Path, exports: Exports, change: int
):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path)
    at = record(data)
    data[at + 24 : at + 28] = (len(CONTENT) + change).to_bytes(4, "little")
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    with pytest.raises(SuspiciousEntry, match=r"bad\.jpg"):
        export.open(BAD)
    assert_rest_is_read(export)


def overlapping(path: Path, count: int) -> Path:
    """Many files that all have the same bytes, each with the headers of those that follow."""
    kernel = zlib.compressobj(9, wbits=-15)
    packed = kernel.compress(bytes(1 << 20)) + kernel.flush()
    names = [f"media/posts/202403/{number:03}.jpg".encode() for number in range(count)]
    headers = [
        struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(packed), 1 << 20, len(name), 0)
        + name
        for name in names
    ]
    normal = write_zip(path, EXPORT).read_bytes()
    start_of_index = int.from_bytes(normal[-6:-2], "little")
    data, offsets = bytearray(normal[:start_of_index]), []
    for one in headers:
        offsets.append(len(data))
        data += one
    data += packed
    end, start = len(data), len(data)
    data += normal[start_of_index:-22]
    for name, offset in zip(names, offsets, strict=True):
        size = end - offset - 30 - len(name)
        data += struct.pack(
            *("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, 0, size, 1 << 20),
            *(len(name), 0, 0, 0, 0, 0, offset),
        )
        data += name
    count += len(EXPORT)
    data += struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(data) - start, start, 0)
    path.write_bytes(data)
    return path


def test_files_that_share_their_bytes_are_refused(tmp_path: Path, exports: Exports):
    (export,) = exports.find(overlapping(tmp_path / "a.zip", 50)).exports
    # The last lies apart from all that are left.
    assert export.stamps().keys() == {*EXPORT, "media/posts/202403/049.jpg"}
    assert {error.file for error in export.refused} == {
        f"a.zip/media/posts/202403/{number:03}.jpg" for number in range(49)
    }
    assert all("overlaps" in str(error) for error in export.refused)
    assert_rest_is_read(export)


def empty_entries(path: Path, count: int) -> Path:
    """An index of `count` files that all lie at one place; no more than 54 bytes for each."""
    index = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *[0] * 7, 8, *[0] * 6) + b"%08d" % number
        for number in range(count)
    )
    head = b"PK\3\4" + bytes(26)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(index), len(head), 0)
    path.write_bytes(head + index + end)
    return path


def test_of_a_million_empty_files_half_are_looked_at(tmp_path: Path, exports: Exports):
    path = empty_entries(tmp_path / "a.zip", 1_000_000)
    with pytest.raises(SuspiciousEntry, match=r"a\.zip was left out.*more than 500,000 entries"):
        exports.find(path)


def test_of_very_many_refusals_the_first_are_told(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT | {f"/{number}": b"" for number in range(300)})
    (export,) = exports.find(path).exports
    assert [error.file for error in export.refused] == [f"a.zip//{n}" for n in range(100)]


def test_an_index_that_no_memory_holds_is_refused(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    size = 300 << 20
    with path.open("wb") as file:
        file.truncate(size)
        file.seek(size)
        file.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, size, 0, 0))
    with pytest.raises(BrokenZip, match=r"a\.zip.*more files"):
        exports.find(path)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_a_zip_that_was_cut_off_is_named(tmp_path: Path, exports: Exports, share: float):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(BrokenZip, match=r"a\.zip is damaged or not copied whole"):
        exports.find(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\5\6", b"PK\5\6" + b"\xff" * 18, b"<html>", bytes(5000), b"Rar!\x1a\7\0" * 9],
    ids=lambda content: content[:4].hex(),
)
def test_what_is_no_zip_is_named(tmp_path: Path, exports: Exports, content: bytes):
    write_folder(tmp_path, {"a.zip": content})
    for place in (tmp_path, tmp_path / "a.zip"):
        with pytest.raises(BrokenZip, match=r"a\.zip"):
            exports.find(place)


def test_one_volume_of_several_is_named(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    data = bytearray(path.read_bytes())
    data[-18:-16] = b"\2\0"
    path.write_bytes(data)
    with pytest.raises(BrokenZip, match=r"a\.zip.*volume"):
        exports.find(path)


def test_no_change_of_a_byte_stops_the_program(tmp_path: Path, exports: Exports):
    """Whatever is damaged, there are errors for people and nothing else."""
    chance = random.Random(5)
    whole = write_zip(tmp_path / "whole.zip", EXPORT, zipfile.ZIP_DEFLATED).read_bytes()
    path = tmp_path / "a.zip"
    for _ in range(1500):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            for export in exports.find(path).exports:
                for name in export.stamps():
                    content_of(export, name)
                for file in export.content_files():
                    list(export.posts(file))
                export.account()
        except (OrganizerError, OSError) as error:
            assert str(error)


def test_a_file_with_a_password_is_named(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path)
    data[header(data) + 6] |= 1
    data[record(data) + 8] |= 1
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    with pytest.raises(UnreadableFile, match=r"bad\.jpg.*password"):
        export.open(BAD)
    assert_rest_is_read(export)


@pytest.mark.parametrize("method", [9, 12, 14, 93, 99])
def test_a_file_compressed_by_another_method_is_named(
    tmp_path: Path, exports: Exports, method: int
):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path)
    data[header(data) + 8 : header(data) + 10] = method.to_bytes(2, "little")
    data[record(data) + 10 : record(data) + 12] = method.to_bytes(2, "little")
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    with pytest.raises(UnreadableFile, match=rf"bad\.jpg.*unknown method, {method}"):
        export.open(BAD)
    assert_rest_is_read(export)


def test_a_damaged_stored_file_is_found_out_when_it_is_read(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path)
    data[header(data) + 30 + len(BAD) + 700] ^= 1
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    with export.open(BAD) as stream, pytest.raises(OSError, match="checksum"):
        stream.read()
    assert_rest_is_read(export)


@pytest.mark.parametrize("offset", [5, 700, 1000])
def test_a_damaged_compressed_file_is_named(tmp_path: Path, exports: Exports, offset: int):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path, zipfile.ZIP_DEFLATED)
    data[header(data) + 30 + len(BAD) + offset] ^= 0xFF
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    with pytest.raises(UnreadableFile, match=r"bad\.jpg"):
        export.open(BAD)
    assert_rest_is_read(export)


@both_methods
def test_a_damaged_list_gives_what_can_be_read_and_is_named(
    tmp_path: Path, exports: Exports, method: int
):
    path = tmp_path / "a.zip"
    name = "content/posts_1.json"
    entries = ",".join(f'{{"media": [{{"uri": "media/{n}.jpg"}}]}}' for n in range(60_000))
    write_zip(path, {name: f"[{entries}]".encode()}, method)
    data = bytearray(path.read_bytes())
    checksum = data.rindex(name.encode()) - 46 + 16
    data[checksum] ^= 1
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    read = []
    with pytest.raises(BrokenJson, match=r"posts_1\.json.*checksum"):
        for post in export.posts(export.content_files()[0]):
            read.append(post)  # noqa: PERF402
    assert len(read) > 20_000


def test_a_file_whose_header_is_gone_is_named(tmp_path: Path, exports: Exports):
    path = tmp_path / "a.zip"
    data = zip_with_bad(path)
    data[header(data) : header(data) + 4] = bytes(4)
    path.write_bytes(data)
    (export,) = exports.find(path).exports
    with pytest.raises(UnreadableFile, match=r"bad\.jpg.*damaged"):
        export.open(BAD)
    assert_rest_is_read(export)


def test_a_compressed_zip_in_a_zip_that_lies_about_its_size_is_named(
    tmp_path: Path, exports: Exports
):
    path = tmp_path / "a.zip"
    inner = write_zip(tmp_path / "b.zip", EXPORT | {"media/a.jpg": CONTENT * 40}).read_bytes()
    write_zip(path, EXPORT | {"b.zip": inner}, zipfile.ZIP_DEFLATED)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"b.zip") - 46
    data[at + 24 : at + 28] = (1_000_000).to_bytes(4, "little")
    path.write_bytes(data)
    found = exports.find(path)
    assert [export.path for export in found.exports] == [path]
    assert [(type(error), error.file) for error in found.problems] == [(UnreadableFile, "b.zip")]
    assert_rest_is_read(found.exports[0])


def test_a_zip_that_holds_itself_comes_to_an_end(tmp_path: Path, exports: Exports):
    """Its index is that of the zip in it as well, without end."""
    name = b"a.zip"
    index_size = 46 + len(name)
    size = index_size + 22
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, size, size, len(name), 0) + name
    index = struct.pack(
        *("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, size, size),
        *(len(name), 0, 0, 0, 0, 0, 0),
    )
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, index_size, len(local), 0)
    path = tmp_path / "a.zip"
    path.write_bytes(local + index + name + end)
    with pytest.raises(NestedTooLarge, match=r"a\.zip/a\.zip/a\.zip"):
        exports.find(path)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")
def test_a_zip_that_goes_while_it_is_open_is_read_on_and_then_missed(
    tmp_path: Path, exports: Exports
):
    path = write_zip(tmp_path / "a.zip", EXPORT)
    (export,) = exports.find(path).exports
    path.unlink()
    assert_rest_is_read(export)
    with pytest.raises(OrganizerError, match=r"a\.zip"):
        exports.find(path)


def test_a_zip_that_shrinks_while_it_is_open_is_noticed(tmp_path: Path, exports: Exports):
    path = write_zip(tmp_path / "a.zip", EXPORT | {BAD: CONTENT * 200})
    (export,) = exports.find(path).exports
    os.truncate(path, 2000)
    with export.open(BAD) as stream, pytest.raises(OSError, match="cut off"):
        stream.read()
