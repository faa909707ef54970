"""What two lists that tell of one post make of it together."""

from dataclasses import dataclass

from organizer.archive.records import MediaItem, Post, PostKind, TimePrecision

_PRECEDENCE = [kind.value for kind in PostKind]
# How far two times of one picture can lie apart, in seconds: web pages leave out the time zone, and
# a folder's name gives no more than the month.
_TOLERANCE = {
    TimePrecision.EXACT: 2,
    TimePrecision.ZONELESS: 27 * 3600,
    TimePrecision.MONTH: 33 * 24 * 3600,
}
_BY_PRECISION = list(TimePrecision)


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post as the library has it; `taken_at` in Unix seconds."""

    id: int
    archive_id: int
    kind: str
    taken_at: int | None
    caption: str
    precision: TimePrecision
    is_listed: bool


def merged(known: KnownPost, post: Post, archive_id: int) -> KnownPost:
    """What is known of a post once another list, or the same one anew, has told of it."""
    same_list = known.kind == post.kind.value and (post.is_listed or not known.is_listed)
    # Of two archives, the one added later is the newer one.
    may_correct = (same_list and archive_id >= known.archive_id) or not known.is_listed
    caption = post.caption if post.caption and (may_correct or not known.caption) else known.caption
    taken_at, precision = known.taken_at, known.precision
    told = seconds_of(post)
    if told is not None:
        gain = _BY_PRECISION.index(known.precision) - _BY_PRECISION.index(post.precision)
        if taken_at is None or gain > 0 or (gain == 0 and may_correct):
            taken_at, precision = told, post.precision
    kinds = [known.kind, post.kind.value] if known.is_listed else [post.kind.value]
    kind = min(kinds, key=_PRECEDENCE.index) if post.is_listed else known.kind
    return KnownPost(
        known.id,
        known.archive_id,
        kind,
        taken_at,
        caption,
        precision,
        known.is_listed or post.is_listed,
    )


def times_agree(listed_at: int | None, known: KnownPost, item: MediaItem, post: Post) -> bool:
    """Whether two times of two archives can be of the same picture."""
    told = item.taken_at or post.taken_at
    if listed_at is None or told is None:
        return True
    tolerance = max(_TOLERANCE[known.precision], _TOLERANCE[post.precision])
    return abs(listed_at - told.timestamp()) <= tolerance


def seconds_of(post: Post) -> int | None:
    """The time of `post` in Unix seconds."""
    return None if post.taken_at is None else int(post.taken_at.timestamp())
