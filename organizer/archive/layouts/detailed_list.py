"""The detailed posts.json of 2025, beside the numbered lists.

What a post holds stands under labels in the export's own language, media at any depth. It lists the
same posts once more, and each of the two can have posts that the other lacks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from organizer.archive.errors import UnknownShape
from organizer.archive.export_words import export_words, folded
from organizer.archive.file_tree import FileTree
from organizer.archive.json_stream import read_entries
from organizer.archive.layouts.content_names import list_kind, natural_order
from organizer.archive.layouts.entries import Entry, caption_of, post_time, read_media, read_post
from organizer.archive.layouts.layout import ContentFile
from organizer.archive.records import Post, PostKind
from organizer.archive.text import clean_text, is_right_already, repair_text
from organizer.errors import OrganizerError

_NESTING = ("label_values", "dict", "vec")
_DEEPEST = 64
_MOST_PEEKED_AT = 20


def is_detailed(tree: FileTree, name: str) -> bool:
    """Whether the list `name` is of this form: its first entry that is whole has labels."""
    try:
        with tree.open(name) as stream:
            for _, entry in islice(read_entries(stream, name), _MOST_PEEKED_AT):
                if isinstance(entry, dict):
                    return _has_labels(entry)
    except (OrganizerError, OSError):
        # Whoever reads the file will say what is wrong with it.
        pass
    return False


def _has_labels(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("label_values"), list)


class DetailedList:
    """Lists of {"timestamp", "media", "label_values"}."""

    name = "detailed-list"

    def detect(self, tree: FileTree) -> tuple[ContentFile, ...]:
        """The lists of this form in `tree`."""
        found = [
            ContentFile(name, kind, self.name)
            for name in tree.files
            if (kind := list_kind(name, "json")) and is_detailed(tree, name)
        ]
        return tuple(sorted(found, key=lambda file: natural_order(file.path)))

    def posts(self, tree: FileTree, file: ContentFile) -> Iterator[Post]:
        """The posts of `file`; raises what was wrong when all that can be read was given."""
        unknown = 0
        with tree.open(file.path) as stream:
            for _, entry in read_entries(stream, file.path):
                # A plain post among them is as good as one in a list of its own.
                post = (
                    _read_labelled(entry, file.kind)
                    if isinstance(entry, dict) and _has_labels(entry)
                    else read_post(entry, file.kind)
                )
                if post is None:
                    unknown += 1
                elif post.media:
                    yield post
        if unknown:
            raise UnknownShape(file.path, f"{unknown}")


@dataclass(slots=True)
class _Labelled:
    """What was found under labels: `slides` in the order of the carousel."""

    slides: list[Entry] = field(default_factory=list)
    nested_slides: list[Entry] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    is_draft: bool = False


def _read_labelled(entry: Entry, kind: PostKind) -> Post:
    found = _Labelled()
    _collect(entry, found, 0)
    # The nested items of a carousel come last first.
    slides = [*found.slides, *reversed(found.nested_slides)]
    media = tuple(read_media(slides))
    repair = clean_text if is_right_already(found.captions) else repair_text
    caption = repair(next(filter(None, found.captions), "")) or caption_of({}, slides)
    taken_at = post_time(entry.get("timestamp"), media)
    return Post(kind, taken_at, caption, media, is_draft=found.is_draft)


def _collect(entry: Entry, found: _Labelled, depth: int) -> None:
    """Walks through everything under labels; what an untrusted file nests too deep is left out."""
    media = entry.get("media")
    slides = (
        [slide for slide in media if isinstance(slide, dict)] if isinstance(media, list) else []
    )
    (found.slides if depth <= 1 else found.nested_slides).extend(slides)
    label, value = entry.get("label"), entry.get("value")
    if isinstance(label, str):
        words = export_words()
        name = folded(repair_text(label))
        if name in words.caption and isinstance(value, str):
            found.captions.append(value)
        elif name in words.draft:
            found.is_draft |= folded(repair_text(str(value))) in words.yes
    if depth == _DEEPEST:
        return
    for key in _NESTING:
        for part in _list(entry.get(key)):
            if isinstance(part, dict):
                _collect(part, found, depth + 1)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
