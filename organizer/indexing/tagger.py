"""Turns vectors into categories and hashtag suggestions, and knows when to do it anew."""

import hashlib
import json
from collections.abc import Collection, Sequence

import numpy as np

from organizer.library.reader import LibraryReader
from organizer.resource_files import resource_path
from organizer.tagging.categories import load_categories, phrases_of
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.learning import Corrections
from organizer.tagging.neighbours import Neighbours
from organizer.tagging.records import Category, CategoryScore, HashtagSuggestion
from organizer.tagging.suggestions import Suggester
from organizer.tagging.text_encoder import NamedTextEncoder
from organizer.vectors import FloatArray

Tags = tuple[tuple[CategoryScore, ...], tuple[HashtagSuggestion, ...], float]

_CATEGORY_DATA = ("calibration.toml", "concepts.toml", "glossary.toml")
_HASHTAG_DATA = ("hashtags.toml", "hashtag_folding.toml")
# More would take longer than looking at the picture.
_MOST_NEIGHBOURS = 4000


class Taggers:
    """Makes taggers of one encoder, which know what the user has said and written so far.

    The encoder should be one that keeps what it makes of words: they are the same each time.
    """

    def __init__(self, encoder: NamedTextEncoder, reader: LibraryReader) -> None:
        self._encoder = encoder
        self._reader = reader

    def categorizer(self) -> Categorizer:
        """Files pictures by words and by what the user confirmed, added and removed so far."""
        categories = load_categories()
        ids, vectors, decided = self._reader.decided_pictures(self._encoder.name)
        columns = {category.id: column for column, category in enumerate(categories)}
        decisions = np.zeros((len(ids), len(columns)), np.int8)
        for row, media_id in enumerate(ids):
            for category_id, is_in in decided[int(media_id)].items():
                if category_id in columns:
                    decisions[row, columns[category_id]] = 1 if is_in else -1
        corrections = Corrections(vectors, decisions) if len(ids) else None
        return Categorizer(categories, self._encoder, corrections)

    def tagger(self) -> "Tagger":
        """Files pictures and suggests hashtags."""
        suggester = Suggester(self._encoder, self._reader.own_hashtags())
        vectors, hashtags = self._reader.tagged_pictures(self._encoder.name, _MOST_NEIGHBOURS)
        return Tagger(self.categorizer(), suggester, Neighbours(vectors, hashtags))


class Tagger:
    """Categories by `categorizer`; hashtags by `suggester` and the user's own pictures."""

    def __init__(
        self, categorizer: Categorizer, suggester: Suggester, neighbours: Neighbours
    ) -> None:
        self._categorizer = categorizer
        self._suggester = suggester
        self._neighbours = neighbours

    def tags(self, vectors: FloatArray, hashtags: Sequence[Collection[str]]) -> list[Tags]:
        """Categories, suggestions and doubt of pictures with `vectors` of shape (n, dimension).

        `hashtags` are those that the caption over each picture has already.
        """
        if not len(vectors):
            return []
        scores = self._categorizer.scores(vectors)
        categories = self._categorizer.assign(scores)
        suggestions = self._suggester.suggest(vectors, hashtags, neighbours=self._neighbours)
        doubts = self._categorizer.doubts(scores).tolist()
        return list(zip(categories, suggestions, doubts, strict=True))


def category_digest(reader: LibraryReader, model: str, categories: Sequence[Category]) -> str:
    """Changes when pictures are filed otherwise: other categories, other decisions of the user's.

    The colours and the order of categories do not matter, nor do their names beside phrases.
    """
    digest = _digest(model, _CATEGORY_DATA)
    defined = sorted(
        (category.id, category.rule, phrases_of(category, understands_korean=True))
        for category in categories
    )
    digest.update(json.dumps([defined, sorted(reader.decisions())]).encode())
    return digest.hexdigest()


def hashtag_digest(reader: LibraryReader, model: str) -> str:
    """Changes when suggestions no longer hold: another vocabulary, other hashtags of the user's."""
    digest = _digest(model, _HASHTAG_DATA)
    own = [use.hashtag for use in reader.own_hashtags()]
    digest.update(json.dumps(sorted(own)).encode())
    return digest.hexdigest()


def _digest(model: str, data: Sequence[str]) -> "hashlib._Hash":
    digest = hashlib.sha256(model.encode())
    for name in data:
        digest.update(resource_path(name).read_bytes())
    return digest
