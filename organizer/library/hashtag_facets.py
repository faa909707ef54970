"""Counts pictures by hashtag, all spellings of one together.

The uses of all hashtags are read at once and counted as arrays: half a million in 90 ms, where
joining and grouping them in SQL took a second.
"""

import json
import sqlite3
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from organizer.library.columns import read_columns
from organizer.library.picture_columns import Mask, PictureColumns
from organizer.library.records import HashtagFacet
from organizer.tagging.hashtags import hashtag_key

Numbers = NDArray[np.int64]

# With fewer posts it is quicker to look up the hashtags of each.
_SMALL_SHARE = 0.1


class HashtagColumns:
    """All uses of hashtags as of one `version` of the library, read when first needed."""

    def __init__(self, connection: sqlite3.Connection, version: int) -> None:
        self.version = version
        self.connection = connection

    @cached_property
    def written(self) -> tuple[Numbers, Numbers]:
        """Hashtags of captions, and the posts on which they stand."""
        return _read_written(self.connection, "", {})

    @property
    def is_read(self) -> bool:
        """Whether `written` is there without reading."""
        return "written" in self.__dict__

    @cached_property
    def taken(self) -> tuple[Numbers, Numbers]:
        """Hashtags that were accepted, and the pictures for which they were."""
        hashtags, media = read_columns(
            self.connection,
            ("hashtag", "media"),
            "SELECT hashtag_id, media_id FROM hashtag_decisions WHERE is_wanted",
            {},
        )
        return hashtags, media

    @cached_property
    def all_folds(self) -> Numbers:
        """As `folds`, of all hashtags."""
        return self._read_folds("", "")

    def folds(self, text: str) -> Numbers:
        """By the id of a hashtag, the number of what it has in common with others, 0 if unwanted.

        Numbers begin with 1 and follow the alphabet. Wanted is what has `text` in any spelling.
        """
        among = (
            " WHERE COALESCE(fold, key) IN"
            " (SELECT COALESCE(fold, key) FROM hashtags WHERE instr(key, :text))"
        )
        return self._read_folds(among, hashtag_key(text)) if text else self.all_folds

    def _read_folds(self, among: str, text: str) -> Numbers:
        ids, numbers = read_columns(
            self.connection,
            ("id", "number"),
            f"SELECT id, DENSE_RANK() OVER (ORDER BY COALESCE(fold, key)) FROM hashtags{among}",
            {"text": text},
        )
        (most,) = self.connection.execute("SELECT COALESCE(MAX(id), 0) FROM hashtags").fetchone()
        folds = np.zeros(most + 1, dtype=np.int64)
        folds[ids] = numbers
        return folds


def read_hashtag_facets(
    columns: HashtagColumns, media: PictureColumns, passing: Mask, limit: int, text: str = ""
) -> tuple[HashtagFacet, ...]:
    """The hashtags that stand on most of the pictures that pass, or were accepted for them.

    `passing` says it by the id of a picture. Only those with `text` in one of their spellings. What
    is used equally comes by the alphabet. Spellings come in the order of all their uses, so that
    a hashtag has one name in all filters.
    """
    if not limit:
        return ()
    folds = columns.folds(text)
    pictures = np.bincount(media.posts[passing], minlength=int(media.posts.max(initial=0)) + 1)
    hashtags, posts, uses = _written(columns, folds, pictures)
    taken, taken_for = _taken(columns, media, passing, folds, hashtags, posts)
    spelled = _sums(hashtags, pictures[posts], len(folds)) + _sums(taken, None, len(folds))
    counts = _counted_once(folds, hashtags, posts, pictures, spelled)
    counts += _sums(_distinct(folds[taken], taken_for)[0], None, len(folds))
    found = np.flatnonzero(counts)
    most_used = found[np.argsort(-counts[found], kind="stable")][:limit]
    ids = np.flatnonzero(np.isin(folds, most_used))
    named = _by_all_uses(columns.connection, ids, uses)
    return _facets(named, folds, spelled, counts, most_used)


def _written(
    columns: HashtagColumns, folds: Numbers, pictures: Numbers
) -> tuple[Numbers, Numbers, Numbers | None]:
    """Hashtags of captions and the posts that they stand on, of which any picture passes.

    And how many posts have each hashtag at all, by its id, where that was to be seen as well.
    """
    passing = np.flatnonzero(pictures)
    if columns.is_read or len(passing) >= len(pictures) * _SMALL_SHARE:
        hashtags, posts = columns.written
        all_uses = _sums(hashtags, None, len(folds))
    else:
        among = " WHERE post_id IN (SELECT value FROM json_each(:posts))"
        values = {"posts": json.dumps(passing.tolist())}
        hashtags, posts = _read_written(columns.connection, among, values)
        all_uses = None
    is_known = (posts < len(pictures)) & (hashtags < len(folds))
    hashtags, posts = hashtags[is_known], posts[is_known]
    is_counted = (pictures[posts] > 0) & (folds[hashtags] > 0)
    return hashtags[is_counted], posts[is_counted], all_uses


def _read_written(
    connection: sqlite3.Connection, among: str, values: dict[str, str]
) -> tuple[Numbers, Numbers]:
    # Each hashtag once with all of its posts is half as much to read.
    row = connection.execute(
        "SELECT GROUP_CONCAT(hashtag_id, ' '), GROUP_CONCAT(uses, ' '), GROUP_CONCAT(posts, ' ')"
        " FROM (SELECT hashtag_id, COUNT(*) AS uses, GROUP_CONCAT(post_id, ' ') AS posts"
        f" FROM post_hashtags{among} GROUP BY hashtag_id)",
        values,
    ).fetchone()
    ids, uses, posts = (np.fromstring(cell or "", dtype=np.int64, sep=" ") for cell in row)
    return np.repeat(ids, uses), posts


def _taken(
    columns: HashtagColumns,
    pictures: PictureColumns,
    passing: Mask,
    folds: Numbers,
    hashtags: Numbers,
    posts: Numbers,
) -> tuple[Numbers, Numbers]:
    """Accepted hashtags and the pictures that pass, but for what the caption says already.

    That is in `hashtags` and `posts`.
    """
    taken, media = columns.taken
    is_known = pictures.known(media) & (taken < len(folds))
    taken, media = taken[is_known], media[is_known]
    taken, media = taken[passing[media]], media[passing[media]]
    of_post = pictures.posts[media]
    span = int(max(posts.max(initial=0), of_post.max(initial=0))) + 1
    is_concerned = np.bincount(of_post, minlength=span)[posts] > 0
    written = folds[hashtags[is_concerned]] * span + posts[is_concerned]
    is_new = ~np.isin(folds[taken] * span + of_post, written) & (folds[taken] > 0)
    return taken[is_new], media[is_new]


def _counted_once(
    folds: Numbers, hashtags: Numbers, posts: Numbers, pictures: Numbers, spelled: Numbers
) -> Numbers:
    """How many pictures have any spelling in their captions, by the number of the fold.

    A post with two spellings counts once; that is looked for only where there are two.
    """
    spellings = _sums(folds[np.flatnonzero(spelled)], None, len(folds))
    of_folds = folds[hashtags]
    is_several = spellings[of_folds] > 1
    once, at = _distinct(of_folds[is_several], posts[is_several])
    counts = _sums(of_folds[~is_several], pictures[posts[~is_several]], len(folds))
    return counts + _sums(once, pictures[at], len(folds))


def _distinct(first: Numbers, second: Numbers) -> tuple[Numbers, Numbers]:
    """Each pair of a number of `first` and the one of `second` beside it, once."""
    span = int(second.max(initial=0)) + 1
    # np.unique takes a hundred times as long as sorting does.
    pairs = np.sort(first * span + second)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return pairs // span, pairs % span


def _sums(groups: Numbers, weights: Numbers | None, length: int) -> Numbers:
    """The sum of the `weights` of each group, or their number, for groups below `length`."""
    return np.bincount(groups, weights, length).astype(np.int64)


def _by_all_uses(
    connection: sqlite3.Connection, ids: Numbers, uses: Numbers | None
) -> list[tuple[int, str]]:
    """Ids and names of those hashtags that are used at all, the most used first.

    `uses` by captions are counted here where they are not known.
    """
    written = "(SELECT COUNT(*) FROM post_hashtags WHERE hashtag_id = hashtags.id)"
    known = "json_extract(value, '$[1]')"
    asked = [[int(one), 0 if uses is None else int(uses[one])] for one in ids]
    rows = connection.execute(
        f"SELECT hashtags.id, name, {written if uses is None else known}"
        " + (SELECT COUNT(*) FROM hashtag_decisions"
        " WHERE hashtag_id = hashtags.id AND is_wanted) AS uses"
        " FROM json_each(:asked) JOIN hashtags ON hashtags.id = json_extract(value, '$[0]')"
        " WHERE uses ORDER BY uses DESC, hashtags.id",
        {"asked": json.dumps(asked)},
    )
    return [(row[0], row[1]) for row in rows]


def _facets(
    named: list[tuple[int, str]],
    folds: Numbers,
    spelled: Numbers,
    counts: Numbers,
    most_used: Numbers,
) -> tuple[HashtagFacet, ...]:
    spellings: dict[int, list[tuple[int, str]]] = {int(fold): [] for fold in most_used}
    for hashtag, name in named:
        spellings[int(folds[hashtag])].append((hashtag, name))
    return tuple(
        HashtagFacet(
            tuple(name for _, name in same),
            int(counts[fold]),
            tuple(int(spelled[hashtag]) for hashtag, _ in same),
        )
        for fold, same in spellings.items()
    )
