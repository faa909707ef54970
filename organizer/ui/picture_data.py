"""Pictures as they are dragged: the library's own within the window, copies of originals beyond."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

# No other program knows this type: what is dropped on one is, at most, the files.
MIME_TYPE = "application/x-photo-organizer-pictures"


def picture_data(database: Path, media_ids: Sequence[int], files: Sequence[Path] = ()) -> QMimeData:
    """The pictures `media_ids` of the library in `database`; other programs may copy `files`."""
    data = QMimeData()
    told = {"database": str(database), "ids": list(media_ids)}
    data.setData(MIME_TYPE, json.dumps(told).encode())
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def are_pictures(data: QMimeData) -> bool:
    """Whether pictures of a library are dragged, this one or another."""
    return data.hasFormat(MIME_TYPE)


def pictures_in(data: QMimeData, database: Path) -> tuple[int, ...]:
    """The ids of the dragged pictures of the library in `database`; () for anything else."""
    if not are_pictures(data):
        return ()
    try:
        told = json.loads(bytes(data.data(MIME_TYPE).data()))
        is_ours = told["database"] == str(database)
        return tuple(int(one) for one in told["ids"]) if is_ours else ()
    except (ValueError, KeyError, TypeError):
        # Any program may call something by this name.
        return ()
