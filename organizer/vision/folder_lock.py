"""The lock of a model's folder: held while a download fills it, by this process or another."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from organizer.vision.errors import DownloadRunning

# It stays when a download breaks off, or is killed: only whether it is held says that one goes on.
LOCK = "download.lock"


@contextlib.contextmanager
def locked(folder: Path, model: str) -> Iterator[None]:
    """Within it nobody else fills or empties `folder`, which holds the model named `model`.

    Raises DownloadRunning when somebody does, and OSError.
    """
    # Not above: with what it imports itself it would take a tenth of the program's start.
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DownloadRunning(model) from error
    try:
        yield
    finally:
        lock.release()


def is_locked(folder: Path) -> bool:
    """Whether a download fills `folder` now."""
    if not (folder / LOCK).exists():
        return False
    try:
        with locked(folder, folder.name):
            return False
    except DownloadRunning:
        return True
    except OSError:
        # Nobody writes where nobody may.
        return False
