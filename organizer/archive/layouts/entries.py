"""Reads a POST and a MEDIA of the JSON lists, as all forms since 2021 have them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from organizer.archive.media_types import media_type_of
from organizer.archive.records import MediaItem, Post, PostKind
from organizer.archive.text import clean_text, is_right_already, repair_text
from organizer.archive.values import read_coordinates, read_time, read_uri

Entry = Mapping[str, object]


def read_post(entry: object, kind: PostKind) -> Post | None:
    """The post that `entry` is, a bare media included; None when it is neither.

    A post that names no media at all comes with none.
    """
    if not isinstance(entry, dict) or "label_values" in entry:
        return None
    listed = entry.get("media")
    if listed is None and "uri" in entry:
        listed = [entry]
    if not isinstance(listed, list):
        return None
    slides: list[Entry] = [slide for slide in listed if isinstance(slide, dict)]
    media = tuple(read_media(slides))
    if listed and not media:
        return None
    return Post(
        kind, post_time(entry.get("creation_timestamp"), media), caption_of(entry, slides), media
    )


def caption_of(entry: Entry, slides: Iterable[Entry]) -> str:
    """The post's own title, or else the first that a slide has; "" when there is none."""
    titles = [title for holder in (entry, *slides) if isinstance(title := holder.get("title"), str)]
    repair = clean_text if is_right_already(titles) else repair_text
    return repair(next(filter(None, titles), ""))


def post_time(own: object, media: Iterable[MediaItem]) -> datetime | None:
    """The post's own time, or else the earliest of its media."""
    times = (item.taken_at for item in media if item.taken_at)
    return read_time(own) or min(times, default=None)


def read_media(slides: Iterable[Entry]) -> Iterator[MediaItem]:
    """Those of `slides` that name a file which can lie in the export, each once."""
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
