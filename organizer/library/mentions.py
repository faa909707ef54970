"""Who is named in captions with @."""

import sqlite3
from collections import Counter

import regex

from organizer.library.search_text import normal

# Instagram's names: letters, digits, dots and underscores. An address of mail is none.
_MENTION = regex.compile(r"(?<![\w.])[@＠](?P<name>[\w.]{1,29}\w)")


def read_mentions(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Names without @, case-folded, and in how many captions they stand, most often first."""
    rows = connection.execute(
        "SELECT caption FROM posts WHERE instr(caption, '@') OR instr(caption, '＠')"
    )
    found: Counter[str] = Counter()
    for (caption,) in rows:
        found.update({normal(match["name"]) for match in _MENTION.finditer(caption)})
    return tuple(found.most_common())
