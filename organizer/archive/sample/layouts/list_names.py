"""Where the lists of posts lie in each layout, and how they are told from other files."""

import re
from collections.abc import Iterator
from pathlib import Path

ACTIVITY = "your_instagram_activity"
CONTENT_LISTS = "content"
ACTIVITY_CONTENT_LISTS = f"{ACTIVITY}/content"
ACTIVITY_MEDIA_LISTS = f"{ACTIVITY}/media"
FLAT_LIST = "media.json"
POSTS_IN_A_FILE = 10_000

_FOLDERS = (CONTENT_LISTS, ACTIVITY_CONTENT_LISTS, ACTIVITY_MEDIA_LISTS)
_NUMBERED = re.compile(
    r"(posts(_\d+)?|stories|archived_posts|profile_photos|reels|igtv_videos|other_content"
    r"|recently_deleted_content)\.(json|html)"
)


def is_list(name: str) -> bool:
    """Whether the file `name`, with `/` from the export's root, lists posts in some layout."""
    folder, _, file = name.rpartition("/")
    return name == FLAT_LIST or (folder in _FOLDERS and _NUMBERED.fullmatch(file) is not None)


def lists_in(folder: Path) -> Iterator[Path]:
    """The lists of every layout that are in the export `folder`."""
    for inner in ("", *_FOLDERS):
        if not (folder / inner).is_dir():
            continue
        for path in (folder / inner).iterdir():
            if is_list(path.relative_to(folder).as_posix()):
                yield path
