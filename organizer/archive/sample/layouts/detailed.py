"""Layout E: posts.json, which holds a post as labels and values in the export's language."""

from collections.abc import Sequence

from organizer.archive.sample.entries import PlannedPost, media_entry
from organizer.archive.sample.escaping import dump_list
from organizer.archive.sample.layouts.list_names import ACTIVITY_MEDIA_LISTS
from organizer.archive.sample.wording import Wording

Label = dict[str, object]


def detailed_list(planned: Sequence[PlannedPost], wording: Wording) -> dict[str, bytes]:
    """posts.json with the posts of posts_N.json once more, and before them the drafts."""
    listed = [post for post in planned if post.kind == "drafts"]
    listed += [post for post in planned if post.kind == "posts"]
    dumped = dump_list(_entry(post, wording) for post in listed)
    return {f"{ACTIVITY_MEDIA_LISTS}/posts.json": dumped.encode("ascii")}


def _entry(post: PlannedPost, wording: Wording) -> dict[str, object]:
    identifier = _identifier(post)
    is_draft = post.kind == "drafts"
    address = "" if is_draft else f"https://www.instagram.com/p/{identifier}/"
    labels: list[Label] = [
        {"label": "URL", "value": address, "href": address},
        _media_label(post, wording),
        {"label": wording.caption, "value": post.caption},
        {"label": wording.draft, "value": wording.yes if is_draft else wording.no},
        {"label": wording.published, "value": wording.no if is_draft else wording.yes},
    ]
    return {
        "timestamp": post.taken_at,
        "media": [],
        "label_values": labels,
        "fbid": identifier,
    }


def _identifier(post: PlannedPost) -> str:
    """The number at the end of the first file's name, which is unlike all others."""
    name, _, _ = post.media[0].uri.rpartition(".")
    return name.rpartition("_")[2]


def _media_label(post: PlannedPost, wording: Wording) -> Label:
    """One file as a label of its own; a carousel's files are nested, the last one first."""
    labels: list[Label] = [
        {"label": wording.media, "media": [media_entry(item, "")]} for item in post.media
    ]
    if len(labels) == 1:
        return labels[0]
    slides = [{"dict": [label], "title": ""} for label in reversed(labels)]
    return {"title": wording.media, "vec": slides}
