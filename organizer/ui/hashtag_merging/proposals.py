"""What of the proposals is still to be decided, and what a decision means as an edit."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from organizer.library.edits import Edit, KeepApart, MergeHashtags, SeparateHashtag, Several
from organizer.library.records import HashtagFacet
from organizer.tagging.folding import MergeProposal, MergeReason
from organizer.tagging.hashtags import hashtag_key
from organizer.ui.models.known_hashtags import KnownHashtags


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """Two hashtags as they are now, of which `kept` is used more, and why they might be one."""

    kept: HashtagFacet
    other: HashtagFacet
    reason: MergeReason

    @property
    def pair(self) -> frozenset[str]:
        """What identifies it, whatever becomes of the counts."""
        return frozenset(hashtag_key(one.hashtag) for one in (self.kept, self.other))


def open_proposals(
    proposals: Iterable[MergeProposal], known: KnownHashtags
) -> tuple[OpenProposal, ...]:
    """Those of `proposals` whose hashtags are neither one nor kept apart, each pair once."""
    found: dict[frozenset[str], OpenProposal] = {}
    for proposal in proposals:
        kept, other = known.named(proposal.kept), known.named(proposal.other)
        if kept is None or other is None or kept is other or known.are_apart(kept, other):
            continue
        # Merges since may have made the other one the more used.
        if other.pictures > kept.pictures:
            kept, other = other, kept
        one = OpenProposal(kept, other, proposal.reason)
        found.setdefault(one.pair, one)
    return tuple(found.values())


def merging(proposals: Collection[OpenProposal]) -> Edit:
    """Makes the two of each proposal one."""
    edits = [MergeHashtags((one.other.hashtag,), one.kept.hashtag) for one in proposals]
    return Several(tuple(edits))


def keeping_apart(proposals: Collection[OpenProposal]) -> Edit:
    """Proposes none of these again."""
    return Several(tuple(KeepApart(one.other.hashtag, one.kept.hashtag) for one in proposals))


def separating(hashtag: HashtagFacet, spelling: str) -> Edit:
    """Makes a spelling of `hashtag` one of its own, which is not proposed to be merged again."""
    main = next(other for other in hashtag.spellings if other != spelling)
    return Several((SeparateHashtag(spelling), KeepApart(spelling, main)))
