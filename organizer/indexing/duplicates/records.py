"""Groups of pictures that are there more than once."""

from dataclasses import dataclass
from enum import StrEnum

from organizer.library.queries.duplicates import PictureFile
from organizer.library.records import MediaDetail


class Reason(StrEnum):
    """Why pictures are in one group; the first that holds for all of them."""

    EXACT = "exact"
    SAME = "same"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file, and the picture that is in it."""

    detail: MediaDetail
    file: PictureFile


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Files of which one might be enough: the largest picture first, then the largest file."""

    reason: Reason
    copies: tuple[Copy, ...]

    @property
    def media_ids(self) -> tuple[int, ...]:
        """The pictures in it, each once; only one where all files are the same."""
        return tuple(dict.fromkeys(copy.detail.id for copy in self.copies))


@dataclass(frozen=True, slots=True)
class SearchProgress:
    """How far the search is: `done` of `total` pictures are looked at; `share` are compared."""

    done: int = 0
    total: int = 0
    share: float = 0.0

    @property
    def is_comparing(self) -> bool:
        """Whether all are looked at."""
        return self.done >= self.total
