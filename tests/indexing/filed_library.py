"""A library of pictures that were looked at, made from words: no file is opened for it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaUnderstanding, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.vectors import unit_vectors
from organizer.vision.encoder import Encoder

WORDS = (
    *("a dog in the garden", "a cat", "a brown horse", "pizza", "a cup of coffee", "noodle soup"),
    *("a sports car", "a train at the station", "a beach", "mountains and a lake", "a bedroom"),
    *("a bride in a dress", "a baby with a toy", "sneakers", "lipstick", "a football match"),
    *("a wall", "a screenshot of a text", "a guitar on a stage", "books on a shelf"),
)
_STAMP = FileStamp(1, 1)


def vectors_like_pictures(encoder: Encoder, count: int, seed: int = 0) -> np.ndarray:
    """Unit vectors (count, dimension) of WORDS and of what lies between them."""
    random = np.random.default_rng(seed)
    words = encoder.encode_texts(WORDS)
    mixed = words[random.integers(0, len(words), count)]
    mixed = mixed + 0.7 * words[random.integers(0, len(words), count)]
    noise = unit_vectors(random.standard_normal(mixed.shape).astype(np.float32))
    return unit_vectors((mixed + 0.3 * noise).astype(np.float32))


def add_pictures(
    writer: LibraryWriter, place: LibraryPlace, vectors: np.ndarray, model: str, name: str = "first"
) -> list[int]:
    """Adds pictures with `vectors` (n, dimension) that nothing has filed; returns their ids."""
    newest = datetime(2025, 6, 1, tzinfo=UTC)
    posts = []
    for number in range(len(vectors)):
        time = newest - timedelta(hours=number)
        item = MediaItem(f"media/posts/{name}{number}.jpg", MediaType.IMAGE, time)
        posts.append(TaggedPost(Post(PostKind.POST, time, "", (item,)), ()))
    writer.store_categories(load_categories())
    folder = place.database.parent / "archive"
    folder.mkdir(exist_ok=True)
    archive = writer.importing.add_archive(folder)
    stamps = {tagged.post.media[0].uri: _STAMP for tagged in posts}
    writer.importing.store_posts(archive, f"posts_{name}.json", _STAMP, posts, stamps)
    with LibraryReader(place) as reader:
        ids = [media.id for media in reader.looking.pending(model)]
    look_at(writer, ids, vectors, model)
    return ids


def look_at(writer: LibraryWriter, ids: Sequence[int], vectors: np.ndarray, model: str) -> None:
    """Gives pictures their vectors, as the indexer does, and no categories."""
    understood = [
        MediaUnderstanding(
            media_id, MediaType.IMAGE, _STAMP, f"{media_id:064x}", 1, 1, None, vector, (), ()
        )
        for media_id, vector in zip(ids, vectors, strict=True)
    ]
    writer.store_understanding(understood, model)
