"""The words and dates of an export in the language that its account had."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal

Language = Literal["en", "ko"]

# Real exports were written so even in summer, and nothing in them says it.
_ZONE = timezone(timedelta(hours=-8))
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The labels of one language; `titles` are those of HTML lists, by kind of post.

    `written_date` makes of Unix seconds what stands under a post in HTML: local time without a
    zone. `place` is where the sample's located pictures were taken, `yes` and `no` are the values
    of labels that are true or not.
    """

    username: str
    caption: str
    media: str
    draft: str
    published: str
    yes: str
    no: str
    latitude: str
    longitude: str
    place: str
    titles: Mapping[str, str]
    written_date: Callable[[int], str]


def english_date(seconds: int) -> str:
    """`seconds` as in "Apr 05, 2026 5:31 am"."""
    local = datetime.fromtimestamp(seconds, _ZONE)
    half = "am" if local.hour < 12 else "pm"
    # Not strftime, whose months follow the language of the computer.
    day = f"{_MONTHS[local.month - 1]} {local.day:02d}, {local.year}"
    return f"{day} {_hour_of_twelve(local)}:{local.minute:02d} {half}"


def korean_date(seconds: int) -> str:
    """`seconds` as in "2024년 3월 1일 오후 3:04"."""
    local = datetime.fromtimestamp(seconds, _ZONE)
    half = "오전" if local.hour < 12 else "오후"
    day = f"{local.year}년 {local.month}월 {local.day}일"
    return f"{day} {half} {_hour_of_twelve(local)}:{local.minute:02d}"


def _hour_of_twelve(local: datetime) -> int:
    return local.hour % 12 or 12


WORDINGS: Mapping[Language, Wording] = {
    "en": Wording(
        username="Username",
        caption="Caption",
        media="Media",
        draft="Draft",
        published="Published",
        yes="True",
        no="False",
        latitude="Latitude",
        longitude="Longitude",
        place="Jeju, South Korea",
        titles={
            "posts": "Posts",
            "stories": "Stories",
            "reels": "Reels",
            "archived_posts": "Archived posts",
            "profile": "Profile photos",
        },
        written_date=english_date,
    ),
    "ko": Wording(
        username="사용자 이름",
        caption="캡션",
        media="미디어",
        draft="임시 저장",
        published="게시됨",
        yes="참",
        no="거짓",
        latitude="위도",
        longitude="경도",
        place="제주",
        titles={
            "posts": "게시물",
            "stories": "스토리",
            "reels": "릴스",
            "archived_posts": "보관된 게시물",
            "profile": "프로필 사진",
        },
        written_date=korean_date,
    ),
}
