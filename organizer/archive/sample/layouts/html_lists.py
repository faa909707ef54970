"""Layout H: the lists as pages to look at, in the folder where the JSON would lie."""

from collections.abc import Iterator, Sequence
from html import escape

from organizer.archive.sample.entries import PlannedMedia, PlannedPost
from organizer.archive.sample.layouts.html_page import block, page, table
from organizer.archive.sample.layouts.list_names import POSTS_IN_A_FILE
from organizer.archive.sample.wording import Wording

# Kind of post: the page's name. Pages of posts have a number besides.
_PAGES = {
    "stories": "stories",
    "reels": "reels",
    "archived_posts": "archived_posts",
    "profile": "profile_photos",
}
_MEDIA_CLASSES = "_a6_o _3-96"


def html_lists(
    folder: str, caption_tag: str, planned: Sequence[PlannedPost], wording: Wording
) -> dict[str, bytes]:
    """The pages in `folder`, by name; captions are elements named `caption_tag`."""
    return {
        name: page(
            name, wording.titles[kind], (_post_block(caption_tag, post, wording) for post in posts)
        )
        for name, kind, posts in _listed(folder, planned)
    }


def _listed(
    folder: str, planned: Sequence[PlannedPost]
) -> Iterator[tuple[str, str, list[PlannedPost]]]:
    """Name, kind and posts of each page."""
    posts = [post for post in planned if post.kind == "posts"]
    for number, start in enumerate(range(0, len(posts), POSTS_IN_A_FILE), start=1):
        yield f"{folder}/posts_{number}.html", "posts", posts[start : start + POSTS_IN_A_FILE]
    for kind, name in _PAGES.items():
        yield f"{folder}/{name}.html", kind, [post for post in planned if post.kind == kind]


def _post_block(caption_tag: str, post: PlannedPost, wording: Wording) -> str:
    caption = "" if post.kind == "profile" else post.caption
    slides = [_slide(item, wording) for item in post.media]
    return block(caption_tag, caption, "".join(slides), wording.written_date(post.taken_at))


def _slide(item: PlannedMedia, wording: Wording) -> str:
    path = escape(item.uri)
    if item.is_video:
        return f'<div><video src="{path}" controls="1" class="{_MEDIA_CLASSES}"></video></div>'
    picture = f'<img src="{path}" class="{_MEDIA_CLASSES}" />'
    rows: list[tuple[str, str]] = []
    if item.place is not None:
        latitude, longitude = item.place
        rows = [(wording.latitude, str(latitude)), (wording.longitude, str(longitude))]
    return f'<div><a target="_blank" href="{path}">{picture}</a>{table(rows)}</div>'
