"""Months as runs of rows in a listing that is sorted by time."""

from dataclasses import dataclass

import numpy as np

from organizer.library.facets import count_by_month
from organizer.library.records import UNDATED, MediaListing


@dataclass(frozen=True, slots=True)
class Section:
    """A run of `count` rows from `first` on; `month` is (year, month), None for the undated.

    One that is not `is_by_date` holds pictures of all times, the most doubtful first.
    """

    month: tuple[int, int] | None
    first: int
    count: int
    is_by_date: bool = True


def month_sections(listing: MediaListing) -> tuple[Section, ...]:
    """The months of `listing`, newest first, in time that grows with months, not with pictures."""
    if not listing.is_by_date:
        return (Section(None, 0, len(listing), is_by_date=False),) if len(listing) else ()
    dated = int(np.count_nonzero(listing.taken_at != UNDATED))
    sections: list[Section] = []
    first = 0
    for month, count in count_by_month(listing.taken_at[:dated][::-1]).items():
        sections.append(Section(month, first, count))
        first += count
    if len(listing) > dated:
        sections.append(Section(None, dated, len(listing) - dated))
    return tuple(sections)
