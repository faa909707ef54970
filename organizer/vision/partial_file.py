"""A file that arrives in pieces, over several attempts, and is there whole or not at all."""

import hashlib
import os
from pathlib import Path

from organizer.closing import Closing
from organizer.vision.hub import RemoteFile, is_sha256

_BLOCK = 1 << 20


class PartialFile(Closing):
    """What came so far of `remote`, in the folder of the model; opened to go on at its end.

    Its name holds the checksum: what came of another version is never gone on with.
    """

    def __init__(self, folder: Path, remote: RemoteFile) -> None:
        self._remote = remote
        self._target = folder / remote.name
        self._path = folder / f"{remote.name}.{remote.checksum[:16]}.part"
        for stale in folder.glob(f"{remote.name}.*.part"):
            if stale != self._path:
                stale.unlink()
        self._stream = self._path.open("a+b", buffering=0)
        self._digest = _hasher(remote)
        self._sha256 = hashlib.sha256()
        self.size = 0
        self._stream.seek(0)
        while block := self._stream.read(_BLOCK):
            self._count(block)
        if self.size > remote.bytes:
            self.restart()

    def append(self, data: bytes) -> None:
        """Writes `data` at the end. Raises OSError."""
        # Unbuffered: a killed process leaves all that it counted.
        view = memoryview(data)
        while view:
            view = view[self._stream.write(view) :]
        self._count(data)

    def restart(self) -> None:
        """Forgets what came so far."""
        self._stream.truncate(0)
        self.size = 0
        self._digest, self._sha256 = _hasher(self._remote), hashlib.sha256()

    @property
    def is_right(self) -> bool:
        """Whether the content is what the server says it has."""
        return self._digest.hexdigest() == self._remote.checksum

    @property
    def sha256(self) -> str:
        """The SHA-256 of what came so far, hexadecimal."""
        return self._sha256.hexdigest()

    def finish(self) -> None:
        """Puts the file in its place, for good even if the power fails. Raises OSError."""
        os.fsync(self._stream.fileno())
        self._stream.close()
        self._path.replace(self._target)

    def discard(self) -> None:
        """Deletes what came."""
        self._stream.close()
        self._path.unlink()

    def close(self) -> None:
        """Closes the file; what came stays."""
        self._stream.close()

    def _count(self, data: bytes) -> None:
        self.size += len(data)
        self._digest.update(data)
        if self._digest is not self._sha256:
            self._sha256.update(data)


def sha256_of_whole(folder: Path, remote: RemoteFile) -> str | None:
    """The SHA-256 of the file in its place when an earlier attempt finished it; else None."""
    path = folder / remote.name
    if not path.is_file() or path.stat().st_size != remote.bytes:
        return None
    checked, sha256 = _hasher(remote), hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            checked.update(block)
            sha256.update(block)
    return sha256.hexdigest() if checked.hexdigest() == remote.checksum else None


def bytes_here(folder: Path, remote: RemoteFile) -> int:
    """How many bytes of `remote` need not be downloaded any more."""
    for path in (folder / remote.name, folder / f"{remote.name}.{remote.checksum[:16]}.part"):
        if path.is_file():
            return min(path.stat().st_size, remote.bytes)
    return 0


def _hasher(remote: RemoteFile) -> "hashlib._Hash":
    if is_sha256(remote.checksum):
        return hashlib.sha256()
    # The id of a blob in git: it covers a header, too.
    return hashlib.sha1(b"blob %d\0" % remote.bytes, usedforsecurity=False)
