"""Concepts are found where their words fit, and a child concept implies its parents."""

from pathlib import Path

import numpy as np
import pytest

from organizer.resource_files import resource_path
from organizer.tagging.concepts import ConceptDetector, load_concepts, read_concepts
from organizer.tagging.errors import BrokenVocabulary
from organizer.vision.encoder import Encoder

CONCEPTS = load_concepts().concepts
IDS = [concept.id for concept in CONCEPTS]
GOOD = """
background = ["a wall"]
[[concept]]
id = "animal"
en = "Animal"
ko = "동물"
phrases = ["an animal"]
against = ["a toy"]
[[concept]]
id = "dog"
en = "Dog"
ko = "개"
parents = ["animal"]
phrases = ["dog"]
against = ["cat"]
"""


@pytest.fixture(scope="module")
def detector(encoder: Encoder) -> ConceptDetector:
    return ConceptDetector(load_concepts(), encoder)


def found(detector: ConceptDetector, encoder: Encoder, words: str) -> dict[str, float]:
    (row,) = detector.probabilities(encoder.encode_texts([words]))
    return dict(zip(IDS, row.tolist(), strict=True))


def test_there_are_about_sixty_with_names_in_both_languages():
    assert len(CONCEPTS) >= 40
    for concept in CONCEPTS:
        assert concept.name_en.isascii()
        assert not concept.name_ko.isascii()
        assert concept.phrases
        assert concept.against


@pytest.mark.parametrize(
    ("words", "concept", "not_concept"),
    [
        ("a golden retriever dog", "dog", "cat"),
        ("tabby cat", "cat", "dog"),
        ("espresso", "coffee", "alcohol"),
        ("sports car", "car", "bicycle"),
        ("seashore, coast", "sea", "mountain"),
        ("a bowl of ramen noodles", "ramen", "cake"),
        ("baby with a pacifier", "baby", "dog"),
        ("manicure with nail polish", "nails", "flower"),
        ("gym workout with weights", "gym", "sea"),
        ("restaurant menu card", "menu_card", "sea"),
        ("laptop screen", "screen", "flower"),
    ],
)
def test_what_words_show_is_found(
    detector: ConceptDetector, encoder: Encoder, words: str, concept: str, not_concept: str
):
    probabilities = found(detector, encoder, words)
    assert probabilities[concept] > 0.5
    assert probabilities[not_concept] < 0.5


def test_a_child_implies_its_parents(detector: ConceptDetector, encoder: Encoder):
    vectors = encoder.encode_texts(["dog", "kimchi", "menu", "bride", "a train", "grey wall"])
    probabilities = detector.probabilities(vectors)
    for column, concept in enumerate(CONCEPTS):
        for parent in concept.parents:
            assert (probabilities[:, IDS.index(parent)] >= probabilities[:, column]).all()


def test_probabilities_are_probabilities(detector: ConceptDetector, encoder: Encoder):
    probabilities = detector.probabilities(encoder.encode_texts(["a dog", "a wall"]))
    assert probabilities.shape == (2, len(IDS))
    assert probabilities.dtype == np.float32
    assert ((probabilities >= 0) & (probabilities <= 1)).all()
    assert detector.probabilities(encoder.encode_texts([])).shape == (0, len(IDS))


@pytest.mark.parametrize("wanted", [["dog"], ["animal"], ["sea", "coffee"]])
def test_a_few_concepts_are_found_as_well_as_all(
    detector: ConceptDetector, encoder: Encoder, wanted: list[str]
):
    vectors = encoder.encode_texts(["a golden retriever", "tabby cat", "espresso", "sea, coast"])
    everything = detector.probabilities(vectors)
    columns = [IDS.index(id) for id in wanted]
    few = ConceptDetector(load_concepts(), encoder, columns).probabilities(vectors)
    np.testing.assert_allclose(few[:, columns], everything[:, columns], atol=1e-5)
    family = set(wanted)
    # Children stand before their parents.
    for concept in reversed(CONCEPTS):
        family.update({concept.id} if family & set(concept.parents) else ())
    others = [column for column, id in enumerate(IDS) if id not in family]
    assert not few[:, others].any()


def test_the_file_is_read_once():
    assert load_concepts() is load_concepts()
    assert load_concepts() == read_concepts(resource_path("concepts.toml"))


def read(folder: Path, text: str):
    path = folder / "concepts.toml"
    path.write_text(text, encoding="utf-8")
    return read_concepts(path)


def test_children_come_before_their_parents(tmp_path: Path):
    assert [concept.id for concept in read(tmp_path, GOOD).concepts] == ["dog", "animal"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"animal"]', '"beast"]', "there is no concept “beast”"),
        ('id = "animal"', 'id = "animal"\nparents = ["dog"]', "is its own ancestor"),
        ('en = "Animal"', 'en = "Dog"', "“dog” is the name of two concepts"),
        ('ko = "개"', "ko = 1", "lacks a name"),
        ('["cat"]', '"cat"', "“against” of “dog” is no list"),
        ('["a wall"]', "[]", "lacks phrases"),
        ('["an animal"]', "[]", "lacks phrases"),
        ("[[concept]]", "[[thing]]", "concept"),
        ("[[concept]]", "[[concept]", "line 3"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, old: str, new: str, said: str):
    with pytest.raises(BrokenVocabulary) as caught:
        read(tmp_path, GOOD.replace(old, new))
    assert said in str(caught.value)
