"""The web pages that Instagram gives when nobody asks for JSON: posts_1.html and their like."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from organizer.archive.errors import TooLargePage, UnreadableDates, UnreadableFile
from organizer.archive.export_words import export_words, folded
from organizer.archive.file_tree import FileTree
from organizer.archive.layouts.content_names import list_kind, list_stem, natural_order
from organizer.archive.layouts.layout import ContentFile
from organizer.archive.layouts.page_blocks import Block, find_blocks
from organizer.archive.layouts.unlisted import month_of_folder, start_of_month
from organizer.archive.media_types import media_type_of
from organizer.archive.page_dates import PageDates
from organizer.archive.records import MediaItem, Post, PostKind, TimePrecision
from organizer.archive.text import clean_text
from organizer.archive.values import plausible_time, read_coordinates

# Ten thousand posts come to some 15 MB, 200,000 elements and a nesting of 12.
_LARGEST_PAGE = 64 << 20
_MOST_ELEMENTS = 2_000_000
_DEEPEST_NESTING = 200
# The parser takes time by the square of the depth of nesting.
_TAG = re.compile(rb"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
# They end by themselves, so that the next of them does not lie in them.
_UNNESTED = frozenset(
    b"area base br col dd dt embed hr img input li link meta option p source td th tr wbr".split()
)
_CAPTION_CLASS = "_a6-h"
_HEADINGS = ("h1", "h2", "h3", "h4")
_LONGEST_EXAMPLE = 40


class WebPages:
    """The lists of an export in HTML format, where there is no JSON of the same list."""

    name = "web-pages"

    def detect(self, tree: FileTree) -> tuple[ContentFile, ...]:
        """The pages in `tree` that list posts and have no twin in JSON format."""
        files = tree.files
        in_json = {stem for name in files if (stem := list_stem(name, "json"))}
        found = [
            ContentFile(name, kind, self.name)
            for name in files
            if (kind := list_kind(name, "html")) and list_stem(name, "html") not in in_json
        ]
        return tuple(sorted(found, key=lambda file: natural_order(file.path)))

    def posts(self, tree: FileTree, file: ContentFile) -> Iterator[Post]:
        """The posts of the page; raises UnreadableDates at the end when some had none to read."""
        reader = _PostReader(file.kind, PageDates())
        page = _parsed(tree, file)
        for block in find_blocks(page, reader.dates):
            yield reader.post(block)
        if reader.unreadable_date is not None:
            raise UnreadableDates(file.path, reader.unreadable_date)


def _parsed(tree: FileTree, file: ContentFile) -> LexborHTMLParser:
    """The page. Raises UnreadableFile, or TooLargePage for what would take minutes or gigabytes."""
    size = tree.files[file.path].size
    if size > _LARGEST_PAGE:
        raise TooLargePage(file.path, f"{size / 1e6:.0f} MB")
    try:
        with tree.open(file.path) as stream:
            content = stream.read(_LARGEST_PAGE)
    except OSError as error:
        raise UnreadableFile(file.path, str(error)) from error
    open_tags: defaultdict[bytes, int] = defaultdict(int)
    nesting = elements = 0
    for closes, tag in _TAG.findall(content):
        name = tag.lower()
        if name in _UNNESTED:
            elements += 1
        elif not closes:
            open_tags[name] += 1
            elements, nesting = elements + 1, nesting + 1
        elif open_tags[name]:
            open_tags[name] -= 1
            nesting -= 1
        if nesting > _DEEPEST_NESTING:
            raise TooLargePage(file.path, f"more than {_DEEPEST_NESTING} elements in one another")
    if elements > _MOST_ELEMENTS:
        raise TooLargePage(file.path, f"{elements:,} elements")
    return LexborHTMLParser(content.decode("utf-8-sig", "replace"))


class _PostReader:
    """Reads the blocks of one page, whose dates are all in one language.

    Attributes:
        dates: What is known of that language.
        unreadable_date: An example of what could not be read; None when all could.
    """

    def __init__(self, kind: PostKind, dates: PageDates) -> None:
        self.dates = dates
        self.unreadable_date: str | None = None
        self._kind = kind

    def post(self, block: Block) -> Post:
        """The post that `block` shows."""
        taken_at, precision = self._time(block)
        places = _places(block)
        media = tuple(
            MediaItem(uri, media_type_of(uri, {}), None, *places.get(uri, (None, None)))
            for uri in block.uris
        )
        return Post(self._kind, taken_at, _caption(block), media, precision)

    def _time(self, block: Block) -> tuple[datetime | None, TimePrecision]:
        month = next(filter(None, map(month_of_folder, block.uris)), None)
        # A caption that is a date stands above the media, the date below.
        lines = [text for child in block.below if (text := child.text(strip=True))]
        for line in reversed(lines or [child.text(strip=True) for child in block.above]):
            written = self.dates.read(line, month)
            taken_at = plausible_time(written.astimezone()) if written is not None else None
            if taken_at is not None:
                return taken_at, TimePrecision.ZONELESS
        self.unreadable_date = clean_text(lines[-1] if lines else "–")[:_LONGEST_EXAMPLE]
        taken_at = start_of_month(month) if month is not None else None
        return taken_at, TimePrecision.EXACT if taken_at is None else TimePrecision.MONTH


def _caption(block: Block) -> str:
    """The text above the media, with its lines; "" when there is none."""
    above = block.above
    for child in above:
        marked = child.css_first(f".{_CAPTION_CLASS}")
        if marked is not None:
            return _text(marked)
    above.sort(key=lambda child: child.tag not in _HEADINGS)
    return next(filter(None, map(_text, above)), "")


def _text(element: LexborNode) -> str:
    for line_break in element.css("br"):
        line_break.replace_with("\n")
    return clean_text(element.text()).strip()


def _places(block: Block) -> dict[str, tuple[float | None, float | None]]:
    """The coordinates of media from their tables, which are in the language of the account."""
    words = export_words()
    found: defaultdict[str, dict[str, object]] = defaultdict(dict)
    for uri, table in block.tables:
        texts = [
            text
            for node in table.traverse(include_text=True)
            if node.is_text_node and (text := node.text(deep=False).strip())
        ]
        for label, value in pairwise(texts):
            for name, labels in (("latitude", words.latitude), ("longitude", words.longitude)):
                if folded(label) in labels:
                    found[uri].setdefault(name, value)
    return {uri: read_coordinates(values) for uri, values in found.items()}
