"""Turns vectors into categories and hashtag suggestions, and knows when to do it anew."""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import numpy as np

from organizer.indexing.hashtag_options import HashtagOptions, read_options
from organizer.library.reader import LibraryReader
from organizer.resource_files import resource_path
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.learning import Corrections
from organizer.tagging.neighbours import Neighbours
from organizer.tagging.records import Category, CategoryScore, HashtagSuggestion
from organizer.tagging.review import doubt_of
from organizer.tagging.suggestions import NEVER_AGAIN, Suggester, encode_vocabulary
from organizer.vectors import FloatArray
from organizer.vision.encoder import Encoder

if TYPE_CHECKING:
    from organizer.tagging.concepts import PhraseVectors

Tags = tuple[tuple[CategoryScore, ...], tuple[HashtagSuggestion, ...], float]

_CATEGORY_DATA = ("calibration.toml", "concepts.toml", "glossary.toml")
_HASHTAG_DATA = ("hashtags.toml", "hashtag_folding.toml")
# More would take longer than looking at the picture.
_MOST_NEIGHBOURS = 4000


class Taggers:
    """Makes taggers of one encoder, which know what the user has said and written so far.

    What the encoder makes of the words is the same for all and made once.
    """

    def __init__(self, encoder: Encoder, reader: LibraryReader) -> None:
        self._encoder = encoder
        self._reader = reader
        self._phrases: PhraseVectors | None = None
        self._concepts: PhraseVectors | None = None
        self._vocabulary: FloatArray | None = None

    def categorizer(self, categories: Sequence[Category] | None = None) -> Categorizer:
        """Files pictures by words and by what the user confirmed, added and removed so far.

        Under the library's categories, unless others are to be tried.
        """
        categories = self._reader.categories() if categories is None else categories
        ids, vectors, decided = self._reader.decided_pictures(self._encoder.name)
        columns = {category.id: column for column, category in enumerate(categories)}
        decisions = np.zeros((len(ids), len(columns)), np.int8)
        for row, media_id in enumerate(ids):
            for category_id, is_in in decided[int(media_id)].items():
                if category_id in columns:
                    decisions[row, columns[category_id]] = 1 if is_in else -1
        made = Categorizer(
            categories,
            self._encoder,
            Corrections(vectors, decisions) if len(ids) else None,
            kept=self._phrases,
            kept_concepts=self._concepts,
        )
        self._phrases, self._concepts = made.phrase_vectors, made.concept_vectors
        return made

    def tagger(self) -> "Tagger":
        """Files pictures and suggests hashtags."""
        if self._vocabulary is None:
            self._vocabulary = encode_vocabulary(self._encoder)
        options = read_options(self._reader)
        suggester = Suggester(
            self._encoder,
            self._reader.own_hashtags(),
            vocabulary_vectors=self._vocabulary,
            weights=self._reader.hashtag_weights(),
            korean=None if options.language == "own" else options.language == "ko",
        )
        vectors, hashtags = self._reader.tagged_pictures(self._encoder.name, _MOST_NEIGHBOURS)
        return Tagger(self.categorizer(), suggester, Neighbours(vectors, hashtags), options)


class Tagger:
    """Categories by `categorizer`; hashtags by `suggester` and the user's own pictures."""

    def __init__(
        self,
        categorizer: Categorizer,
        suggester: Suggester,
        neighbours: Neighbours,
        options: HashtagOptions,
    ) -> None:
        self._categorizer = categorizer
        self._suggester = suggester
        self._neighbours = neighbours
        self._options = options

    def tags(
        self,
        vectors: FloatArray,
        hashtags: Sequence[Collection[str]],
        rejected: Sequence[Collection[str]],
    ) -> list[Tags]:
        """Categories, suggestions and doubt of pictures with `vectors` of shape (n, dimension).

        `hashtags` are those that each picture has already, `rejected` those that it must not have.
        """
        if not len(vectors):
            return []
        scores = self._categorizer.scores(vectors)
        categories = self._categorizer.assign(scores)
        suggestions = self._suggester.suggest(
            vectors,
            hashtags,
            self._options.limit,
            rejected=rejected,
            neighbours=self._neighbours,
            groups=self._options.groups,
        )
        doubts = doubt_of(scores).tolist()
        return list(zip(categories, suggestions, doubts, strict=True))

    def suggest_for_selection(
        self, vectors: FloatArray, hashtags: Collection[str], rejected: Collection[str]
    ) -> tuple[HashtagSuggestion, ...]:
        """Suggestions for one post of the pictures with `vectors` of shape (n, dimension)."""
        return self._suggester.suggest_for_selection(
            vectors,
            hashtags,
            self._options.limit,
            rejected=rejected,
            neighbours=self._neighbours,
            groups=self._options.groups,
        )


def category_digest(reader: LibraryReader, model: str) -> str:
    """Changes when categories no longer hold: other phrases, other decisions of the user's."""
    digest = _digest(model, _CATEGORY_DATA)
    digest.update(json.dumps(sorted(reader.decisions())).encode())
    # What was said of a picture teaches a model once it has seen it.
    digest.update(json.dumps(reader.decided_with_vector(model)).encode())
    digest.update(json.dumps([asdict(category) for category in reader.categories()]).encode())
    return digest.hexdigest()


def hashtag_digest(reader: LibraryReader, model: str) -> str:
    """Changes when suggestions no longer hold: another vocabulary, other hashtags of the user's."""
    digest = _digest(model, _HASHTAG_DATA)
    own = [use.hashtag for use in reader.own_hashtags()]
    # One rejection must not suggest anew for all; what is never to come again must.
    unwanted = [key for key, weight in reader.hashtag_weights().items() if weight <= NEVER_AGAIN]
    options = asdict(read_options(reader))
    digest.update(json.dumps([sorted(own), sorted(unwanted), options]).encode())
    return digest.hexdigest()


def _digest(model: str, data: Sequence[str]) -> "hashlib._Hash":
    digest = hashlib.sha256(model.encode())
    for name in data:
        digest.update(resource_path(name).read_bytes())
    return digest
