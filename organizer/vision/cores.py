"""Shares the processor's cores among threads that compute with torch.

torch gives each call all cores, which wait for each other several times in each layer. Beside other
work, decoding pictures or another program, most of that is waiting: ViT-B-32 in bfloat16 on two
busy cores made 15 pictures a second with calls on both cores, one after the other, and 35 with two
calls side by side, each on one core.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

import torch

from organizer.vectors import one_blas_thread

# Read before anything here changes it: as many as the machine, or who started us, allows.
CORES = torch.get_num_threads()

# So few inputs someone waits for: a search, a picture that was dropped on the program.
_FEW = 4

_Part = TypeVar("_Part")
_Made = TypeVar("_Made")

_lock = threading.Lock()
_working: set[int] = set()


def stay_on_one_core() -> None:
    """What this thread computes with torch from now on is not split: others have their turn."""
    # Holds for the thread alone; half a microsecond.
    torch.set_num_threads(1)


@contextmanager
def beside_others() -> Iterator[None]:
    """Within it, this thread leaves the other cores to threads that look at pictures.

    What it computes with torch, and what any thread multiplies with numpy, is not split: of small
    products most is waiting, which for a tenth of the time took the cores from the others.
    """
    before = torch.get_num_threads()
    stay_on_one_core()
    try:
        with one_blas_thread():
            yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def some_cores(inputs: int) -> Iterator[None]:
    """Within it, this thread computes with one core, or for few `inputs` with its share of all."""
    me = threading.get_ident()
    with _lock:
        _working.add(me)
        share = max(1, CORES // len(_working))
    torch.set_num_threads(share if inputs <= _FEW else 1)
    try:
        yield
    finally:
        with _lock:
            _working.discard(me)


def side_by_side(work: Callable[[_Part], _Made], parts: Sequence[_Part]) -> list[_Made]:
    """What `work` makes of each of `parts`, in their order; as many at once as there are cores."""
    if len(parts) == 1:
        return [work(parts[0])]
    with ThreadPoolExecutor(min(CORES, len(parts))) as pool:
        return list(pool.map(work, parts))
