"""The one media.json of the years 2018 to 2020, at the root.

Its items are media, not posts: the slides of a carousel are items of one moment and one caption.
Its text is right as it stands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from organizer.archive.errors import UnknownShape
from organizer.archive.file_tree import FileTree
from organizer.archive.json_stream import read_entries
from organizer.archive.layouts.layout import ContentFile
from organizer.archive.media_types import media_type_of
from organizer.archive.records import MediaItem, Post, PostKind
from organizer.archive.text import clean_text
from organizer.archive.values import plausible_time, read_uri
from organizer.errors import OrganizerError

_FILE = "media.json"
_KINDS = {
    "photos": PostKind.POST,
    "videos": PostKind.POST,
    "stories": PostKind.STORY,
    "profile": PostKind.PROFILE,
}
# Pictures sent in messages are nobody's posts.
_KEYS = _KINDS.keys() | {"direct"}


class FlatList:
    """{"photos": […], "videos": […], "stories": […], "profile": […], "direct": […]}."""

    name = "flat-list"

    def detect(self, tree: FileTree) -> tuple[ContentFile, ...]:
        """The list, when the media.json at the root of `tree` is one."""
        if _FILE not in tree.files:
            return ()
        try:
            with tree.open(_FILE) as stream:
                is_one = any(key in _KEYS for key, _ in read_entries(stream, _FILE))
        except OrganizerError:
            # Whoever reads the file will say what is wrong with it.
            is_one = True
        return (ContentFile(_FILE, PostKind.POST, self.name),) if is_one else ()

    def posts(self, tree: FileTree, file: ContentFile) -> Iterator[Post]:
        """The posts of the list; raises what was wrong when all that can be read was given."""
        posts: dict[object, _Post] = {}
        unknown = 0
        wrong: OrganizerError | None = None
        try:
            with tree.open(file.path) as stream:
                for key, entry in read_entries(stream, file.path):
                    kind = _KINDS.get(key)
                    if kind is None:
                        continue
                    item = _read_media(entry)
                    if item is None:
                        unknown += 1
                        continue
                    post = _Post(kind, item.taken_at, _caption(entry))
                    is_slide = kind is PostKind.POST and item.taken_at is not None
                    group = (post.taken_at, post.caption) if is_slide else item.uri
                    posts.setdefault(group, post).media.setdefault(item.uri, item)
        except OrganizerError as error:
            wrong = error
        for post in posts.values():
            yield Post(post.kind, post.taken_at, post.caption, tuple(post.media.values()))
        if wrong is not None:
            raise wrong
        if unknown:
            raise UnknownShape(file.path, f"{unknown}")


@dataclass(slots=True)
class _Post:
    """What is known of a post while its slides are still being found."""

    kind: PostKind
    taken_at: datetime | None
    caption: str
    media: dict[str, MediaItem] = field(default_factory=dict)


def _read_media(entry: object) -> MediaItem | None:
    if not isinstance(entry, Mapping):
        return None
    path = entry.get("path")
    uri = read_uri(clean_text(path)) if isinstance(path, str) else None
    if uri is None:
        return None
    return MediaItem(uri, media_type_of(uri, {}), _time(entry.get("taken_at")))


def _caption(entry: object) -> str:
    caption = entry.get("caption") if isinstance(entry, Mapping) else None
    return clean_text(caption) if isinstance(caption, str) else ""


def _time(value: object) -> datetime | None:
    """The moment of an ISO 8601 text; one without an offset is taken for UTC."""
    if not isinstance(value, str):
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        return None
    return plausible_time(time if time.tzinfo else time.replace(tzinfo=UTC))
