"""The names under which exports keep their lists and media, and what they tell of the root."""

import re
from collections.abc import Iterable

from organizer.archive.records import PostKind

CONTENT_FOLDERS = (
    "your_instagram_activity/media",
    "your_instagram_activity/content",
    "content",
    "media",
)
"""Where lists lie, relative to the root: since 2024, 2023, 2021, and in shortened exports."""

_LIST = re.compile(
    r"(?P<root>(?:.*?/)??)(?P<folder>(?:your_instagram_activity/)?(?:content|media))/"
    r"(?P<stem>posts|stories|archived_posts|profile_photos|reels|igtv_videos|other_content"
    r"|recently_deleted_content)(?:_\d+)?\.(?P<suffix>json|html)"
)
_FLAT = re.compile(r"(?P<root>(?:.*/)?)media\.json")
_MEDIA = re.compile(
    r"(?P<root>(?:.*/)?)(?:media/(?:posts|stories|archived_posts|profile|reels|igtv))/\d{6}/[^/]+"
)
_KINDS = {
    "posts": PostKind.POST,
    "reels": PostKind.REEL,
    "igtv_videos": PostKind.IGTV,
    "stories": PostKind.STORY,
    "archived_posts": PostKind.ARCHIVED,
    "profile_photos": PostKind.PROFILE,
}


def list_kind(name: str, suffix: str) -> PostKind | None:
    """The kind of the list that `name`, relative to the root, must be; None when it is none."""
    stem = list_stem(name, suffix)
    return None if stem is None else _KINDS.get(stem, PostKind.OTHER)


def list_stem(name: str, suffix: str) -> str | None:
    """The name of a list without folder, number and suffix; None when `name` is no list's."""
    match = _LIST.fullmatch(name) if name.endswith(suffix) else None
    return match["stem"] if match and not match["root"] else None


def roots_among(names: Iterable[str]) -> tuple[str, ...]:
    """The roots of all exports that files of these `names` belong to, each "" or ending with "/".

    Those with lists come first, then those with media alone: parts of an export whose lists are in
    another part.
    """
    with_lists: dict[str, None] = {}
    with_media: dict[str, None] = {}
    for name in names:
        if match := _LIST.fullmatch(name) or _FLAT.fullmatch(name):
            with_lists[match["root"]] = None
        elif match := _MEDIA.fullmatch(name):
            with_media[match["root"]] = None
    return tuple(with_lists | with_media)


def natural_order(name: str) -> list[int | str]:
    """A key that sorts posts_10 after posts_9."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]
