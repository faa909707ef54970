"""Finds out on which device and in which precision a model runs right, and where it runs fastest.

Graphics drivers have given wrong vectors without an error (Apple's MPS: pixeltable #1314), and no
table of processors tells which precision is fastest. So each is compared with the CPU's float32 on
the same pictures, and timed.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import numpy as np
import torch

from organizer.vectors import FloatArray
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
from organizer.vision.timing import TRIAL_ERRORS, measured

# Storing vectors as float16 costs 1e-7; pictures that people take for the same differ by 0.01.
LEAST_COSINE = 0.999

# Another precision must be worth its rounding.
_WORTHWHILE = 1.1
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
    reference, rate = measured(network, CPU)
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
    """The trials of `device`, and why precisions are of no use there.

    That one cannot be packed is no fault of it: nobody asked for that.
    """
    trials: list[Trial] = []
    faults: dict[Precision | None, _Fault] = {}
    for precision, is_packed in _ways(device, wanted):
        best = max((one.pictures_per_second for one in (*before, *trials)), default=0.0)
        try:
            trial = _try(network, device, precision, is_packed, reference, best)
        except TRIAL_ERRORS as error:
            if is_out_of_memory(error):
                free_memory(torch.device(device))
            if not is_packed:
                reason = str(error).strip().splitlines()
                said = reason[0] if reason else type(error).__name__
                faults[precision] = _Fault(said, is_out_of_memory(error))
            continue
        trials.append(trial)
        if trial.cosine < LEAST_COSINE and not is_packed:
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
    vectors, rate = measured(network.converted(precision, is_packed).to(place), place, best)
    return Trial(device, precision, is_packed, rate, cosine_to(reference, vectors))


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
