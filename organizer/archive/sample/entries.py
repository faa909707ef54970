"""Posts as the sample plans them, and as entries of Instagram's JSON lists."""

from dataclasses import dataclass

from organizer.archive.sample.topics import Topic


@dataclass(frozen=True, slots=True)
class PlannedMedia:
    """A file of the sample; `taken_at` is Unix seconds, `place` latitude and longitude."""

    uri: str
    topic: Topic
    taken_at: int
    is_video: bool
    place: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class PlannedPost:
    """A post of the sample; `kind` is the name of its folder under media/, or "drafts"."""

    kind: str
    taken_at: int
    caption: str
    media: tuple[PlannedMedia, ...]


def post_entry(post: PlannedPost) -> dict[str, object]:
    """An entry of posts_N.json: a single picture carries caption and time, a carousel's do not."""
    if len(post.media) == 1:
        return {"media": [media_entry(post.media[0], post.caption)]}
    return {
        "media": [media_entry(media, "") for media in post.media],
        "title": post.caption,
        "creation_timestamp": post.taken_at,
    }


def bare_media_entry(post: PlannedPost) -> dict[str, object]:
    """An entry of stories.json, which has no post around the media."""
    return media_entry(post.media[0], post.caption)


def media_entry(media: PlannedMedia, title: str) -> dict[str, object]:
    """One media as it stands in every list."""
    metadata: dict[str, object] = {"camera_metadata": {"has_camera_metadata": False}}
    if media.is_video:
        metadata["video_metadata"] = {
            "exif_data": [{"device_id": "android-0f1e2d3c4b5a", "source_type": "4"}]
        }
    elif media.place is not None:
        latitude, longitude = media.place
        metadata["photo_metadata"] = {
            "exif_data": [{"latitude": latitude, "longitude": longitude}, {"iso": 100}]
        }
    return {
        "uri": media.uri,
        "creation_timestamp": media.taken_at,
        "media_metadata": metadata,
        "title": title,
        "cross_post_source": {"source_app": "FB"},
    }
