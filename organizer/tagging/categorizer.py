"""Files pictures under categories, given nothing but vectors."""

import json
import threading
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.tagging.assignment import Assigner
from organizer.tagging.calibration import load_calibration
from organizer.tagging.categories import OTHERS, phrases_of
from organizer.tagging.concepts import (
    ConceptDetector,
    group_logits,
    load_concepts,
    membership,
)
from organizer.tagging.learning import Corrections, Decisions, LearnedWeights, learn
from organizer.tagging.records import Category, CategoryScore
from organizer.tagging.review import doubt_of
from organizer.tagging.rules import Rule, columns_in, evaluate, parse_rule
from organizer.tagging.text_encoder import NamedTextEncoder, TextEncoder, encode_words
from organizer.vectors import FloatArray, softmax

KeptColumns = dict[str, FloatArray]
"""What was worked out for some pictures, (n,) or (n, columns), by what it follows from."""


class Categorizer:
    """Scores pictures against `categories`, the product's or the user's, with an encoder's words.

    Categories with a rule have the probability of their rule. All others share out one, by their
    phrases and what was learned from `corrections`. Without corrections it is as if none were ever
    made. One category at least has no rule. Once made, it may be used by several threads. Raises
    BrokenRule.

    Attributes:
        category_ids: The categories' ids, in the order of the columns.
    """

    def __init__(
        self,
        categories: Sequence[Category],
        encoder: NamedTextEncoder,
        corrections: Corrections | None = None,
    ) -> None:
        self.category_ids = tuple(category.id for category in categories)
        self._encoder = encoder
        self._calibration = load_calibration(encoder.name)
        self._ruled = np.array([bool(category.rule) for category in categories], dtype=np.bool_)
        self._assigner = Assigner(self.category_ids, self._ruled, self._calibration)
        shared = [category for category in categories if not category.rule]
        groups = [phrases_of(category, encoder.understands_korean) for category in shared]
        # What belongs nowhere has nothing in common.
        self._mixtures = np.array([category.id == OTHERS for category in shared], dtype=np.bool_)
        self._phrases_key = json.dumps([encoder.name, groups, self._mixtures.tolist()])
        self._phrase_vectors = encode_words(encoder, [p for group in groups for p in group])
        self._members = membership(groups)
        self._rules = {
            category.rule: parse_rule(category.rule, load_concepts().concepts)
            for category in categories
            if category.rule
        }
        self._rules_by_column = [category.rule for category in categories if category.rule]
        self._detectors: dict[frozenset[int], ConceptDetector] = {}
        self._making_detectors = threading.Lock()
        self._learned: LearnedWeights | None = None
        self._learned_keys: tuple[str, ...] = ()
        if corrections is not None and len(corrections.vectors):
            self._learned = learn(self.scores(corrections.vectors), corrections)
            self._learned_keys = self._learned.keys()

    def zero_shot_logits(
        self, image_vectors: FloatArray, kept: KeptColumns | None = None
    ) -> FloatArray:
        """What the words alone say: calibrated logits (n, categories); log-odds under rules.

        `kept` is as for `scores`.
        """
        found = {} if kept is None else kept
        if self._phrases_key not in found:
            by_phrases = group_logits(
                self._encoder, image_vectors, self._phrase_vectors, self._members, self._mixtures
            )
            found[self._phrases_key] = by_phrases / self._calibration.temperature
        new = {key: rule for key, rule in self._rules.items() if key not in found}
        found.update(self._log_odds(image_vectors, new))
        logits = np.empty((len(image_vectors), len(self.category_ids)), np.float32)
        logits[:, ~self._ruled] = found[self._phrases_key]
        for column, rule in zip(np.flatnonzero(self._ruled), self._rules_by_column, strict=True):
            logits[:, column] = found[rule]
        return logits

    def _log_odds(self, image_vectors: FloatArray, rules: Mapping[str, Rule]) -> KeptColumns:
        """How far `rules` hold, as log-odds (n,) of each."""
        if not rules:
            return {}
        wanted = frozenset[int]().union(*(columns_in(rule) for rule in rules.values()))
        # Encoders are for one thread at a time.
        with self._making_detectors:
            if wanted not in self._detectors:
                self._detectors[wanted] = ConceptDetector(load_concepts(), self._encoder, wanted)
        concepts = self._detectors[wanted].probabilities(image_vectors)
        found = {}
        for key, rule in rules.items():
            held = np.clip(evaluate(rule, concepts), 1e-6, 1 - 1e-6)
            found[key] = np.log(held / (1 - held))
        return found

    def scores(self, image_vectors: FloatArray, kept: KeptColumns | None = None) -> FloatArray:
        """Probabilities, float32 (n, categories), for vectors (n, dimension).

        Those of categories without a rule sum to 1 in each row. A model that gives each text its
        own probability (SigLIP) gives low ones to all but exact descriptions; what counts is how
        they compare, with the phrases of `others` among them.

        What was `kept` of the same vectors and encoder, by this or another categorizer, is not
        worked out again where phrases, rules or what was learned are the same as then; it is
        brought up to date.
        """
        if not len(image_vectors):
            return np.zeros((0, len(self.category_ids)), np.float32)
        found = {} if kept is None else kept
        logits = self.zero_shot_logits(image_vectors, found)
        if self._learned is not None:
            logits += self._shifts(image_vectors, self._learned, found)
        for key in found.keys() - {self._phrases_key, *self._rules, *self._learned_keys}:
            del found[key]
        scores = np.empty_like(logits)
        scores[:, ~self._ruled] = softmax(logits[:, ~self._ruled])
        scores[:, self._ruled] = 1 / (1 + np.exp(-logits[:, self._ruled]))
        return scores

    def _shifts(
        self, image_vectors: FloatArray, learned: LearnedWeights, kept: KeptColumns
    ) -> FloatArray:
        """What was learned, to be added to the logits: (n, categories)."""
        new = np.array([key not in kept for key in self._learned_keys])
        shifts = learned.shifts(image_vectors, new)
        # Categories of which nothing was learned have one key.
        kept.update(zip(np.array(self._learned_keys)[new].tolist(), shifts.T, strict=True))
        return np.stack([kept[key] for key in self._learned_keys], axis=1)

    def doubts(self, scores: FloatArray) -> NDArray[np.float64]:
        """How doubtful it is where pictures belong, from 0 to 1: (n,), by `scores`."""
        return doubt_of(scores, self._calibration.sure, self._ruled)

    def filed(self, scores: FloatArray) -> FloatArray:
        """Up to three categories per row of `scores`, `others` alone when unsure.

        Float32 (n, categories): the score, NaN where a picture is not in a category.
        """
        return self._assigner.filed(scores)

    def assign(
        self, scores: FloatArray, decisions: Decisions | None = None
    ) -> list[tuple[CategoryScore, ...]]:
        """Up to three categories per row of `scores`, surest first; `others` alone when unsure.

        What the user decided, (n, categories), stands: confirmed categories come first, however
        many, and removed ones are not there.
        """
        if decisions is None:
            decisions = np.zeros(scores.shape, np.int8)
        filed = self._assigner.filed(scores, decisions)
        return [
            tuple(
                CategoryScore(self.category_ids[column], float(row[column]))
                for column in (*np.flatnonzero(decided > 0), *order[decided[order] <= 0])
                if not np.isnan(row[column])
            )
            for row, order, decided in zip(
                filed, self._assigner.order(filed), decisions, strict=True
            )
        ]


def label_scores(
    image_vectors: FloatArray, labels: Sequence[str], encoder: TextEncoder
) -> FloatArray:
    """How well any words fit pictures: float32 of shape (n, len(labels)), rows sum to 1."""
    scores = encoder.probabilities(image_vectors @ encode_words(encoder, labels).T)
    total = np.maximum(scores.sum(axis=1, keepdims=True), np.finfo(np.float32).tiny)
    shares: FloatArray = scores / total
    return shares
