"""How much of the disk a library takes."""

import os
from dataclasses import dataclass
from pathlib import Path

from organizer.library.place import LibraryPlace


@dataclass(frozen=True, slots=True)
class DiskUsage:
    """Bytes of the `database` with what belongs to it, of `thumbnails` and of `text_vectors`."""

    database: int
    thumbnails: int
    text_vectors: int

    @property
    def total(self) -> int:
        """Bytes of all of it."""
        return self.database + self.thumbnails + self.text_vectors


def disk_usage(place: LibraryPlace) -> DiskUsage:
    """What the library at `place` takes; asks after each file, which takes a second for many."""
    database = place.database
    return DiskUsage(
        sum(_size(database.with_name(f"{database.name}{end}")) for end in ("", "-wal", "-shm")),
        _folder_size(place.thumbnails),
        _folder_size(place.text_vectors),
    )


def _folder_size(folder: Path) -> int:
    total, left = 0, [folder]
    while left:
        try:
            with os.scandir(left.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        left.append(Path(entry.path))
                    else:
                        total += entry.stat(follow_symlinks=False).st_size
        except OSError:
            # What is gone, or may not be read, takes no part.
            continue
    return total


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
