"""Reads the index at the end of a zip: what is in it, and where.

The standard library refuses a whole zip for one odd entry, and holds an index of any size; that of
a hostile zip lists millions. What is damaged is told by ValueError.
"""

import stat
import struct
from collections.abc import Iterator
from typing import NamedTuple

from organizer.archive.file_slices import FileSlice

_LARGEST_INDEX = 256 << 20
_LONGEST_COMMENT = (1 << 16) - 1
_LARGEST_IN_32_BITS = (1 << 32) - 1

_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\5\6"
_END_64 = struct.Struct("<4sQ2H2L4Q")
_END_64_SIGN = b"PK\6\6"
_PLACE_64 = struct.Struct("<4sLQL")
_PLACE_64_SIGN = b"PK\6\7"
_ENTRY = struct.Struct("<4s6H3L5H2L")
_ENTRY_SIGN = b"PK\1\2"
_LOCAL_HEADER_SIZE = 30
_LOCAL_HEADER_SIGN = b"PK\3\4"
_SIZES_64 = 1
_ENCRYPTED = 1 << 0
_IS_UTF_8 = 1 << 11


class ZipEntry(NamedTuple):
    """What the index says of one file: nothing of it can be trusted.

    `offset` is where the file's header lies in the zip, `method` how it is compressed; sizes are
    bytes, `least_size` what it takes in the zip at the least, with its header.
    """

    name: str
    offset: int
    packed_size: int
    size: int
    checksum: int
    method: int
    least_size: int
    is_encrypted: bool
    is_link: bool


class _Index(NamedTuple):
    """Where the index lies, and by how much the zip lies further back than it believes."""

    start: int
    size: int
    shift: int
    may_wrap: bool


def read_index(zip_file: FileSlice) -> Iterator[ZipEntry]:
    """The entries of a zip, folders among them, in the order of the index.

    Raises ValueError when there is no index or it is damaged, OSError when it cannot be read.
    """
    index = _index(zip_file)
    if index.size > _LARGEST_INDEX:
        raise ValueError("it lists more files than any export has")
    data = zip_file.part(index.start, index.size).readall()
    position, wrapped, previous = 0, 0, 0
    while position < len(data):
        entry, length = _entry(data, position, index.shift + wrapped)
        if index.may_wrap and entry.offset < previous:
            # macOS writes zips beyond 4 GB as if there were no such thing, and counts from 0 again.
            wrapped += _LARGEST_IN_32_BITS + 1
            entry, length = _entry(data, position, index.shift + wrapped)
        previous = entry.offset
        yield entry
        position += length


def _index(zip_file: FileSlice) -> _Index:
    start_of_tail = max(0, zip_file.size - _END.size - _LONGEST_COMMENT)
    tail = zip_file.part(start_of_tail, zip_file.size).readall()
    found = tail.rfind(_END_SIGN)
    if found < 0 or len(tail) - found < _END.size:
        raise ValueError("it has no index")
    _, disk, _, _, _, size, offset, _ = _END.unpack_from(tail, found)
    end = start_of_tail + found
    large = _end_64(zip_file, end)
    if large is not None:
        end, size, offset = large
    elif disk not in (0, 0xFFFF):
        raise ValueError("it is one volume of several")
    start = end - size
    if start < 0:
        raise ValueError("its index is cut off")
    may_wrap = large is None and zip_file.size > _LARGEST_IN_32_BITS
    shift = start - offset
    if may_wrap:
        shift %= _LARGEST_IN_32_BITS + 1
    return _Index(start, size, shift, may_wrap)


def _end_64(zip_file: FileSlice, end: int) -> tuple[int, int, int] | None:
    """The place of the larger form of the end, with size and offset of the index; None without."""
    before = end - _PLACE_64.size
    if before < 0:
        return None
    place = zip_file.part(before, _PLACE_64.size).readall()
    if not place.startswith(_PLACE_64_SIGN):
        return None
    _, _, told, _ = _PLACE_64.unpack(place)
    # What stands before the zip shifts all; what was added to the form makes it longer.
    for candidate in (before - _END_64.size, told):
        data = zip_file.part(candidate, _END_64.size).readall() if candidate >= 0 else b""
        if len(data) == _END_64.size and data.startswith(_END_64_SIGN):
            *_, size, offset = _END_64.unpack(data)
            return candidate, size, offset
    raise ValueError("its index is cut off")


def _entry(data: bytes, position: int, shift: int) -> tuple[ZipEntry, int]:
    """The entry at `position` of the index, `shift` further back, and the length of what says it.

    Raises ValueError when there is none.
    """
    if len(data) - position < _ENTRY.size or not data.startswith(_ENTRY_SIGN, position):
        raise ValueError("its index is damaged")
    fields = _ENTRY.unpack_from(data, position)
    flags, method = fields[3:5]
    checksum, packed_size, size, name_length, extra_length, comment_length = fields[7:13]
    attributes, offset = fields[15:]
    start = position + _ENTRY.size
    name = data[start : start + name_length]
    if _LARGEST_IN_32_BITS in (packed_size, size, offset):
        extra = data[start + name_length : start + name_length + extra_length]
        size, packed_size, offset = _sizes_64(extra, size, packed_size, offset)
    entry = ZipEntry(
        _decoded(name, flags),
        offset + shift,
        packed_size,
        size,
        checksum,
        method,
        _LOCAL_HEADER_SIZE + name_length + packed_size,
        bool(flags & _ENCRYPTED),
        stat.S_ISLNK(attributes >> 16),
    )
    return entry, _ENTRY.size + name_length + extra_length + comment_length


def start_of_data(zip_file: FileSlice, entry: ZipEntry) -> int:
    """Where the bytes of `entry` begin: its header may be longer than the index says.

    Raises ValueError when there is no header.
    """
    header = zip_file.part(entry.offset, _LOCAL_HEADER_SIZE).readall()
    if len(header) < _LOCAL_HEADER_SIZE or not header.startswith(_LOCAL_HEADER_SIGN):
        raise ValueError("its place in the zip is damaged")
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return entry.offset + _LOCAL_HEADER_SIZE + lengths


def _sizes_64(extra: bytes, *values: int) -> Iterator[int]:
    """Each of `values`, or what `extra` has in place of one that needs more than 32 bits."""
    position, large = 0, b""
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        if kind == _SIZES_64:
            large = extra[position + 4 : position + 4 + length]
        position += 4 + length
    for value in values:
        if value == _LARGEST_IN_32_BITS and len(large) >= 8:
            yield int.from_bytes(large[:8], "little")
            large = large[8:]
        else:
            yield value


def _decoded(name: bytes, flags: int) -> str:
    """A name, whatever wrote it: macOS writes UTF-8 without saying so, DOS its own code page."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("utf-8", "replace") if flags & _IS_UTF_8 else name.decode("cp437")
