"""Keeps zips open between uses, for reading the index of a large one takes a while."""

from pathlib import Path

from organizer.archive.errors import UnreadableFile
from organizer.archive.zip_tree import ZipContainer

_Stamp = tuple[int, int, int]


class OpenZips:
    """The zips in use, and those in them; to be used by one thread at a time."""

    def __init__(self) -> None:
        self._zips: dict[Path, tuple[_Stamp, ZipContainer]] = {}

    def at(self, file: Path) -> ZipContainer:
        """The zip at `file`, opened anew when it is another one by now.

        Raises UnreadableFile or BrokenZip.
        """
        try:
            status = file.stat()
        except OSError as error:
            raise UnreadableFile(str(file), error.strerror or str(error)) from error
        stamp = status.st_size, status.st_mtime_ns, status.st_ino
        known = self._zips.get(file)
        if known is not None and known[0] == stamp:
            return known[1]
        self.close_in(file)
        container = ZipContainer.at(file)
        self._zips[file] = stamp, container
        return container

    def inner(self, container: ZipContainer, name: str) -> ZipContainer:
        """The zip that the file `name` in `container` is.

        Raises BrokenZip, UnreadableFile, SuspiciousEntry or NestedTooLarge.
        """
        place = container.place / name
        if place not in self._zips:
            # What a zip in a zip holds changes with the outer one alone.
            self._zips[place] = (0, 0, 0), container.inner(name)
        return self._zips[place][1]

    def close_in(self, place: Path) -> None:
        """Lets go of the zip at `place` and of those in it."""
        for known in [known for known in self._zips if known == place or place in known.parents]:
            self._zips.pop(known)[1].close()

    def close(self) -> None:
        """Lets go of all."""
        for _, container in self._zips.values():
            container.close()
        self._zips.clear()
