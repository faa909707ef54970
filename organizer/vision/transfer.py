"""Transfers files, through cuts, pauses and a busy server, until they are there whole."""

import errno
from dataclasses import dataclass
from pathlib import Path

import httpx2

from organizer.errors import OrganizerError
from organizer.vision.download_progress import DownloadControl, DownloadState, ProgressMeter
from organizer.vision.errors import DownloadDamaged, ModelFolderUnusable, NotEnoughSpace
from organizer.vision.hub import Hub, RemoteFile
from organizer.vision.partial_file import PartialFile, sha256_of_whole
from organizer.vision.server_errors import (
    SERVER_ERRORS,
    RetryPolicy,
    told,
)

_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Transfer:
    """Brings files of `hub` into `folder`, counts them with `meter` and obeys `control`."""

    hub: Hub
    folder: Path
    meter: ProgressMeter
    control: DownloadControl
    policy: RetryPolicy

    def receive(self, remote: RemoteFile) -> str:
        """Puts `remote` into the folder, whole, unless it is there; gives its SHA-256.

        What came before it fails stays for the next attempt, but for wrong bytes. Raises
        DownloadCancelled, DownloadDamaged, NotEnoughSpace, ModelFolderUnusable and the errors of
        server_errors.told.
        """
        try:
            whole = sha256_of_whole(self.folder, remote)
            if whole is not None:
                self.meter.found(remote.name, remote.bytes)
                return whole
            with PartialFile(self.folder, remote) as partial:
                self.meter.found(remote.name, partial.size)
                self._fill(partial, remote)
                if not partial.is_right:
                    partial.discard()
                    raise DownloadDamaged(_label(remote), "its checksum is wrong")
                sha256 = partial.sha256
                partial.finish()
                return sha256
        except OSError as error:
            raise self._disk_error(error, remote) from error

    def _fill(self, partial: PartialFile, remote: RemoteFile) -> None:
        failures, most = 0, partial.size
        while partial.size < remote.bytes:
            if self.control.is_paused:
                self.meter.tell(DownloadState.PAUSED, remote.name)
                self.control.wait_while_paused()
            self.control.check()
            try:
                self._receive_some(partial, remote)
            except SERVER_ERRORS as error:
                # Bytes that came a second time are no sign that it goes on.
                failures = 1 if partial.size > most else failures + 1
                most = max(most, partial.size)
                wait = self.policy.wait_seconds(error, failures)
                if wait is None:
                    raise told(error, _label(remote)) from error
                self.meter.tell(DownloadState.RETRYING, remote.name)
                self.control.wait(wait)

    def _receive_some(self, partial: PartialFile, remote: RemoteFile) -> None:
        """Appends what comes over one connection, until it ends, is cut or is to pause."""
        with self.hub.open(remote, partial.size) as (begin, chunks):
            if begin < partial.size:
                partial.restart()
            for chunk in chunks:
                # What is longer than it said is cut: the checksum tells whether it is the file.
                partial.append(chunk[: remote.bytes - partial.size])
                self.meter.received(remote.name, partial.size)
                self.control.check()
                if self.control.is_paused or partial.size == remote.bytes:
                    return
        if partial.size < remote.bytes:
            raise httpx2.RemoteProtocolError("the connection was cut")

    def _disk_error(self, error: OSError, remote: RemoteFile) -> OrganizerError:
        if error.errno in _FULL:
            return NotEnoughSpace(_label(remote), f"the disk of {self.folder} is full")
        return ModelFolderUnusable(str(self.folder), error.strerror or str(error))


def _label(remote: RemoteFile) -> str:
    return f"{remote.repository}/{remote.name}"
