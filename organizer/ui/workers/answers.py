"""What the query worker answers. `number` is always that of the question."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from organizer.indexing.hashtag_options import HashtagOptions
from organizer.library.filters import Filter
from organizer.library.records import (
    Facets,
    LibraryCounts,
    MediaDetail,
    MediaListing,
    PlaceStatus,
    Problem,
)
from organizer.tagging.records import Category
from organizer.ui.models.known_hashtags import KnownHashtags


@dataclass(frozen=True, slots=True)
class Listed:
    """The pictures that pass; `found` are all that there are.

    `resolved` is the filter with what looks like it.
    """

    number: int
    listing: MediaListing
    found: int
    resolved: Filter


@dataclass(frozen=True, slots=True)
class Answer:
    """What else the library holds for `chosen`."""

    number: int
    chosen: Filter
    facets: Facets
    counts: LibraryCounts
    problems: tuple[Problem, ...]
    places: tuple[PlaceStatus, ...]
    categories: tuple[Category, ...]
    options: HashtagOptions


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What is known of `count` pictures.

    There are no details of more than anybody compares. `uses` tells by key in how many posts the
    user has the hashtags of these pictures.
    """

    number: int
    count: int
    details: tuple[MediaDetail, ...] = ()
    uses: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HashtagAnswer:
    """The hashtags with `text` in them."""

    number: int
    text: str
    known: KnownHashtags


@dataclass(frozen=True, slots=True)
class Counted:
    """How many pictures pass each of some filters."""

    number: int
    pictures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SimilarPictures:
    """The pictures nearest to the picture `media_id`."""

    number: int
    media_id: int
    ids: tuple[int, ...]
