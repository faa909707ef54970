"""Finds the posts on a web page by its structure.

A post is a block with a caption, media and a line with a date. The classes of its elements have
stayed the same since 2021 but mean nothing and may change; what counts is the structure: the
smallest element around a picture that has a line with a date of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from organizer.archive.media_types import has_media_name
from organizer.archive.page_dates import PageDates
from organizer.archive.text import clean_text
from organizer.archive.values import read_uri

_MEDIA_AND_TABLES = "img[src], video[src], video source[src], a[href], table"
_NO_DATE = "img, video, table"
_MEDIA_PATH = re.compile(r"(?:^|/)media/|^(?:photos|videos|stories|profile)/")
# Links count from the page where it says nothing else.
_UPWARDS = re.compile(r"^(?:\.{1,2}/)+")
_BLOCK_CLASS = "_a6-g"
_HIGHEST_BLOCK = 8


@dataclass(slots=True)
class Block:
    """A post on the page.

    `uris` are those of its media in their order, `tables` what stands in tables, each with the uri
    of the media above it. `above` and `below` are the elements before and after the media.
    """

    element: LexborNode
    uris: dict[str, None] = field(default_factory=dict)
    tables: list[tuple[str, LexborNode]] = field(default_factory=list)
    parts_with_media: set[int] = field(default_factory=set)

    @property
    def above(self) -> list[LexborNode]:
        """The elements before the first that has media."""
        children = list(self.element.iter())
        ends = (n for n, child in enumerate(children) if child.mem_id in self.parts_with_media)
        return children[: next(ends, 0)]

    @property
    def below(self) -> list[LexborNode]:
        """The elements after the last that has media."""
        children = list(self.element.iter())
        starts = [n for n, child in enumerate(children) if child.mem_id in self.parts_with_media]
        return children[starts[-1] + 1 :] if starts else children


def find_blocks(page: LexborHTMLParser, dates: PageDates) -> list[Block]:
    """The posts of `page` from top to bottom."""
    shown = [(element, media_uri(element)) for element in page.css(_MEDIA_AND_TABLES)]
    media = [element for element, uri in shown if uri is not None]
    elements = _block_elements(media, dates)
    blocks: dict[int, Block] = {}
    last_uri = ""
    for element, uri in shown:
        path = _path_to_block(element, elements)
        if not path or (uri is None and element.tag != "table"):
            continue
        block = blocks.setdefault(path[-1].mem_id, Block(path[-1]))
        if uri is not None:
            last_uri = uri
            block.uris[uri] = None
            block.parts_with_media.add(path[-2 if len(path) > 1 else -1].mem_id)
        elif last_uri in block.uris:
            block.tables.append((last_uri, element))
    return [block for block in blocks.values() if block.uris]


def media_uri(element: LexborNode) -> str | None:
    """The media file that `element` shows or leads to."""
    value = element.attributes.get("src") or element.attributes.get("href")
    uri = read_uri(_UPWARDS.sub("", clean_text(value))) if value else None
    if uri is None or not _MEDIA_PATH.search(uri) or not has_media_name(uri):
        return None
    return uri


def _block_elements(media: list[LexborNode], dates: PageDates) -> set[int]:
    """The elements that are blocks around `media`, by their identities in memory."""
    dated = _DatedElements(dates)
    around = {element.mem_id: dated.around(element) for element in media}
    found = {block.mem_id: block for block in around.values() if block is not None}
    # A line with a date beside several posts belongs to none of them.
    outer = {above.mem_id for block in found.values() for above in _ancestors(block)}
    blocks = found.keys() - outer
    parents = {parent.mem_id for block in blocks if (parent := found[block].parent) is not None}
    undated = [
        element
        for element in media
        if (block := around[element.mem_id]) is None or block.mem_id in outer
    ]
    common = _common_ancestor(undated)
    return blocks | {_undated_block(element, parents, common) for element in undated}


class _DatedElements:
    """Elements one of whose children is a line with a date."""

    def __init__(self, dates: PageDates) -> None:
        self._dates = dates
        # Of a list of thousands of posts each would ask again.
        self._known: dict[int, bool] = {}

    def around(self, element: LexborNode) -> LexborNode | None:
        """The smallest such element around `element`."""
        for distance, candidate in enumerate(_ancestors(element)):
            if distance == _HIGHEST_BLOCK or candidate.tag in ("body", "html"):
                return None
            if candidate.mem_id not in self._known:
                self._known[candidate.mem_id] = any(map(self._is_date, candidate.iter()))
            if self._known[candidate.mem_id]:
                return candidate
        return None

    def _is_date(self, element: LexborNode) -> bool:
        """Whether an element has nothing in it but a date; tables have dates of pictures."""
        if element.css_first(_NO_DATE) is not None:
            return False
        return self._dates.read(element.text(strip=True)) is not None


def _undated_block(element: LexborNode, parents: set[int], common: int | None) -> int:
    """The block around `element`, whose date nobody can read.

    It stands beside those that have dates, or is marked by its class, or is what the whole list
    consists of.
    """
    chain = [element, *_ancestors(element)]
    for inner, outer in pairwise(chain):
        if outer.mem_id in parents:
            return inner.mem_id
    for candidate in chain:
        if _BLOCK_CLASS in (candidate.attributes.get("class") or "").split():
            return candidate.mem_id
    for inner, outer in pairwise(chain):
        if outer.mem_id == common:
            return inner.mem_id
    return element.mem_id


def _common_ancestor(elements: list[LexborNode]) -> int | None:
    """The smallest element around all of `elements`."""
    common: list[int] = []
    for number, element in enumerate(elements):
        chain = [above.mem_id for above in _ancestors(element)][::-1]
        if number == 0:
            common = chain
        same = 0
        while same < min(len(common), len(chain)) and common[same] == chain[same]:
            same += 1
        del common[same:]
    return common[-1] if common else None


def _path_to_block(element: LexborNode, blocks: set[int]) -> list[LexborNode]:
    """`element` and what is around it, up to the block it is in; nothing when it is in none."""
    path = []
    for candidate in (element, *_ancestors(element)):
        path.append(candidate)
        if candidate.mem_id in blocks:
            return path
    return []


def _ancestors(element: LexborNode) -> Iterator[LexborNode]:
    while (parent := element.parent) is not None:
        yield parent
        element = parent
