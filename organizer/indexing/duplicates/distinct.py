"""What the user says are no duplicates."""

from collections import defaultdict
from collections.abc import Collection, Iterable


class Distinct:
    """Sets of ids of pictures of which no two are duplicates; a single one allows its copies."""

    def __init__(self, sets: Iterable[Collection[int]]) -> None:
        self._sets_of: defaultdict[int, set[int]] = defaultdict(set)
        self._allowed = set[int]()
        for number, members in enumerate(sets):
            if len(members) == 1:
                self._allowed.update(members)
                continue
            for media_id in members:
                self._sets_of[media_id].add(number)

    def allows_copies_of(self, media_id: int) -> bool:
        """Whether the copies of one file are no duplicates to the user."""
        return media_id in self._allowed

    def fitting(self, first: Collection[int], others: Iterable[Collection[int]]) -> list[int]:
        """The numbers of those of `others` that can join `first`, one after the other."""
        used = self._sets(first)
        fitting = []
        for number, other in enumerate(others):
            sets = self._sets(other)
            if used.isdisjoint(sets):
                used |= sets
                fitting.append(number)
        return fitting

    def _sets(self, media_ids: Collection[int]) -> set[int]:
        return {number for one in media_ids for number in self._sets_of.get(one, ())}
