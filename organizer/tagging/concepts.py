"""Concepts that a picture can show, each with its own detector; rules are made of them.

A detector weighs the phrases that show a concept against those that are easily taken for it and
against what pictures show besides, with the prior that few pictures show any one concept.
"""

import functools
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.resource_files import resource_path
from organizer.tagging.errors import BrokenVocabulary
from organizer.tagging.text_encoder import TextEncoder, encode_words
from organizer.vectors import FloatArray

# Before anything is seen, a concept is on one picture in eight.
_PRIOR_LOG_ODDS = -2.0
_ROWS_AT_ONCE = 4096


def membership(groups: Sequence[Sequence[str]]) -> FloatArray:
    """Which phrase belongs to which group, (phrases, groups): each group's column sums to 1."""
    owners = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    matrix = (owners[:, None] == np.arange(len(groups))).astype(np.float32)
    shares: FloatArray = matrix / matrix.sum(axis=0)
    return shares


def group_logits(
    encoder: TextEncoder,
    image_vectors: FloatArray,
    phrase_vectors: FloatArray,
    members: FloatArray,
    mixtures: NDArray[np.bool_] | None = None,
) -> FloatArray:
    """Logits (n, groups) of groups of phrases for `image_vectors` (n, dimension).

    `phrase_vectors` are of shape (phrases, dimension), `members` as `membership` says.

    A group's is the logarithm of the power mean, with exponent 1/2, of its phrases' probabilities:
    between their maximum, which one stray phrase decides, and their mean logit, for which all of a
    group's phrases would have to fit. For `mixtures` (groups,), whose phrases have nothing in
    common, it is the plain mean: one phrase that fits is enough.
    """
    mixed = np.zeros(members.shape[1], np.bool_) if mixtures is None else mixtures
    found = np.empty((len(image_vectors), members.shape[1]), np.float32)
    # In blocks that stay in the processor's cache.
    for start in range(0, len(image_vectors), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        shares = encoder.probabilities(image_vectors[rows] @ phrase_vectors.T)
        means = np.sqrt(shares) @ members
        means[:, mixed] = np.sqrt(shares @ members[:, mixed])
        found[rows] = 2 * np.log(np.maximum(means, np.finfo(np.float32).tiny))
    return found


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that a picture can show.

    `phrases` speak for it, `against` for what is taken for it; `parents` are ids of concepts that
    hold wherever it does; `also` are other names that rules may use.
    """

    id: str
    name_en: str
    name_ko: str
    phrases: tuple[str, ...]
    against: tuple[str, ...]
    parents: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that rules may call it."""
        return (self.id, self.name_en, self.name_ko, *self.also)


@dataclass(frozen=True, slots=True)
class ConceptSet:
    """Concepts, parents after their children, and what pictures show besides."""

    concepts: tuple[Concept, ...]
    background: tuple[str, ...]


class ConceptDetector:
    """Finds the concepts in the columns `wanted`, or all of them, with the words of `encoder`.

    Each concept is weighed by itself, so that the others need not be looked for.
    """

    def __init__(
        self,
        concepts: ConceptSet,
        encoder: TextEncoder,
        wanted: Collection[int] | None = None,
    ) -> None:
        self._encoder = encoder
        self._count = len(concepts.concepts)
        rows = {concept.id: row for row, concept in enumerate(concepts.concepts)}
        implied = [
            (rows[concept.id], rows[parent])
            for concept in concepts.concepts
            for parent in concept.parents
        ]
        self._columns = _with_children(range(self._count) if wanted is None else wanted, implied)
        self._implied = [pair for pair in implied if pair[1] in self._columns]
        weighed = [concepts.concepts[column] for column in self._columns]
        groups = [
            *(concept.phrases for concept in weighed),
            *((*concept.against, *concepts.background) for concept in weighed),
        ]
        # The background is encoded once, however many concepts it stands against.
        phrases = list(dict.fromkeys(phrase for group in groups for phrase in group))
        self._phrase_vectors = encode_words(encoder, phrases)
        sets = [frozenset(group) for group in groups]
        held = np.array([[phrase in group for group in sets] for phrase in phrases])
        self._members = (held / held.sum(axis=0)).astype(np.float32)

    def probabilities(self, image_vectors: FloatArray) -> FloatArray:
        """Float32 (n, concepts) for vectors (n, dimension); parents hold where children do.

        What is neither wanted nor implies what is has 0.
        """
        logits = group_logits(self._encoder, image_vectors, self._phrase_vectors, self._members)
        half = logits.shape[1] // 2
        log_odds = logits[:, :half] - logits[:, half:] + _PRIOR_LOG_ODDS
        found = np.zeros((len(image_vectors), self._count), np.float32)
        found[:, self._columns] = 1 / (1 + np.exp(-log_odds))
        for child, parent in self._implied:
            np.maximum(found[:, parent], found[:, child], out=found[:, parent])
        return found


def _with_children(wanted: Collection[int], implied: Sequence[tuple[int, int]]) -> list[int]:
    """The columns `wanted` and those of all concepts that imply one of them, ascending."""
    found = set(wanted)
    # A child stands before its parents: from the last on, parents are found first.
    for child, parent in reversed(implied):
        if parent in found:
            found.add(child)
    return sorted(found)


@functools.cache
def load_concepts() -> ConceptSet:
    """The concepts of resources/concepts.toml. Raises BrokenVocabulary."""
    return read_concepts(resource_path("concepts.toml"))


def read_concepts(path: Path) -> ConceptSet:
    """The concepts in the TOML file at `path`. Raises BrokenVocabulary."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        concepts = tuple(_concept(entry) for entry in content["concept"])
        background = _texts(content, "background")
        if not background or any(not c.phrases or not c.against for c in concepts):
            raise ValueError("a concept or the background lacks phrases")
        _check_names(concepts)
        return ConceptSet(_children_first(concepts), background)
    # ValueError: what is not TOML, or not UTF-8, or found wrong here.
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenVocabulary(str(path), str(error)) from error


def _concept(entry: Mapping[str, object]) -> Concept:
    id, name_en, name_ko = (entry[key] for key in ("id", "en", "ko"))
    if not (isinstance(id, str) and isinstance(name_en, str) and isinstance(name_ko, str)):
        raise TypeError(f"{entry} lacks a name")
    keys = ("phrases", "against", "parents", "also")
    phrases, against, parents, also = (_texts(entry, key) for key in keys)
    return Concept(id, name_en, name_ko, phrases, against, parents, also)


def _texts(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    texts = entry.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(t, str) and t.strip() for t in texts):
        raise TypeError(f"“{key}” of “{entry.get('id', '')}” is no list of texts")
    return tuple(texts)


def _check_names(concepts: Sequence[Concept]) -> None:
    owners: dict[str, str] = {}
    for concept in concepts:
        for name in concept.names:
            if owners.setdefault(name.casefold(), concept.id) != concept.id:
                raise ValueError(f"“{name}” is the name of two concepts")


def _children_first(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """`concepts` so that probabilities rise from children to grandparents in one pass."""
    waiting = {concept.id: concept for concept in concepts}
    unknown = sorted({parent for c in concepts for parent in c.parents} - set(waiting))
    if unknown:
        raise ValueError(f"there is no concept “{unknown[0]}”, which is named as a parent")
    ordered: list[Concept] = []
    while waiting:
        named = {parent for concept in waiting.values() for parent in concept.parents}
        free = [concept for concept in waiting.values() if concept.id not in named]
        if not free:
            raise ValueError(f"“{min(waiting)}” is its own ancestor")
        ordered += free
        for concept in free:
            del waiting[concept.id]
    return tuple(ordered)
