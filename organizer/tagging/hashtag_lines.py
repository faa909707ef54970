"""Puts hashtags in the order and the language in which they are to be copied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.vocabulary import load_vocabulary


class HashtagOrder(StrEnum):
    """In which order hashtags are copied."""

    GIVEN = "given"
    ALPHABETICAL = "alphabetical"
    MOST_USED = "most_used"


class HashtagLanguage(StrEnum):
    """In which language hashtags are copied that the vocabulary knows in both."""

    AS_THEY_ARE = "as_they_are"
    KOREAN = "korean"
    ENGLISH = "english"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class HashtagLine:
    """How hashtags are copied."""

    order: HashtagOrder = HashtagOrder.GIVEN
    language: HashtagLanguage = HashtagLanguage.AS_THEY_ARE

    def of(self, hashtags: Iterable[str], uses: Mapping[str, int]) -> tuple[str, ...]:
        """`hashtags` without #, translated and in order, each once.

        `uses` tells by key in how many posts the user has them. What stands for the same thing in
        both languages stays side by side, unless the order is that of the alphabet.
        """
        ordered = list(hashtags)
        if self.order is HashtagOrder.MOST_USED:
            ordered.sort(key=lambda hashtag: -uses.get(hashtag_key(hashtag), 0))
        translated = [one for hashtag in ordered for one in self._in_language(hashtag)]
        if self.order is HashtagOrder.ALPHABETICAL:
            translated.sort(key=hashtag_key)
        once: dict[str, str] = {}
        for hashtag in translated:
            once.setdefault(hashtag_key(hashtag), hashtag)
        return tuple(once.values())

    def _in_language(self, hashtag: str) -> tuple[str, ...]:
        match self.language:
            case HashtagLanguage.AS_THEY_ARE:
                return (hashtag,)
            case HashtagLanguage.KOREAN:
                return (load_vocabulary().in_language(hashtag, korean=True),)
            case HashtagLanguage.ENGLISH:
                return (load_vocabulary().in_language(hashtag, korean=False),)
            case HashtagLanguage.BOTH:
                vocabulary = load_vocabulary()
                return (
                    hashtag,
                    vocabulary.in_language(hashtag, korean=True),
                    vocabulary.in_language(hashtag, korean=False),
                )
