"""Media that lie in an export and that no list names.

Of an export in several parts, one may hold pictures alone: they are shown by the month that their
folder is named for, until the part with the lists comes and says more. Exports of 2025 may lack
those folders: then nothing tells the time.
"""

import re
from collections.abc import Container, Iterator
from datetime import datetime

from organizer.archive.file_tree import FileTree
from organizer.archive.media_types import has_media_name, media_type_of
from organizer.archive.records import MediaItem, Post, PostKind, TimePrecision
from organizer.archive.values import plausible_time

_FOLDER = re.compile(r"(?:media/)?(?P<kind>[a-z_]+)/(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])/[^/]+")
_WITHOUT_MONTH = re.compile(r"media/(?P<kind>[a-z_]+)/[^/]+")
# Not "other" and "recently_deleted": what lies there unlisted was nobody's post, or is no more.
_KINDS = {
    "posts": PostKind.POST,
    "photos": PostKind.POST,
    "videos": PostKind.POST,
    "reels": PostKind.REEL,
    "igtv": PostKind.IGTV,
    "stories": PostKind.STORY,
    "archived_posts": PostKind.ARCHIVED,
    "profile": PostKind.PROFILE,
}


def month_of_folder(uri: str) -> tuple[int, int] | None:
    """The year and month that the folder of a media file is named for."""
    match = _FOLDER.fullmatch(uri)
    return (int(match["year"]), int(match["month"])) if match else None


def start_of_month(month: tuple[int, int]) -> datetime | None:
    """The first moment of a year and month on this computer; None while it is to come."""
    return plausible_time(datetime(*month, 1).astimezone())


def unlisted_posts(tree: FileTree, listed: Container[str]) -> Iterator[Post]:
    """A post for each media file in an export's folders whose name is not among `listed`."""
    for name in tree.files:
        match = _FOLDER.fullmatch(name) or _WITHOUT_MONTH.fullmatch(name)
        kind = _KINDS.get(match["kind"]) if match else None
        if kind is None or name in listed or not has_media_name(name):
            continue
        item = MediaItem(name, media_type_of(name, {}))
        month = month_of_folder(name)
        taken_at = start_of_month(month) if month else None
        precision = TimePrecision.MONTH if taken_at else TimePrecision.EXACT
        yield Post(kind, taken_at, "", (item,), precision, is_listed=False)
