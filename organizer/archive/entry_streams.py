"""The bytes of one file in a zip. What is wrong with them comes as OSError, as from a disk.

What is read from beginning to end is compared with the size and the checksum in the zip's index.
"""

import io
import zlib

from organizer.archive.file_slices import FileSlice, SharedFile

_BLOCK = 1 << 16


class _Check:
    """Follows a file as it is read, by whoever, as long as that is in order."""

    def __init__(self, size: int, checksum: int) -> None:
        self._size = size
        self._expected = checksum
        self._checksum = 0
        self._reached = 0

    def follow(self, position: int, data: bytes) -> None:
        """Takes note of `data` at `position`. Raises OSError when all is read and wrong."""
        if position != self._reached or not data:
            return
        self._checksum = zlib.crc32(data, self._checksum)
        self._reached += len(data)
        if self._reached > self._size:
            raise OSError("it is larger than it says")
        if self._reached == self._size and self._checksum != self._expected:
            raise OSError("its checksum is wrong")

    def finish(self) -> None:
        """Raises OSError when the file ended early."""
        if self._reached < self._size:
            raise OSError("it is cut off")


class StoredEntry(FileSlice):
    """A file that lies in the zip as it is, to be read in any order."""

    def __init__(self, source: SharedFile, start: int, size: int, checksum: int) -> None:
        super().__init__(source, start, size)
        self._check = _Check(size, checksum)

    def take(self, wanted: int) -> bytes:
        """The next `wanted` bytes, or fewer at the end. Raises OSError."""
        position = self.tell()
        data = super().take(wanted)
        if len(data) < min(wanted, self.size - position):
            raise OSError("it is cut off")
        self._check.follow(position, data)
        return data


class DeflatedEntry(io.RawIOBase):
    """A compressed file, to be read from beginning to end; holds a block of it at a time."""

    def __init__(self, packed: FileSlice, size: int, checksum: int) -> None:
        self._packed = packed
        self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        self._check = _Check(size, checksum)
        self._position = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Reads as much as is at hand into `buffer`. Raises OSError."""
        data = self._unpacked(len(buffer)) if len(buffer) else b""
        buffer[: len(data)] = data
        return len(data)

    def _unpacked(self, wanted: int) -> bytes:
        while not self._unpacker.eof:
            block = self._unpacker.unconsumed_tail or self._packed.take(_BLOCK)
            try:
                data = self._unpacker.decompress(block, wanted)
            except zlib.error as error:
                raise OSError("it is damaged") from error
            if data:
                self._check.follow(self._position, data)
                self._position += len(data)
                return data
            if not block:
                break
        self._check.finish()
        return b""
