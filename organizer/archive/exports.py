"""Finds exports in what the user gives: a folder, a zip, a folder of zips, a zip in a zip."""

import os
import stat
import threading
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path, PurePosixPath

from organizer.archive.errors import (
    BrokenZip,
    NestedTooLarge,
    NotAnArchive,
    NotAnExport,
    NothingThere,
    OtherNetwork,
    SuspiciousEntry,
    UnreadableFile,
)
from organizer.archive.export import Export
from organizer.archive.file_tree import (
    FileTree,
    FolderTree,
    is_clutter,
    is_readable_name,
    readable_name,
)
from organizer.archive.layouts.content_names import roots_among
from organizer.archive.open_zips import OpenZips
from organizer.archive.root_signs import ACTIVITY_FOLDER, NAMESAKES, RootSign, sign_of_root
from organizer.archive.zip_tree import ZipContainer, ZipTree
from organizer.closing import Closing
from organizer.errors import OrganizerError

_DEPTH_OF_FOLDERS = 3
_DEPTH_OF_ZIPS = 2
_OTHER_ACTIVITY = "your_facebook_activity"
_NEVER_LOOKED_INTO = NAMESAKES | {"node_modules"}


@dataclass(slots=True)
class Found:
    """The exports in a place, and the files in it that should be read and cannot."""

    exports: list[Export] = field(default_factory=list)
    problems: list[OrganizerError] = field(default_factory=list)
    has_other_network: bool = False


class Exports(Closing):
    """The exports in use. Zips stay open until `close`, for opening a large one takes a while.

    May be used in many threads at once.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._zips = OpenZips()
        self._opened: dict[Path, Export] = {}

    def find(self, place: Path) -> Found:
        """The exports in the folder or zip at `place`, as they are now, at most three levels down.

        One zip of several that cannot be read is among the problems. Raises NothingThere,
        NotAnArchive, UnreadableFile, BrokenZip, NotAnExport or OtherNetwork when there is nothing
        else.
        """
        found = Found()
        with self._lock:
            for path in [path for path in self._opened if path == place or place in path.parents]:
                del self._opened[path]
            mode = _status(place).st_mode
            if stat.S_ISDIR(mode):
                self._search_folder(place, _DEPTH_OF_FOLDERS, found)
            elif stat.S_ISREG(mode):
                self._search_zip_file(place, found, is_given=True)
            else:
                raise NotAnArchive(str(place))
            for export in found.exports:
                self._opened[export.path] = export
        if not found.exports:
            if found.problems:
                raise found.problems[0]
            raise OtherNetwork(str(place)) if found.has_other_network else NotAnExport(str(place))
        return found

    def at(self, path: Path) -> Export:
        """The export with its root at `path`, as `Export.path` gave it.

        Raises NothingThere when it is no longer there, UnreadableFile or BrokenZip.
        """
        with self._lock:
            export = self._opened.get(path)
            if export is None:
                export = self._opened[path] = Export(self._tree_at(path))
            return export

    def close(self) -> None:
        """Lets go of all files; they are opened anew when they are asked for again."""
        with self._lock:
            self._opened.clear()
            self._zips.close()

    def _search_folder(self, folder: Path, depth: int, found: Found) -> None:
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=attrgetter("name"))
        except OSError as error:
            found.problems.append(UnreadableFile(str(folder), error.strerror or str(error)))
            return
        entries = [entry for entry in entries if not is_clutter(entry.name)]
        names = {entry.name for entry in entries}
        found.has_other_network |= _OTHER_ACTIVITY in (*names, folder.name)
        is_inside = folder.name == ACTIVITY_FOLDER
        tree = FolderTree(folder.parent if is_inside else folder)
        sign = _sign_of_root(folder, names)
        is_export = sign is RootSign.LISTS or (sign is not None and _has_media(found, tree))
        if is_export:
            found.exports.append(Export(tree))
        for entry in entries:
            is_zip = entry.name.lower().endswith(".zip") and entry.is_file(follow_symlinks=False)
            is_folder = not is_zip and entry.is_dir(follow_symlinks=False)
            is_folder = is_folder and bool(depth) and not is_export and _may_hold_any(entry.name)
            if (is_zip or is_folder) and not is_readable_name(entry.name):
                name = readable_name(str(folder / entry.name))
                found.problems.append(UnreadableFile(name, "its name cannot be used"))
            elif is_folder:
                self._search_folder(folder / entry.name, depth - 1, found)
            elif is_zip:
                self._search_zip_file(folder / entry.name, found, is_given=False)

    def _search_zip_file(self, file: Path, found: Found, is_given: bool) -> None:
        try:
            container = self._zips.at(file)
        except OrganizerError as error:
            if is_given and isinstance(error, BrokenZip) and file.suffix.lower() != ".zip":
                raise NotAnArchive(str(file)) from error
            found.problems.append(error)
            return
        self._search_zip(container, _DEPTH_OF_ZIPS, found)

    def _search_zip(self, container: ZipContainer, depth: int, found: Found) -> None:
        """Adds what is in the zip to `found`, and lets go of it when that is nothing."""
        before = len(found.exports)
        names = container.entries.keys()
        roots = [
            root
            for root in roots_among(names)
            if NAMESAKES.isdisjoint(PurePosixPath(root).parts)
            and _keep(found, ZipTree(container, root))
        ]
        found.has_other_network |= any(f"{_OTHER_ACTIVITY}/" in name for name in names)
        for name in sorted(name for name in names if name.lower().endswith(".zip")):
            if _is_among_files_of(roots, name):
                continue
            try:
                if depth == 1:
                    raise NestedTooLarge(str(container.place / name), "a zip in a zip in a zip")
                self._search_zip(self._zips.inner(container, name), depth - 1, found)
            except OrganizerError as error:
                found.problems.append(error)
        if len(found.exports) == before:
            found.problems += [
                error for error in container.refused if isinstance(error, SuspiciousEntry)
            ]
            # A folder may hold more zips than a program may keep open.
            self._zips.close_in(container.place)

    def _tree_at(self, path: Path) -> FileTree:
        for around in (path, *path.parents):
            try:
                mode = _status(around).st_mode
            except NothingThere:
                continue
            if stat.S_ISREG(mode):
                container = self._zips.at(around)
                return self._tree_in(container, path.relative_to(around).parts)
            if around == path and stat.S_ISDIR(mode):
                return FolderTree(path)
            break
        raise NothingThere(str(path))

    def _tree_in(self, container: ZipContainer, parts: tuple[str, ...]) -> FileTree:
        for length in range(1, len(parts) + 1):
            name = "/".join(parts[:length])
            if name.lower().endswith(".zip") and name in container.entries:
                return self._tree_in(self._zips.inner(container, name), parts[length:])
        tree = ZipTree(container, "".join(f"{part}/" for part in parts))
        if parts and not tree.files:
            raise NothingThere(str(tree.place))
        return tree


def _keep(found: Found, tree: FileTree) -> bool:
    """Adds the export that `tree` is: one with lists, or a part with media alone."""
    export = Export(tree)
    try:
        is_export = bool(export.content_files()) or any(export.unlisted(frozenset()))
    except OrganizerError as error:
        found.problems.append(error)
        return False
    if is_export:
        found.exports.append(export)
    return is_export


def _has_media(found: Found, tree: FileTree) -> bool:
    try:
        return any(Export(tree).unlisted(frozenset()))
    except OrganizerError as error:
        found.problems.append(error)
        return False


def _sign_of_root(folder: Path, names: Collection[str]) -> RootSign | None:
    try:
        return sign_of_root(folder, names)
    except OrganizerError:
        # Gone since it was listed.
        return None


def _may_hold_any(name: str) -> bool:
    return not name.startswith(".") and name not in _NEVER_LOOKED_INTO


def _is_among_files_of(roots: Iterable[str], name: str) -> bool:
    """Whether `name` lies in a folder of an export: what friends send each other may be zips."""
    return any(name.startswith(root) and "/" in name.removeprefix(root) for root in roots)


def _status(path: Path) -> os.stat_result:
    """Raises UnreadableFile when nobody may know, NothingThere when nothing can be there."""
    if not is_readable_name(str(path)):
        raise UnreadableFile(readable_name(str(path)), "its name cannot be used")
    try:
        return path.stat()
    except PermissionError as error:
        raise UnreadableFile(str(path), error.strerror or str(error)) from error
    except (OSError, ValueError) as error:
        # A disk that is not connected has errors of its own on each system.
        raise NothingThere(str(path)) from error
