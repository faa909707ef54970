"""Layout A, until about 2020: one media.json, a folder for each kind of file at the root."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from organizer.archive.sample.entries import PlannedMedia, PlannedPost
from organizer.archive.sample.layouts.list_names import FLAT_LIST
from organizer.archive.sample.wording import Wording

# Kind of post: the key in media.json, which is also the folder. Archived posts have none.
_SECTIONS = {"posts": "photos", "reels": "videos", "stories": "stories", "profile": "profile"}
# Both forms of time have been seen: with the offset and without.
_WITH_OFFSET = {"posts", "reels"}


def arrange_flat(planned: Sequence[PlannedPost]) -> list[PlannedPost]:
    """`planned` with the files where this layout has them, without kinds that it does not know.

    Files of the same time and caption are one carousel here: of two posts that are alike in both,
    the second is made a second older.
    """
    taken: set[tuple[str, int, str]] = set()
    arranged = []
    for post in planned:
        if post.kind not in _SECTIONS:
            continue
        seconds = post.media[0].taken_at
        while (post.kind, seconds, post.caption) in taken:
            seconds -= 1
        taken.add((post.kind, seconds, post.caption))
        media = tuple(
            replace(item, uri=_flat_path(post.kind, item.uri), taken_at=seconds)
            for item in post.media
        )
        arranged.append(replace(post, taken_at=seconds, media=media))
    return arranged


def flat_list(planned: Sequence[PlannedPost], wording: Wording) -> dict[str, bytes]:
    """media.json of posts that `arrange_flat` has arranged; its text is UTF-8 as it should be."""
    content: dict[str, list[dict[str, object]]] = {key: [] for key in _SECTIONS.values()}
    content["direct"] = []
    for post in planned:
        content[_SECTIONS[post.kind]] += _entries(post, wording)
    return {FLAT_LIST: json.dumps(content, ensure_ascii=False).encode("utf-8")}


def _flat_path(kind: str, uri: str) -> str:
    return uri.replace(f"media/{kind}/", f"{_SECTIONS[kind]}/", 1)


def _entries(post: PlannedPost, wording: Wording) -> Iterator[dict[str, object]]:
    for item in post.media:
        entry: dict[str, object] = {"taken_at": _written_time(post.kind, item)}
        if post.caption and post.kind != "profile":
            entry["caption"] = post.caption
        if item.place is not None and not item.is_video:
            entry["location"] = wording.place
        if post.kind == "profile":
            entry["is_active_profile"] = True
        yield entry | {"path": item.uri}


def _written_time(kind: str, item: PlannedMedia) -> str:
    moment = datetime.fromtimestamp(item.taken_at, UTC)
    return (moment if kind in _WITH_OFFSET else moment.replace(tzinfo=None)).isoformat()
