"""One export, or one part of one, opened for reading and for nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from organizer.archive.account import account_of
from organizer.archive.file_tree import FileTree
from organizer.archive.layouts.detailed_list import DetailedList
from organizer.archive.layouts.flat_list import FlatList
from organizer.archive.layouts.json_lists import JsonLists
from organizer.archive.layouts.layout import ContentFile, Layout
from organizer.archive.layouts.unlisted import unlisted_posts
from organizer.archive.layouts.web_pages import WebPages
from organizer.archive.records import FileStamp, MediaItem, Post, PostKind
from organizer.errors import OrganizerError

LAYOUTS: tuple[Layout, ...] = (JsonLists(), DetailedList(), FlatList(), WebPages())
"""Every form there has been; of two that list the same post, the earlier here knows more of it."""

# A picture that stands in two lists belongs to the first of them.
_PRECEDENCE = tuple(PostKind)


class Export:
    """The export whose root `tree` starts from.

    What it gives out is found by uri, so that callers need not know how the export is packed.
    """

    def __init__(self, tree: FileTree) -> None:
        self._tree = tree
        self._by_base_name: dict[str, str | None] | None = None

    @property
    def path(self) -> Path:
        """Where the root lies, as if zips were folders."""
        return self._tree.place

    @property
    def refused(self) -> tuple[OrganizerError, ...]:
        """What was left out of the files, and why: links, names that lead elsewhere."""
        return self._tree.refused

    def signature(self) -> str:
        """Tells quickly whether anything changed: see FileTree.signature. Raises UnreadableFile."""
        return self._tree.signature()

    def content_files(self) -> tuple[ContentFile, ...]:
        """The files that list posts, in the order in which they are to be read."""
        found = [file for layout in LAYOUTS for file in layout.detect(self._tree)]
        rank = {layout.name: number for number, layout in enumerate(LAYOUTS)}
        found.sort(key=lambda file: (rank[file.layout], _PRECEDENCE.index(file.kind)))
        return tuple(found)

    def posts(self, file: ContentFile) -> Iterator[Post]:
        """The posts of a content file, with the uris that their media have on disk.

        Gives all that can be read, then raises what was wrong: see Layout.posts.
        """
        layout = next(layout for layout in LAYOUTS if layout.name == file.layout)
        for post in layout.posts(self._tree, file):
            located = tuple(map(self._located, post.media))
            yield post if located == post.media else replace(post, media=located)

    def unlisted(self, listed: frozenset[str]) -> Iterator[Post]:
        """Posts for the media in this export whose uris are not among `listed`."""
        return unlisted_posts(self._tree, listed)

    def stamps(self) -> dict[str, FileStamp]:
        """The stamps of all files by uri."""
        return dict(self._tree.files)

    def stamp(self, uri: str) -> FileStamp | None:
        """The stamp of one file; None when there is none at `uri`."""
        return self._tree.files.get(uri)

    def open(self, uri: str) -> BinaryIO:
        """The file at `uri`, to be read in any order.

        Raises UnreadableFile or SuspiciousEntry.
        """
        return self._tree.open_seekable(uri)

    def account(self) -> str:
        """The account's user name, or "" where nothing says it."""
        return account_of(self._tree)

    def _located(self, item: MediaItem) -> MediaItem:
        """`item` under the uri of its file: a list may leave out the folder of the month."""
        if item.uri in self._tree.files:
            return item
        if self._by_base_name is None:
            self._by_base_name = _by_base_name(self._tree.files)
        found = self._by_base_name.get(PurePosixPath(item.uri).name)
        return item if found is None else replace(item, uri=found)


def _by_base_name(names: Iterable[str]) -> dict[str, str | None]:
    """The media files by the last part of their names; None where several end alike."""
    found: dict[str, str | None] = {}
    for name in names:
        # Only under media/: a file of another section may have the same name.
        if name.startswith("media/"):
            base = name.rpartition("/")[2]
            found[base] = None if base in found else name
    return found
