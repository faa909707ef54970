"""The files of an export, wherever they lie: a folder here, a zip in `zip_tree`.

They are listed once, by names that are safe: relative, with forward slashes, in NFC, and never
through a link. What is not in the list cannot be opened, so no uri of an untrusted list leads out.
"""

import os
import re
import threading
from collections.abc import Container, Mapping
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, Protocol

from organizer.archive.errors import LinkNotFollowed, UnreadableFile
from organizer.archive.folder_signature import folder_signature
from organizer.archive.records import FileStamp
from organizer.archive.values import read_uri
from organizer.errors import OrganizerError

_DEEPEST = 32
_JUNCTION = 0xA0000003
_HAS_JUNCTIONS = os.name == "nt"
MOST_REFUSALS_TOLD = 100


class FileTree(Protocol):
    """Files that can be listed and opened for reading, and nothing else."""

    @property
    def place(self) -> Path:
        """The folder that the names start from; it may lie in a zip."""

    @property
    def files(self) -> Mapping[str, FileStamp]:
        """Every file by its name. Raises UnreadableFile."""

    def signature(self) -> str:
        """Changes when a file comes, goes or is replaced, or when a list changes.

        Much quicker than `files`, and told anew each time. A picture that is written over in its
        place need not show. Raises UnreadableFile.
        """

    @property
    def refused(self) -> tuple[OrganizerError, ...]:
        """What was left out of `files`, and why; of very many, the first."""

    def open(self, name: str) -> BinaryIO:
        """The file, to be read from beginning to end. Raises UnreadableFile, SuspiciousEntry."""

    def open_seekable(self, name: str) -> BinaryIO:
        """The file, to be read in any order. Raises UnreadableFile, SuspiciousEntry."""


def is_clutter(name: str) -> bool:
    """Whether `name` is of the system's own making: Finder's notes and the like."""
    base = name[name.rfind("/") + 1 :]
    if base.startswith("._") or base in _CLUTTER:
        return True
    return _NOTES in name and _NOTES in name.split("/")


# Hardly any name in an export is another, and there may be hundreds of thousands.
_PLAIN = re.compile(r"\w[\w.-]*", re.ASCII).fullmatch
_NOTES = "__MACOSX"
_CLUTTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", _NOTES})


def safe_name(name: str) -> str | None:
    """What `read_uri` makes of `name`; quick for the names that exports really have."""
    if (
        name.isascii()
        and not name.startswith(("/", "."))
        and not name.endswith("/")
        and "/." not in name
        and "//" not in name
        and ":" not in name
        and "\\" not in name
        and "\0" not in name
        and not name.isspace()
    ):
        return name or None
    return read_uri(name)


class FolderTree:
    """The files in a folder and the folders in it, down to the level `deepest`."""

    def __init__(self, folder: Path, deepest: int = _DEEPEST) -> None:
        self._folder = folder
        self._deepest = deepest
        self._files: dict[str, FileStamp] | None = None
        self._listing = threading.Lock()
        # Names on disk where they are not the ones given out: macOS decomposes Korean.
        self._names_on_disk: dict[str, str] = {}
        self._refused: list[OrganizerError] = []

    @property
    def place(self) -> Path:
        """The folder itself."""
        return self._folder

    @property
    def files(self) -> Mapping[str, FileStamp]:
        """Every file by its name, as things stood when it was first asked for.

        Raises UnreadableFile when the folder itself cannot be read.
        """
        with self._listing:
            if self._files is None:
                self._files = self._list()
            return self._files

    def signature(self) -> str:
        """See FileTree: names, times of folders, and stamps of lists tell."""
        return folder_signature(self._folder, self._deepest)

    @property
    def refused(self) -> tuple[OrganizerError, ...]:
        """Links, folders that may not be looked into, and names that are none."""
        return tuple(self._refused)

    def open(self, name: str) -> BinaryIO:
        """The file `name`. Raises UnreadableFile."""
        if name not in self.files:
            raise UnreadableFile(name, "it is missing")
        try:
            return (self._folder / self._names_on_disk.get(name, name)).open("rb")
        except OSError as error:
            raise UnreadableFile(name, error.strerror or str(error)) from error

    def open_seekable(self, name: str) -> BinaryIO:
        """The file `name`. Raises UnreadableFile."""
        return self.open(name)

    def _list(self) -> dict[str, FileStamp]:
        files: dict[str, FileStamp] = {}
        waiting = [("", 0)]
        while waiting:
            folder, depth = waiting.pop()
            try:
                with os.scandir(self._folder / folder) as listing:
                    entries = sorted(listing, key=attrgetter("name"))
            except OSError as error:
                reason = error.strerror or str(error)
                if not folder:
                    raise UnreadableFile(str(self._folder), reason) from error
                self._refuse(UnreadableFile(readable_name(folder), reason))
                continue
            before = f"{folder}/" if folder else ""
            # The last to be put here is the first to be looked into.
            waiting += reversed([*self._list_folder(entries, before, depth, files)])
        return files

    def _list_folder(
        self,
        entries: "list[os.DirEntry[str]]",
        before: str,
        depth: int,
        files: dict[str, FileStamp],
    ) -> "list[tuple[str, int]]":
        """Adds the files of one folder to `files`; the folders in it, to be looked into."""
        folders: list[tuple[str, int]] = []
        is_plain = not before or all(map(_PLAIN, before[:-1].split("/")))
        for entry in entries:
            base = entry.name
            # The usual case by itself, for it comes a hundred thousand times.
            is_usual = is_plain and _PLAIN(base) and base not in _CLUTTER
            if is_usual and entry.is_file(follow_symlinks=False) and before + base not in files:
                _add(files, before + base, entry)
            elif not is_clutter(base):
                self._look_at(entry, before + base, depth, files, folders)
        return folders

    def _look_at(
        self,
        entry: "os.DirEntry[str]",
        name: str,
        depth: int,
        files: dict[str, FileStamp],
        folders: list[tuple[str, int]],
    ) -> None:
        """Adds a file to `files` or a folder to `folders`, or refuses what is neither."""
        if entry.is_symlink() or (_HAS_JUNCTIONS and _is_junction(entry)):
            self._refuse(LinkNotFollowed(readable_name(name)))
        elif entry.is_file(follow_symlinks=False):
            safe = self._usable(name, files)
            if safe is not None:
                _add(files, safe, entry)
        elif entry.is_dir(follow_symlinks=False):
            if depth < self._deepest:
                folders.append((name, depth + 1))
            elif self._deepest == _DEEPEST:
                self._refuse(UnreadableFile(readable_name(name), "it lies in too many folders"))

    def _usable(self, name: str, files: Container[str]) -> str | None:
        """The name under which the file `name` is given out; None when there can be none."""
        safe = safe_name(name)
        if safe is None:
            self._refuse(UnreadableFile(readable_name(name), "its name cannot be used"))
            return None
        if safe in files:
            self._refuse(UnreadableFile(safe, "another file has the same name"))
            return None
        if safe != name:
            self._names_on_disk[safe] = name
        return safe

    def _refuse(self, error: OrganizerError) -> None:
        if len(self._refused) < MOST_REFUSALS_TOLD:
            self._refused.append(error)


def _add(files: dict[str, FileStamp], name: str, entry: "os.DirEntry[str]") -> None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        # Gone since the folder was listed.
        return
    files[name] = FileStamp(status.st_size, status.st_mtime_ns)


def is_readable_name(name: str) -> bool:
    """Whether `name` is text: on Linux any bytes can be a name, and no text says those."""
    if name.isascii():
        return True
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def readable_name(name: str) -> str:
    """`name` with a sign in place of what is no text."""
    return os.fsencode(name).decode("utf-8", "replace")


def _is_junction(entry: "os.DirEntry[str]") -> bool:
    """Whether `entry` is Windows' kind of link between folders, which is_symlink does not count."""
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION
