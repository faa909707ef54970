"""The SQL that hours of the day and days of the week mean: conditions on `media`."""

_HAS_TIME_OF_DAY = (
    "media.taken_at IS NOT NULL"
    " AND media.post_id NOT IN (SELECT id FROM posts WHERE precision = 'month')"
)


def time_of_day_conditions(hours: tuple[int, ...], weekdays: tuple[int, ...]) -> list[str]:
    """What must hold: `hours` are 0 to 23, `weekdays` 0 for Monday to 6, by the clocks here.

    They need no parameters. Empty ones say nothing.
    """
    conditions = []
    if hours:
        conditions.append(_local_is("%H", [f"{hour:02d}" for hour in hours]))
    if weekdays:
        # SQLite begins with Sunday.
        conditions.append(_local_is("%w", [str((day + 1) % 7) for day in weekdays]))
    return [*conditions, _HAS_TIME_OF_DAY] if conditions else []


def _local_is(part: str, values: list[str]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"strftime('{part}', media.taken_at, 'unixepoch', 'localtime') IN ({listed})"
