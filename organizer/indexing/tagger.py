"""Turns vectors into categories and hashtag suggestions, and knows when to do it anew."""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from organizer.indexing.describing import described_hashtags
from organizer.indexing.hashtag_options import HashtagOptions, read_options
from organizer.library.reader import LibraryReader
from organizer.resource_files import resource_path
from organizer.tagging.broken_rules import broken_rules
from organizer.tagging.categories import phrases_of
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.described import DescribedHashtags
from organizer.tagging.learning import Corrections
from organizer.tagging.neighbours import Neighbours
from organizer.tagging.records import Category, CategoryScore, HashtagSuggestion
from organizer.tagging.relevance import Fit, RelevanceJudge
from organizer.tagging.suggestions import NEVER_AGAIN, Suggester, encode_vocabulary
from organizer.tagging.text_encoder import NamedTextEncoder
from organizer.vectors import FloatArray

_CATEGORY_DATA = ("calibration.toml", "concepts.toml", "glossary.toml")
_HASHTAG_DATA = ("hashtags.toml", "hashtag_folding.toml")
# More would take longer than looking at the picture.
_MOST_NEIGHBOURS = 4000


@dataclass(frozen=True, slots=True)
class PictureTags:
    """What is made of a picture: `doubt` from 0 to 1, `misfits` with how little they fit."""

    categories: tuple[CategoryScore, ...]
    suggestions: tuple[HashtagSuggestion, ...]
    doubt: float
    misfits: tuple[tuple[str, float], ...]


class Taggers:
    """Makes taggers of one encoder, which know what the user has said and written so far.

    Attributes:
        encoder: One that keeps what it makes of words, which are the same each time.
    """

    def __init__(self, encoder: NamedTextEncoder, reader: LibraryReader) -> None:
        self.encoder = encoder
        self._reader = reader

    def categorizer(self, categories: Sequence[Category] | None = None) -> Categorizer:
        """Files pictures by words and by what the user confirmed, added and removed so far.

        Under the library's categories but those with a broken rule, unless others are to be tried.
        Raises BrokenRule when one of these has one.
        """
        categories = self.sound_categories() if categories is None else categories
        ids, vectors, decided = self._reader.learning.decided_pictures(self.encoder.name)
        columns = {category.id: column for column, category in enumerate(categories)}
        decisions = np.zeros((len(ids), len(columns)), np.int8)
        for row, media_id in enumerate(ids):
            for category_id, is_in in decided[int(media_id)].items():
                if category_id in columns:
                    decisions[row, columns[category_id]] = 1 if is_in else -1
        corrections = Corrections(vectors, decisions) if len(ids) else None
        return Categorizer(categories, self.encoder, corrections)

    def sound_categories(self) -> tuple[Category, ...]:
        """The library's categories but those with a broken rule, in which no model files."""
        categories = self._reader.categories()
        broken = broken_rules(categories)
        return tuple(category for category in categories if category.id not in broken)

    def tagger(self) -> "Tagger":
        """Files pictures and suggests hashtags."""
        vocabulary = encode_vocabulary(self.encoder)
        options = read_options(self._reader)
        suggester = Suggester(
            self.encoder,
            self._reader.own_hashtags.uses(),
            vocabulary_vectors=vocabulary,
            weights=self._reader.own_hashtags.weights(),
            korean=None if options.language == "own" else options.language == "ko",
        )
        vectors, hashtags = self._reader.learning.tagged_pictures(
            self.encoder.name, _MOST_NEIGHBOURS
        )
        return Tagger(
            self.categorizer(),
            suggester,
            Neighbours(vectors, hashtags),
            RelevanceJudge(self.encoder, vocabulary_vectors=vocabulary),
            described_hashtags(self._reader),
            options,
        )


class Tagger:
    """Categories by `categorizer`; hashtags by `suggester` and the user's own pictures.

    `judge` says which hashtags do not fit, `described` which are in descriptions.
    """

    def __init__(
        self,
        categorizer: Categorizer,
        suggester: Suggester,
        neighbours: Neighbours,
        judge: RelevanceJudge,
        described: DescribedHashtags,
        options: HashtagOptions,
    ) -> None:
        self._categorizer = categorizer
        self._suggester = suggester
        self._neighbours = neighbours
        self._judge = judge
        self._described = described
        self._options = options

    def tags(
        self,
        vectors: FloatArray,
        hashtags: Sequence[Collection[str]],
        rejected: Sequence[Collection[str]],
        descriptions: Sequence[str] = (),
    ) -> list[PictureTags]:
        """What is made of pictures with `vectors` of shape (n, dimension).

        `hashtags` are those that each picture has already, `rejected` those that it must not have;
        `descriptions` say what it shows, "" where nobody has described it.
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
        limit = self._options.limit
        texts = descriptions or [""] * len(vectors)
        suggestions = [
            self._described.added_to(some, [text] if text else [], [*had, *unwanted], limit)
            for some, text, had, unwanted in zip(
                suggestions, texts, hashtags, rejected, strict=True
            )
        ]
        doubts = self._categorizer.doubts(scores).tolist()
        misfits = self._misfits(vectors, hashtags)
        made = zip(categories, suggestions, doubts, misfits, strict=True)
        return [PictureTags(*tags) for tags in made]

    def _misfits(
        self, vectors: FloatArray, hashtags: Sequence[Collection[str]]
    ) -> list[tuple[tuple[str, float], ...]]:
        judged = self._judge.judge_all(vectors, [tuple(some) for some in hashtags])
        return [
            tuple((one.hashtag, one.score or 0.0) for one in some if one.fit is Fit.MISFIT)
            for some in judged
        ]

    def suggest_for_selection(
        self,
        vectors: FloatArray,
        hashtags: Collection[str],
        rejected: Collection[str],
        descriptions: Sequence[str] = (),
    ) -> tuple[HashtagSuggestion, ...]:
        """Suggestions for one post of the pictures with `vectors` of shape (n, dimension)."""
        suggested = self._suggester.suggest_for_selection(
            vectors,
            hashtags,
            self._options.limit,
            rejected=rejected,
            neighbours=self._neighbours,
            groups=self._options.groups,
        )
        said = [*hashtags, *rejected]
        return self._described.added_to(suggested, descriptions, said, self._options.limit)


def category_digest(reader: LibraryReader, model: str, categories: Sequence[Category]) -> str:
    """Changes when pictures are filed otherwise: other categories, other decisions of the user's.

    The colours and the order of categories do not matter, nor do their names beside phrases.
    """
    digest = _digest(model, _CATEGORY_DATA)
    defined = sorted(
        (category.id, category.rule, phrases_of(category, understands_korean=True))
        for category in categories
    )
    # What was said of a picture teaches a model once it has seen it.
    decided = [sorted(reader.learning.decisions()), reader.learning.decided_with_vector(model)]
    digest.update(json.dumps([defined, *decided]).encode())
    return digest.hexdigest()


def hashtag_digest(reader: LibraryReader, model: str) -> str:
    """Changes when suggestions no longer hold: another vocabulary, other hashtags of the user's."""
    digest = _digest(model, _HASHTAG_DATA)
    own = [use.hashtag for use in reader.own_hashtags.uses()]
    # One rejection must not suggest anew for all; what is never to come again must.
    weights = reader.own_hashtags.weights()
    unwanted = [key for key, weight in weights.items() if weight <= NEVER_AGAIN]
    options = asdict(read_options(reader))
    digest.update(json.dumps([sorted(own), sorted(unwanted), options]).encode())
    return digest.hexdigest()


def _digest(model: str, data: Sequence[str]) -> "hashlib._Hash":
    digest = hashlib.sha256(model.encode())
    for name in data:
        digest.update(resource_path(name).read_bytes())
    return digest
