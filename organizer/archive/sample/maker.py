"""Writes a whole export, of the layout that Instagram uses today."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

from organizer.archive.sample.entries import (
    PlannedMedia,
    PlannedPost,
    bare_media_entry,
    media_entry,
    post_entry,
)
from organizer.archive.sample.errors import FolderInUse, FolderNotWritable
from organizer.archive.sample.escaping import dump_json
from organizer.archive.sample.pictures import picture, tiny_picture, video
from organizer.archive.sample.plan import plan_posts

_ACTIVITY = "your_instagram_activity"
_LISTS = f"{_ACTIVITY}/media"
_INFORMATION = "personal_information/personal_information/personal_information.json"
_POSTS_IN_A_FILE = 10_000
_WRITTEN_AT_ONCE = 512
_ACCOUNT = "sample_moments"

Files = dict[str, object]


@dataclass(frozen=True, slots=True)
class SampleSummary:
    """What a sample holds; `posts` counts those of posts_N.json, `carousels` are among them."""

    folder: Path
    posts: int
    carousels: int
    reels: int
    stories: int
    pictures: int
    videos: int


def make_sample(
    folder: Path,
    posts: int = 200,
    seed: int = 1,
    tiny: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> SampleSummary:
    """Writes an export with `posts` posts into `folder`, the same one for the same `seed`.

    Photographs come from scikit-image and scikit-learn where these are installed, drawings take
    their place otherwise. `tiny` pictures have 48 x 60 pixels and are made by thousands a second.
    `progress` hears how many of how many files are written. A sample that is there already, whole
    or begun, is written over; pictures of it that the new one lacks stay on disk, in no list.
    Raises FolderInUse when `folder` holds anything else, FolderNotWritable.
    """
    _refuse_used(folder)
    planned = plan_posts(posts, seed)
    media = [item for post in planned for item in post.media]
    try:
        # First, so that a sample that was interrupted can be made again in its place.
        _write(folder / _INFORMATION, _information())
        for count, _ in enumerate(_write_media(folder, media, seed, tiny), start=1):
            if progress and (count % _WRITTEN_AT_ONCE == 0 or count == len(media) or not tiny):
                progress(count, len(media))
        files = _content(planned)
        for name, content in files.items():
            _write(folder / name, dump_json(content).encode("ascii"))
        for older in (folder / _LISTS).glob("posts_*.json"):
            # Of a larger sample: its posts would be shown beside the new ones.
            if f"{_LISTS}/{older.name}" not in files:
                older.unlink()
        _write(folder / "connections/no-data.txt", b"You have no data in this section.\n")
    except OSError as error:
        raise FolderNotWritable(str(folder), error.strerror or str(error)) from error
    return _summary(folder, planned)


def _refuse_used(folder: Path) -> None:
    try:
        used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise FolderNotWritable(str(folder), error.strerror or str(error)) from error
    if used and not _is_sample(folder):
        raise FolderInUse(str(folder))


def _is_sample(folder: Path) -> bool:
    """Whether `folder` was made here: a real export is never written over.

    A person's own information has more in it than a name, whatever the name.
    """
    try:
        return (folder / _INFORMATION).read_bytes() == _information()
    except OSError:
        return False


def _information() -> bytes:
    """The file that says whose export this is."""
    name = {"href": "", "value": _ACCOUNT, "timestamp": 0}
    user = {"media_map_data": {}, "string_map_data": {"Username": name}}
    return dump_json({"profile_user": [user]}).encode("ascii")


def _write_media(folder: Path, media: list[PlannedMedia], seed: int, tiny: bool) -> Iterator[None]:
    def write(job: tuple[int, PlannedMedia]) -> None:
        number, item = job
        random = Random(f"{seed}/{number}")
        if item.is_video:
            content = video(item.topic, random)
        elif tiny:
            content = tiny_picture(item.topic, number)
        else:
            content = picture(item.topic, random)
        (folder / item.uri).write_bytes(content)

    for inner in {Path(item.uri).parent for item in media}:
        (folder / inner).mkdir(parents=True, exist_ok=True)
    if tiny:
        yield from map(write, enumerate(media))
        return
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(write, enumerate(media))


def _content(planned: list[PlannedPost]) -> Files:
    """The JSON files of the export by name."""
    by_kind: dict[str, list[PlannedPost]] = {}
    for post in planned:
        by_kind.setdefault(post.kind, []).append(post)
    files: Files = {}
    posts = by_kind.get("posts", [])
    for number, start in enumerate(range(0, len(posts), _POSTS_IN_A_FILE), start=1):
        chunk = posts[start : start + _POSTS_IN_A_FILE]
        files[f"{_LISTS}/posts_{number}.json"] = [post_entry(post) for post in chunk]
    files[f"{_LISTS}/reels.json"] = {"ig_reels_media": [post_entry(p) for p in by_kind["reels"]]}
    files[f"{_LISTS}/archived_posts.json"] = {
        "ig_archived_post_media": [post_entry(post) for post in by_kind["archived_posts"]]
    }
    files[f"{_LISTS}/stories.json"] = {
        "ig_stories": [bare_media_entry(post) for post in by_kind["stories"]]
    }
    files[f"{_LISTS}/profile_photos.json"] = {
        "ig_profile_picture": [media_entry(post.media[0], "") for post in by_kind["profile"]]
    }
    return files | _other_files()


def _other_files() -> Files:
    """What real exports hold besides, some of it under the names of lists of posts."""
    return {
        "logged_information/past_instagram_insights/posts.json": {
            "organic_insights_posts": [{"title": "", "string_map_data": {}}]
        },
        f"{_ACTIVITY}/threads/threads_and_replies.json": {"text_post_app_text_posts": []},
        f"{_ACTIVITY}/likes/liked_posts.json": {"likes_media_likes": []},
        "connections/followers_and_following/followers_1.json": [],
    }


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _summary(folder: Path, planned: list[PlannedPost]) -> SampleSummary:
    kinds = [post.kind for post in planned]
    media = [item for post in planned for item in post.media]
    videos = sum(item.is_video for item in media)
    return SampleSummary(
        folder=folder,
        posts=kinds.count("posts"),
        carousels=sum(post.kind == "posts" and len(post.media) > 1 for post in planned),
        reels=kinds.count("reels"),
        stories=kinds.count("stories"),
        pictures=len(media) - videos,
        videos=videos,
    )
