"""The user's own hashtags: on which pictures they stand, how often, and what is one with what."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import FoldedHashtag, HashtagUse

# Those of captions once for each post, accepted ones for each picture.
_USES = (
    "SELECT hashtag_id, COUNT(*) AS uses FROM (SELECT hashtag_id FROM post_hashtags"
    " UNION ALL SELECT hashtag_id FROM hashtag_decisions WHERE is_wanted) GROUP BY hashtag_id"
)


class HashtagQueries:
    """The hashtags of captions, and what the user accepted, rejected and merged."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, media_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The hashtags of the captions over these pictures, and those accepted for them.

        A picture without any is left out.
        """
        rows = self._connection.execute(
            "SELECT id, GROUP_CONCAT(name, ' ') FROM ("
            "SELECT media.id, name FROM json_each(:ids) AS chosen"
            " JOIN media ON media.id = chosen.value"
            " JOIN post_hashtags USING (post_id) JOIN hashtags ON hashtags.id = hashtag_id"
            " UNION SELECT media_id, name FROM json_each(:ids) AS chosen"
            " JOIN hashtag_decisions ON media_id = chosen.value AND is_wanted"
            " JOIN hashtags ON hashtags.id = hashtag_id) GROUP BY id",
            {"ids": json.dumps([int(media_id) for media_id in media_ids])},
        )
        return {row[0]: tuple(row[1].split()) for row in rows}

    def rejected_for(self, media_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The hashtags that the user does not want for pictures, by id."""
        rows = self._connection.execute(
            "SELECT media_id, GROUP_CONCAT(name, ' ') FROM hashtag_decisions"
            " JOIN hashtags ON hashtags.id = hashtag_id WHERE NOT is_wanted"
            " AND media_id IN (SELECT value FROM json_each(:ids)) GROUP BY media_id",
            {"ids": json.dumps([int(media_id) for media_id in media_ids])},
        )
        return {row[0]: tuple(row[1].split()) for row in rows}

    def uses(self) -> tuple[HashtagUse, ...]:
        """All of them with the number of posts that carry them, most used first.

        A picture for which one was accepted counts as a post.
        """
        rows = self._connection.execute(
            f"SELECT name, uses FROM ({_USES}) JOIN hashtags ON hashtags.id = hashtag_id"
            " ORDER BY uses DESC, name"
        )
        return tuple(HashtagUse(row[0], row[1]) for row in rows)

    def uses_of(self, hashtags: Iterable[str]) -> dict[str, int]:
        """As `uses` counts them, those of `hashtags` by key; those never seen are left out."""
        rows = self._connection.execute(
            "SELECT hashtags.key,"
            " (SELECT COUNT(*) FROM post_hashtags WHERE hashtag_id = hashtags.id)"
            " + (SELECT COUNT(*) FROM hashtag_decisions"
            " WHERE hashtag_id = hashtags.id AND is_wanted)"
            " FROM json_each(:keys) AS asked JOIN hashtags ON hashtags.key = asked.value",
            {"keys": json.dumps([hashtag_key(hashtag) for hashtag in hashtags])},
        )
        return dict(rows.fetchall())

    def weights(self) -> dict[str, float]:
        """How much rejected hashtags still count, by key: from 1 down to 0, the more often.

        Half, after two rejections of what the user never uses; what they use often loses little.
        """
        rows = self._connection.execute(
            f"SELECT key, COALESCE(uses, 0), COUNT(*) FROM hashtag_decisions"
            f" JOIN hashtags ON hashtags.id = hashtag_decisions.hashtag_id"
            f" LEFT JOIN ({_USES}) AS used ON used.hashtag_id = hashtags.id"
            " WHERE NOT is_wanted GROUP BY key"
        )
        return {key: (uses + 2) / (uses + 2 + rejected) for key, uses, rejected in rows}

    def folded(self) -> tuple[FoldedHashtag, ...]:
        """All of them by what is one by the rules and by the user, most used first."""
        found: dict[str, list[HashtagUse]] = defaultdict(list)
        for fold, name, uses in self._connection.execute(
            f"SELECT COALESCE(fold, key), name, uses FROM hashtags JOIN ({_USES})"
            " ON hashtag_id = hashtags.id ORDER BY uses DESC, name"
        ):
            found[fold].append(HashtagUse(name, uses))
        folded = [FoldedHashtag(fold, tuple(uses)) for fold, uses in found.items()]
        return tuple(sorted(folded, key=lambda hashtag: -hashtag.count))

    def without_fold(self) -> tuple[str, ...]:
        """Keys of those of which it is not known yet what they have in common with others."""
        rows = self._connection.execute("SELECT key FROM hashtags WHERE rule_fold IS NULL")
        return tuple(row[0] for row in rows)

    def kept_apart(self) -> frozenset[tuple[str, str]]:
        """Pairs of keys that the user says are not one, each pair in order."""
        rows = self._connection.execute("SELECT first, second FROM kept_apart")
        return frozenset((row[0], row[1]) for row in rows)
