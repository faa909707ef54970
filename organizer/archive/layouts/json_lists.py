"""The JSON lists of 2021 to today: posts_N.json, stories.json, reels.json and their like.

They lay in content/ (2021), your_instagram_activity/content/ (2023) and lie in
your_instagram_activity/media/; what is in them is the same. They differ in where a caption and a
time stand: a single picture has both on its media, a carousel on the post.
"""

from collections.abc import Iterator

from organizer.archive.errors import UnknownShape
from organizer.archive.file_tree import FileTree
from organizer.archive.json_stream import read_entries
from organizer.archive.layouts.content_names import list_kind, natural_order
from organizer.archive.layouts.detailed_list import is_detailed
from organizer.archive.layouts.entries import read_post
from organizer.archive.layouts.layout import ContentFile
from organizer.archive.records import Post, PostKind

_KINDS = {
    "": None,
    "ig_stories": PostKind.STORY,
    "ig_profile_picture": PostKind.PROFILE,
    "ig_archived_post_media": PostKind.ARCHIVED,
    "ig_reels_media": PostKind.REEL,
    "ig_igtv_media": PostKind.IGTV,
    "ig_other_media": PostKind.OTHER,
    "ig_recently_deleted_media": PostKind.OTHER,
}


class JsonLists:
    """Lists of POST or bare MEDIA, bare or under one key."""

    name = "json-lists"

    def detect(self, tree: FileTree) -> tuple[ContentFile, ...]:
        """The lists in `tree`, in the order in which they are to be read."""
        found = [
            ContentFile(name, kind, self.name)
            for name in tree.files
            if (kind := list_kind(name, "json")) and not is_detailed(tree, name)
        ]
        return tuple(sorted(found, key=lambda file: natural_order(file.path)))

    def posts(self, tree: FileTree, file: ContentFile) -> Iterator[Post]:
        """The posts of `file`; raises what was wrong when all that can be read was given."""
        unknown, is_known = 0, False
        with tree.open(file.path) as stream:
            keys = set[str]()
            for key, entry in read_entries(stream, file.path):
                keys.add(key)
                post = read_post(entry, _KINDS.get(key) or file.kind)
                if post is None:
                    unknown += 1
                elif post.media:
                    is_known = True
                    yield post
        if not is_known and keys - _KINDS.keys():
            raise UnknownShape(file.path, "it is no list of posts")
        if unknown:
            raise UnknownShape(file.path, f"{unknown}")
