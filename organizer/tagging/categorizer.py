"""Files pictures under categories, given nothing but vectors."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.tagging.calibration import load_calibration
from organizer.tagging.categories import EVERYDAY, OTHERS, phrases_of
from organizer.tagging.concepts import (
    ConceptDetector,
    NamedTextEncoder,
    PhraseVectors,
    encode_phrases,
    group_logits,
    load_concepts,
    membership,
)
from organizer.tagging.learning import Corrections, Decisions, LearnedWeights, learn, rescore
from organizer.tagging.records import Category, CategoryScore
from organizer.tagging.rules import evaluate, parse_rule
from organizer.tagging.text_encoder import TextEncoder, encode_words
from organizer.vectors import FloatArray, softmax

MOST_CATEGORIES = 3
# Nearly every picture is everyday life to some degree; it must not push out what is special.
_EVERYDAY_WEIGHT = 0.7
# A rule says yes or no: it holds when it is more probable than not.
_RULE_HOLDS = 0.5


class Categorizer:
    """Scores pictures against `categories`, the product's or the user's, with an encoder's words.

    Categories with a rule have the probability of their rule. All others share out one, by their
    phrases and what was learned from `corrections`. Without corrections it is as if none were ever
    made. One category at least has no rule. Raises BrokenRule.

    Attributes:
        phrase_vectors: Of all categories' phrases; `kept` spares encoding them again.
        concept_vectors: Of the concepts' phrases, None without rules; `kept_concepts` spares it.
    """

    def __init__(
        self,
        categories: Sequence[Category],
        encoder: NamedTextEncoder,
        corrections: Corrections | None = None,
        *,
        kept: PhraseVectors | None = None,
        kept_concepts: PhraseVectors | None = None,
    ) -> None:
        self._categories = tuple(categories)
        self._ids = [category.id for category in categories]
        self._encoder = encoder
        self._calibration = load_calibration(encoder.name)
        self._ruled = np.array([bool(category.rule) for category in categories], dtype=np.bool_)
        groups = [
            phrases_of(category, encoder.understands_korean)
            for category in categories
            if not category.rule
        ]
        self.phrase_vectors = encode_phrases(encoder, [p for group in groups for p in group], kept)
        self._members = membership(groups)
        # What belongs nowhere has nothing in common.
        self._mixtures = np.array(
            [c.id == OTHERS for c in categories if not c.rule], dtype=np.bool_
        )
        self._detector: ConceptDetector | None = None
        if self._ruled.any():
            concepts = load_concepts()
            self._rules = [parse_rule(c.rule, concepts.concepts) for c in categories if c.rule]
            self._detector = ConceptDetector(concepts, encoder, kept_concepts)
        self._learned: LearnedWeights | None = None
        if corrections is not None and len(corrections.vectors):
            self._learned = learn(self.scores(corrections.vectors), corrections)

    @property
    def concept_vectors(self) -> PhraseVectors | None:
        """Vectors of the concepts' phrases, to be kept and given back."""
        return self._detector.phrase_vectors if self._detector else None

    def zero_shot_logits(self, image_vectors: FloatArray) -> FloatArray:
        """What the words alone say: calibrated logits (n, categories); log-odds under rules."""
        logits = np.empty((len(image_vectors), len(self._categories)), np.float32)
        by_phrases = group_logits(
            self._encoder, image_vectors, self.phrase_vectors, self._members, self._mixtures
        )
        logits[:, ~self._ruled] = by_phrases / self._calibration.temperature
        if self._detector:
            concepts = self._detector.probabilities(image_vectors)
            held = np.stack([evaluate(rule, concepts) for rule in self._rules], axis=1)
            held = np.clip(held, 1e-6, 1 - 1e-6)
            logits[:, self._ruled] = np.log(held / (1 - held))
        return logits

    def scores(
        self, image_vectors: FloatArray, zero_shot_logits: FloatArray | None = None
    ) -> FloatArray:
        """Probabilities, float32 (n, categories), for vectors (n, dimension).

        Those of categories without a rule sum to 1 in each row. A caller that kept the
        `zero_shot_logits` saves most of the time. A model that gives each text its own probability
        (SigLIP) gives low ones to all but exact descriptions; what counts is how they compare, with
        the phrases of `others` among them.
        """
        if not len(image_vectors):
            return np.zeros((0, len(self._categories)), np.float32)
        logits = zero_shot_logits
        if logits is None:
            logits = self.zero_shot_logits(image_vectors)
        if self._learned is not None:
            logits = rescore(logits, image_vectors, self._learned)
        scores = np.empty_like(logits)
        scores[:, ~self._ruled] = softmax(logits[:, ~self._ruled])
        scores[:, self._ruled] = 1 / (1 + np.exp(-logits[:, self._ruled]))
        return scores

    def assign(
        self, scores: FloatArray, decisions: Decisions | None = None
    ) -> list[tuple[CategoryScore, ...]]:
        """Up to three categories per row of `scores`, surest first; `others` alone when unsure.

        What the user decided, (n, categories), stands: confirmed categories are there, however
        many, and removed ones are not.
        """
        if decisions is None:
            decisions = np.zeros(scores.shape, np.int8)
        return [self._assign(*pair) for pair in zip(scores, decisions, strict=True)]

    def _assign(self, row: FloatArray, decided: Decisions) -> tuple[CategoryScore, ...]:
        confirmed = [int(column) for column in np.flatnonzero(decided > 0)]
        found = [CategoryScore(self._ids[column], 1.0) for column in confirmed]
        if OTHERS in (score.category_id for score in found):
            return tuple(found)
        if (decided < 0).any():
            row = self._without(row, decided < 0)
        guessed = [column for column in self._guess(row) if not decided[column]]
        room = max(MOST_CATEGORIES - len(found), 0)
        found += [CategoryScore(self._ids[column], float(row[column])) for column in guessed[:room]]
        if found or OTHERS not in self._ids:
            return tuple(found)
        others = self._ids.index(OTHERS)
        # Whoever says that it is not `others` wants to see the best guess, however unsure.
        fallback = int(row.argmax()) if decided[others] < 0 else others
        if decided[fallback] < 0:
            return ()
        return (CategoryScore(self._ids[fallback], float(row[fallback])),)

    def _without(self, row: FloatArray, removed: NDArray[np.bool_]) -> FloatArray:
        """`row` given that the picture is in none of the `removed` categories."""
        rest = np.where(removed, np.float32(0), row)
        share = rest[~self._ruled].sum()
        if share > 0:
            rest[~self._ruled] *= row[~self._ruled].sum() / share
        return rest

    def _guess(self, row: FloatArray) -> list[int]:
        """Columns of the categories that are sure enough, surest first."""
        weights = [_EVERYDAY_WEIGHT if id == EVERYDAY else 1.0 for id in self._ids]
        order = [int(column) for column in np.argsort(-row * np.array(weights), kind="stable")]
        ruled = [column for column in order if self._ruled[column] and row[column] >= _RULE_HOLDS]
        rest = [column for column in order if not self._ruled[column]]
        first = rest[0] if rest else None
        if first is None or self._ids[first] == OTHERS or row[first] < self._calibration.sure:
            return ruled
        also = [
            column
            for column in rest[1:MOST_CATEGORIES]
            if self._ids[column] != OTHERS and row[column] >= self._calibration.also
        ]
        chosen = {first, *also, *ruled}
        return [column for column in order if column in chosen][:MOST_CATEGORIES]


def label_scores(
    image_vectors: FloatArray, labels: Sequence[str], encoder: TextEncoder
) -> FloatArray:
    """How well any words fit pictures: float32 of shape (n, len(labels)), rows sum to 1."""
    scores = encoder.probabilities(image_vectors @ encode_words(encoder, labels).T)
    total = np.maximum(scores.sum(axis=1, keepdims=True), np.finfo(np.float32).tiny)
    shares: FloatArray = scores / total
    return shares
