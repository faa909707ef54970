"""Decides what the sample shows, when and with which words: the same for the same seed."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from organizer.archive.sample.entries import PlannedMedia, PlannedPost
from organizer.archive.sample.topics import Topic, load_topics

_LAST_POST = datetime(2025, 6, 14, 12, 30, tzinfo=UTC)
_YEARS = 6
_JEJU = (33.4507, 126.5707)
_MOST_STORIES = 50
_PLACE_SHARE = 0.15
_BARE_CAPTION_SHARE = 0.08
_LYING_SUFFIX_SHARE = 0.02
_VIDEO_KINDS = {"reels", "igtv"}
# A draft's pictures lie among those of posts.
_FOLDERS = {"drafts": "posts"}


def plan_posts(posts: int, seed: int, rare_kinds: Sequence[str] = ()) -> list[PlannedPost]:
    """`posts` posts, newest first, and with them reels, stories, archived posts and a portrait.

    Of each of `rare_kinds` ("igtv", "other", "drafts") there is one, and all else is the same
    with them as without.
    """
    random = Random(seed)
    planned = list(_posts("posts", posts, random))
    planned += _posts("reels", max(1, min(posts // 40, 5)), random)
    planned += _posts("stories", max(3, min(posts // 12, _MOST_STORIES)), random)
    planned += _posts("archived_posts", max(1, min(posts // 50, 10)), random)
    planned += _posts("profile", 1, random)
    for kind in rare_kinds:
        planned += _posts(kind, 1, random)
    return planned


def _posts(kind: str, count: int, random: Random) -> Iterator[PlannedPost]:
    times = _times(count, random)
    for number, taken_at in enumerate(times):
        topic = random.choices(load_topics(), [topic.weight for topic in load_topics()])[0]
        slides = random.randint(2, 5) if kind == "posts" and number % 8 == 3 else 1
        media = tuple(_media(kind, topic, taken_at, random) for _ in range(slides))
        # A carousel is made a second after its pictures were sent.
        yield PlannedPost(kind, taken_at + (slides > 1), _caption(topic, random), media)


def _times(count: int, random: Random) -> list[int]:
    """Unix seconds over six years, newest first, more by day than by night, some equal."""
    seconds = [
        int((_LAST_POST - timedelta(days=random.uniform(0, 365.25 * _YEARS))).timestamp())
        for _ in range(count)
    ]
    for number in range(9, count, 40):
        seconds[number] = seconds[number - 1]
    return sorted(seconds, reverse=True)


def _media(kind: str, topic: Topic, taken_at: int, random: Random) -> PlannedMedia:
    is_video = kind in _VIDEO_KINDS
    month = datetime.fromtimestamp(taken_at, UTC).strftime("%Y%m")
    name = "_".join(str(random.randrange(10 ** (digits - 1), 10**digits)) for digits in (9, 16, 19))
    suffix = "mp4" if is_video else "jpg"
    if not is_video and random.random() < _LYING_SUFFIX_SHARE:
        # Instagram names JPEG files so; what is in them counts.
        suffix = "webp"
    identifier = random.randrange(10**16, 10**17)
    latitude, longitude = (part + random.gauss(0, 0.05) for part in _JEJU)
    has_place = random.random() < _PLACE_SHARE
    return PlannedMedia(
        uri=f"media/{_FOLDERS.get(kind, kind)}/{month}/{name}_n_{identifier}.{suffix}",
        topic=topic,
        taken_at=taken_at,
        is_video=is_video,
        place=(round(latitude, 6), round(longitude, 6)) if has_place else None,
    )


def _caption(topic: Topic, random: Random) -> str:
    return "" if random.random() < _BARE_CAPTION_SHARE else random.choice(topic.captions)
