"""What people type into a search field, as conditions: words, #tags, @users, before:2023, is:video.

The keys are also understood in Korean (이전:2023, 종류:동영상). What looks like a condition and is
none, such as "before:dinner", is words.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import regex

# A key and its value, or something in quotes, or a word; "-" before any of them excludes it.
_PART = regex.compile(
    r"""(?P<not>-(?=\S))?(?:(?P<key>\w+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))"""
)
_DATE = regex.compile(r"(?P<year>\d{4})(?:[-./](?P<month>\d{1,2})(?:[-./](?P<day>\d{1,2}))?)?")
_LONGEST = 500

_KEYS: Mapping[str, str] = {
    "before": "before", "이전": "before",
    "after": "after", "이후": "after",
    "in": "in", "year": "in", "연도": "in",
    "is": "is", "종류": "is",
}  # fmt: skip
_KINDS: Mapping[str, str] = {
    "video": "video", "videos": "video", "동영상": "video", "비디오": "video",
    "photo": "photo", "photos": "photo", "picture": "photo", "사진": "photo",
    "favourite": "favourite", "favorite": "favourite", "즐겨찾기": "favourite",
    "carousel": "carousel", "여러장": "carousel",
    "story": "story", "스토리": "story",
    "reel": "reel", "릴스": "reel",
    "post": "post", "게시물": "post",
    "archived": "archived", "보관": "archived",
}  # fmt: skip

KEY_SPELLINGS: Mapping[str, tuple[str, str]] = {
    "is:video": ("is:video", "종류:동영상"),
    "is:photo": ("is:photo", "종류:사진"),
    "is:favourite": ("is:favourite", "종류:즐겨찾기"),
    "is:carousel": ("is:carousel", "종류:여러장"),
    "is:story": ("is:story", "종류:스토리"),
    "is:reel": ("is:reel", "종류:릴스"),
    "before:": ("before:", "이전:"),
    "after:": ("after:", "이후:"),
    "in:": ("in:", "연도:"),
}
"""What can be suggested of all keys: each in English and in Korean."""


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """What must hold of a picture. Words and users are NFC and case-folded, as are hashtags' keys.

    `from_time` and `to_time` are Unix seconds: the first is included, the second is not. `kinds`
    are among video, photo, favourite, carousel, story, reel, post and archived.
    """

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    from_time: int | None = None
    to_time: int | None = None
    kinds: tuple[str, ...] = ()

    @property
    def description(self) -> str:
        """What the picture itself should show: the words without all conditions."""
        return " ".join(word for word in self.words if not word.startswith("@"))


class _Reading:
    """Conditions as they are met, one after another."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._without: list[str] = []
        self._hashtags: list[str] = []
        self._kinds: list[str] = []
        self._from_times: list[int] = []
        self._to_times: list[int] = []

    def terms(self) -> SearchTerms:
        """What must hold for all of them."""
        return SearchTerms(
            words=tuple(self._words),
            without=tuple(self._without),
            hashtags=tuple(self._hashtags),
            from_time=max(self._from_times, default=None),
            to_time=min(self._to_times, default=None),
            kinds=tuple(self._kinds),
        )

    def add_word(self, word: str, *, is_excluded: bool, is_quoted: bool) -> None:
        """Adds what is no condition with a key: a word, a #hashtag, a @user.

        What is quoted is meant as it stands.
        """
        if is_excluded:
            self._without.append(word)
        elif word[0] in "#＃" and word.strip("#＃") and not is_quoted:
            self._hashtags.append(word.lstrip("#＃"))
        else:
            self._words.append(word.replace("＠", "@"))

    def add_condition(self, key: str, value: str) -> bool:
        """Adds a condition; False when `value` makes no sense for `key`."""
        if key == "is":
            if value in _KINDS:
                self._kinds.append(_KINDS[value])
            return value in _KINDS
        period = _period(value)
        if period is None:
            return False
        start, end = period
        if key == "before":
            self._to_times.append(start)
        elif key == "after":
            self._from_times.append(end)
        else:
            self._from_times.append(start)
            self._to_times.append(end)
        return True


def parse_search(text: str) -> SearchTerms:
    """The conditions in `text`, of which everything must hold."""
    reading = _Reading()
    for match in _PART.finditer(normal(text[:_LONGEST])):
        value = match["quoted"] if match["quoted"] is not None else match["bare"]
        is_excluded = bool(match["not"])
        if match["key"]:
            key = _KEYS.get(match["key"])
            if key and not is_excluded and reading.add_condition(key, value):
                continue
            # "09:30" and "http://…" are words.
            value = f"{match['key']}:{value}"
        if value.strip():
            is_quoted = match["quoted"] is not None
            reading.add_word(value.strip(), is_excluded=is_excluded, is_quoted=is_quoted)
    return reading.terms()


def normal(text: str) -> str:
    """`text` as it is compared: NFC and case-folded."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _period(text: str) -> tuple[int, int] | None:
    """Beginning and end of a year, month or day in the computer's time zone; None for no date."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year = int(match["year"])
    month = int(match["month"] or 1)
    day = int(match["day"] or 1)
    try:
        if not match["month"]:
            return _seconds(year, 1, 1), _seconds(year + 1, 1, 1)
        if not match["day"]:
            return _seconds(year, month, 1), _seconds(year + month // 12, month % 12 + 1, 1)
        following = date(year, month, day) + timedelta(days=1)
        return _seconds(year, month, day), _seconds(*following.timetuple()[:3])
    except (ValueError, OverflowError, OSError):
        return None


def _seconds(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day).astimezone().timestamp())
