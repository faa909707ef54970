"""Dates of web pages, in the languages of the world."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.archive.export_words import export_words
from organizer.archive.page_dates import PageDates
from organizer.archive.sample.wording import WORDINGS, Language

FIRST_POST = int(datetime(2010, 10, 7, tzinfo=UTC).timestamp())
LAST_SECOND = int(datetime(2099, 1, 1, tzinfo=UTC).timestamp())


@pytest.mark.parametrize("language", ["en", "ko"])
@given(seconds=st.integers(FIRST_POST, LAST_SECOND))
def test_what_the_sample_writes_is_read_to_the_minute(language: Language, seconds: int):
    read = PageDates().read(WORDINGS[language].written_date(seconds))
    # The sample's pages are eight hours behind Greenwich, as real ones were.
    local = datetime.fromtimestamp(seconds, UTC) - timedelta(hours=8)
    assert read == local.replace(second=0, tzinfo=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apr 05, 2026 5:31 am", (2026, 4, 5, 5, 31)),
        ("Feb 26, 2015, 3:07 PM", (2015, 2, 26, 15, 7)),
        ("27 May 2021, 06:44", (2021, 5, 27, 6, 44)),
        ("11 de nov de 2021 03:47", (2021, 11, 11, 3, 47)),
        ("2023年9月27日 02:33", (2023, 9, 27, 2, 33)),
        ("2024년 3월 1일 오후 3:04", (2024, 3, 1, 15, 4)),
        ("1 mars 2024, 15:04", (2024, 3, 1, 15, 4)),
        ("2024년 3월 1일 오전 12:04", (2024, 3, 1, 0, 4)),
        ("2023年9月27日下午3:04", (2023, 9, 27, 15, 4)),
        ("2023年9月27日 15時04分", (2023, 9, 27, 15, 4)),
        ("27 may 2021, 3:07 p. m.", (2021, 5, 27, 15, 7)),
        ("27 may 2021, 12:07 a. m.", (2021, 5, 27, 0, 7)),
        ("Apr 5, 2026, 12:31\u202fPM", (2026, 4, 5, 12, 31)),
        ("am 5. März 2024 um 12:30", (2024, 3, 5, 12, 30)),
        ("27. maj 2021 kl. 06.44", (2021, 5, 27, 6, 44)),
        ("27.5.2021 klo 6.44", (2021, 5, 27, 6, 44)),
        ("1 mars 2024 à 15 h 04", (2024, 3, 1, 15, 4)),
        ("27 Tháng 5, 2021 06:44", (2021, 5, 27, 6, 44)),
        ("Tháng 5 07, 2021 06:44", (2021, 5, 7, 6, 44)),
        ("27 במאי 2021 06:44", (2021, 5, 27, 6, 44)),
        ("٢٧ مايو ٢٠٢١ ٠٦:٤٤", (2021, 5, 27, 6, 44)),
        ("2021-05-27 06:44:10", (2021, 5, 27, 6, 44)),
        ("27 May 2021", (2021, 5, 27, 0, 0)),
    ],
)
def test_dates_of_many_languages_are_read(text: str, expected: tuple[int, ...]):
    assert PageDates().read(text) == datetime(*expected)  # noqa: DTZ001 - the page has no zone


@pytest.mark.parametrize("language", list(export_words().months))
def test_every_name_of_a_month_is_read_where_the_folder_tells_the_month(language: str):
    for name, month in export_words().months[language].items():
        read = PageDates().read(f"5 {name} 2021 10:00", (2021, month))
        assert read == datetime(2021, month, 5, 10, 0), name  # noqa: DTZ001


@pytest.mark.parametrize("language", list(export_words().months))
def test_every_name_of_a_month_is_read_once_the_page_has_shown_its_language(language: str):
    dates = PageDates()
    names = export_words().months[language]
    for name, month in names.items():
        dates.read(f"5 {name} 2021 10:00", (2021, month))
    for name, month in names.items():
        assert dates.read(f"5 {name} 2021 10:00") == datetime(2021, month, 5, 10), name  # noqa: DTZ001


@pytest.mark.parametrize("language", list(export_words().months))
def test_every_language_has_twelve_months_in_letters_of_its_own_script(language: str):
    names = export_words().months[language]
    assert sorted(set(names.values())) == list(range(1, 13))
    hebrew = [name for name in names if any("\u0590" <= sign <= "\u05ff" for sign in name)]
    assert len(hebrew) == (len(names) if language == "he" else 0)


def test_a_page_in_croatian_is_not_taken_for_polish():
    dates = PageDates()
    dates.read("3 siječnja 2023 10:00")
    read = dates.read("5 listopada 2022 10:00")
    assert read is not None
    assert read.month == 10


def test_the_folder_decides_between_day_and_month():
    dates = PageDates()
    first, second = dates.read("03/04/2024", (2024, 3)), dates.read("03/04/2024", (2024, 4))
    assert first is not None
    assert second is not None
    assert (first.month, second.month) == (3, 4)


def test_without_a_folder_the_dates_before_decide():
    dates = PageDates()
    dates.read("12/25/2023")
    read = dates.read("03/04/2024")
    assert read is not None
    assert (read.month, read.day) == (3, 4)


def test_a_post_published_months_after_it_was_sent_keeps_its_date():
    read = PageDates().read("May 27, 2021 6:44 am", (2021, 3))
    assert read == datetime(2021, 5, 27, 6, 44)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    ["", "no date", "2021", "May 2021", "99 May 2021", "31 Feb 2021 10:00", "May 27, 2021 25:00",
     "May 27, 2021 10:99", "5 Foo 2021 10:00", "13.13.2021", "1 2 3 2021", "27 May 1921",
     "7² May 20211", "May 27, 2021 " + "x" * 100, "5" * 59],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str):
    assert PageDates().read(text) is None


@given(
    st.lists(
        st.text(max_size=70) | st.text("0123456789 :.,/年月日월일시apm가ınовá٣²", max_size=40),
        max_size=5,
    ),
    st.none() | st.tuples(st.integers(2000, 2099), st.integers(1, 12)),
)
def test_no_text_whatsoever_breaks_the_reading(texts: list[str], month: tuple[int, int] | None):
    dates = PageDates()
    for text in texts:
        read = dates.read(text, month)
        assert read is None or 2005 <= read.year <= 2100
