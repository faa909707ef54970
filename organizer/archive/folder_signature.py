"""Tells whether a folder is as it was, without asking after each of a hundred thousand files.

A folder's own time changes when a file in it comes, goes or is replaced by another. Asking for the
times of the folders and the names in them takes a fifth of asking for every file; digiKam's quick
scan does the same. Files that lists are in are written over in their place, and are asked after.
"""

import hashlib
import os
from operator import attrgetter
from pathlib import Path

from organizer.archive.errors import UnreadableFile

_LISTS = (".json", ".html")


def folder_signature(folder: Path, deepest: int) -> str:
    """A text that is another when anything in `folder` changed, `deepest` levels down.

    Raises UnreadableFile when the folder itself cannot be read.
    """
    digest = hashlib.blake2b(digest_size=16)
    waiting = [(str(folder), 0)]
    while waiting:
        path, depth = waiting.pop()
        try:
            changed_at = os.stat(path).st_mtime_ns  # noqa: PTH116 - once for each of many folders
            with os.scandir(path) as listing:
                entries = sorted(listing, key=attrgetter("name"))
        except OSError as error:
            if depth == 0:
                raise UnreadableFile(path, error.strerror or str(error)) from error
            digest.update(b"unreadable")
            continue
        names = "\0".join(map(attrgetter("name"), entries))
        digest.update(f"{depth}\0{changed_at}\0{names}\0".encode("utf-8", "surrogatepass"))
        for entry in entries:
            if entry.name.endswith(_LISTS):
                digest.update(_stamp(entry))
            elif depth < deepest and entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, depth + 1))
    return digest.hexdigest()


def _stamp(entry: "os.DirEntry[str]") -> bytes:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return b"gone"
    return f"{status.st_size}\0{status.st_mtime_ns}".encode()
