"""What looks like words or like a picture is found from stored vectors, and follows the library."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.indexing.look_alikes import LookAlikes
from organizer.indexing.meaning import Meaning, meaning_of
from organizer.indexing.vector_matrix import VectorMatrix
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaUnderstanding, TaggedPost
from organizer.library.search_text import parse_search
from organizer.library.writer import LibraryWriter
from organizer.vectors import FloatArray, unit_vectors
from organizer.vision.encoder import Encoder

STAMP = FileStamp(1, 1)
MODEL = "a model"
DIMENSION = 32
COUNT = 40


def vectors_around(centres: FloatArray, each: int, spread: float) -> FloatArray:
    random = np.random.default_rng(5)
    noise = random.standard_normal((len(centres) * each, DIMENSION)).astype(np.float32)
    return unit_vectors(np.repeat(centres, each, axis=0) + spread * noise)


CENTRES = np.eye(DIMENSION, dtype=np.float32)[:4]
VECTORS = vectors_around(CENTRES, COUNT // 4, 0.05)


def understand(writer: LibraryWriter, ids: list[int], vectors: FloatArray, model: str) -> None:
    writer.store_understanding(
        [
            MediaUnderstanding(
                media_id, MediaType.IMAGE, STAMP, f"{media_id}", 10, 10, None, vector, (), ()
            )
            for media_id, vector in zip(ids, vectors, strict=True)
        ],
        model,
    )


@pytest.fixture
def writer(place: LibraryPlace, tmp_path: Path) -> Iterator[LibraryWriter]:
    """A library of four kinds of pictures, ten of each in a row of ids."""
    with LibraryWriter(place) as opened:
        archive = opened.importing.add_archive(tmp_path, "someone")
        posts = []
        for number in range(COUNT):
            time = datetime(2000 + number % 2, 6, 15, tzinfo=UTC)
            item = MediaItem(f"{number}.jpg", MediaType.IMAGE, time)
            caption = "a word" if number == 3 else ""
            posts.append(TaggedPost(Post(PostKind.POST, time, caption, (item,)), ()))
        stamps = {item.uri: STAMP for tagged in posts for item in tagged.post.media}
        opened.importing.store_posts(archive, "posts_1.json", STAMP, posts, stamps)
        opened.index_captions(COUNT)
        understand(opened, list(range(1, COUNT + 1)), VECTORS, MODEL)
        yield opened


@pytest.fixture
def library(writer: LibraryWriter, place: LibraryPlace) -> Iterator[LibraryReader]:
    assert writer
    with LibraryReader(place) as opened:
        yield opened


def meaning(words: str, centre: int = 0) -> Meaning:
    random = np.random.default_rng(6)
    background = unit_vectors(random.standard_normal((200, DIMENSION)).astype(np.float32))
    return Meaning(words, MODEL, CENTRES[centre], background)


def test_cosines_are_those_of_the_stored_vectors(library: LibraryReader):
    matrix = VectorMatrix(library)
    assert matrix.show(MODEL)
    ids, vectors = library.vectors.of(MODEL)
    assert matrix.ids.tolist() == ids.tolist()
    assert matrix.cosines(CENTRES[1]) == pytest.approx(vectors @ CENTRES[1], abs=4e-3)


def test_vectors_are_read_bit_by_bit_and_follow_the_library(
    writer: LibraryWriter, library: LibraryReader
):
    matrix = VectorMatrix(library)
    assert not matrix.show(MODEL, limit=30)
    assert len(matrix.ids) == 30
    assert matrix.show(MODEL, limit=30)
    assert len(matrix.ids) == COUNT
    understand(writer, [1], CENTRES[3:], MODEL)
    matrix.show(MODEL)
    assert len(matrix.ids) == COUNT
    row = matrix.row_of(1)
    assert row is not None
    assert matrix.vectors(np.array([row]))[0] == pytest.approx(CENTRES[3], abs=1e-2)
    writer.remove_vectors(MODEL)
    assert matrix.show(MODEL)
    assert len(matrix.ids) == 0


def test_similar_pictures_are_of_a_kind_and_the_picture_is_the_first(library: LibraryReader):
    found = LookAlikes(library).similar(15, 200)
    assert found[0] == 15
    assert set(found) == set(range(11, 21))


def test_of_nearly_the_same_pictures_one_is_shown(writer: LibraryWriter, library: LibraryReader):
    understand(writer, [12, 13, 14], np.repeat(VECTORS[11:12], 3, axis=0), MODEL)
    found = LookAlikes(library).different_similar(20, 8)
    assert len({12, 13, 14} & set(found)) == 1
    assert 20 not in found


def test_similarity_is_that_of_the_model_that_knows_most_pictures(
    writer: LibraryWriter, library: LibraryReader
):
    understand(writer, [1, 2], CENTRES[:2], "a new model")
    assert library.vectors.encoder_of(1) == MODEL
    understand(writer, list(range(1, COUNT + 1)), VECTORS, "a new model")
    assert library.vectors.encoder_of(1) == "a new model"


def test_words_find_captions_first_and_then_what_looks_like_them(library: LibraryReader):
    look_alikes = LookAlikes(library)
    chosen = Filter(text="word")
    assert look_alikes.resolved(chosen) == chosen
    look_alikes.learn(meaning("word", centre=2))
    listing = library.listing(look_alikes.resolved(chosen))
    assert listing.ids[0] == 4
    assert set(listing.ids[1:].tolist()) == set(range(21, 31))
    assert (listing.alike, listing.described) == (10, "word")


def test_conditions_hold_and_counts_are_those_of_what_is_shown(library: LibraryReader):
    look_alikes = LookAlikes(library)
    look_alikes.learn(meaning("word"))
    for chosen in (
        Filter(text="word before:2001"),
        Filter(text="word", year=2000),
        Filter(text="word -word"),
        Filter(similar_to=5, year=2001),
    ):
        resolved = look_alikes.resolved(chosen)
        listing = library.listing(resolved)
        facets = library.facets(resolved)
        assert 0 < len(listing) < 10
        assert facets.total == len(listing)
        assert sum(library.facets(resolved).months.values()) >= len(listing)
    assert library.listing(look_alikes.resolved(Filter(text="word is:video"))).ids.tolist() == []


def test_what_shows_none_of_the_words_is_not_found(library: LibraryReader):
    look_alikes = LookAlikes(library)
    nothing = meaning("thing")
    assert nothing.direction is not None
    far = np.eye(DIMENSION, dtype=np.float32)[20]
    look_alikes.learn(Meaning("thing", MODEL, far, nothing.background))
    assert look_alikes.described(parse_search("thing")) == ()


def test_korean_is_translated_where_the_glossary_knows_all_of_it(encoder: Encoder):
    background = np.ones((1, encoder.dimension), np.float32)
    known = meaning_of("고양이", encoder, background, has_gpu=False)
    cat = meaning_of("cat", encoder, background, has_gpu=False)
    assert known.direction is not None
    assert cat.direction is not None
    assert known.direction == pytest.approx(cat.direction, abs=1e-5)
    assert known.offered
    assert not cat.offered
    assert meaning_of("쀍쀍쀍", encoder, background, has_gpu=False).direction is None
