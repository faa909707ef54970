"""How hashtags are suggested, as the user wants it; kept in the library."""

from dataclasses import asdict, dataclass
from typing import Literal

from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.suggestions import DEFAULT_LIMIT, HIGHEST_LIMIT

SuggestionLanguage = Literal["own", "ko", "en"]

HASHTAGS_STATE = "hashtag_digest"
"""The setting that says of what the suggestions were made; without it they are made anew."""

HASHTAGS_UNTIL = "hashtag_digest_until"
"""The setting that says, while they are made anew, of what, and the last id that has them."""

_KEY = "hashtag_options"


@dataclass(frozen=True, slots=True)
class HashtagOptions:
    """At most `limit` hashtags, 1 to 30, in the language of most of the user's own, or another.

    `groups` are the ids of popular groups of which hashtags fill what is left.
    """

    limit: int = DEFAULT_LIMIT
    language: SuggestionLanguage = "own"
    groups: tuple[str, ...] = ()


def read_options(reader: LibraryReader) -> HashtagOptions:
    """The options kept in the library; the default ones for what is not there or makes no sense."""
    stored = reader.setting(_KEY)
    if not isinstance(stored, dict):
        return HashtagOptions()
    limit, language, groups = (stored.get(key) for key in ("limit", "language", "groups"))
    return HashtagOptions(
        min(max(limit, 1), HIGHEST_LIMIT) if isinstance(limit, int) else DEFAULT_LIMIT,
        language if language in ("ko", "en") else "own",
        tuple(map(str, groups)) if isinstance(groups, list) else (),
    )


def store_options(writer: LibraryWriter, options: HashtagOptions) -> None:
    """Keeps `options` in the library."""
    writer.set_setting(_KEY, asdict(options))
