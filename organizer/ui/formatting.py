"""Dates, numbers and durations as the user's language writes them."""

import datetime
import re

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from organizer.indexing.progress import Phase, Progress


def number(value: int) -> str:
    """`value` with the locale's separators."""
    return QLocale().toString(value)


def month(year: int, month_number: int) -> str:
    """A month with its year: "June 2023", "2023년 6월"."""
    if is_korean():
        return f"{year}년 {month_number}월"
    return f"{month_name(month_number)} {year}"


def month_of(seconds: int) -> str:
    """The month of Unix `seconds` in the computer's time zone, with its year."""
    date = QDateTime.fromSecsSinceEpoch(seconds).date()
    return month(date.year(), date.month())


def month_name(month_number: int) -> str:
    """A month alone: "June", "6월"."""
    return QLocale().standaloneMonthName(month_number, QLocale.FormatType.LongFormat)


def short_month_name(month_number: int) -> str:
    """A month alone and short: "Jun", "6월"."""
    return QLocale().standaloneMonthName(month_number, QLocale.FormatType.ShortFormat)


def weekday_name(weekday: int, *, is_short: bool = False) -> str:
    """A day of the week, 0 for Monday: "Monday", "월요일", or short: "Mon", "월"."""
    form = QLocale.FormatType.ShortFormat if is_short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(weekday + 1, form)


def hour_of_day(hour: int) -> str:
    """An hour from its beginning to its end: "9:00 PM–10:00 PM", "21:00–22:00"."""
    short = QLocale.FormatType.ShortFormat
    ends = (QTime(one % 24, 0) for one in (hour, hour + 1))
    return "–".join(QLocale().toString(end, short) for end in ends)


def hour_mark(hour: int) -> str:
    """An hour on an axis: "9 PM", "오후 9시"; "21" where days have 24 hours."""
    whole = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    if "a" not in whole.lower():
        return number(hour)
    without_minutes = "Ap h시" if is_korean() else re.sub(r"\W*mm", "", whole)
    return QLocale().toString(QTime(hour, 0), without_minutes)


def day_and_time(seconds: int) -> str:
    """The date and time of Unix `seconds` in the computer's time zone."""
    moment = QDateTime.fromSecsSinceEpoch(seconds)
    date = QLocale().toString(moment.date(), QLocale.FormatType.LongFormat)
    return f"{date} · {QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)}"


def day(seconds: int) -> str:
    """The date of Unix `seconds` in the computer's time zone."""
    date: QDate = QDateTime.fromSecsSinceEpoch(seconds).date()
    return QLocale().toString(date, QLocale.FormatType.LongFormat)


def short_day(day: datetime.date) -> str:
    """A day with its year: "1 Mar 2023", "2023년 3월 1일"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _day_format("yyyy"))


def days(first: datetime.date | None, last: datetime.date | None) -> str:
    """The days from `first` to `last`, either of which may be open: "1 Mar – 9 Apr 2023"."""
    if first is None or last is None:
        if first is not None:
            return QCoreApplication.translate("Dates", "From {day}").format(day=short_day(first))
        if last is not None:
            return QCoreApplication.translate("Dates", "Until {day}").format(day=short_day(last))
        return QCoreApplication.translate("Dates", "Any day")
    if first == last:
        return short_day(first)
    texts = [short_day(first), short_day(last)]
    if first.year == last.year:
        # The year is told once, where the language has it.
        at = 1 if is_korean() else 0
        day = (first, last)[at]
        texts[at] = QLocale().toString(QDate(day.year, day.month, day.day), _day_format(""))
    return " – ".join(texts)


def _day_format(year: str) -> str:
    if is_korean():
        return f"{year}년 M월 d일" if year else "M월 d일"
    return f"d MMM {year}".rstrip()


def is_korean() -> bool:
    """Whether the window is in Korean."""
    return QLocale().language() == QLocale.Language.Korean


def duration(seconds: int) -> str:
    """How long a video is: "0:34", "12:05", "1:02:09"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{rest:02d}"
    return f"{minutes}:{rest:02d}"


def progress_text(progress: Progress, is_paused: bool) -> str:
    """What the status bar says of the work."""
    if progress.phase is Phase.IMPORTING:
        return QCoreApplication.translate("Progress", "Reading the archive…")
    if progress.phase is Phase.LOADING_MODEL:
        return QCoreApplication.translate("Progress", "Loading the model…")
    if progress.phase is Phase.WITHOUT_MODEL:
        return QCoreApplication.translate("Progress", "The model is missing")
    if progress.phase is Phase.FINISHED:
        return QCoreApplication.translate("Progress", "All pictures are filed")
    template = QCoreApplication.translate("Progress", "Looking at {done} of {total}")
    if progress.phase is Phase.DESCRIBING:
        template = QCoreApplication.translate("Progress", "Describing {done} of {total}")
    if progress.phase is Phase.REMOVING:
        template = QCoreApplication.translate("Progress", "Removing {done} of {total}")
    parts = [template.format(done=number(progress.done), total=number(progress.total))]
    if is_paused:
        parts.append(QCoreApplication.translate("Progress", "paused"))
    elif progress.rate:
        if progress.rate >= 1:
            rate = QCoreApplication.translate("Progress", "{rate}/s")
            parts.append(rate.format(rate=number(round(progress.rate))))
        if progress.seconds_left is not None:
            parts.append(time_left(progress.seconds_left))
    return " · ".join(parts)


def time_left(seconds: float) -> str:
    """How long something still takes: "36 s left"."""
    if seconds < 90:
        left = QCoreApplication.translate("Progress", "{count} s left")
        return left.format(count=number(max(1, round(seconds))))
    if seconds < 5400:
        left = QCoreApplication.translate("Progress", "{count} min left")
        return left.format(count=number(round(seconds / 60)))
    left = QCoreApplication.translate("Progress", "{count} h left")
    return left.format(count=number(round(seconds / 3600)))
