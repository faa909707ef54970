"""Months as runs of rows in a listing that is sorted by time."""

from dataclasses import dataclass

import numpy as np

from organizer.library.facets import count_by_month
from organizer.library.records import UNDATED, MediaListing


@dataclass(frozen=True, slots=True)
class Section:
    """A run of `count` rows from `first` on; `month` is (year, month), None for the undated.

    One that is not `is_by_date` holds pictures of all times, the most doubtful first; or if
    `is_alike`, those that look most like what is `described`, or like a certain picture when that
    is "".
    """

    month: tuple[int, int] | None
    first: int
    count: int
    is_by_date: bool = True
    is_alike: bool = False
    described: str = ""


def month_sections(listing: MediaListing) -> tuple[Section, ...]:
    """The months of `listing`, newest first, in time that grows with months, not with pictures.

    What is there because of its looks comes last.
    """
    others = len(listing) - listing.alike
    sections = _without_look_alikes(listing, others) if others else []
    if listing.alike:
        sections.append(
            Section(
                None,
                others,
                listing.alike,
                is_by_date=False,
                is_alike=True,
                described=listing.described,
            )
        )
    return tuple(sections)


def _without_look_alikes(listing: MediaListing, length: int) -> list[Section]:
    if not listing.is_by_date:
        return [Section(None, 0, length, is_by_date=False)]
    times = listing.taken_at[:length]
    dated = int(np.count_nonzero(times != UNDATED))
    sections: list[Section] = []
    first = 0
    for month, count in count_by_month(times[:dated][::-1]).items():
        sections.append(Section(month, first, count))
        first += count
    if length > dated:
        sections.append(Section(None, dated, length - dated))
    return sections
