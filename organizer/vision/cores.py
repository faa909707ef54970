"""Shares the processor's cores among threads that compute with torch.

torch gives each call all cores, which wait for each other several times in each layer. Beside other
work, decoding pictures or another program, most of that is waiting: ViT-B-32 in bfloat16 on two
busy cores made 15 pictures a second with calls on both cores, one after the other, and 35 with two
calls side by side, each on one core.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import torch

# Read before anything here changes it: as many as the machine, or who started us, allows.
CORES = torch.get_num_threads()

_lock = threading.Lock()
_working: set[int] = set()


def stay_on_one_core() -> None:
    """What this thread computes with torch from now on is not split: others have their turn."""
    # Holds for the thread alone; half a microsecond.
    torch.set_num_threads(1)


@contextmanager
def shared_cores() -> Iterator[None]:
    """Within it, this thread computes with its share: all cores when no other thread is in it."""
    me = threading.get_ident()
    with _lock:
        _working.add(me)
        share = max(1, CORES // len(_working))
    torch.set_num_threads(share)
    try:
        yield
    finally:
        with _lock:
            _working.discard(me)
