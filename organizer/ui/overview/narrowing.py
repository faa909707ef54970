"""The filters that the marks of charts lead to: what is counted is among what is filtered now."""

from dataclasses import replace

from organizer.library.filters import Filter


def to_month(chosen: Filter, year: int, month: int | None) -> Filter:
    """The pictures of a month, or those of a whole year."""
    return replace(chosen, year=year, month=month)


def to_category(chosen: Filter, category_id: str, year: int) -> Filter:
    """The pictures of a category in a year, or in the month of it that is chosen already."""
    categories = chosen.categories
    if category_id not in categories:
        categories = (*categories, category_id)
    month = chosen.month if chosen.year == year else None
    return replace(chosen, categories=categories, year=year, month=month)


def to_hashtag(chosen: Filter, key: str) -> Filter:
    """The pictures with a hashtag."""
    if key in chosen.hashtags:
        return chosen
    return replace(chosen, hashtags=(*chosen.hashtags, key))


def to_hour(chosen: Filter, hour: int, weekday: int | None = None) -> Filter:
    """The pictures of an hour of the day, of all days or of one of the week."""
    weekdays = chosen.weekdays if weekday is None else (weekday,)
    return replace(chosen, hours=(hour,), weekdays=weekdays)
