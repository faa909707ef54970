"""Pictures that are there more than once are found, and nothing else is."""

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from organizer.indexing.duplicates.distinct import Distinct
from organizer.indexing.duplicates.finding import find_duplicates
from organizer.indexing.duplicates.grouping import groups_around
from organizer.indexing.duplicates.lists import group_objects, write_csv, write_json
from organizer.indexing.duplicates.perceptual_hash import FLAT, hash_of, hash_of_file
from organizer.indexing.duplicates.records import DuplicateGroup, Reason
from organizer.indexing.indexer import Indexer
from organizer.indexing.progress import Cancelled, Control
from organizer.library.edits import KeepDistinct
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter

EXPORT = Path("media/posts/202301")


@pytest.fixture(scope="module")
def filled(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> LibraryPlace:
    """Twelve photographs; one saved anew, small and coarse, one cut at its edges, one copied."""
    root = tmp_path_factory.mktemp("duplicates")
    folder = root / "export" / EXPORT
    folder.mkdir(parents=True)
    photographs = sorted(sample.rglob("posts/**/*.jpg"))[:12]
    for number, path in enumerate(photographs):
        with Image.open(path) as opened:
            opened.convert("RGB").save(folder / f"{number}.jpg", quality=90)
    with Image.open(folder / "0.jpg") as opened:
        small = opened.resize((opened.width // 2, opened.height // 2))
    small.save(folder / "small.jpg", quality=40)
    with Image.open(folder / "5.jpg") as opened:
        width, height = opened.size
        edge = (width // 30, height // 30, width - width // 30, height - height // 30)
        opened.crop(edge).save(folder / "cut.jpg", quality=95)
    shutil.copy(folder / "2.jpg", folder / "copy.jpg")
    place = LibraryPlace.at(root / "library")
    with Indexer(place) as indexer:
        indexer.add(root / "export")
        indexer.understand()
    return place


@pytest.fixture
def library(filled: LibraryPlace, tmp_path: Path) -> LibraryPlace:
    """One that the test may change."""
    shutil.copytree(filled.database.parent, tmp_path / "library")
    return LibraryPlace.at(tmp_path / "library")


@pytest.fixture
def writer(library: LibraryPlace) -> Iterator[LibraryWriter]:
    with LibraryWriter(library) as opened:
        yield opened


def found(place: LibraryPlace, writer: LibraryWriter) -> tuple[DuplicateGroup, ...]:
    with LibraryReader(place) as reader:
        store = ThumbnailStore(place.thumbnails)
        return find_duplicates(reader, store, writer.store_hashes, Control())


def names(groups: tuple[DuplicateGroup, ...]) -> dict[frozenset[str], Reason]:
    return {
        frozenset(Path(copy.file.uri).name for copy in group.copies): group.reason
        for group in groups
    }


ALL = {
    frozenset({"2.jpg", "copy.jpg"}): Reason.EXACT,
    frozenset({"0.jpg", "small.jpg"}): Reason.SAME,
    frozenset({"5.jpg", "cut.jpg"}): Reason.NEAR,
}


def test_copies_what_was_saved_anew_and_what_was_cut_are_found_and_nothing_else(
    library: LibraryPlace, writer: LibraryWriter
):
    groups = found(library, writer)
    assert names(groups) == ALL
    same = next(group for group in groups if group.reason is Reason.SAME)
    # The best comes first.
    assert [Path(copy.file.uri).name for copy in same.copies] == ["0.jpg", "small.jpg"]


def test_what_pictures_look_like_is_found_out_once(library: LibraryPlace, writer: LibraryWriter):
    found(library, writer)
    shutil.rmtree(library.thumbnails)
    assert names(found(library, writer)) == ALL


def test_what_the_user_keeps_apart_does_not_come_again_until_it_is_taken_back(
    library: LibraryPlace, writer: LibraryWriter
):
    groups = found(library, writer)
    opposites = [writer.apply(KeepDistinct(group.media_ids)) for group in groups]
    assert found(library, writer) == ()
    for opposite in opposites:
        writer.apply(opposite)
    assert found(library, writer) == groups


def test_a_search_can_be_stopped_and_keeps_what_it_found(
    library: LibraryPlace, writer: LibraryWriter
):
    control = Control()
    with LibraryReader(library) as reader:
        store = ThumbnailStore(library.thumbnails)
        with pytest.raises(Cancelled):
            find_duplicates(
                reader,
                store,
                writer.store_hashes,
                control,
                lambda progress: control.cancel() if progress.is_comparing else None,
            )
    shutil.rmtree(library.thumbnails)
    assert names(found(library, writer)) == ALL


def test_lists_hold_every_file(library: LibraryPlace, writer: LibraryWriter, tmp_path: Path):
    groups = found(library, writer)
    write_csv(tmp_path / "list.csv", groups)
    write_json(tmp_path / "list.json", groups)
    # Excel knows UTF-8 by this mark alone.
    assert (tmp_path / "list.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    objects = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
    assert objects == group_objects(groups)
    paths = [file["path"] for group in objects for file in group["files"]]
    assert [row["path"] for row in rows] == paths
    assert all(Path(path).is_file() for path in paths)
    assert {row["group"] for row in rows} == {"1", "2", "3"}


def test_a_hash_outlives_shrinking_and_tells_pictures_apart(sample: Path):
    def hash_in(path: Path) -> int:
        found = hash_of_file(path)
        assert found is not None
        return int.from_bytes(found)

    first, second, *_ = sorted(sample.rglob("posts/**/*.jpg"))
    with Image.open(first) as opened:
        small = int.from_bytes(hash_of(opened.resize((opened.width // 3, opened.height // 3))))
    assert (small ^ hash_in(first)).bit_count() <= 6
    assert (hash_in(second) ^ hash_in(first)).bit_count() > 12


@pytest.mark.parametrize("colour", ["black", "white", "#7f7f80"])
def test_what_shows_nothing_has_no_hash(colour: str):
    assert hash_of(Image.new("RGB", (300, 200), colour)) == FLAT


def test_a_file_that_is_no_picture_has_no_hash(tmp_path: Path):
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    assert hash_of_file(tmp_path / "broken.jpg") is None
    assert hash_of_file(tmp_path / "nowhere.jpg") is None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 120), st.integers(2, 48), st.floats(0.05, 1.5))
def test_groups_are_what_comparing_all_pairs_would_give(
    seed: int, count: int, dimension: int, radius: float
):
    random = np.random.default_rng(seed)
    centres = random.normal(size=(5, dimension))
    points = centres[random.integers(5, size=count)] + random.normal(
        size=(count, dimension), scale=0.2
    )
    points = points.astype(np.float32)
    groups = groups_around(points, radius, lambda _row, rows: rows)
    distances = np.linalg.norm(points[:, None] - points[None], axis=2)
    rows = [row for group in groups for row in group]
    assert len(rows) == len(set(rows))
    for first, *others in groups:
        assert (distances[first, others] <= radius + 1e-3).all()
    # Nothing that is alone is near to another that is alone, nor to the first of a group that
    # came before it; the former is what a user would miss.
    alone = np.setdiff1d(np.arange(count), rows)
    near = distances[np.ix_(alone, alone)] + 10 * np.eye(len(alone))
    assert (near > radius - 1e-3).all()


def test_equal_points_are_one_group_however_many():
    points = np.ones((40_000, 8), np.float32)
    assert [len(group) for group in groups_around(points, 0.1, lambda _row, rows: rows)] == [40_000]


def test_two_that_are_distinct_do_not_join_the_same_group():
    distinct = Distinct([{2, 3}, {4}, {5, 6, 7}])
    assert distinct.fitting([1], [[2], [3], [4]]) == [0, 2]
    assert distinct.fitting([5], [[8], [6], [1, 7]]) == [0]
    assert distinct.allows_copies_of(4)
    assert not distinct.allows_copies_of(2)
