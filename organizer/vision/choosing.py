"""Chooses where a model runs: as remembered, when that still gives right vectors, or by test."""

import copy
import threading
import time
from dataclasses import dataclass

import torch

from organizer.errors import OrganizerError
from organizer.vision.devices import CPU, machine_fingerprint
from organizer.vision.errors import DeviceUnusable, PrecisionUnusable
from organizer.vision.hardware import Hardware, Precision
from organizer.vision.measured import Measured, MeasuredFile
from organizer.vision.networks import ImageNetwork, TextNetwork
from organizer.vision.sample_pictures import sample_pictures
from organizer.vision.self_test import (
    LEAST_COSINE,
    Verdict,
    cosine_to,
    judge,
)
from organizer.vision.timing import TRIAL_ERRORS
from organizer.vision.tower import run

# Changes when there are other ways of running a network to be tried: what was found is found anew.
_WAYS_TRIED = "packed"

# What failed may have been a driver that was being replaced, or a device that another program had.
_SECONDS_UNTIL_ANOTHER_TRIAL = 7 * 24 * 3600

# Two models that are tested at the same time would spoil each other's times.
_testing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Choice:
    """`network` in `precision`, to be run on `device`; `problems` tell why not on another.

    `pictures_per_second` is what the self-test measured, `is_packing_faster` whether the CPU does
    more in float32 when weights are packed.
    """

    network: ImageNetwork
    device: torch.device
    precision: Precision
    pictures_per_second: float
    dimension: int
    is_packing_faster: bool
    problems: tuple[OrganizerError, ...]


def choose(
    name: str, network: ImageNetwork, wanted: Hardware, file: MeasuredFile | None = None
) -> Choice:
    """Where and how `network`, which lies in main memory, is to run.

    `name` identifies its weights and preprocessing. Takes seconds the first time on a machine and
    a fraction of one later.
    """
    file = file or MeasuredFile()
    machine = machine_fingerprint()
    key = _key(machine, name, wanted)
    with _testing:
        known = file.read(key)
        choice = known and _as_remembered(network, known, machine, file)
        if choice:
            return choice
        verdict = judge(
            network,
            wanted,
            excluded=lambda device: file.ended_the_program(machine, device),
            trying=lambda device: file.trying(machine, device),
        )
        measured = _measured(verdict)
        if verdict.is_lasting:
            file.write(key, measured)
        return _choice(_made(network, measured), measured)


def texts_beside(choice: Choice, network: TextNetwork, tokens: torch.Tensor) -> TextNetwork:
    """`network`, for the device of `choice`; packed where that is faster and right for `tokens`."""
    if choice.device != CPU or not choice.is_packing_faster:
        return network
    try:
        packed = network.packed()
        exact, found = (run(one, tokens, CPU) for one in (network, packed))
    except TRIAL_ERRORS:
        return network
    return packed if cosine_to(exact, found) >= LEAST_COSINE else network


def measured_here(name: str, wanted: Hardware, file: MeasuredFile | None = None) -> Measured | None:
    """What the self-test of a network found on this machine; None when there was none yet."""
    return (file or MeasuredFile()).read(_key(machine_fingerprint(), name, wanted))


def _key(machine: str, name: str, wanted: Hardware) -> str:
    return f"{machine}/{name}/{wanted.device}/{wanted.precision or ''}/{_WAYS_TRIED}"


def _made(network: ImageNetwork, way: Measured) -> ImageNetwork:
    is_as_it_is = way.precision is Precision.FLOAT32 and not way.is_packed
    return network if is_as_it_is else network.converted(way.precision, way.is_packed)


def _as_remembered(
    network: ImageNetwork, known: Measured, machine: str, file: MeasuredFile
) -> Choice | None:
    """The choice that is `known`; None when it no longer gives the right vectors."""
    device = torch.device(known.device)
    if known.problems and not 0 <= time.time() - known.seconds < _SECONDS_UNTIL_ANOTHER_TRIAL:
        return None
    if device == CPU and known.precision is Precision.FLOAT32 and not known.is_packed:
        return _choice(network, known)
    if device != CPU and file.ended_the_program(machine, known.device):
        return None
    wanted = network.input_format
    pictures = torch.from_numpy(sample_pictures(wanted.height, wanted.width))
    try:
        made = _made(network, known)
        if device == CPU:
            vectors = run(made, pictures, device)
        else:
            # A driver may be another one since.
            with file.trying(machine, known.device):
                vectors = run(copy.deepcopy(made).to(device), pictures, device)
    except TRIAL_ERRORS:
        return None
    if cosine_to(known.reference, vectors) < LEAST_COSINE:
        return None
    return _choice(made, known)


def _measured(verdict: Verdict) -> Measured:
    return Measured(
        verdict.best.device,
        verdict.best.precision,
        verdict.best.is_packed,
        verdict.best.pictures_per_second,
        verdict.reference,
        verdict.is_packing_faster,
        tuple((problem.code, problem.file, problem.detail) for problem in verdict.problems),
        time.time(),
    )


def _choice(network: ImageNetwork, measured: Measured) -> Choice:
    types = {kind.__name__: kind for kind in (DeviceUnusable, PrecisionUnusable)}
    return Choice(
        network,
        torch.device(measured.device),
        measured.precision,
        measured.pictures_per_second,
        measured.reference.shape[1],
        measured.is_packing_faster,
        tuple(
            types[code](file, detail) for code, file, detail in measured.problems if code in types
        ),
    )
