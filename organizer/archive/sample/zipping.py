"""Packs an export into zips as Instagram hands them out: several parts of one whole."""

import shutil
import string
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from organizer.archive.sample.errors import FolderInUse, FolderNotWritable
from organizer.archive.sample.layouts.information import ACCOUNT
from organizer.archive.sample.layouts.list_names import is_list

MOST_PARTS = 99

_DAY = (2026, 4, 5)
# All other files are media, whatever their names end in.
_TEXT_SUFFIXES = {".json", ".html", ".txt"}
_READABLE_BY_ALL = 0o644 << 16


def zip_sample(folder: Path, target: Path, parts: int) -> tuple[Path, ...]:
    """Packs the export in `folder` into `parts` zips in the folder `target`, 1 to MOST_PARTS.

    The lists of posts lie in the second zip (in the only one), the media in turn in each, all else
    in every one. There is no folder around them. The zips are the same for the same export; those
    that were made here before are written over, and removed where there were more. Raises
    FolderNotWritable, ValueError for another number of parts.
    """
    if not 1 <= parts <= MOST_PARTS:
        raise ValueError(f"1 to {MOST_PARTS} parts, not {parts}")
    names = _names()
    paths = tuple(target / name for name in names[:parts])
    try:
        target.mkdir(parents=True, exist_ok=True)
        contents = _parted(folder, parts)
        for path, files in zip(paths, contents, strict=True):
            _pack(folder, path, files)
        for name in names[parts:]:
            (target / name).unlink(missing_ok=True)
    except OSError as error:
        raise FolderNotWritable(str(target), error.strerror or str(error)) from error
    return paths


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """An empty folder beside `target` for an export that is to be zipped; it is removed at the end.

    Raises FolderInUse when `target` holds anything but zips made here, FolderNotWritable.
    """
    try:
        if target.exists() and not (target.is_dir() and _only_parts(target)):
            raise FolderInUse(str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        made = tempfile.TemporaryDirectory(dir=target.parent, prefix=f"{target.name}-")
    except OSError as error:
        raise FolderNotWritable(str(target), error.strerror or str(error)) from error
    with made as folder:
        yield Path(folder)


def _only_parts(target: Path) -> bool:
    return {path.name for path in target.iterdir()} <= set(_names())


def _names() -> list[str]:
    """Names of all parts there can be, in the order of the alphabet as of the parts."""
    random = Random("parts of a sample")
    letters = string.ascii_letters + string.digits
    endings = sorted("".join(random.choices(letters, k=8)) for _ in range(MOST_PARTS))
    day = "{:04d}-{:02d}-{:02d}".format(*_DAY)
    return [f"instagram-{ACCOUNT}-{day}-{ending}.zip" for ending in endings]


def _parted(folder: Path, parts: int) -> list[list[str]]:
    """The names of the files of each part."""
    contents: list[list[str]] = [[] for _ in range(parts)]
    media = 0
    found = (path for path in folder.rglob("*") if path.is_file())
    for name in sorted(path.relative_to(folder).as_posix() for path in found):
        if is_list(name):
            contents[min(1, parts - 1)].append(name)
        elif _is_media(name):
            contents[media % parts].append(name)
            media += 1
        else:
            for content in contents:
                content.append(name)
    return contents


def _is_media(name: str) -> bool:
    return Path(name).suffix not in _TEXT_SUFFIXES


def _pack(folder: Path, path: Path, names: list[str]) -> None:
    with ZipFile(path, "w") as archive:
        for name in names:
            # Without the time of the file, so that the same export makes the same zip.
            entry = ZipInfo(name, (*_DAY, 0, 0, 0))
            entry.compress_type = ZIP_STORED if _is_media(name) else ZIP_DEFLATED
            entry.external_attr = _READABLE_BY_ALL
            entry.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, archive.open(entry, "w") as packed:
                shutil.copyfileobj(source, packed)
