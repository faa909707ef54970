"""Reads the dates of web pages, which are written in the language of the account.

"Apr 05, 2026 5:31 am", "11 de nov de 2021 03:47", "2024년 3월 1일 오후 3:04": all have a year of
four digits, a day, a month in letters or digits, and most a time of day. None has a time zone.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import regex

from organizer.archive.export_words import export_words, folded

YearMonth = tuple[int, int]

_LONGEST = 60
_CLOCKS = (
    regex.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?"),
    regex.compile(r"(?<![\d.])(\d{1,2})\s?[h時时시]\s?(\d{1,2})(?!\d)"),
    regex.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])"),
)
# "p. m." and "a.m." of Spanish and English, behind the clock: "am" is a German word elsewhere.
_LATIN_HALF = regex.compile(r"\s*([ap])\.?\s?m\b", regex.IGNORECASE)
_NUMBER = regex.compile(r"\d+")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’׳.॰]*")
# What stands behind a number there, and what follows it without a space: "27日下午".
_UNIT = regex.compile(r"(?<=\d)\s?[年月日号號년월일]")
_NUMBERED_MONTH = regex.compile(r"(?:tháng|thg|th)\.?\s?(\d{1,2})|(\d{1,2})\s?[月월]")
_SHORTEST_ABBREVIATION = 3
_MONTHS = range(1, 13)
_DAYS = range(1, 32)
_YEARS = range(2005, 2101)


class PageDates:
    """Reads the dates of one page, all of which are in one language.

    Some dates could be of two months: "03/04/2024", or "5 listopada", which is October in Croatian
    and November in Polish. The month of a folder that a post's pictures lie in decides, and where
    there is none what the dates read before were like.
    """

    def __init__(self) -> None:
        self._languages = list(export_words().months)
        self._has_day_first = True

    def read(self, text: str, month_of_folder: YearMonth | None = None) -> datetime | None:
        """The date and time of day that `text` is, without a zone; None when it is none.

        `month_of_folder` is the year and month that it probably falls in.
        """
        if len(text) > _LONGEST or not any(sign.isdigit() for sign in text):
            return None
        clock = next(filter(None, (clock.search(text) for clock in _CLOCKS)), None)
        rest = text[: clock.start()] + " " + text[clock.end() :] if clock else text
        time = _time_of_day(clock, text) if clock else (0, 0)
        if time is None:
            return None
        days = list(self._days(rest))
        if month_of_folder is not None:
            days.sort(key=lambda day: _months_between(day[:2], month_of_folder))
        for year, month, day in days:
            try:
                date = datetime(year, month, day, *time)  # noqa: DTZ001 - the page has no zone
            except ValueError:
                continue
            self._remember(rest, month)
            return date
        return None

    def _days(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The years, months and days that `text` can mean, the likeliest first."""
        numbers = [int(number) for number in _NUMBER.findall(text)]
        years = [number for number in numbers if number in _YEARS]
        small = [number for number in numbers if number in _DAYS]
        if len(years) != 1 or len(years) + len(small) != len(numbers):
            return
        if len(small) == 1:
            readings = _readings(tuple(_words(text)))
            months = (readings.get(language) for language in self._languages)
            yield from ((years[0], month, small[0]) for month in months if month)
        elif len(small) == 2:
            orders = self._orders(text, small, is_year_first=numbers[0] == years[0])
            yield from ((years[0], month, day) for month, day in orders if month in _MONTHS)

    def _orders(self, text: str, pair: list[int], is_year_first: bool) -> Iterator[tuple[int, int]]:
        """The month and day that a pair of numbers can be."""
        first, second = pair
        if marked := _NUMBERED_MONTH.search(text.casefold()):
            month = int(marked[1] or marked[2])
            yield month, second if month == first else first
        elif is_year_first:
            yield first, second
        else:
            orders = [(second, first), (first, second)]
            yield from orders if self._has_day_first else reversed(orders)

    def _remember(self, text: str, month: int) -> None:
        """Takes from a date that could be read what the others on the page are like."""
        readings = _readings(tuple(_words(text)))
        # Languages that read it so come first; among them all is as it was.
        self._languages.sort(key=lambda language: readings.get(language) != month)
        small = [number for number in map(int, _NUMBER.findall(text)) if number in _DAYS]
        if len(small) == 2 and max(small) not in _MONTHS:
            self._has_day_first = small[0] not in _MONTHS


def _time_of_day(clock: "regex.Match[str]", text: str) -> tuple[int, int] | None:
    hour, minute = int(clock[1]), int(clock[2])
    latin = _LATIN_HALF.match(text, clock.end())
    half = latin[1].lower() if latin else ""
    words = set(_words(text))
    if (half == "p" or words & export_words().after_noon) and hour < 12:
        hour += 12
    elif (half == "a" or words & export_words().before_noon) and hour == 12:
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else None


def _words(text: str) -> list[str]:
    return [folded(word) for word in _WORD.findall(_UNIT.sub(" ", text))]


# A page repeats the same few words in thousands of dates.
@functools.lru_cache(maxsize=1024)
def _readings(words: tuple[str, ...]) -> Mapping[str, int]:
    """The months that `words` name in the languages in which they name one."""
    found = ((language, _month(words, language)) for language in export_words().months)
    return {language: month for language, month in found if month is not None}


def _month(words: Sequence[str], language: str) -> int | None:
    """The month that one of `words` names, in full or cut short."""
    months = export_words().months[language]
    for word in words:
        if word in months:
            return months[word]
    for word in words:
        if len(word) >= _SHORTEST_ABBREVIATION:
            found = {month for name, month in months.items() if name.startswith(word)}
            if len(found) == 1:
                return found.pop()
    return None


def _months_between(one: YearMonth, other: YearMonth) -> int:
    return abs(one[0] * 12 + one[1] - other[0] * 12 - other[1])
