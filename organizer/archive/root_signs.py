"""Tells whether a folder is the root of an export, without walking through what may be none."""

import os
from collections.abc import Collection, Iterator
from enum import Enum, auto
from pathlib import Path

from organizer.archive.file_tree import FolderTree, is_clutter
from organizer.archive.layouts.content_names import CONTENT_FOLDERS, list_stem, roots_among
from organizer.archive.layouts.flat_list import FlatList

ACTIVITY_FOLDER = "your_instagram_activity"
NAMESAKES = frozenset({"past_instagram_insights", "subscriptions", "messages", "threads"})
"""Folders of an export with lists of other things under the same names."""

_FLAT = "media.json"
_MEDIA = "media"
_MOST_LOOKED_INTO = 400


class RootSign(Enum):
    """By what a root is known: by lists of posts, or by a month's folder of media alone."""

    LISTS = auto()
    MEDIA = auto()


def sign_of_root(folder: Path, names: Collection[str]) -> RootSign | None:
    """What tells that `folder`, which holds files and folders of these `names`, is a root.

    None when nothing does. Raises UnreadableFile when it went since.
    """
    if _FLAT in names and FlatList().detect(FolderTree(folder, deepest=0)):
        return RootSign.LISTS
    telling = [name for name in _names_that_tell(folder, names) if "" in roots_among([name])]
    if any(list_stem(name, suffix) for name in telling for suffix in ("json", "html")):
        return RootSign.LISTS
    return RootSign.MEDIA if telling else None


def _names_that_tell(folder: Path, names: Collection[str]) -> Iterator[str]:
    for inner in CONTENT_FOLDERS:
        if inner.split("/")[0] in names:
            yield from (f"{inner}/{name}" for name in _listed(folder / inner))
    for kind in _listed(folder / _MEDIA)[:_MOST_LOOKED_INTO] if _MEDIA in names else ():
        # One file tells as much as all.
        months = [month for month in _listed(folder / _MEDIA / kind) if _is_month(month)]
        for month in months[:_MOST_LOOKED_INTO]:
            files = _listed(folder / _MEDIA / kind / month)
            yield from (f"{_MEDIA}/{kind}/{month}/{name}" for name in files[:1])


def _is_month(name: str) -> bool:
    return len(name) == len("YYYYMM") and name.isdecimal()


def _listed(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not is_clutter(name))  # noqa: PTH208
    except OSError:
        # Not there, or not a folder: then it tells nothing.
        return []
