"""What could be meant by what is being typed into the search field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice

import regex

from organizer.library.facets import count_by_month
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.library.records import UNDATED, HashtagFacet
from organizer.library.search_text import KEY_SPELLINGS, normal
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import Category

_MOST_OF_A_KIND = 3
_MOST_HASHTAGS = 5
_SHORTEST_INSIDE = 2
_TAIL = regex.compile(r"\S+$")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_KOREAN_MONTH = regex.compile(r"(?:(?P<year>\d{4})년?\s*)?(?P<month>\d{1,2})월?")
_ENGLISH_MONTH = regex.compile(r"(?P<name>[a-z]{3,})\.?(?:\s+(?P<year>\d{1,4}))?")


class CompletionKind(StrEnum):
    """What a completion is: a hashtag, category or date to filter by, or words to search for."""

    HASHTAG = "hashtag"
    CATEGORY = "category"
    DATE = "date"
    USER = "user"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that the end of the text, from `start` on, could mean.

    `value` is the hashtag's key, the category's id, the user's name, or the key in its usual
    spelling ("is:video"); for a date `year` and `month` are given instead. `text` is how it is
    written. `count` is the number of pictures, or of captions with the user; 0 where nobody counts.
    """

    kind: CompletionKind
    text: str
    value: str
    start: int
    count: int = 0
    year: int = 0
    month: int | None = None

    def chosen(self, text: str, filters: Filter) -> Filter:
        """`filters` with it, after it was chosen while `text` stood in the field.

        What it was chosen for is taken from the text.
        """
        rest = replace(filters, text=text[: self.start].strip())
        match self.kind:
            case CompletionKind.HASHTAG:
                hashtags = tuple(dict.fromkeys((*filters.hashtags, self.value)))
                return replace(rest, hashtags=hashtags)
            case CompletionKind.CATEGORY:
                categories = tuple(dict.fromkeys((*filters.categories, self.value)))
                return replace(rest, categories=categories)
            case CompletionKind.DATE:
                return replace(rest, year=self.year, month=self.month)
        return replace(filters, text=self.completed(text).strip())

    def completed(self, text: str) -> str:
        """`text` with it in place of its end."""
        after = "" if self.text.endswith(":") else " "
        return f"{text[: self.start]}{self.text}{after}"

    @property
    def is_filter(self) -> bool:
        """Whether it becomes a filter of its own, and not words."""
        kinds = (CompletionKind.HASHTAG, CompletionKind.CATEGORY, CompletionKind.DATE)
        return self.kind in kinds


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What a library has to complete with: hashtags and users come most used first.

    `keys` are those of the spellings of each hashtag. `months` map (year, month) to a number of
    pictures, newest first.
    """

    hashtags: tuple[HashtagFacet, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    categories: tuple[Category, ...] = ()
    months: Mapping[tuple[int, int], int] = field(default_factory=dict)
    users: tuple[tuple[str, int], ...] = ()


def read_known_words(reader: LibraryReader) -> KnownWords:
    """What the library has to complete with; takes a fraction of a second for 100,000 pictures."""
    times = reader.listing(Filter()).taken_at
    dated = times[times != UNDATED][::-1]
    hashtags = reader.hashtags(Filter(), "", limit=1_000_000)
    return KnownWords(
        hashtags,
        tuple(tuple(hashtag_key(one) for one in facet.spellings) for facet in hashtags),
        reader.categories(),
        count_by_month(dated),
        reader.mentions(),
    )


def complete(text: str, known: KnownWords, *, is_korean: bool) -> tuple[Completion, ...]:
    """What the end of `text` could mean, the likeliest first.

    `is_korean` tells in which language categories are named; both are understood.
    """
    match = _TAIL.search(text)
    if match is None:
        return ()
    start, tail = match.start(), normal(match[0]).replace("＃", "#").replace("＠", "@")
    if tail.startswith("#"):
        return tuple(islice(_hashtags(tail[1:], start, known), 8))
    if tail.startswith("@"):
        return tuple(islice(_users(tail[1:], start, known), 8))
    if ":" in tail:
        return tuple(_keys(tail, start))
    return (
        *_first(_categories(text, tail, start, known, is_korean=is_korean)),
        *_first(_dates(text, tail, start, known)),
        *islice(_hashtags(tail, start, known), _MOST_HASHTAGS),
        *(_first(_users(tail, start, known)) if len(tail) >= _SHORTEST_INSIDE else ()),
        *_first(_keys(tail, start)),
    )


def _first(found: Iterator[Completion]) -> Iterator[Completion]:
    return islice(found, _MOST_OF_A_KIND)


def _hashtags(word: str, start: int, known: KnownWords) -> Iterator[Completion]:
    """Those that begin with `word`, then those that have it inside, each the most used first."""
    inside: list[Completion] = []
    for facet, keys in zip(known.hashtags, known.keys, strict=True):
        place = next((number for number, key in enumerate(keys) if key.startswith(word)), None)
        begins = place is not None
        if place is None:
            place = next((number for number, key in enumerate(keys) if word in key), None)
        if place is None:
            continue
        made = Completion(
            CompletionKind.HASHTAG,
            f"#{facet.spellings[place]}",
            keys[place],
            start,
            facet.pictures,
        )
        if begins:
            yield made
        elif len(word) >= _SHORTEST_INSIDE:
            inside.append(made)
    yield from inside


def _users(word: str, start: int, known: KnownWords) -> Iterator[Completion]:
    for begins in (True, False):
        for name, count in known.users:
            if name.startswith(word) if begins else word in name[1:] and name[: len(word)] != word:
                yield Completion(CompletionKind.USER, f"@{name}", name, start, count)


def _categories(
    text: str, tail: str, start: int, known: KnownWords, *, is_korean: bool
) -> Iterator[Completion]:
    whole = normal(text.strip())
    for category in known.categories:
        names = [normal(category.name_en), normal(category.name_ko)]
        words = [word for name in names for word in regex.split(r"[\s&/·]+", name)]
        is_whole = any(name.startswith(whole) for name in names)
        if is_whole or any(word.startswith(tail) for word in words):
            name = category.name_ko if is_korean else category.name_en
            begin = 0 if is_whole else start
            yield Completion(CompletionKind.CATEGORY, name, category.id, begin)


def _dates(text: str, tail: str, start: int, known: KnownWords) -> Iterator[Completion]:
    # A month and its year are two words.
    before = _TAIL.search(text[:start].rstrip())
    if before is not None:
        both = normal(text[before.start() :].strip())
        found = list(_months(both, before.start(), known, with_year=True))
        if found:
            yield from found
            return
    if tail.isascii() and tail.isdigit() and len(tail) >= _SHORTEST_INSIDE:
        years: dict[int, int] = {}
        for (year, _), count in known.months.items():
            years[year] = years.get(year, 0) + count
        for year, count in years.items():
            if str(year).startswith(tail):
                yield _date(start, count, year, None)
    yield from _months(tail, start, known, with_year=False)


def _months(words: str, start: int, known: KnownWords, *, with_year: bool) -> Iterator[Completion]:
    numbers: set[int] = set()
    year = ""
    korean = _KOREAN_MONTH.fullmatch(words) if "월" in words or "년" in words else None
    english = _ENGLISH_MONTH.fullmatch(words)
    if korean is not None:
        numbers, year = {int(korean["month"])}, korean["year"] or ""
    elif english is not None:
        name = english["name"]
        numbers = {number for number, one in enumerate(_MONTHS, 1) if one.startswith(name)}
        year = english["year"] or ""
    if with_year and not year:
        return
    for (of_year, month), count in known.months.items():
        if month in numbers and str(of_year).startswith(year):
            yield _date(start, count, of_year, month)


def _date(start: int, count: int, year: int, month: int | None) -> Completion:
    text = str(year) if month is None else f"{year}-{month:02d}"
    return Completion(CompletionKind.DATE, text, text, start, count, year, month)


def _keys(tail: str, start: int) -> Iterator[Completion]:
    if len(tail) < _SHORTEST_INSIDE:
        return
    for usual, spellings in KEY_SPELLINGS.items():
        english, korean = spellings
        if any(one.startswith(tail) and one != tail for one in (english, korean)):
            # In the language in which it was begun.
            text = english if english.startswith(tail) else korean
            yield Completion(CompletionKind.KEY, text, usual, start)
