"""Hashtags for very many pictures are suggested in parts; what was done is not done again."""

from collections.abc import Callable

import pytest
from filed_library import add_pictures, vectors_like_pictures

from organizer.indexing.hashtag_options import HashtagOptions, store_options
from organizer.indexing.progress import Cancelled, Control
from organizer.indexing.retagging import Retagger
from organizer.indexing.tagger import Taggers
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.vision.encoder import Encoder

# More than is done at once, twice.
PICTURES = 4100


def retag(
    place: LibraryPlace,
    encoder: Encoder,
    on_change: Callable[[Control], None] = lambda _control: None,
) -> None:
    """As after a start: what is remembered is in the library alone."""
    control = Control()
    with LibraryWriter(place) as writer, LibraryReader(place) as reader:
        retagger = Retagger(reader, writer, lambda: on_change(control), lambda _count: None)
        retagger.retag(encoder.name, Taggers(encoder, reader), control)


def suggested(place: LibraryPlace, ids: list[int]) -> list[tuple[str, ...]]:
    with LibraryReader(place) as reader:
        by_id = {one.id: one for one in reader.details(ids)}
    return [tuple(some.hashtag for some in by_id[media_id].suggestions) for media_id in ids]


def test_what_was_suggested_before_an_interruption_is_not_suggested_again(
    place: LibraryPlace, encoder: Encoder
):
    with LibraryWriter(place) as writer:
        vectors = vectors_like_pictures(encoder, PICTURES)
        ids = sorted(add_pictures(writer, place, vectors, encoder.name))
        retag(place, encoder)
        store_options(writer, HashtagOptions(limit=2, language="en"))

    def end_after_the_first_part(control: Control) -> None:
        with LibraryReader(place) as reader:
            (first,) = reader.details(ids[:1])
        if len(first.suggestions) <= 2:
            control.cancel()

    with pytest.raises(Cancelled):
        retag(place, encoder, end_after_the_first_part)
    half = suggested(place, ids)
    assert all(len(some) <= 2 for some in half[:2000])
    assert any(len(some) > 2 for some in half[2000:])
    # Were it suggested anew it would come back.
    with LibraryWriter(place) as writer:
        writer.store_suggestions({ids[0]: ()}, encoder.name)
    retag(place, encoder)
    whole = suggested(place, ids)
    assert whole[0] == ()
    assert whole[1:2000] == half[1:2000]
    assert all(len(some) <= 2 for some in whole)
    with LibraryWriter(place) as writer:
        store_options(writer, HashtagOptions(limit=3, language="en"))
    retag(place, encoder)
    assert suggested(place, ids[:1])[0]
