"""What the chosen pictures have in common: hashtags and categories, of many as of one."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from organizer.library.records import AssignedCategory, MediaDetail, MediaState
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import HashtagSuggestion, SuggestionReason

MOST_COMPARED = 500
"""Of more pictures, nobody asks what each of them has."""
MOST_IN_A_POST = 10
"""As many slides as one post was made of, and as many pictures as hashtags are suggested for."""

FITTING = (
    SuggestionReason.OWN,
    SuggestionReason.SIMILAR,
    SuggestionReason.DESCRIBED,
    SuggestionReason.VOCABULARY,
)
"""Why a hashtag is suggested that fits by itself, and not only because it goes with others."""

_BY_USER = "user"


@dataclass(frozen=True, slots=True)
class SharedHashtag:
    """A hashtag, without #, and on how many of the chosen pictures it is."""

    hashtag: str
    pictures: int


@dataclass(frozen=True, slots=True)
class ChosenHashtags:
    """The hashtags of so many `pictures`, of which the model knows `ready`.

    `written` are in captions, `accepted` are not but the user took them. `misfits` and `rejected`
    hold keys: of those in captions that do not fit, and of those that are not wanted, on any of
    the pictures.
    """

    pictures: int = 0
    ready: int = 0
    written: tuple[SharedHashtag, ...] = ()
    misfits: frozenset[str] = frozenset()
    accepted: tuple[SharedHashtag, ...] = ()
    rejected: frozenset[str] = frozenset()
    suggestions: tuple[HashtagSuggestion, ...] = ()

    @property
    def fitting(self) -> tuple[str, ...]:
        """The suggested hashtags that fit by themselves."""
        return tuple(one.hashtag for one in self.suggestions if one.reason in FITTING)

    @property
    def state(self) -> Hashable:
        """Changes when other hashtags are to be suggested than before."""
        return (
            self.ready,
            frozenset(hashtag_key(one.hashtag) for one in self.written),
            frozenset(hashtag_key(one.hashtag) for one in self.accepted),
            self.rejected,
        )

    def with_suggestions(self, suggestions: Iterable[HashtagSuggestion]) -> "ChosenHashtags":
        """The same with other suggestions, but for those of which something was decided."""
        decided = {*(one.hashtag for one in self.accepted), *self.rejected}
        return replace(self, suggestions=without(suggestions, decided))

    def after(self, hashtag: str, is_wanted: bool | None) -> "ChosenHashtags":
        """What it comes to when the user wants `hashtag` on all pictures, or not, or neither."""
        key = hashtag_key(hashtag)
        there = next((one.pictures for one in self.written if hashtag_key(one.hashtag) == key), 0)
        accepted = {hashtag_key(one.hashtag): one for one in self.accepted}
        known = accepted.get(key)
        if is_wanted and there < self.pictures:
            spelled = hashtag if known is None else known.hashtag
            accepted[key] = SharedHashtag(spelled, self.pictures - there)
        elif known is not None:
            del accepted[key]
        return replace(
            self,
            misfits=self.misfits - {key} if is_wanted else self.misfits,
            accepted=tuple(accepted.values()),
            rejected=self.rejected | {key} if is_wanted is False else self.rejected - {key},
            suggestions=without(self.suggestions, () if is_wanted is None else (hashtag,)),
        )

    def agrees(self, hashtag: str, is_wanted: bool | None) -> bool:
        """Whether `after` would change nothing of what is decided."""
        after = self.after(hashtag, is_wanted)
        return (
            after.accepted == self.accepted
            and after.rejected == self.rejected
            and after.misfits == self.misfits
        )


def hashtags_of(details: Sequence[MediaDetail]) -> ChosenHashtags:
    """What `details` have in common; suggestions are those of one picture, not of many."""
    return ChosenHashtags(
        len(details),
        sum(one.state is MediaState.READY for one in details),
        _shared(one.hashtags for one in details),
        frozenset(hashtag_key(hashtag) for one in details for hashtag in one.misfits),
        _shared(one.accepted for one in details),
        frozenset(hashtag_key(hashtag) for one in details for hashtag in one.rejected),
        details[0].suggestions if len(details) == 1 else (),
    )


def without(
    suggestions: Iterable[HashtagSuggestion], hashtags: Collection[str]
) -> tuple[HashtagSuggestion, ...]:
    """The suggestions but for `hashtags`, in whatever spelling."""
    keys = {hashtag_key(hashtag) for hashtag in hashtags}
    return tuple(one for one in suggestions if hashtag_key(one.hashtag) not in keys)


def shared_categories(
    details: Sequence[MediaDetail],
) -> tuple[tuple[AssignedCategory, ...], dict[str, int]]:
    """The categories of pictures, most common first, and how many pictures are in each, by id.

    The score is that share; a category is the user's where they confirmed it for all.
    """
    counts = Counter(one.category_id for detail in details for one in detail.categories)
    confirmed = Counter(
        one.category_id for detail in details for one in detail.categories if one.source == _BY_USER
    )
    total = len(details)
    assigned = tuple(
        AssignedCategory(
            category_id, count / total, _BY_USER if confirmed[category_id] == total else "model"
        )
        for category_id, count in counts.most_common()
    )
    return assigned, dict(counts)


def _shared(hashtags: Iterable[Sequence[str]]) -> tuple[SharedHashtag, ...]:
    """Each hashtag once, in the spelling that comes first; the most common come first."""
    spellings: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for some in hashtags:
        for hashtag in some:
            spellings.setdefault(hashtag_key(hashtag), hashtag)
        counts.update({hashtag_key(hashtag) for hashtag in some})
    # Those of equal count stay in the order in which they were met.
    order = sorted(spellings, key=lambda key: -counts[key])
    return tuple(SharedHashtag(spellings[key], counts[key]) for key in order)
