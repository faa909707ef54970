"""Takes hashtags from what a captioning model wrote of a picture: "A dog on a beach." gives two.

The vocabulary says which words are things that a picture can show: so no grammar is needed.
"""

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import regex

from organizer.tagging.folding import fold_key
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import HashtagSuggestion, HashtagUse, SuggestionReason
from organizer.tagging.suggestions import NEVER_AGAIN, mostly_korean
from organizer.tagging.vocabulary import Vocabulary, VocabularyEntry, load_vocabulary

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_MOST_WORDS = 3
_ARTICLES = frozenset({"a", "an", "the"})
# Words that name nothing, of which a hashtag may be made with the next: "a tv" is no ATV.
_EMPTY = _ARTICLES | {"of", "in", "on", "at", "to", "with", "and", "is", "are", "it", "its", "his"}
# "A couple of dogs" shows no couple.
_COUNTING = regex.compile(
    r"\b(?:couple|pair|bunch|group|number|lot|view|picture|photo|image|top|side|front|back) of\b"
)
# What is written says nothing of how sure the model is: sure, but not certain.
_SCORE = 0.8
# The user's own come first.
_BEFORE = (SuggestionReason.OWN, SuggestionReason.SIMILAR)


class DescribedHashtags:
    """Hashtags in descriptions, spelled as the user does: `own` are theirs, most used first.

    Others come in Korean or English as `korean` says, or where it is None, in the language that
    most of the user's own are in. `weights` are low for hashtags that the user often rejected.
    """

    def __init__(
        self,
        own: Sequence[HashtagUse],
        weights: Mapping[str, float] | None = None,
        korean: bool | None = None,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self._vocabulary = vocabulary or load_vocabulary()
        self._korean = mostly_korean(own) if korean is None else korean
        self._own = {hashtag_key(use.hashtag): use.hashtag for use in reversed(own)}
        self._unwanted = {
            fold_key(hashtag)
            for hashtag, weight in (weights or {}).items()
            if weight <= NEVER_AGAIN
        }

    def hashtags(self, description: str) -> tuple[str, ...]:
        """The hashtags, without #, for what `description` names, in its order, each once."""
        found: dict[str, str] = {}
        for named, entry in things_in(description, self._vocabulary):
            hashtag = self._spelled(named, entry)
            if hashtag and fold_key(hashtag) not in self._unwanted:
                found.setdefault(fold_key(hashtag), hashtag)
        return tuple(found.values())

    def added_to(
        self,
        suggestions: Sequence[HashtagSuggestion],
        descriptions: Iterable[str],
        said: Collection[str],
        limit: int,
    ) -> tuple[HashtagSuggestion, ...]:
        """At most `limit` of `suggestions` and what `descriptions` name, behind the user's own.

        `said` are the hashtags that the picture has, and those that are not wanted for it. What
        was suggested as described before is not among the `suggestions`.
        """
        first = [one for one in suggestions if one.reason in _BEFORE]
        later = [one for one in suggestions if one.reason not in _BEFORE]
        known = {self._meaning(hashtag) for hashtag in said}
        known |= {self._meaning(one.hashtag) for one in first}
        described: dict[str, HashtagSuggestion] = {}
        for description in descriptions:
            for hashtag in self.hashtags(description):
                meaning = self._meaning(hashtag)
                if meaning not in known:
                    made = HashtagSuggestion(hashtag, _SCORE, SuggestionReason.DESCRIBED)
                    described.setdefault(meaning, made)
        later = [one for one in later if self._meaning(one.hashtag) not in described]
        return tuple([*first, *described.values(), *later][:limit])

    def _spelled(self, named: str, entry: VocabularyEntry) -> str | None:
        """A hashtag for what is `named`: the user's, or that of the right language.

        Entries hold narrower things than their first hashtags say, which alone have a pair in the
        other language: "bird" stands with the parrot.
        """
        is_first = fold_key(entry.en[0]) == fold_key(named)
        alike = (*entry.ko, *entry.en) if is_first else (named,)
        for hashtag in alike:
            if hashtag_key(hashtag) in self._own:
                return self._own[hashtag_key(hashtag)]
        if not self._korean:
            return entry.en[0] if is_first else named
        return entry.ko[0] if is_first else None

    def _meaning(self, hashtag: str) -> str:
        entry = self._vocabulary.entry_of(hashtag)
        return entry.phrase if entry else fold_key(hashtag)


def things_in(description: str, vocabulary: Vocabulary) -> Iterator[tuple[str, VocabularyEntry]]:
    """What an English sentence names: the vocabulary's hashtag for it, and its entry, in order.

    The longest match counts: "hot dog" is no dog. Plurals count as one thing.
    """
    known = _by_fold(vocabulary)
    text = _COUNTING.sub(" ", description.lower())
    words = _WORD.findall(text)
    place = 0
    while place < len(words):
        for length in range(_MOST_WORDS, 0, -1):
            some = words[place : place + length]
            found = known.get(fold_key("".join(some)))
            if found and len(some) == length and _is_name(some, words[max(place - 1, 0)]):
                yield found
                place += length
                break
        else:
            place += 1


def _is_name(words: Sequence[str], before: str) -> bool:
    """Whether `words` may name a thing: not "man running", which "a painting" is."""
    if words[0] in _EMPTY or words[-1] in _EMPTY:
        return False
    return len(words) > 1 or not words[0].endswith("ing") or before in _ARTICLES


@functools.lru_cache(maxsize=4)
def _by_fold(vocabulary: Vocabulary) -> dict[str, tuple[str, VocabularyEntry]]:
    """The English hashtags with their entries, by what their spellings have in common."""
    found: dict[str, tuple[str, VocabularyEntry]] = {}
    for entry in vocabulary.entries:
        for hashtag in entry.en:
            found.setdefault(fold_key(hashtag), (hashtag, entry))
    return found
