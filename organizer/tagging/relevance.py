"""Says which hashtags of a caption fit their picture, and which do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from organizer.tagging.candidates import encode_vocabulary, standing_out
from organizer.tagging.text_encoder import TextEncoder
from organizer.tagging.vocabulary import Vocabulary, load_vocabulary
from organizer.vectors import FloatArray

# In standard deviations above what the vocabulary's phrases reach on the same picture. Below, a
# hashtag is called a misfit: marking a right one is worse than missing a wrong one. On the 128 COCO
# photographs of benchmarks/hashtags.py, by which it was chosen, 7 % of what is in the picture,
# however small, and 31 % of all other hashtags are below.
_FITS = -0.5
# A word that may be anybody's name fits only where it stands out.
_UNKNOWN_FITS = 1.0
_STEEPNESS = 1.5


class Fit(StrEnum):
    """Whether a hashtag says what a picture shows."""

    FITS = "fits"
    MISFIT = "misfit"
    NOT_ABOUT_THE_PICTURE = "not about the picture"


@dataclass(frozen=True, slots=True)
class Relevance:
    """How a hashtag, as the user wrote it, fits a picture.

    `score` runs from 0 to 1, below a half for misfits; None when there is nothing to compare.
    """

    hashtag: str
    fit: Fit
    score: float | None


class RelevanceJudge:
    """Judges hashtags with the words of `encoder`.

    `vocabulary_vectors` are those of `encode_vocabulary`, where they were kept. Words that are not
    in the vocabulary are encoded once.
    """

    def __init__(
        self,
        encoder: TextEncoder,
        vocabulary: Vocabulary | None = None,
        vocabulary_vectors: FloatArray | None = None,
    ) -> None:
        self._encoder = encoder
        self._vocabulary = vocabulary or load_vocabulary()
        if vocabulary_vectors is None:
            vocabulary_vectors = encode_vocabulary(encoder, self._vocabulary)
        self._vectors = vocabulary_vectors
        self._known = {entry.phrase: row for row, entry in enumerate(self._vocabulary.entries)}
        self._other: dict[str, FloatArray] = {}
        self._meanings: dict[str, tuple[str | None, bool]] = {}

    def judge(self, image_vector: FloatArray, hashtags: Sequence[str]) -> tuple[Relevance, ...]:
        """How each of `hashtags` fits the picture with `image_vector`, shape (dimension,).

        What is not known to be something that can be seen (a name, a word that is not in the
        vocabulary) may fit, but is never called a misfit.
        """
        (judged,) = self.judge_all(image_vector[None], [hashtags])
        return judged

    def judge_all(
        self, image_vectors: FloatArray, hashtags: Sequence[Sequence[str]]
    ) -> list[tuple[Relevance, ...]]:
        """How the hashtags of each picture fit it, for `image_vectors` of shape (n, dimension)."""
        meanings = [[self._meaning(hashtag) for hashtag in some] for some in hashtags]
        phrases = list(dict.fromkeys(text for some in meanings for text, _ in some if text))
        columns = {phrase: column for column, phrase in enumerate(phrases)}
        heights = np.zeros((len(image_vectors), 0), np.float32)
        if phrases:
            vectors = np.concatenate([self._vectors, self._encode(phrases)])
            heights = standing_out(image_vectors, vectors, len(self._vectors))
            heights = heights[:, len(self._vectors) :]
        return [
            tuple(
                Relevance(hashtag, Fit.NOT_ABOUT_THE_PICTURE, None)
                if phrase is None
                else _relevance(hashtag, float(row[columns[phrase]]), is_visible=is_visible)
                for hashtag, (phrase, is_visible) in zip(some, meant, strict=True)
            )
            for row, some, meant in zip(heights, hashtags, meanings, strict=True)
        ]

    def _meaning(self, hashtag: str) -> tuple[str | None, bool]:
        """English words for `hashtag`, and whether they are known to be something visible."""
        known = self._meanings.get(hashtag)
        if known is None:
            entry = self._vocabulary.head_of(hashtag)
            if entry is not None:
                known = entry.phrase, True
            else:
                known = self._vocabulary.phrase_of(hashtag), False
            self._meanings[hashtag] = known
        return known

    def _encode(self, phrases: Sequence[str]) -> FloatArray:
        """Unit vectors of `phrases`, float32 of shape (n, dimension)."""
        unknown = sorted({text for text in phrases if text not in self._known} - set(self._other))
        if unknown:
            template = self._encoder.prompt_templates[0]
            vectors = self._encoder.encode_texts([template.format(text) for text in unknown])
            self._other.update(zip(unknown, vectors, strict=True))
        rows = [
            self._vectors[self._known[text]] if text in self._known else self._other[text]
            for text in phrases
        ]
        return np.stack(rows)


def _relevance(hashtag: str, height: float, *, is_visible: bool) -> Relevance:
    score = float(1 / (1 + np.exp(-_STEEPNESS * (height - _FITS))))
    if height >= (_FITS if is_visible else _UNKNOWN_FITS):
        return Relevance(hashtag, Fit.FITS, score)
    return Relevance(hashtag, Fit.MISFIT if is_visible else Fit.NOT_ABOUT_THE_PICTURE, score)
