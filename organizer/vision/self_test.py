"""Finds out on which device and in which precision a model runs right, and where it runs fastest.

Graphics drivers have given wrong vectors without an error (Apple's MPS: pixeltable #1314), and no
table of processors tells which precision is fastest. So each is compared with the CPU's float32 on
the same pictures, and timed.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from organizer.vectors import FloatArray
from organizer.vision.cores import CORES, side_by_side, stay_on_one_core
from organizer.vision.devices import (
    CPU,
    available_devices,
    device_title,
    free_memory,
    is_out_of_memory,
)
from organizer.vision.errors import DeviceUnusable, PrecisionUnusable
from organizer.vision.hardware import Hardware, Precision
from organizer.vision.networks import ImageNetwork
from organizer.vision.pixels import Pixels
from organizer.vision.tower import run

# Storing vectors as float16 costs 1e-7; pictures that people take for the same differ by 0.01.
LEAST_COSINE = 0.999

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

_PICTURES = 4
_TIMED_ON_GRAPHICS = 64
# Another precision must be worth its rounding.
_WORTHWHILE = 1.1
# After its first pictures, a precision this much slower than the best is not timed any longer.
_HOPELESS = 3.0
# Nor is a model that takes so long for them: what is timed is far above the clock's noise.
_LONG_SECONDS = 4.0
_GRAPHICS_PRECISIONS = (Precision.BFLOAT16, Precision.FLOAT16, Precision.FLOAT32)
# No float16: where a processor multiplies it at all it does bfloat16 as fast, and elsewhere torch
# takes four times as long as for float32.
# Float32 as it is was measured before: what it makes of the pictures is what is right.
_ON_CPU = (
    (Precision.FLOAT32, True),
    (Precision.BFLOAT16, True),
    (Precision.BFLOAT16, False),
    (Precision.INT8, False),
)


@dataclass(frozen=True, slots=True)
class Trial:
    """How a model ran: pictures a second, and the least cosine to the CPU's float32.

    `is_packed` is whether its weights were laid out for the CPU; see packing.
    """

    device: str
    precision: Precision
    is_packed: bool
    pictures_per_second: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The trial that is `best`, all `trials`, and what the user should know of the others.

    `reference` are the CPU's vectors of the test pictures, float32 (n, dimension).
    `is_packing_faster` is whether the CPU does more in float32 when weights are packed. Not
    `is_lasting` when a device had too little memory: another program may have had it.
    """

    best: Trial
    trials: tuple[Trial, ...]
    reference: FloatArray
    is_packing_faster: bool
    is_lasting: bool
    problems: tuple[DeviceUnusable | PrecisionUnusable, ...]


@dataclass(frozen=True, slots=True)
class _Fault:
    reason: str
    is_passing: bool = False


def sample_pictures(height: int, width: int) -> Pixels:
    """Four pictures, uint8 (4, height, width, 3), as rough and smooth as photographs are.

    Natural images have the same energy in each octave (Field 1987); a lit shape makes them differ.
    """
    random = np.random.default_rng(0)
    scenes = torch.zeros(_PICTURES, 3, height, width)
    for side in (2, 4, 8, 16, 32, 64, 128):
        grid = torch.from_numpy(random.standard_normal((_PICTURES, 3, side, side)))
        scenes += nn.functional.interpolate(
            grid.float(), (height, width), mode="bilinear", align_corners=False
        )
    for number in range(_PICTURES):
        top, left = height * number // 6, width * (number + 1) // 8
        scenes[number, number % 3, top : top + height // 3, left : left + width // 3] += 3
    bytes_ = (scenes * 30 + 110).clamp(0, 255).to(torch.uint8)
    made: Pixels = bytes_.permute(0, 2, 3, 1).contiguous().numpy()
    return made


def judge(
    network: ImageNetwork,
    wanted: Hardware,
    excluded: Callable[[str], bool] = lambda _device: False,
    trying: Callable[[str], AbstractContextManager[None]] = lambda _device: nullcontext(),
) -> Verdict:
    """Tries what `wanted` allows of devices and precisions, but for the devices `excluded`.

    Each device but the CPU is tried within the context that `trying` gives. There is always a
    best: the CPU's float32 is.
    """
    reference, rate = _measured(network, CPU)
    exact = Trial(str(CPU), Precision.FLOAT32, False, rate, 1.0)
    trials = [exact] if _allows(wanted, exact) else []
    problems: list[DeviceUnusable | PrecisionUnusable] = []
    is_lasting = True
    for device in _candidates(wanted):
        if device != str(CPU) and excluded(device):
            problems.append(
                DeviceUnusable(device_title(device), "the program ended while it was tested")
            )
            continue
        with nullcontext() if device == str(CPU) else trying(device):
            found, faults = _try_device(network, device, wanted, reference, trials)
        trials += found
        is_lasting &= not any(fault.is_passing for fault in faults.values())
        right = [trial for trial in found if trial.cosine >= LEAST_COSINE]
        if device != str(CPU) and not right:
            fault = next(iter(faults.values()), _Fault("it is not there"))
            problems.append(DeviceUnusable(device_title(device), fault.reason))
        elif wanted.precision in faults and not any(_allows(wanted, one) for one in right):
            fault = faults[wanted.precision]
            problems.append(PrecisionUnusable(str(wanted.precision), fault.reason))
    is_packing_faster = any(
        trial.is_packed
        and trial.precision is Precision.FLOAT32
        and trial.cosine >= LEAST_COSINE
        and trial.pictures_per_second >= exact.pictures_per_second * _WORTHWHILE
        for trial in trials
    )
    return Verdict(
        _best(trials, exact),
        tuple(trials),
        reference,
        is_packing_faster,
        is_lasting,
        tuple(problems),
    )


def cosine_to(reference: FloatArray, vectors: FloatArray) -> float:
    """The least cosine of two arrays of unit vectors, row by row; 0 where they are no numbers."""
    if vectors.shape != reference.shape:
        return 0.0
    least = float(np.sum(reference * vectors, axis=1).min())
    return least if np.isfinite(least) else 0.0


def _candidates(wanted: Hardware) -> list[str]:
    if wanted.device:
        return [wanted.device]
    return [str(device) for device in available_devices()]


def _try_device(
    network: ImageNetwork,
    device: str,
    wanted: Hardware,
    reference: FloatArray,
    before: Sequence[Trial],
) -> tuple[list[Trial], dict[Precision | None, _Fault]]:
    """The trials of `device`, and why precisions are of no use there."""
    trials: list[Trial] = []
    faults: dict[Precision | None, _Fault] = {}
    for precision, is_packed in _ways(device, wanted):
        best = max((one.pictures_per_second for one in (*before, *trials)), default=0.0)
        try:
            trial = _try(network, device, precision, is_packed, reference, best)
        except TRIAL_ERRORS as error:
            reason = str(error).strip().splitlines()
            said = reason[0] if reason else type(error).__name__
            faults[precision] = _Fault(said, is_out_of_memory(error))
            if faults[precision].is_passing:
                free_memory(torch.device(device))
            continue
        trials.append(trial)
        if trial.cosine < LEAST_COSINE:
            faults[precision] = _Fault(f"its vectors are wrong (cosine {trial.cosine:.4f})")
    return trials, faults


def _ways(device: str, wanted: Hardware) -> Sequence[tuple[Precision, bool]]:
    """In what precisions, packed or not, `device` is tried."""
    if device != str(CPU):
        precisions = _GRAPHICS_PRECISIONS if wanted.precision is None else (wanted.precision,)
        return [(precision, False) for precision in precisions]
    if wanted.precision is None:
        return _ON_CPU
    # Float16 is not tried unasked.
    ways = [way for way in _ON_CPU if way[0] is wanted.precision]
    return ways or [(wanted.precision, False)]


def _try(
    network: ImageNetwork,
    device: str,
    precision: Precision,
    is_packed: bool,
    reference: FloatArray,
    best: float,
) -> Trial:
    place = torch.device(device)
    vectors, rate = _measured(network.converted(precision, is_packed).to(place), place, best)
    return Trial(device, precision, is_packed, rate, cosine_to(reference, vectors))


def _measured(
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


def _best(trials: Sequence[Trial], exact: Trial) -> Trial:
    right = [trial for trial in trials if trial.cosine >= LEAST_COSINE]
    fastest = max(right, key=lambda trial: trial.pictures_per_second, default=exact)
    plain = [
        trial
        for trial in right
        if trial.device == fastest.device
        and trial.precision is Precision.FLOAT32
        and trial.pictures_per_second * _WORTHWHILE >= fastest.pictures_per_second
    ]
    return max(plain, key=lambda trial: trial.pictures_per_second, default=fastest)


def _allows(wanted: Hardware, trial: Trial) -> bool:
    return wanted.device in ("", trial.device) and wanted.precision in (None, trial.precision)


def _inputs(network: ImageNetwork) -> torch.Tensor:
    wanted = network.input_format
    return torch.from_numpy(sample_pictures(wanted.height, wanted.width))
