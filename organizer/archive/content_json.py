"""Reads the JSON lists of 2021 to today: posts_N.json, stories.json, reels.json and their like.

They differ in where a caption and a time stand: a single picture has both on its media, a carousel
on the post.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from organizer.archive.errors import BrokenJson, UnknownShape
from organizer.archive.media_types import media_type_of
from organizer.archive.records import MediaItem, Post, PostKind
from organizer.archive.text import repair_text
from organizer.archive.values import read_coordinates, read_time, read_uri

_LIST_KEYS = (
    "ig_stories",
    "ig_profile_picture",
    "ig_archived_post_media",
    "ig_reels_media",
    "ig_igtv_media",
    "ig_other_media",
    "ig_recently_deleted_media",
)

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PostList:
    """The posts of one content file and how many of its entries could not be understood."""

    posts: tuple[Post, ...]
    unknown_entries: int


def read_posts(data: bytes, kind: PostKind, file: str) -> PostList:
    """The posts that the JSON text `data` of the content file `file` lists, in its order.

    Raises BrokenJson when it cannot be parsed, UnknownShape when it is no list of posts.
    """
    posts: list[Post] = []
    unknown = 0
    for entry in _entries(_parse(data, file), file):
        post = _read_post(entry, kind)
        if post is None:
            unknown += 1
        elif post.media:
            posts.append(post)
    return PostList(tuple(posts), unknown)


def _parse(data: bytes, file: str) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BrokenJson(file, f"byte {error.start} is no UTF-8") from error
    except json.JSONDecodeError as error:
        raise BrokenJson(file, f"line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise BrokenJson(file, "lists within lists without end") from error


def _entries(content: object, file: str) -> list[object]:
    if isinstance(content, list):
        return content
    if isinstance(content, dict):
        for key in _LIST_KEYS:
            entries = content.get(key)
            if isinstance(entries, list):
                return entries
    raise UnknownShape(file, "it is no list of posts")


def _read_post(entry: object, kind: PostKind) -> Post | None:
    """None when `entry` is neither a post nor a bare media, or names no file that can be opened."""
    if not isinstance(entry, dict):
        return None
    listed = entry.get("media")
    if listed is None and "uri" in entry:
        listed = [entry]
    # The detailed posts.json of 2025 keeps its media under labels and leaves this list empty.
    if not isinstance(listed, list) or "label_values" in entry:
        return None
    slides: list[Entry] = [slide for slide in listed if isinstance(slide, dict)]
    media = tuple(_read_media(slides))
    if listed and not media:
        return None
    return Post(kind, _post_time(entry, media), _caption(entry, slides), media)


def _caption(entry: Entry, slides: list[Entry]) -> str:
    for holder in (entry, *slides):
        title = holder.get("title")
        if isinstance(title, str) and title:
            return repair_text(title)
    return ""


def _post_time(entry: Entry, media: tuple[MediaItem, ...]) -> datetime | None:
    own = read_time(entry.get("creation_timestamp"))
    return own or min((item.taken_at for item in media if item.taken_at), default=None)


def _read_media(slides: list[Entry]) -> Iterator[MediaItem]:
    seen = set[str]()
    for slide in slides:
        raw = slide.get("uri")
        uri = read_uri(repair_text(raw)) if isinstance(raw, str) else None
        if uri is None or uri in seen:
            continue
        seen.add(uri)
        metadata = slide.get("media_metadata")
        metadata = metadata if isinstance(metadata, dict) else {}
        latitude, longitude = read_coordinates(_exif(metadata))
        yield MediaItem(
            uri=uri,
            media_type=media_type_of(uri, metadata),
            taken_at=read_time(slide.get("creation_timestamp")),
            latitude=latitude,
            longitude=longitude,
        )


def _exif(metadata: Entry) -> dict[str, object]:
    """The objects of every `exif_data` list, laid into one."""
    merged: dict[str, object] = {}
    for key in ("photo_metadata", "video_metadata"):
        part = metadata.get(key)
        exif = part.get("exif_data") if isinstance(part, dict) else None
        for values in exif if isinstance(exif, list) else ():
            if isinstance(values, dict):
                merged.update(values)
    return merged
