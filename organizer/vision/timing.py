"""How fast a network runs on a device, and what it makes of the test pictures there."""

import time

import numpy as np
import torch
from torch import nn

from organizer.vectors import FloatArray
from organizer.vision.cores import CORES, side_by_side, stay_on_one_core
from organizer.vision.devices import CPU, free_memory, is_out_of_memory
from organizer.vision.networks import ImageNetwork
from organizer.vision.sample_pictures import sample_pictures
from organizer.vision.tower import run

# What torch raises for what a device or a precision cannot do.
TRIAL_ERRORS = (
    RuntimeError,
    AssertionError,
    AttributeError,
    ImportError,
    MemoryError,
    OSError,
    TypeError,
    ValueError,
)

_TIMED_ON_GRAPHICS = 64
# After its first pictures, a precision this much slower than the best is not timed any longer.
_HOPELESS = 3.0
# Nor is a model that takes so long for them: what is timed is far above the clock's noise.
_LONG_SECONDS = 4.0


def measured(
    network: ImageNetwork, device: torch.device, best: float = 0.0
) -> tuple[FloatArray, float]:
    """The vectors of the test pictures, and pictures a second; roughly, if far below `best`."""
    pictures = _inputs(network)
    if device == CPU:
        return _measured_on_cores(network, pictures, best)
    begin = time.perf_counter()
    vectors = run(network, pictures, device)
    rate = len(pictures) / (time.perf_counter() - begin)
    many = pictures.repeat(_TIMED_ON_GRAPHICS // len(pictures), 1, 1, 1)
    while len(many) > len(pictures):
        try:
            rate = max(rate, *(_timed(network, many, device) for _ in range(2)))
            break
        except TRIAL_ERRORS as error:
            if not is_out_of_memory(error):
                raise
            # As it will be when pictures are looked at.
            many = many[: len(many) // 2]
            free_memory(device)
    return vectors, rate


def _timed(network: ImageNetwork, pictures: torch.Tensor, device: torch.device) -> float:
    begin = time.perf_counter()
    run(network, pictures, device)
    return len(pictures) / (time.perf_counter() - begin)


def _measured_on_cores(
    network: nn.Module, pictures: torch.Tensor, best: float
) -> tuple[FloatArray, float]:
    """As `_measured`, with a core for each part of the work, as the app will run it.

    The processor's time is taken and not the clock's: other programs want the cores, too.
    """
    vectors, rate, seconds = _on_cores(network, list(torch.split(pictures, 1)))
    if seconds < _LONG_SECONDS and rate * _HOPELESS >= best:
        for _ in range(2):
            rate = max(rate, _on_cores(network, [pictures] * CORES)[1])
    return vectors, rate


def _on_cores(network: nn.Module, parts: list[torch.Tensor]) -> tuple[FloatArray, float, float]:
    """Vectors of `parts`, pictures a second with all cores, and what one core alone took."""

    def work(part: torch.Tensor) -> tuple[FloatArray, float]:
        stay_on_one_core()
        begin = time.thread_time()
        with torch.inference_mode():
            made = network(part)
        return made.numpy(), time.thread_time() - begin

    done = side_by_side(work, parts)
    seconds = sum(seconds for _, seconds in done)
    # The clock of some systems stands still for 16 ms.
    rate = CORES * sum(map(len, parts)) / max(seconds, 1e-3)
    return np.concatenate([vectors for vectors, _ in done]), rate, seconds


def _inputs(network: ImageNetwork) -> torch.Tensor:
    wanted = network.input_format
    return torch.from_numpy(sample_pictures(wanted.height, wanted.width))
