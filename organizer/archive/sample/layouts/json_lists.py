"""Layouts B, C and D: JSON lists, a file for each kind of post and for ten thousand posts."""

from collections.abc import Callable, Sequence

from organizer.archive.sample.entries import (
    PlannedPost,
    bare_media_entry,
    media_entry,
    post_entry,
)
from organizer.archive.sample.escaping import dump_json
from organizer.archive.sample.layouts.list_names import POSTS_IN_A_FILE
from organizer.archive.sample.wording import Wording

Entry = Callable[[PlannedPost], dict[str, object]]


def json_lists(folder: str, planned: Sequence[PlannedPost], _wording: Wording) -> dict[str, bytes]:
    """The lists in `folder`, by name; those of rare kinds only where such posts are planned."""
    files = {}
    posts = _of_kind(planned, "posts")
    for number, start in enumerate(range(0, len(posts), POSTS_IN_A_FILE), start=1):
        chunk = posts[start : start + POSTS_IN_A_FILE]
        files[f"{folder}/posts_{number}.json"] = _dumped([post_entry(post) for post in chunk])
    for kind, (name, key, entry) in _LISTS.items():
        entries = [entry(post) for post in _of_kind(planned, kind)]
        if entries:
            files[f"{folder}/{name}.json"] = _dumped({key: entries})
    return files


def _of_kind(planned: Sequence[PlannedPost], kind: str) -> list[PlannedPost]:
    return [post for post in planned if post.kind == kind]


def _profile_entry(post: PlannedPost) -> dict[str, object]:
    return media_entry(post.media[0], "")


def _dumped(content: object) -> bytes:
    return dump_json(content).encode("ascii")


# Kind of post: the list's name, the key of its object, what an entry is made of.
_LISTS: dict[str, tuple[str, str, Entry]] = {
    "reels": ("reels", "ig_reels_media", post_entry),
    "archived_posts": ("archived_posts", "ig_archived_post_media", post_entry),
    "stories": ("stories", "ig_stories", bare_media_entry),
    "profile": ("profile_photos", "ig_profile_picture", _profile_entry),
    "igtv": ("igtv_videos", "ig_igtv_media", post_entry),
    "other": ("other_content", "ig_other_media", post_entry),
}
