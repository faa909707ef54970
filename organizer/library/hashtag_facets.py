"""Counts pictures by hashtag, all spellings of one together.

The uses of all hashtags are read at once and counted as arrays: half a million in 90 ms, where
joining and grouping them in SQL took a second.
"""

import json
import sqlite3

import numpy as np
from numpy.typing import NDArray

from organizer.library.columns import read_columns
from organizer.library.filters import Filter
from organizer.library.hashtag_storage import key_of
from organizer.library.records import HashtagFacet

Numbers = NDArray[np.int64]

# With fewer posts it is quicker to look up the hashtags of each.
_SMALL_SHARE = 0.1


def read_hashtag_facets(
    connection: sqlite3.Connection, chosen: Filter, limit: int, text: str = ""
) -> tuple[HashtagFacet, ...]:
    """The hashtags that stand on most of the pictures that pass, or were accepted for them.

    Only those with `text` in one of their spellings. What is used equally comes by the alphabet.
    Spellings come in the order of all their uses, so that a hashtag has one name in all filters.
    """
    folds = _folds(connection, text)
    pictures = _pictures_by_post(connection, chosen)
    hashtags, posts, uses = _written(connection, folds, pictures)
    taken, media = _taken(connection, chosen, folds, hashtags, posts)
    spelled = _sums(hashtags, pictures[posts], len(folds)) + _sums(taken, None, len(folds))
    counts = _counted_once(folds, hashtags, posts, pictures, spelled)
    counts += _sums(_distinct(folds[taken], media)[0], None, len(folds))
    found = np.flatnonzero(counts)
    most_used = found[np.argsort(-counts[found], kind="stable")][:limit]
    ids = np.flatnonzero(np.isin(folds, most_used))
    named = _by_all_uses(connection, ids, uses)
    return _facets(named, folds, spelled, counts, most_used)


def _folds(connection: sqlite3.Connection, text: str) -> Numbers:
    """By the id of a hashtag, the number of what it has in common with others, 0 if unwanted.

    Numbers begin with 1 and follow the alphabet.
    """
    among = (
        " WHERE COALESCE(fold, key) IN"
        " (SELECT COALESCE(fold, key) FROM hashtags WHERE instr(key, :text))"
    )
    ids, numbers = read_columns(
        connection,
        ("id", "number"),
        "SELECT id, DENSE_RANK() OVER (ORDER BY COALESCE(fold, key)) FROM hashtags"
        f"{among if text else ''}",
        {"text": key_of(text)},
    )
    (most,) = connection.execute("SELECT COALESCE(MAX(id), 0) FROM hashtags").fetchone()
    folds = np.zeros(most + 1, dtype=np.int64)
    folds[ids] = numbers
    return folds


def _pictures_by_post(connection: sqlite3.Connection, chosen: Filter) -> Numbers:
    """How many pictures of each post pass, by its id."""
    where, values = chosen.where()
    (posts,) = read_columns(
        connection, ("post_id",), f"SELECT post_id FROM media WHERE {where}", values
    )
    (most,) = connection.execute("SELECT COALESCE(MAX(id), 0) FROM posts").fetchone()
    return np.bincount(posts, minlength=most + 1)


def _written(
    connection: sqlite3.Connection, folds: Numbers, pictures: Numbers
) -> tuple[Numbers, Numbers, Numbers | None]:
    """Hashtags of captions and the posts that they stand on, of which any picture passes.

    And how many posts have each hashtag at all, by its id, where that was to be seen as well.
    """
    passing = np.flatnonzero(pictures)
    is_small = len(passing) < len(pictures) * _SMALL_SHARE
    among = " WHERE post_id IN (SELECT value FROM json_each(:posts))"
    # Each hashtag once with all of its posts is half as much to read.
    row = connection.execute(
        "SELECT GROUP_CONCAT(hashtag_id, ' '), GROUP_CONCAT(uses, ' '), GROUP_CONCAT(posts, ' ')"
        " FROM (SELECT hashtag_id, COUNT(*) AS uses, GROUP_CONCAT(post_id, ' ') AS posts"
        f" FROM post_hashtags{among if is_small else ''} GROUP BY hashtag_id)",
        {"posts": json.dumps(passing.tolist()) if is_small else ""},
    ).fetchone()
    ids, uses, posts = (np.fromstring(cell or "", dtype=np.int64, sep=" ") for cell in row)
    hashtags = np.repeat(ids, uses)
    is_counted = (pictures[posts] > 0) & (folds[hashtags] > 0)
    all_uses = None if is_small else _sums(ids, uses, len(folds))
    return hashtags[is_counted], posts[is_counted], all_uses


def _taken(
    connection: sqlite3.Connection,
    chosen: Filter,
    folds: Numbers,
    hashtags: Numbers,
    posts: Numbers,
) -> tuple[Numbers, Numbers]:
    """Accepted hashtags and the pictures that pass, but for what the caption says already.

    That is in `hashtags` and `posts`.
    """
    where, values = chosen.where()
    taken, media, of_post = read_columns(
        connection,
        ("taken", "media", "post"),
        "SELECT hashtag_id, media_id, post_id FROM hashtag_decisions JOIN media"
        f" ON media.id = media_id WHERE is_wanted AND {where}",
        values,
    )
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
