"""All hashtags as the user sees them, ready to be looked up and searched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from organizer.library.records import HashtagFacet
from organizer.tagging.hashtags import hashtag_key


@dataclass(frozen=True, slots=True)
class KnownHashtags:
    """Hashtags, the most used first, and which of them the user keeps apart.

    `texts` are the keys of all spellings of each, to be searched in; `numbers` leads from the key
    of a spelling to its hashtag; `apart` holds pairs of numbers, each as a set.
    """

    hashtags: tuple[HashtagFacet, ...] = ()
    texts: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    apart: frozenset[frozenset[int]] = frozenset()

    @classmethod
    def of(
        cls, hashtags: tuple[HashtagFacet, ...], apart: Iterable[tuple[str, str]]
    ) -> "KnownHashtags":
        """Prepares `hashtags` and pairs of keys: for 10,000 it takes longer than a frame."""
        keys = [tuple(map(hashtag_key, hashtag.spellings)) for hashtag in hashtags]
        numbers = {key: number for number, same in enumerate(keys) for key in same}
        pairs = ((numbers.get(first), numbers.get(second)) for first, second in apart)
        return cls(
            hashtags,
            tuple("\n".join(same) for same in keys),
            numbers,
            frozenset(frozenset((a, b)) for a, b in pairs if a is not None and b is not None),
        )

    def with_text(self, text: str) -> list[HashtagFacet]:
        """Those with `text` in any of their spellings."""
        wanted = hashtag_key(text)
        pairs = zip(self.hashtags, self.texts, strict=True)
        return [hashtag for hashtag, searched in pairs if wanted in searched]

    def named(self, hashtag: str) -> HashtagFacet | None:
        """The one that has `hashtag` among its spellings."""
        number = self.numbers.get(hashtag_key(hashtag))
        return None if number is None else self.hashtags[number]

    def are_apart(self, first: HashtagFacet, second: HashtagFacet) -> bool:
        """Whether the user says of two of these that they are not one."""
        numbers = (self.numbers[hashtag_key(one.hashtag)] for one in (first, second))
        return frozenset(numbers) in self.apart
