"""What the user says of hashtags: wanted for a picture or not, one with another or not."""

import sqlite3
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from organizer.library.edits import (
    ChangeFolds,
    DecideHashtags,
    Edit,
    KeepApart,
    MergeHashtags,
    SeparateHashtag,
    Several,
)
from organizer.tagging.hashtags import hashtag_key


def decide_hashtags(connection: sqlite3.Connection, edit: DecideHashtags) -> Edit:
    """Remembers what is wanted for pictures; returns the edit that takes it back."""
    opposites: list[Edit] = []
    media_ids = tuple(dict.fromkeys(edit.media_ids))
    for hashtag in {hashtag_key(hashtag): hashtag for hashtag in edit.hashtags}.values():
        hashtag_id = _id_of(connection, hashtag)
        before: dict[int, bool] = dict(
            connection.execute(
                "SELECT media_id, is_wanted FROM hashtag_decisions WHERE hashtag_id = ?",
                [hashtag_id],
            )
        )
        groups: dict[bool | None, list[int]] = defaultdict(list)
        for media_id in media_ids:
            known = before.get(media_id)
            groups[None if known is None else bool(known)].append(media_id)
        opposites += [DecideHashtags(tuple(ids), (hashtag,), was) for was, ids in groups.items()]
        _decide_one(connection, hashtag_id, media_ids, edit.is_wanted)
    return opposites[0] if len(opposites) == 1 else Several(tuple(reversed(opposites)))


def _decide_one(
    connection: sqlite3.Connection,
    hashtag_id: int,
    media_ids: Iterable[int],
    is_wanted: bool | None,
) -> None:
    connection.executemany(
        "DELETE FROM hashtag_decisions WHERE media_id = ? AND hashtag_id = ?",
        [(media_id, hashtag_id) for media_id in media_ids],
    )
    if is_wanted is not None:
        (last,) = connection.execute("SELECT MAX(decided_at) FROM hashtag_decisions").fetchone()
        # What is accepted at once stays in its order, however coarse the clock.
        now = max(time.time_ns(), (last or 0) + 1)
        # A picture may have been united with another one since it was shown.
        connection.executemany(
            "INSERT INTO hashtag_decisions SELECT id, ?, ?, ? FROM media WHERE id = ?",
            [(hashtag_id, is_wanted, now, media_id) for media_id in media_ids],
        )


def merge_hashtags(connection: sqlite3.Connection, edit: MergeHashtags) -> Edit:
    """Makes hashtags one, with all that are one with them; returns what takes it back."""
    target = _fold_of(connection, edit.into)
    changes: dict[str, str | None] = {}
    for hashtag in edit.hashtags:
        fold = _fold_of(connection, hashtag)
        if fold != target:
            changes |= dict.fromkeys(_subjects_of(connection, fold), target)
    if changes:
        changes |= dict.fromkeys(_unruled(connection, target), target)
    return change_folds(connection, ChangeFolds(tuple(changes.items())))


def _subjects_of(connection: sqlite3.Connection, fold: str) -> list[str]:
    """What has to change for all spellings of `fold` to have another one."""
    return [
        f"#{key}" if rule_fold is None or _change_of(connection, f"#{key}") else rule_fold
        for key, rule_fold in connection.execute(
            "SELECT key, rule_fold FROM hashtags WHERE COALESCE(fold, key) = ?", [fold]
        ).fetchall()
    ]


def _unruled(connection: sqlite3.Connection, fold: str) -> list[str]:
    """The spellings that have `fold` only as long as the rules have not been asked about them."""
    rows = connection.execute(
        "SELECT '#' || key FROM hashtags WHERE rule_fold IS NULL AND COALESCE(fold, key) = ?",
        [fold],
    )
    return [str(subject) for (subject,) in rows]


def separate_hashtag(connection: sqlite3.Connection, edit: SeparateHashtag) -> Edit:
    """Makes one spelling a hashtag of its own; returns the edit that takes it back."""
    _id_of(connection, edit.hashtag)
    subject = f"#{hashtag_key(edit.hashtag)}"
    fold = subject
    # Others may have been merged into it when it was separate before.
    while connection.execute(
        "SELECT EXISTS (SELECT 1 FROM hashtags WHERE fold = :fold AND '#' || key != :subject)"
        " OR EXISTS (SELECT 1 FROM fold_changes WHERE fold = :fold AND subject != :subject)",
        {"fold": fold, "subject": subject},
    ).fetchone()[0]:
        fold = f"#{fold}"
    return change_folds(connection, ChangeFolds(((subject, fold),)))


def change_folds(connection: sqlite3.Connection, edit: ChangeFolds) -> Edit:
    """Sets or takes back the user's changes; returns the edit that takes this back."""
    before = tuple((subject, _change_of(connection, subject)) for subject, _ in edit.changes)
    for subject, fold in edit.changes:
        connection.execute("DELETE FROM fold_changes WHERE subject = ?", [subject])
        if fold is not None:
            connection.execute("INSERT INTO fold_changes VALUES (?, ?)", [subject, fold])
    _apply_changes(connection)
    return ChangeFolds(before)


def keep_apart(connection: sqlite3.Connection, edit: KeepApart) -> Edit:
    """Remembers that two hashtags are not one; returns the edit that takes it back."""
    pair = sorted((hashtag_key(edit.first), hashtag_key(edit.second)))
    removed = connection.execute("DELETE FROM kept_apart WHERE first = ? AND second = ?", pair)
    if edit.is_apart:
        connection.execute("INSERT INTO kept_apart VALUES (?, ?)", pair)
    return KeepApart(edit.first, edit.second, is_apart=removed.rowcount > 0)


def store_rule_folds(connection: sqlite3.Connection, folds: Mapping[str, str]) -> None:
    """Remembers what the spellings, by key, have in common as the rules see it."""
    connection.executemany(
        "UPDATE hashtags SET rule_fold = ? WHERE key = ? AND rule_fold IS NOT ?",
        [(fold, key, fold) for key, fold in folds.items()],
    )
    _apply_changes(connection)


def store_misfits(
    connection: sqlite3.Connection, misfits: Mapping[int, Iterable[tuple[str, float]]]
) -> None:
    """Replaces which hashtags do not fit pictures, by id, each with its score."""
    connection.executemany(
        "DELETE FROM misfits WHERE media_id = ?", [(media_id,) for media_id in misfits]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO misfits SELECT media.id, hashtags.id, ? FROM hashtags, media"
        " WHERE key = ? AND media.id = ?",
        [
            (score, hashtag_key(hashtag), media_id)
            for media_id, scored in misfits.items()
            for hashtag, score in scored
        ],
    )


def _apply_changes(connection: sqlite3.Connection) -> None:
    connection.execute(
        "UPDATE hashtags SET fold = new.fold FROM (SELECT id, COALESCE("
        "(SELECT fold FROM fold_changes WHERE subject = '#' || key),"
        "(SELECT fold FROM fold_changes WHERE subject = COALESCE(rule_fold, key)),"
        "rule_fold) AS fold FROM hashtags) AS new"
        " WHERE new.id = hashtags.id AND new.fold IS NOT hashtags.fold"
    )


def _fold_of(connection: sqlite3.Connection, hashtag: str) -> str:
    _id_of(connection, hashtag)
    (fold,) = connection.execute(
        "SELECT COALESCE(fold, key) FROM hashtags WHERE key = ?", [hashtag_key(hashtag)]
    ).fetchone()
    return str(fold)


def _change_of(connection: sqlite3.Connection, subject: str) -> str | None:
    row = connection.execute(
        "SELECT fold FROM fold_changes WHERE subject = ?", [subject]
    ).fetchone()
    return None if row is None else str(row[0])


def _id_of(connection: sqlite3.Connection, hashtag: str) -> int:
    connection.execute(
        "INSERT OR IGNORE INTO hashtags (key, name) VALUES (?, ?)",
        [hashtag_key(hashtag), unicodedata.normalize("NFC", hashtag)],
    )
    (found,) = connection.execute(
        "SELECT id FROM hashtags WHERE key = ?", [hashtag_key(hashtag)]
    ).fetchone()
    return int(found)
