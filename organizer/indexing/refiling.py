"""Files all pictures anew after an edit: what anybody sees first, finer points afterwards."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from organizer.indexing.filed_pictures import FiledBlock, FiledPictures
from organizer.indexing.progress import Control
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.categorizer import Categorizer
from organizer.vectors import one_blas_thread

# Scores are shown in whole per cents.
_VISIBLE = 0.005
# In one transaction, which takes about a tenth of a second: as long may the next request wait.
_PICTURES_AT_ONCE = 10_000
# More would leave none of few cores to the window.
_THREADS = 2


@dataclass(frozen=True, slots=True)
class _Change:
    """What is to be written of some pictures of a block: `after` takes the place of `now[rows]`.

    `ids` (n,) are those of the whole block; `now` and `after` hold scores or doubts.
    """

    ids: NDArray[np.int64]
    now: NDArray[np.floating]
    rows: NDArray[np.intp]
    after: NDArray[np.floating]


class Refiler:
    """Files the pictures of a library by their vectors; opens none of them.

    `on_change` hears of every change that a reader can see, `on_refiled` how many pictures changed
    their categories. What is known of the pictures is kept from one call to the next.
    """

    def __init__(
        self,
        reader: LibraryReader,
        writer: LibraryWriter,
        on_change: Callable[[], None],
        on_refiled: Callable[[int], None],
    ) -> None:
        self._writer = writer
        self._on_change = on_change
        self._on_refiled = on_refiled
        self._pictures = FiledPictures(reader)
        self._data_version = -1

    def forget(self, media_ids: Sequence[int] | None = None) -> None:
        """Takes note that these pictures were filed by others or have other vectors, or all."""
        self._pictures.forget(media_ids)

    def file_anew(self, model: str, categorizer: Categorizer, control: Control) -> None:
        """Files all pictures as `categorizer` says; the user's decisions stay.

        Those that change their categories come first, then those whose scores or doubt alone
        visibly change. Raises Cancelled when asked to stop: what was not written yet is found to
        differ by the next call.
        """
        if (version := self._writer.data_version) != self._data_version:
            self._pictures.forget()
            self._data_version = version
        self._writer.forget_other_categories(categorizer.category_ids)
        blocks = self._pictures.blocks(model, categorizer.category_ids)
        moved: list[_Change] = []
        rescored: list[_Change] = []
        doubted: list[_Change] = []
        with one_blas_thread():
            for changes in _compared(blocks, categorizer, control):
                for found, change in zip((moved, rescored, doubted), changes, strict=True):
                    if len(change.rows):
                        found.append(change)
        self._write_moved(moved, categorizer.category_ids, model, control)
        for group in _grouped(rescored):
            control.check()
            self._write(group, categorizer.category_ids, model)
        for group in _grouped(doubted):
            control.check()
            self._write_doubts(group)
        if rescored or doubted:
            self._on_change()

    def _write_moved(
        self, moved: Sequence[_Change], category_ids: Sequence[str], model: str, control: Control
    ) -> None:
        """Writes what changes its categories; tells of it, be it that work is cancelled."""
        refiled = 0
        try:
            for group in _grouped(moved):
                control.check()
                self._write(group, category_ids, model)
                refiled += sum(len(change.rows) for change in group)
        finally:
            if refiled:
                self._on_change()
                self._on_refiled(refiled)

    def _write(self, group: Sequence[_Change], category_ids: Sequence[str], model: str) -> None:
        self._writer.store_filing(
            _ids(group),
            np.concatenate([change.now[change.rows] for change in group]),
            _after(group),
            category_ids,
            model,
        )
        _are_written(group)

    def _write_doubts(self, group: Sequence[_Change]) -> None:
        pairs = zip(_ids(group).tolist(), _after(group).tolist(), strict=True)
        self._writer.store_doubts(dict(pairs))
        _are_written(group)


def _compared(
    blocks: Iterable[FiledBlock], categorizer: Categorizer, control: Control
) -> Iterator[tuple[_Change, _Change, _Change]]:
    """What `_compare` finds in `blocks`, some of which are compared at the same time."""
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="filing") as pool:
        window: deque[Future[tuple[_Change, _Change, _Change]]] = deque()
        for block in blocks:
            control.check()
            if len(block.pictures.ids):
                window.append(pool.submit(_compare, block, categorizer))
            if len(window) > 2 * _THREADS:
                yield window.popleft().result()
        for future in window:
            yield future.result()


def _compare(block: FiledBlock, categorizer: Categorizer) -> tuple[_Change, _Change, _Change]:
    """How the pictures of `block` are filed otherwise by `categorizer` than now.

    First those whose categories change, then those with other scores alone, then other doubts.
    """
    vectors = block.pictures.vectors.astype(np.float32)
    scores = categorizer.scores(vectors, block.columns)
    after = categorizer.filed(scores)
    doubts = categorizer.doubts(scores)
    is_moved = (np.isnan(after) != np.isnan(block.scores)).any(axis=1)
    # What is not a number is not greater either.
    is_rescored = (np.abs(after - block.scores) > _VISIBLE).any(axis=1) & ~is_moved
    is_doubted = (np.abs(doubts - block.doubts) > _VISIBLE) | ((doubts > 0) != (block.doubts > 0))
    moved, rescored, doubted = map(np.flatnonzero, (is_moved, is_rescored, is_doubted))
    ids = block.pictures.ids
    return (
        _Change(ids, block.scores, moved, after[moved]),
        _Change(ids, block.scores, rescored, after[rescored]),
        _Change(ids, block.doubts, doubted, doubts[doubted]),
    )


def _ids(group: Sequence[_Change]) -> NDArray[np.int64]:
    return np.concatenate([change.ids[change.rows] for change in group])


def _after(group: Sequence[_Change]) -> NDArray[np.floating]:
    return np.concatenate([change.after for change in group])


def _are_written(group: Sequence[_Change]) -> None:
    """Takes note that the library holds this now."""
    for change in group:
        change.now[change.rows] = change.after


def _grouped(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """`changes` in groups of about _PICTURES_AT_ONCE pictures."""
    group: list[_Change] = []
    for change in changes:
        group.append(change)
        if sum(len(one.rows) for one in group) >= _PICTURES_AT_ONCE:
            yield group
            group = []
    if group:
        yield group
