"""Writes groups of duplicates down, for other programs and for people."""

import csv
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from organizer.indexing.duplicates.errors import ListNotWritten
from organizer.indexing.duplicates.records import Copy, DuplicateGroup

_COLUMNS = (
    "group",
    "reason",
    "path",
    "bytes",
    "width",
    "height",
    "taken_at",
    "kind",
    "media_type",
    "archive",
)


def write_csv(path: Path, groups: Sequence[DuplicateGroup]) -> None:
    """Writes a row for each file to `path`, in UTF-8 with a mark by which Excel knows it.

    Raises ListNotWritten.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, _COLUMNS)
            writer.writeheader()
            for number, group in enumerate(groups, start=1):
                head = {"group": number, "reason": group.reason.value}
                writer.writerows({**head, **copy_object(copy)} for copy in group.copies)
    except OSError as error:
        raise ListNotWritten(str(path), str(error)) from error


def write_json(path: Path, groups: Sequence[DuplicateGroup]) -> None:
    """Writes `group_objects` to `path`. Raises ListNotWritten."""
    text = json.dumps(group_objects(groups), ensure_ascii=False, indent=2)
    try:
        path.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise ListNotWritten(str(path), str(error)) from error


def group_objects(groups: Sequence[DuplicateGroup]) -> list[dict[str, object]]:
    """The JSON objects of groups; people script against their names."""
    return [
        {
            "group": number,
            "reason": group.reason.value,
            "files": [copy_object(copy) for copy in group.copies],
        }
        for number, group in enumerate(groups, start=1)
    ]


def copy_object(copy: Copy) -> dict[str, object]:
    """What is known of a file, by the names of the columns."""
    detail = copy.detail
    taken_at = None
    if detail.taken_at is not None:
        taken_at = datetime.fromtimestamp(detail.taken_at, UTC).astimezone().isoformat()
    return {
        "path": str(copy.file.path),
        "bytes": copy.file.size or None,
        "width": detail.width,
        "height": detail.height,
        "taken_at": taken_at,
        "kind": detail.kind.value,
        "media_type": detail.media_type.value,
        "archive": str(copy.file.archive),
    }
