"""Finds pictures by words: in captions and hashtags, and by what the pictures show."""

from dataclasses import dataclass

from organizer.indexing.look_alikes import LookAlikes
from organizer.indexing.meaning import Meaning
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.library.search_text import parse_search


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A picture found: `score` is 1 when the caption has the words, or else the cosine."""

    media_id: int
    score: float
    in_caption: bool


def search(
    text: str, reader: LibraryReader, meaning: Meaning, limit: int = 50
) -> tuple[SearchHit, ...]:
    """The pictures for `text`: those with the words in the caption first, then what shows them.

    `meaning` is that of the description in `text`.
    """
    if not text.strip():
        return ()
    listed = reader.listing(Filter(text=text)).ids
    hits = [SearchHit(int(media_id), 1.0, in_caption=True) for media_id in listed[:limit]]
    found = set(listed.tolist())
    look_alikes = LookAlikes(reader)
    look_alikes.learn(meaning)
    ids, cosines = look_alikes.described_with_cosines(parse_search(text), limit + len(hits))
    hits += [
        SearchHit(media_id, score, in_caption=False)
        for media_id, score in zip(ids.tolist(), cosines.tolist(), strict=True)
        if media_id not in found
    ]
    return tuple(hits[:limit])
