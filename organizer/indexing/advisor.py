"""Answers what the user asks about pictures that are known, from their vectors."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.indexing.meaning import Meaning, meaning_of
from organizer.indexing.tagger import Taggers
from organizer.library.reader import LibraryReader
from organizer.tagging.candidates import encode_vocabulary
from organizer.tagging.folding import MergeProposal, propose_merges
from organizer.tagging.records import Category, HashtagSuggestion
from organizer.tagging.text_encoder import NamedTextEncoder
from organizer.vision.models import has_gpu


class Advisor:
    """Asks `taggers` about the library that `reader` reads.

    What people search for is given to `words_encoder`, which need not keep it.
    """

    def __init__(
        self, reader: LibraryReader, taggers: Taggers, words_encoder: NamedTextEncoder
    ) -> None:
        self._reader = reader
        self._taggers = taggers
        self._encoder = taggers.encoder
        self._words_encoder = words_encoder

    def preview(self, category: Category) -> NDArray[np.int64]:
        """Ids of the pictures that would be filed under `category`, the surest first.

        It may be one that there is, with other phrases. Raises BrokenRule.
        """
        others = tuple(one for one in self._taggers.sound_categories() if one.id != category.id)
        categorizer = self._taggers.categorizer((category, *others))
        ids, vectors = self._reader.vectors.of(self._encoder.name)
        if not len(ids):
            return ids
        scores = categorizer.scores(vectors)
        filed = np.array(
            [
                any(one.category_id == category.id for one in found)
                for found in categorizer.assign(scores)
            ]
        )
        order = np.argsort(-scores[filed, 0], kind="stable")
        surest: NDArray[np.int64] = ids[filed][order]
        return surest

    def suggest(self, media_ids: Sequence[int]) -> tuple[HashtagSuggestion, ...]:
        """Hashtags for one post of these pictures, as many and such as the options say."""
        _, vectors = self._reader.vectors.of(self._encoder.name, media_ids)
        present = self._reader.own_hashtags.of(media_ids)
        rejected = self._reader.own_hashtags.rejected_for(media_ids)
        tagger = self._taggers.tagger()
        return tagger.suggest_for_selection(
            vectors,
            {hashtag for hashtags in present.values() for hashtag in hashtags},
            {hashtag for hashtags in rejected.values() for hashtag in hashtags},
            list(self._reader.descriptions.of(media_ids).values()),
        )

    def meaning(self, words: str) -> Meaning:
        """What the words of a search mean to the model."""
        # They are seldom asked for twice; the vocabulary is kept.
        background = encode_vocabulary(self._encoder)
        return meaning_of(words, self._words_encoder, background, has_gpu())

    def propose_merges(self) -> tuple[MergeProposal, ...]:
        """Pairs of the user's hashtags that might be one and that nobody has kept apart."""
        own = self._reader.own_hashtags
        return propose_merges(own.folded(), self._encoder, apart=own.kept_apart())
