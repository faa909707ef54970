"""Finds out which piece of a filter keeps everything back."""

from dataclasses import replace

from PySide6.QtCore import QObject

from organizer.library.filters import Filter
from organizer.ui.views.filter_chips import FilterChip, filter_chips, only, text_chips
from organizer.ui.views.filter_names import FilterNames
from organizer.ui.views.no_result_page import NoResultPage, WayOut
from organizer.ui.workers.answers import Counted
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers


class WaysOut(QObject):
    """Has the pictures counted that there are without each piece, and shows that on `page`.

    Where nothing comes of dropping any single piece, what there is for each piece alone.
    """

    def __init__(self, workers: Workers, page: NoResultPage, parent: QObject) -> None:
        super().__init__(parent)
        self._workers = workers
        self._page = page
        self._question = 0
        self._chosen = Filter()
        self._names = FilterNames()
        self._ways: list[WayOut] = []
        self._hearing = Hearing(workers.queries.counted.connect(self._show))

    def look_for(self, chosen: Filter, names: FilterNames, awaited: str = "") -> None:
        """Shows that nothing passes `chosen`, and soon how to change that.

        Pictures that show `awaited` may still be found.
        """
        self._page.show_filter(chosen, awaited)
        self._chosen, self._names = chosen, names
        # A single piece is dropped by what clears all.
        self._ask([WayOut(one, one.after, 0) for one in self._pieces() if not one.after.is_empty])

    def close(self) -> None:
        """Hears nothing from now on."""
        self._hearing.end()

    def _pieces(self) -> tuple[FilterChip, ...]:
        chips = (*text_chips(self._chosen), *filter_chips(self._chosen, self._names))
        # Any of several lets through what all do.
        return tuple(one for one in chips if not (one.is_switch and _is_any(one, self._chosen)))

    def _ask(self, ways: list[WayOut]) -> None:
        self._ways = ways
        self._question = self._workers.count([way.after for way in ways])

    def _show(self, counted: Counted) -> None:
        if counted.number != self._question:
            return
        ways = [
            replace(way, pictures=pictures)
            for way, pictures in zip(self._ways, counted.pictures, strict=True)
        ]
        if any(way.pictures for way in ways):
            # What lies in none of them does not become more by asking for any.
            self._page.show_ways_out(
                [way for way in ways if way.pictures or not (way.chip.is_switch or way.is_kept)]
            )
        elif ways and not ways[0].is_kept:
            pieces = [one for one in self._pieces() if not one.is_switch]
            self._ask(
                [WayOut(one, only(self._chosen, one, self._names), 0, True) for one in pieces]
            )


def _is_any(chip: FilterChip, chosen: Filter) -> bool:
    """Whether a click on this switch asks for all of what is any now."""
    after = chip.after
    return (chosen.is_any_category, chosen.is_any_hashtag) > (
        after.is_any_category,
        after.is_any_hashtag,
    )
