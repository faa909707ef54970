"""What the chips of a filter for times of the day say."""

from dataclasses import replace

from organizer.library.filters import Filter
from organizer.ui import formatting


def time_of_day_chips(chosen: Filter) -> list[tuple[str, Filter]]:
    """The text of a chip for each weekday and hour, and `chosen` without it."""
    days = [
        (
            formatting.weekday_name(day),
            replace(chosen, weekdays=tuple(one for one in chosen.weekdays if one != day)),
        )
        for day in chosen.weekdays
    ]
    hours = [
        (
            formatting.hour_of_day(hour),
            replace(chosen, hours=tuple(one for one in chosen.hours if one != hour)),
        )
        for hour in chosen.hours
    ]
    return days + hours
