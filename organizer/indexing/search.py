"""Finds pictures by words: in captions and hashtags, and by what the pictures show."""

from dataclasses import dataclass

import numpy as np

from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.vision.encoder import Encoder

# How many standard deviations above the library's mean a picture must come to be shown.
_STANDS_OUT = 2.0


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A picture found: `score` is 1 when the caption has the words, or else the cosine."""

    media_id: int
    score: float
    in_caption: bool


def search(
    text: str, reader: LibraryReader, encoder: Encoder, limit: int = 50
) -> tuple[SearchHit, ...]:
    """The pictures for `text`: those with the words in the caption first, then what shows it.

    A picture shows it when its cosine stands out among the library's: the cosines of one model
    cannot be compared with those of another, and not with a fixed bound.
    """
    listed = reader.listing(Filter(text=text)).ids if text.strip() else np.zeros(0, np.int64)
    hits = [SearchHit(int(media_id), 1.0, True) for media_id in listed[:limit]]
    ids, vectors = reader.embeddings(encoder.name)
    if not len(ids):
        return tuple(hits)
    prompts = [template.format(text) for template in encoder.prompt_templates]
    direction = encoder.encode_texts(prompts).mean(axis=0)
    cosines = vectors @ (direction / np.linalg.norm(direction))
    bound = cosines.mean() + _STANDS_OUT * cosines.std()
    found = {hit.media_id for hit in hits}
    for index in np.argsort(-cosines)[:limit]:
        if cosines[index] < bound and len(ids) > limit:
            break
        if int(ids[index]) not in found:
            hits.append(SearchHit(int(ids[index]), float(cosines[index]), False))
    return tuple(hits[:limit])
