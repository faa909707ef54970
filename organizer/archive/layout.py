"""Finds exports in a folder, and in an export the files that list its posts."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from organizer.archive.errors import (
    FolderNotFound,
    HtmlExport,
    NotAFolder,
    NotAnExport,
    UnreadableFile,
)
from organizer.archive.records import PostKind

_CONTENT_FOLDERS = (
    "your_instagram_activity/media",
    "your_instagram_activity/content",
    "content",
)
_CONTENT_NAME = re.compile(
    r"(posts(?:_\d+)?|stories|archived_posts|profile_photos|reels|igtv_videos|other_content"
    r"|recently_deleted_content)\.(json|html)"
)
_KINDS = {
    "posts": PostKind.POST,
    "reels": PostKind.REEL,
    "stories": PostKind.STORY,
    "archived_posts": PostKind.ARCHIVED,
    "profile_photos": PostKind.PROFILE,
}
# A picture that stands in two lists belongs to the first of them.
_PRECEDENCE = tuple(PostKind)
_DEPTH = 3
_NEVER_EXPORTS = frozenset({"__MACOSX", "media", "node_modules"})


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of the export that lists posts; `path` is relative to the root, with slashes."""

    path: str
    kind: PostKind


def find_exports(folder: Path) -> tuple[Path, ...]:
    """The roots of all exports in `folder`: itself, or folders up to three levels down.

    Raises FolderNotFound, NotAFolder, UnreadableFile, HtmlExport (only web pages were found) or
    NotAnExport.
    """
    if not folder.exists():
        raise FolderNotFound(str(folder))
    if not folder.is_dir():
        raise NotAFolder(str(folder))
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise UnreadableFile(str(folder), error.strerror or "") from error
    roots = tuple(_roots(folder, _DEPTH))
    if not roots:
        raise NotAnExport(str(folder))
    with_json = tuple(root for root in roots if content_files(root))
    if not with_json:
        raise HtmlExport(str(folder))
    return with_json


def content_files(root: Path) -> tuple[ContentFile, ...]:
    """The JSON files that list posts, in the order in which they are to be read."""
    found = [
        ContentFile(path, _KINDS.get(re.sub(r"_\d+$", "", stem), PostKind.OTHER))
        for path, stem, suffix in _content_names(root)
        if suffix == "json"
    ]
    return tuple(sorted(found, key=lambda file: (_PRECEDENCE.index(file.kind), _natural(file))))


def _roots(folder: Path, depth: int) -> Iterator[Path]:
    if any(_content_names(folder)):
        yield folder
        return
    if depth == 0:
        return
    try:
        inner = sorted(
            entry.name for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)
        )
    except OSError:
        # A folder that may not be looked into hides no reason to refuse the ones beside it.
        return
    for name in inner:
        if name not in _NEVER_EXPORTS and not name.startswith("."):
            yield from _roots(folder / name, depth - 1)


def _content_names(root: Path) -> Iterator[tuple[str, str, str]]:
    for folder in _CONTENT_FOLDERS:
        try:
            names = sorted(entry.name for entry in os.scandir(root / folder))
        except OSError:
            continue
        for name in names:
            match = _CONTENT_NAME.fullmatch(name)
            if match:
                yield f"{folder}/{name}", match[1], match[2]


def _natural(file: ContentFile) -> list[int | str]:
    # posts_10.json comes after posts_9.json.
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", file.path)]
