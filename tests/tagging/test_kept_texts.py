"""What a model made of a text is found again at the next start; nothing depends on it."""

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from organizer.library.place import LibraryPlace
from organizer.tagging.kept_texts import KeptTextEncoder
from organizer.vision.builtin import BuiltInEncoder

WORDS = ["a dog", "바다", "a dog on a beach"]


class ListeningEncoder(BuiltInEncoder):
    """The built-in model, which remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[str]] = []

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        self.asked.append(list(texts))
        return super().encode_texts(texts)


@pytest.fixture(scope="module")
def loaded() -> ListeningEncoder:
    return ListeningEncoder()


@pytest.fixture
def model(loaded: ListeningEncoder) -> ListeningEncoder:
    loaded.asked.clear()
    loaded.name = BuiltInEncoder.name
    return loaded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library" / "text-vectors"


def the_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_texts_are_encoded_once_for_good(model: ListeningEncoder, folder: Path):
    first = KeptTextEncoder(model, folder).encode_texts(WORDS)
    again = KeptTextEncoder(model, folder).encode_texts(WORDS)
    assert model.asked == [WORDS]
    np.testing.assert_array_equal(again, first)
    assert again.dtype == np.float32


def test_only_new_texts_are_encoded_all_at_once_and_each_once(
    model: ListeningEncoder, folder: Path
):
    kept = KeptTextEncoder(model, folder)
    kept.encode_texts(WORDS)
    found = kept.encode_texts(["soup", *WORDS, "a bus", "soup"])
    assert model.asked[1:] == [["soup", "a bus"]]
    np.testing.assert_array_equal(found[1:4], kept.encode_texts(WORDS))
    np.testing.assert_array_equal(found[0], found[-1])


def test_it_is_as_good_as_the_model_itself(model: ListeningEncoder, folder: Path):
    kept = KeptTextEncoder(model, folder)
    vectors = kept.encode_texts(WORDS)
    np.testing.assert_array_equal(vectors, model.encode_texts(WORDS))
    cosines = vectors @ vectors.T
    np.testing.assert_array_equal(kept.probabilities(cosines), model.probabilities(cosines))
    assert kept.encode_texts([]).shape == (0, model.dimension)
    assert (kept.name, kept.prompt_templates) == (model.name, model.prompt_templates)


def test_each_model_has_its_own(model: ListeningEncoder, folder: Path):
    KeptTextEncoder(model, folder).encode_texts(WORDS)
    model.name = "another/model"
    KeptTextEncoder(model, folder).encode_texts(WORDS)
    assert model.asked == [WORDS, WORDS]
    assert len(list(folder.iterdir())) == 2


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def damaged(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def replaced(file: Path) -> None:
    file.write_text("no vectors\n" * 100, encoding="utf-8")


@pytest.mark.parametrize("harm", [cut_off, damaged, emptied, replaced])
def test_a_file_that_cannot_be_used_is_made_anew(
    model: ListeningEncoder, folder: Path, caplog: pytest.LogCaptureFixture, harm
):
    first = KeptTextEncoder(model, folder).encode_texts(WORDS)
    harm(the_file(folder))
    with caplog.at_level(logging.WARNING):
        again = KeptTextEncoder(model, folder).encode_texts(WORDS)
    assert str(the_file(folder)) in caplog.text
    assert model.asked == [WORDS, WORDS]
    np.testing.assert_array_equal(again, first)
    caplog.clear()
    KeptTextEncoder(model, folder).encode_texts(WORDS)
    assert not caplog.text
    assert len(model.asked) == 2


def test_a_file_of_another_model_is_not_believed(
    model: ListeningEncoder, folder: Path, caplog: pytest.LogCaptureFixture
):
    KeptTextEncoder(model, folder).encode_texts(WORDS)
    content = the_file(folder).read_bytes()
    model.name = "another/model"
    other = KeptTextEncoder(model, folder)
    other.encode_texts(["soup"])
    (file,) = (path for path in folder.iterdir() if path.read_bytes() != content)
    file.write_bytes(content)
    KeptTextEncoder(model, folder).encode_texts(WORDS)
    assert "it is of the model built-in" in caplog.text
    assert model.asked[-1] == WORDS


def test_where_nothing_can_be_written_it_is_only_slower(model: ListeningEncoder, tmp_path: Path):
    (tmp_path / "library").write_text("no folder", encoding="utf-8")
    for _ in range(2):
        kept = KeptTextEncoder(model, tmp_path / "library" / "text-vectors")
        assert kept.encode_texts(WORDS).shape == (3, model.dimension)
        kept.encode_texts(WORDS)
    assert model.asked == [WORDS, WORDS]


def test_what_is_in_use_is_kept_when_there_are_too_many(model: ListeningEncoder, folder: Path):
    kept = KeptTextEncoder(model, folder, most_texts=4)
    kept.encode_texts(WORDS)
    for number in range(5):
        kept.encode_texts([f"searched {number}"])
        kept.encode_texts(WORDS)
    model.asked.clear()
    again = KeptTextEncoder(model, folder, most_texts=4)
    again.encode_texts(WORDS)
    assert not model.asked
    again.encode_texts(["searched 0"])
    assert model.asked == [["searched 0"]]


def test_more_texts_than_are_kept_are_all_encoded(model: ListeningEncoder, folder: Path):
    assert KeptTextEncoder(model, folder, most_texts=1).encode_texts(WORDS).shape[0] == 3


def test_nothing_unfinished_is_left(model: ListeningEncoder, folder: Path):
    kept = KeptTextEncoder(model, folder)
    kept.encode_texts(WORDS)
    kept.encode_texts(["soup"])
    assert len(list(folder.iterdir())) == 1


def test_they_lie_beside_the_library(tmp_path: Path):
    assert LibraryPlace.at(tmp_path).text_vectors == tmp_path / "text-vectors"
    single = LibraryPlace.at(tmp_path / "mine.sqlite")
    assert single.text_vectors == tmp_path / "mine.text-vectors"
