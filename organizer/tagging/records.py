"""What tagging takes and gives, as immutable records."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Category:
    """A drawer for pictures.

    `phrases` describe in English what lies in it; `colour` is #rrggbb. With a `rule` over concepts,
    such as "adult and not child", the rule decides instead of the phrases.
    """

    id: str
    name_en: str
    name_ko: str
    colour: str
    phrases: tuple[str, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """How sure the model is, 0 to 1, that a picture belongs to a category."""

    category_id: str
    score: float


class SuggestionReason(StrEnum):
    """Why a hashtag is suggested."""

    OWN = "own"
    SIMILAR = "similar"  # the user's own, on pictures that look like this one
    VOCABULARY = "vocabulary"
    RELATED = "related"
    POPULAR = "popular"


@dataclass(frozen=True, slots=True)
class HashtagUse:
    """A hashtag of the user's, without #, and in how many posts it stands."""

    hashtag: str
    count: int


@dataclass(frozen=True, slots=True)
class HashtagSuggestion:
    """A hashtag, without #, that fits a picture by `score`, 0 to 1."""

    hashtag: str
    score: float
    reason: SuggestionReason
