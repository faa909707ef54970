"""Parts of a file as files of their own, read by many threads at once."""

import io
import threading
from typing import IO


class SharedFile:
    """An open file in which each reader has a place of its own; `size` in bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._reading = threading.Lock()
        self.size = file.seek(0, io.SEEK_END)

    def read_at(self, offset: int, size: int) -> bytes:
        """`size` bytes, or fewer at the end. Raises OSError, also when the file was closed."""
        with self._reading:
            if self._file.closed:
                # Another thread let go of it, because another file lies there by now.
                raise OSError("the file around it was closed")
            self._file.seek(offset)
            return self._file.read(size)

    def close(self) -> None:
        """Closes the file as soon as nobody is in the middle of reading."""
        with self._reading:
            self._file.close()


class FileSlice(io.RawIOBase):
    """The `size` bytes of `source` from `start` on, as a file of its own.

    For one reader: other threads take a `part` of theirs.
    """

    def __init__(self, source: SharedFile, start: int, size: int) -> None:
        self._source = source
        self._start = start
        self.size = size
        self._position = 0

    def part(self, offset: int, size: int) -> "FileSlice":
        """A part of this part, no longer than it."""
        return FileSlice(*self.bounds(offset, size))

    def bounds(self, offset: int, size: int) -> tuple[SharedFile, int, int]:
        """What a part is made of: the file, the part's start in it and its size."""
        offset = max(0, min(offset, self.size))
        return self._source, self._start + offset, max(0, min(size, self.size - offset))

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Moves to `offset`, counted as for any file."""
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence]
        self._position = max(0, origin + offset)
        return self._position

    def tell(self) -> int:
        """Where the next byte is read."""
        return self._position

    def take(self, wanted: int) -> bytes:
        """The next `wanted` bytes, or fewer at the end. Raises OSError."""
        wanted = max(0, min(wanted, self.size - self._position))
        data = self._source.read_at(self._start + self._position, wanted)
        self._position += len(data)
        return data

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Reads as much as fits into `buffer`. Raises OSError."""
        data = self.take(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def readall(self) -> bytes:
        """All that follows, in one go: the standard way takes eight kilobytes at a time."""
        return self.take(self.size)
