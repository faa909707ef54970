"""The program ends, by a power cut say, and the next start leaves nothing out."""

from pathlib import Path

import pytest
from dying_program import ENDED, run_until

from organizer.indexing.indexer import Indexer
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader

LOOKING = """
    from pathlib import Path
    from organizer.indexing.indexer import Indexer
    from organizer.library.place import LibraryPlace

    with Indexer(LibraryPlace.at(Path({place!r}))) as indexer:
        indexer.add(Path({sample!r}))
        indexer.understand()
"""


def seen(place: LibraryPlace) -> list[object]:
    """What the pictures are taken for, what of it is doubtful, and what does not fit."""
    with LibraryReader(place) as reader:
        details = reader.details(reader.listing(Filter()).ids)
        doubtful = reader.details(reader.listing(Filter(is_to_review=True)).ids)
        return [
            {
                one.uri: (one.state, {some.category_id for some in one.categories}, one.misfits)
                for one in details
            },
            {one.uri for one in doubtful},
        ]


@pytest.mark.parametrize(
    "after", ["INSERT OR REPLACE INTO embeddings", "UPDATE media SET attempts = attempts + 1"]
)
def test_what_was_looked_at_when_the_program_ended_is_whole(
    indexed: LibraryPlace, sample: Path, tmp_path: Path, after: str
):
    place = LibraryPlace.at(tmp_path / "library")
    folder = str(place.database.parent)
    assert run_until(after, LOOKING.format(place=folder, sample=str(sample))) == ENDED
    with Indexer(place) as indexer:
        indexer.understand()
    expected, found = seen(indexed), seen(place)
    assert found[1], "some are doubtful"
    assert found == expected
