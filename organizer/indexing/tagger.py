"""Turns vectors into categories and hashtag suggestions, and knows when to do it anew."""

import hashlib
import json
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.library.reader import LibraryReader
from organizer.resource_files import resource_path
from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.records import CategoryScore, HashtagSuggestion
from organizer.tagging.suggestions import Suggester
from organizer.vision.encoder import Encoder

Tags = tuple[tuple[CategoryScore, ...], tuple[HashtagSuggestion, ...]]

_DATA = ("categories.toml", "hashtags.toml")


class Tagger:
    """Categories and suggestions by one encoder and the hashtags that the user has used so far."""

    def __init__(self, encoder: Encoder, reader: LibraryReader) -> None:
        self._categorizer = Categorizer(load_categories(), encoder)
        self._suggester = Suggester(encoder, reader.own_hashtags())

    def tags(self, vectors: NDArray[np.float32], hashtags: Sequence[Collection[str]]) -> list[Tags]:
        """Categories and suggestions of pictures with `vectors` of shape (n, dimension).

        `hashtags` are those that the caption over each picture has already.
        """
        if not len(vectors):
            return []
        categories = self._categorizer.assign(self._categorizer.scores(vectors))
        suggestions = self._suggester.suggest(vectors, hashtags)
        return list(zip(categories, suggestions, strict=True))


def tagging_digest(reader: LibraryReader, model: str) -> str:
    """Changes when tags made before no longer hold: other categories, vocabulary, own hashtags."""
    digest = hashlib.sha256(model.encode())
    for name in _DATA:
        digest.update(resource_path(name).read_bytes())
    own = [use.hashtag for use in reader.own_hashtags()]
    digest.update(json.dumps(sorted(own)).encode())
    return digest.hexdigest()
