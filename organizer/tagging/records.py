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
    DESCRIBED = "described"  # named in what a captioning model wrote of the picture
    VOCABULARY = "vocabulary"
    RELATED = "related"
    POPULAR = "popular"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class HashtagUse:
    """A hashtag of the user's, without #, and in how many posts it stands."""

    hashtag: str
    count: int


@dataclass(frozen=True, slots=True)
class FoldedHashtag:
    """One hashtag in all its spellings: the most used first, each as the user wrote it."""

    key: str
    spellings: tuple[HashtagUse, ...]

    @property
    def hashtag(self) -> str:
        """The spelling that is used most."""
        return self.spellings[0].hashtag

    @property
    def count(self) -> int:
        """In how many posts any of the spellings stands, those with two counted twice."""
        return sum(use.count for use in self.spellings)


@dataclass(frozen=True, slots=True)
class HashtagSuggestion:
    """A hashtag, without #, that fits a picture by `score`, 0 to 1."""

    hashtag: str
    score: float
    reason: SuggestionReason
