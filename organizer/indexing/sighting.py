"""Knows a file or folder again after it was renamed, replaced or unplugged."""

import itertools
import os
import stat
from dataclasses import dataclass
from pathlib import Path

# Folders of downloads grow without bound; a new name is looked for among so many neighbours only.
_MOST_NEIGHBOURS = 10_000


@dataclass(frozen=True, slots=True)
class Sighting:
    """What lay at a path; `times` are those of its change, its reading and what else is kept."""

    device: int
    inode: int
    is_folder: bool
    size: int
    times: tuple[float, ...]

    def is_of_same(self, other: "Sighting | None") -> bool:
        """Whether both are of one file or folder, whatever was written into it between."""
        return other is not None and (self.device, self.inode) == (other.device, other.inode)

    def is_unchanged(self, other: "Sighting | None") -> bool:
        """Whether both are of one file or folder, and nothing was written into it between."""
        return (
            other is not None
            and self.is_of_same(other)
            and (self.size, self.times[0]) == (other.size, other.times[0])
        )


def sight(path: Path) -> Sighting | None:
    """What lies at `path`; None when nothing does, or nothing that can be reached."""
    try:
        status = path.stat()
    except OSError:
        return None
    times = [status.st_mtime_ns, status.st_atime_ns, status.st_ctime_ns]
    # Not every system keeps the time of its making.
    born = getattr(status, "st_birthtime", None)
    if born is not None:
        times.append(born)
    return Sighting(
        status.st_dev,
        status.st_ino,
        stat.S_ISDIR(status.st_mode),
        status.st_size,
        tuple(times),
    )


def find_renamed(path: Path, before: Sighting) -> Path | None:
    """The neighbour of `path` that is what was seen there `before`, under its new name."""
    if not before.inode:
        # Some file systems number nothing.
        return None
    try:
        with os.scandir(path.parent) as entries:
            for entry in itertools.islice(entries, _MOST_NEIGHBOURS):
                neighbour = path.parent / entry.name
                if entry.inode() == before.inode and _is_same(sight(neighbour), before):
                    return neighbour
    except OSError:
        return None
    return None


def _is_same(now: Sighting | None, before: Sighting) -> bool:
    # Linux gives the number of what was deleted to what is made next, all of whose times are new.
    # What was only renamed, and perhaps written to or read since, has kept one of them.
    return (
        now is not None
        and now.is_of_same(before)
        and now.is_folder == before.is_folder
        and any(mine == its for mine, its in zip(now.times, before.times, strict=True))
    )
