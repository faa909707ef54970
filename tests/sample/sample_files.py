"""Samples of all layouts, made when asked for, and plain readers of what is in them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from organizer.archive.sample.entries import PlannedMedia, PlannedPost
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.layouts.list_names import is_list
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.topics import load_topics

POSTS = 24
SEED = 4
NESTED = "personal_information/personal_information/personal_information"
MEDIA_SUFFIXES = {".jpg", ".webp", ".mp4"}
JSON_LISTS = {
    SampleLayout.CONTENT: "content",
    SampleLayout.ACTIVITY_CONTENT: "your_instagram_activity/content",
    SampleLayout.ACTIVITY_MEDIA: "your_instagram_activity/media",
    SampleLayout.DETAILED: "your_instagram_activity/media",
}
HTML_LISTS = {
    SampleLayout.HTML: "your_instagram_activity/media",
    SampleLayout.HTML_CONTENT: "content",
}
KEYS = {
    "reels": "ig_reels_media",
    "archived_posts": "ig_archived_post_media",
    "stories": "ig_stories",
    "profile_photos": "ig_profile_picture",
    "igtv_videos": "ig_igtv_media",
    "other_content": "ig_other_media",
}
PAGES = {"posts_1", "stories", "reels", "archived_posts", "profile_photos"}
INFORMATION = {
    SampleLayout.FLAT: "profile.json",
    SampleLayout.CONTENT: "personal_information/personal_information.json",
    SampleLayout.ACTIVITY_CONTENT: f"{NESTED}.json",
    SampleLayout.ACTIVITY_MEDIA: f"{NESTED}.json",
    SampleLayout.DETAILED: f"{NESTED}.json",
    SampleLayout.HTML: f"{NESTED}.html",
    SampleLayout.HTML_CONTENT: "personal_information/personal_information.html",
}


@dataclass(frozen=True)
class Samples:
    """Samples of all layouts and languages; each is made when it is asked for first."""

    folder: Path

    def __call__(self, layout: SampleLayout, language="en") -> Path:
        folder = self.folder / f"{layout}-{language}"
        if not folder.exists():
            make_sample(folder, POSTS, SEED, tiny=True, layout=layout, language=language)
        return folder


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def media_in(folder: Path) -> set[str]:
    return {name for name in names_in(folder) if Path(name).suffix in MEDIA_SUFFIXES}


def list_names(folder: Path) -> list[str]:
    return sorted(filter(is_list, names_in(folder)))


def values_of(content: object, key: str) -> Iterator[str]:
    """The values of `key` anywhere inside."""
    if isinstance(content, dict):
        for inner, value in content.items():
            if inner == key:
                yield value
            else:
                yield from values_of(value, key)
    elif isinstance(content, list):
        for item in content:
            yield from values_of(item, key)


def named_media(folder: Path) -> set[str]:
    named: set[str] = set()
    for name in list_names(folder):
        if name.endswith(".html"):
            page = read_page(folder / name)
            named |= {node.attributes["src"] for node in page.css("img, video")}
        else:
            content = json.loads((folder / name).read_bytes())
            named |= {*values_of(content, "uri"), *values_of(content, "path")}
    return named


def read_page(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def blocks_of(page: LexborHTMLParser):
    return page.css("div.pam._3-95._2ph-._a6-g.uiBoxWhite.noborder")


def repaired(text: str) -> str:
    return text.encode("latin-1").decode("utf-8")


def repaired_object(content: dict) -> dict:
    return {key: repaired(v) if isinstance(v, str) else v for key, v in content.items()}


def planned_post(
    caption="",
    uri="media/posts/202403/1_2_3_n_4.jpg",
    taken_at=1_709_276_640,
    place=None,
    is_video=False,
) -> PlannedPost:
    media = PlannedMedia(uri, load_topics()[0], taken_at, is_video, place)
    return PlannedPost("posts", taken_at, caption, (media,))
