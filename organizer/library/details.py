"""Reads all that is known of some pictures in a fixed number of queries."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from organizer.archive.records import MediaType, PostKind, TimePrecision
from organizer.library.records import AssignedCategory, MediaDetail, MediaState, Problem
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import HashtagSuggestion, SuggestionReason

_CHOSEN = " FROM json_each(:ids) AS chosen JOIN media ON media.id = chosen.value"


def read_details(connection: sqlite3.Connection, media_ids: Sequence[int]) -> Iterator[MediaDetail]:
    """Details of the pictures in the order of `media_ids`; those no longer there are left out."""
    values = {"ids": json.dumps(list(media_ids))}
    hashtags = _hashtags(connection, values)
    categories = _categories(connection, values)
    accepted = _accepted(connection, values)
    decided = _decided(connection, values)
    suggestions = _suggestions(connection, values, decided)
    misfits = _misfits(connection, values)
    rows = connection.execute(
        "SELECT media.id, uri, archives.path, kind, media_type, media.taken_at, caption, position,"
        " slides, state, width, height, latitude, longitude, problems.code, problems.detail,"
        " precision, is_offline, media.id IN (SELECT media_id FROM favourites),"
        " COALESCE((SELECT text FROM descriptions WHERE media_id = media.id), '')"
        f"{_CHOSEN} JOIN posts ON posts.id = post_id"
        " JOIN archives ON archives.id = media.archive_id"
        " LEFT JOIN problems ON problems.archive_id = media.archive_id AND problems.file = uri"
        " AND state = 'failed' ORDER BY chosen.id",
        values,
    )
    for row in rows:
        media_id, uri, archive = row[0], row[1], Path(row[2])
        yield MediaDetail(
            id=media_id,
            path=archive / uri,
            uri=uri,
            archive=archive,
            kind=PostKind(row[3]),
            media_type=MediaType(row[4]),
            taken_at=row[5],
            caption=row[6],
            position=row[7],
            slides=row[8],
            state=MediaState(row[9]),
            width=row[10],
            height=row[11],
            latitude=row[12],
            longitude=row[13],
            hashtags=tuple(hashtags[media_id]),
            categories=tuple(categories[media_id]),
            suggestions=tuple(suggestions[media_id]),
            problem=None if row[14] is None else Problem(uri, row[14], row[15]),
            precision=TimePrecision(row[16]),
            is_offline=bool(row[17]),
            accepted=tuple(accepted[media_id]),
            misfits=tuple(misfits[media_id]),
            rejected=tuple(name for name, is_wanted in decided[media_id] if not is_wanted),
            is_favourite=bool(row[18]),
            description=row[19],
        )


def _hashtags(
    connection: sqlite3.Connection, values: dict[str, str]
) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for media_id, name in connection.execute(
        f"SELECT media.id, name{_CHOSEN} JOIN post_hashtags USING (post_id)"
        " JOIN hashtags ON hashtags.id = hashtag_id ORDER BY post_hashtags.position",
        values,
    ):
        found[media_id].append(name)
    return found


def _accepted(
    connection: sqlite3.Connection, values: dict[str, str]
) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for media_id, name in connection.execute(
        f"SELECT media.id, name{_CHOSEN}"
        " JOIN hashtag_decisions AS taken ON media_id = media.id AND is_wanted"
        " JOIN hashtags ON hashtags.id = taken.hashtag_id"
        " WHERE NOT EXISTS (SELECT 1 FROM post_hashtags AS written"
        " WHERE written.post_id = media.post_id AND written.hashtag_id = taken.hashtag_id)"
        " ORDER BY decided_at, name",
        values,
    ):
        found[media_id].append(name)
    return found


def _decided(
    connection: sqlite3.Connection, values: dict[str, str]
) -> defaultdict[int, list[tuple[str, bool]]]:
    found: defaultdict[int, list[tuple[str, bool]]] = defaultdict(list)
    for media_id, name, is_wanted in connection.execute(
        f"SELECT media.id, name, is_wanted{_CHOSEN} JOIN hashtag_decisions ON media_id = media.id"
        " JOIN hashtags ON hashtags.id = hashtag_id ORDER BY decided_at, name",
        values,
    ):
        found[media_id].append((name, bool(is_wanted)))
    return found


def _misfits(connection: sqlite3.Connection, values: dict[str, str]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for media_id, name in connection.execute(
        f"SELECT media.id, name{_CHOSEN} JOIN post_hashtags USING (post_id)"
        " JOIN post_misfits USING (post_id, hashtag_id) JOIN hashtags ON hashtags.id = hashtag_id"
        " ORDER BY post_hashtags.position",
        values,
    ):
        found[media_id].append(name)
    return found


def _categories(
    connection: sqlite3.Connection, values: dict[str, str]
) -> defaultdict[int, list[AssignedCategory]]:
    found: defaultdict[int, list[AssignedCategory]] = defaultdict(list)
    for media_id, category_id, score, source in connection.execute(
        f"SELECT media.id, category_id, score, source{_CHOSEN}"
        " JOIN media_categories ON media_id = media.id"
        " ORDER BY source = 'user' DESC, score DESC, category_id",
        values,
    ):
        found[media_id].append(AssignedCategory(category_id, score, source))
    return found


def _suggestions(
    connection: sqlite3.Connection,
    values: dict[str, str],
    decided: Mapping[int, Sequence[tuple[str, bool]]],
) -> defaultdict[int, list[HashtagSuggestion]]:
    """What was suggested, but for what the user has decided on since, in whatever spelling.

    It stays in the library: when the decision is taken back, it is offered as before. What a
    service suggests comes first: the user asked for it, of these pictures.
    """
    known = {(id, hashtag_key(name)) for id, names in decided.items() for name, _ in names}
    found: defaultdict[int, list[HashtagSuggestion]] = defaultdict(list)
    service = SuggestionReason.SERVICE
    for media_id, hashtag, score, reason in connection.execute(
        "SELECT id, hashtag, score, reason FROM ("
        f"SELECT media.id, hashtag, 1.0 AS score, '{service}' AS reason, said.position{_CHOSEN}"
        " JOIN service_hashtags AS said ON media_id = media.id"
        f" UNION ALL SELECT media.id, hashtag, score, reason, suggestions.position{_CHOSEN}"
        f" JOIN suggestions ON media_id = media.id) ORDER BY reason != '{service}', position",
        values,
    ):
        key = (media_id, hashtag_key(hashtag))
        if key not in known:
            known.add(key)
            found[media_id].append(HashtagSuggestion(hashtag, score, SuggestionReason(reason)))
    return found
