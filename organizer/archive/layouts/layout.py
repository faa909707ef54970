"""What every form of an export has in common: lists of posts that can be found and read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from organizer.archive.file_tree import FileTree
from organizer.archive.records import Post, PostKind


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of the export that lists posts.

    `path` is relative to the root; `kind` is what its name says, which an entry may know better;
    `layout` is the name of the one that reads it.
    """

    path: str
    kind: PostKind
    layout: str


class Layout(Protocol):
    """One form in which exports list their posts. A new one by Instagram is one new module."""

    @property
    def name(self) -> str:
        """Tells this form from the others."""

    def detect(self, tree: FileTree) -> tuple[ContentFile, ...]:
        """The files that this form has in `tree`, by what is in them; none in another's."""

    def posts(self, tree: FileTree, file: ContentFile) -> Iterator[Post]:
        """The posts of a file that `detect` found, in its order.

        Gives all that can be read; then raises, when something could not be, UnreadableFile,
        BrokenJson, UnknownShape or another of the errors of this room, which names the file.
        """
