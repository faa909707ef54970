"""Web pages that a test writes block by block, as an export in HTML has them."""

from datetime import datetime
from pathlib import Path

from exports_on_disk import posts_of, write_list

from organizer.archive.records import Post
from organizer.archive.sample.layouts.html_page import page

PAGE = "your_instagram_activity/media/posts_1.html"
DATE = "May 27, 2021 6:44 am"
WRITTEN = datetime(2021, 5, 27, 6, 44)  # noqa: DTZ001 - pages have no zone
A, B = "media/posts/202105/a.jpg", "media/posts/202105/b.mp4"


def shown(uri: str = A) -> str:
    if uri.endswith("mp4"):
        return f'<div><video src="{uri}" controls="1"></video></div>'
    return f'<div><a target="_blank" href="{uri}"><img src="{uri}" class="_a6_o _3-96" /></a></div>'


def write_page(folder: Path, *blocks: str, name: str = PAGE) -> None:
    write_list(folder, page(name, "Posts", blocks), name)


def read_page(folder: Path, *blocks: str, name: str = PAGE) -> list[Post]:
    write_page(folder, *blocks, name=name)
    return posts_of(folder)


def uris(post: Post) -> list[str]:
    return [item.uri for item in post.media]
