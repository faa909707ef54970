"""The files in a zip, read where they lie: nothing is unpacked to be looked at.

A zip within a zip is read in place as well when it is stored as it is, which is how zips in zips
are packed; one that is compressed once more is unpacked into a temporary file first.
"""

import hashlib
import io
import shutil
import tempfile
import threading
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import IO, BinaryIO, cast

from organizer.archive.entry_streams import DeflatedEntry, StoredEntry
from organizer.archive.errors import (
    BrokenZip,
    LinkNotFollowed,
    NestedTooLarge,
    SuspiciousEntry,
    UnreadableFile,
)
from organizer.archive.file_slices import FileSlice, SharedFile
from organizer.archive.file_tree import MOST_REFUSALS_TOLD, is_clutter, safe_name
from organizer.archive.records import FileStamp
from organizer.archive.zip_index import ZipEntry, read_index, start_of_data
from organizer.errors import OrganizerError

_MOST_ENTRIES = 500_000
_LARGEST_FILE = 16 << 30
# Deflate packs nothing real so tightly: lists of posts come to one in thirty.
_TIGHTEST_PACKING = 250
_TOO_SMALL_TO_HARM = 32 << 20
_KEPT_IN_MEMORY = 64 << 20
# Inner zips stay open side by side, files for a moment.
_KEPT_OF_INNER_ZIP = 1 << 20
_BLOCK = 1 << 20
_SMALL_BLOCK = 1 << 16
_STORED = 0
_DEFLATED = 8


class ZipContainer:
    """An open zip, known as `place`; its files can be read in many threads at once.

    Attributes:
        entries: What is in it by safe names.
        refused: What was left out, and why; of very much, the first.
    """

    def __init__(self, place: Path, source: FileSlice, owned: SharedFile | None = None) -> None:
        """Reads the index of the zip in `source`; closes `owned` in the end. Raises BrokenZip."""
        self.place = place
        self._source = source
        self._owned = owned
        self.entries: dict[str, ZipEntry] = {}
        self.refused: list[OrganizerError] = []
        try:
            self._list()
        except (ValueError, OSError) as error:
            self.close()
            raise BrokenZip(str(place), str(error)) from error

    @classmethod
    def at(cls, place: Path) -> "ZipContainer":
        """The zip file at `place`. Raises UnreadableFile or BrokenZip."""
        try:
            file = SharedFile(place.open("rb"))
        except OSError as error:
            raise UnreadableFile(str(place), error.strerror or str(error)) from error
        return cls(place, FileSlice(file, 0, file.size), file)

    def close(self) -> None:
        """Lets go of the file."""
        if self._owned is not None:
            self._owned.close()

    def open(self, name: str) -> BinaryIO:
        """The file `name`, to be read from beginning to end.

        Raises UnreadableFile or SuspiciousEntry.
        """
        entry = self._checked(name)
        try:
            start = start_of_data(self._source, entry)
        except (ValueError, OSError) as error:
            raise UnreadableFile(name, str(error)) from error
        bounds = self._source.bounds(start, entry.packed_size)
        if entry.method == _STORED:
            stored = StoredEntry(*bounds, entry.checksum)
            return io.BufferedReader(stored, _SMALL_BLOCK)
        deflated = DeflatedEntry(FileSlice(*bounds), entry.size, entry.checksum)
        return io.BufferedReader(deflated, _BLOCK)

    def open_seekable(self, name: str) -> BinaryIO:
        """The file `name`, to be read in any order.

        It is read where it lies when it is stored as it is, otherwise unpacked into memory or, a
        large one, into a temporary file. Raises UnreadableFile or SuspiciousEntry.
        """
        if self._checked(name).method == _STORED:
            return self.open(name)
        return cast("BinaryIO", self._unpacked(name, _KEPT_IN_MEMORY))

    def inner(self, name: str) -> "ZipContainer":
        """The zip that the entry `name` is.

        Raises BrokenZip, UnreadableFile, SuspiciousEntry or NestedTooLarge.
        """
        entry = self._checked(name)
        place = self.place / name
        if entry.method == _STORED:
            try:
                start = start_of_data(self._source, entry)
            except (ValueError, OSError) as error:
                raise BrokenZip(str(place), str(error)) from error
            return ZipContainer(place, self._source.part(start, entry.size))
        if entry.size > shutil.disk_usage(tempfile.gettempdir()).free // 2:
            raise NestedTooLarge(str(place), f"{entry.size / 1e9:.1f} GB")
        file = SharedFile(self._unpacked(name, _KEPT_OF_INNER_ZIP))
        return ZipContainer(place, FileSlice(file, 0, file.size), file)

    def _list(self) -> None:
        places: list[tuple[int, int, str]] = []
        for entry in read_index(self._source):
            if len(places) == _MOST_ENTRIES:
                self._refuse(
                    SuspiciousEntry(str(self.place), f"it has more than {_MOST_ENTRIES:,} entries")
                )
                break
            name = safe_name(entry.name)
            places.append((entry.offset, entry.offset + entry.least_size, name or ""))
            if name is None:
                self._refuse_entry(entry.name, "its name leads out of the archive")
            elif max(entry.size, entry.packed_size) > _LARGEST_FILE:
                self._refuse_entry(name, f"it claims {entry.size / 1e9:,.0f} GB")
            elif not entry.name.endswith(("/", "\\")) and not is_clutter(name):
                self._add(name, entry)
        places.sort()
        for (_, end, name), (following, _, _) in pairwise(places):
            # Files that share their bytes are how a small zip comes to hold more than any disk.
            if end > following and self.entries.pop(name, None) is not None:
                self._refuse_entry(name, "it overlaps another file")

    def _add(self, name: str, entry: ZipEntry) -> None:
        if entry.is_link:
            self._refuse(LinkNotFollowed(f"{self.place.name}/{name}"))
            return
        before = self.entries.get(name)
        if before is not None and (before.size, before.checksum) != (entry.size, entry.checksum):
            self._refuse_entry(name, "another file follows that has the same name")
        # As when it is unpacked: the last stays.
        self.entries[name] = entry

    def _refuse_entry(self, name: str, reason: str) -> None:
        name = f"{self.place.name}/{name}".replace("\0", "�")
        self._refuse(SuspiciousEntry(name, reason))

    def _refuse(self, error: OrganizerError) -> None:
        if len(self.refused) < MOST_REFUSALS_TOLD:
            self.refused.append(error)

    def _checked(self, name: str) -> ZipEntry:
        entry = self.entries.get(name)
        if entry is None:
            raise UnreadableFile(name, "it is missing")
        if entry.is_encrypted:
            raise UnreadableFile(name, "it is protected by a password")
        if entry.method not in (_STORED, _DEFLATED):
            raise UnreadableFile(name, f"it is compressed by an unknown method, {entry.method}")
        packing = entry.size / max(entry.packed_size, 1)
        if entry.size > _TOO_SMALL_TO_HARM and packing > _TIGHTEST_PACKING:
            raise SuspiciousEntry(name, f"unpacked it would be {packing:.0f} times as large")
        if entry.method == _STORED and entry.size != entry.packed_size:
            raise SuspiciousEntry(name, "its size is not the one it claims")
        return entry

    def _unpacked(self, name: str, kept_in_memory: int) -> IO[bytes]:
        target: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=kept_in_memory)  # noqa: SIM115
        try:
            with self.open(name) as stream:
                shutil.copyfileobj(stream, target, _BLOCK)
            target.seek(0)
        except OSError as error:
            target.close()
            raise UnreadableFile(name, error.strerror or str(error)) from error
        except OrganizerError:
            target.close()
            raise
        return target


class ZipTree:
    """The files of a zip under a folder in it, `prefix`, which is "" or ends with a slash."""

    def __init__(self, container: ZipContainer, prefix: str) -> None:
        self._container = container
        self._prefix = prefix
        self._files: dict[str, FileStamp] | None = None
        self._listing = threading.Lock()

    @property
    def place(self) -> Path:
        """The zip, or the folder in it, as if zips were folders."""
        return self._container.place / self._prefix

    @property
    def files(self) -> Mapping[str, FileStamp]:
        """Every file under the prefix by its name."""
        with self._listing:
            if self._files is None:
                start = len(self._prefix)
                self._files = {
                    name[start:]: FileStamp(entry.size, entry.checksum)
                    for name, entry in self._container.entries.items()
                    if name.startswith(self._prefix)
                }
            return self._files

    def signature(self) -> str:
        """See FileTree: the index of a zip tells of every change."""
        digest = hashlib.blake2b(digest_size=16)
        for name, stamp in self.files.items():
            digest.update(f"{name}\0{stamp.size}\0{stamp.modified_ns}\n".encode())
        return digest.hexdigest()

    @property
    def refused(self) -> tuple[OrganizerError, ...]:
        """Entries that would do harm, links, and what has a name twice."""
        return tuple(self._container.refused)

    def open(self, name: str) -> BinaryIO:
        """The file, to be read from beginning to end. Raises UnreadableFile, SuspiciousEntry."""
        return self._container.open(self._prefix + name)

    def open_seekable(self, name: str) -> BinaryIO:
        """The file, to be read in any order. Raises UnreadableFile, SuspiciousEntry."""
        return self._container.open_seekable(self._prefix + name)
