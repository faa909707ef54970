"""Months as runs of rows in a listing that is sorted by time."""

from dataclasses import dataclass

import numpy as np

from organizer.library.facets import count_by_month
from organizer.library.records import UNDATED, MediaListing


@dataclass(frozen=True, slots=True)
class Section:
    """A run of `count` rows from `first` on; `month` is (year, month), None for the undated."""

    month: tuple[int, int] | None
    first: int
    count: int


def month_sections(listing: MediaListing) -> tuple[Section, ...]:
    """The months of `listing`, newest first, in time that grows with months, not with pictures."""
    dated = int(np.count_nonzero(listing.taken_at != UNDATED))
    sections: list[Section] = []
    first = 0
    for month, count in count_by_month(listing.taken_at[:dated][::-1]).items():
        sections.append(Section(month, first, count))
        first += count
    if len(listing) > dated:
        sections.append(Section(None, dated, len(listing) - dated))
    return tuple(sections)
