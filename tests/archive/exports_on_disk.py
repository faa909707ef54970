"""Exports that a test writes line by line, and what is read of them."""

from pathlib import Path

from organizer.archive.export import Export
from organizer.archive.file_tree import FolderTree
from organizer.archive.records import Post
from organizer.archive.sample.escaping import dump_json
from organizer.errors import OrganizerError

ACTIVITY = "your_instagram_activity/media"
TIME = 1_700_000_000
"""14 November 2023, 22:13:20 in Greenwich."""


def media(uri: str = "media/posts/202311/a.jpg", **fields: object) -> dict[str, object]:
    """A media as all JSON lists since 2021 have it."""
    return {"uri": uri, "creation_timestamp": TIME, "title": "", **fields}


def write_list(folder: Path, content: object, name: str = f"{ACTIVITY}/posts_1.json") -> None:
    """Writes `content` as Instagram would: as JSON with broken text; bytes as they are."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else dump_json(content).encode("ascii"))


def write_media(folder: Path, *uris: str) -> None:
    """Writes a file of some bytes at each of `uris`."""
    for uri in uris:
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_bytes(b"\xff\xd8\xff\xe0")


def read_folder(folder: Path) -> tuple[list[Post], list[OrganizerError]]:
    """The posts of all lists of the export in `folder`, and what was wrong with them."""
    export = Export(FolderTree(folder))
    posts: list[Post] = []
    problems: list[OrganizerError] = []
    for file in export.content_files():
        try:
            posts.extend(export.posts(file))
        except OrganizerError as error:
            problems.append(error)
    return posts, problems


def posts_of(folder: Path) -> list[Post]:
    """The posts of an export with which nothing is wrong."""
    posts, problems = read_folder(folder)
    assert problems == []
    return posts


def read_list(folder: Path, content: object, name: str = f"{ACTIVITY}/posts_1.json") -> list[Post]:
    """What is read of `content` when it is a list of the export in `folder`."""
    write_list(folder, content, name)
    return posts_of(folder)
