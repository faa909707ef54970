"""Runs one network on its device; goes on when memory runs out or the device fails."""

import copy
import logging
import threading

import numpy as np
import torch
from torch import nn

from organizer.vectors import FloatArray
from organizer.vision.cores import side_by_side, some_cores
from organizer.vision.devices import CPU, device_title, free_memory, is_out_of_memory
from organizer.vision.errors import DeviceUnusable, OutOfMemory
from organizer.vision.networks import in_float32

_log = logging.getLogger(__name__)

# After so many parts that fitted, twice as much is tried again: another program may have gone.
_PARTS_UNTIL_MORE = 32


class Tower:
    """`network` on `device`, given at most `part_size` inputs at once.

    `network` stays in main memory, and the device has a copy while it is used. When the device
    runs out of memory the parts are halved, and what does not fit alone is done by the CPU; when
    it fails otherwise, the CPU does all from then on and `problem` says so. So it does when the
    first vector has less than `least_cosine` to the CPU's; None for a network that was tested.
    Safe to use in many threads.
    """

    def __init__(
        self,
        network: nn.Module,
        device: torch.device,
        part_size: int,
        least_cosine: float | None = None,
    ) -> None:
        self.device = device
        self.problem: DeviceUnusable | None = None
        self._network = network
        self._part_size = self._at_once = part_size
        self._least_cosine = least_cosine
        self._fitted = 0
        self._copy: nn.Module | None = None
        self._exact: nn.Module | None = None
        self._lock = threading.Lock()

    def encode(self, inputs: torch.Tensor) -> FloatArray:
        """What the network makes of `inputs` (n, ...), float32 (n, dimension).

        Raises OutOfMemory when main memory is too small for one alone.
        """
        if self.device != CPU or len(inputs) <= self._part_size:
            return self._encode(inputs)
        return np.concatenate(side_by_side(self._encode, torch.split(inputs, self._part_size)))

    def _encode(self, inputs: torch.Tensor) -> FloatArray:
        found: list[FloatArray] = []
        start = 0
        while start < len(inputs):
            part = inputs[start : start + self._at_once]
            vectors = self._try(part)
            if vectors is not None:
                found.append(vectors)
                start += len(part)
        return np.concatenate(found)

    def release(self) -> None:
        """Frees the device's memory; the next use takes it again."""
        with self._lock:
            self._copy = None
        free_memory(self.device)

    def _try(self, part: torch.Tensor) -> FloatArray | None:
        """The vectors of `part`; None when it is to be tried again, otherwise."""
        device = self.device
        try:
            vectors = run(self._on(device), part, device)
            self._compare(part[:1], vectors[:1], device)
        except (RuntimeError, MemoryError) as error:
            if is_out_of_memory(error):
                return self._with_less_memory(part, error)
            if device == CPU:
                raise
            self._leave(device, error)
            return None
        if not np.isfinite(vectors).all():
            # 16 bits can overflow on a picture unlike those of the self-test.
            return run(self._in_float32(), part, CPU)
        self._note_fitting()
        return vectors

    def _on(self, device: torch.device) -> nn.Module:
        if device == CPU:
            return self._network
        with self._lock:
            if self._copy is None:
                self._copy = copy.deepcopy(self._network).to(device)
            return self._copy

    def _compare(self, inputs: torch.Tensor, vectors: FloatArray, device: torch.device) -> None:
        if self._least_cosine is None or device == CPU:
            return
        cosine = float(np.sum(run(self._in_float32(), inputs, CPU) * vectors))
        if not cosine >= self._least_cosine:
            raise RuntimeError(f"its vectors are wrong (cosine {cosine:.4f})")
        self._least_cosine = None

    def _in_float32(self) -> nn.Module:
        with self._lock:
            if self._exact is None:
                self._exact = in_float32(self._network)
            return self._exact

    def _with_less_memory(self, part: torch.Tensor, error: BaseException) -> FloatArray | None:
        self._fitted = 0
        if len(part) > 1:
            self._at_once = max(1, len(part) // 2)
            _log.info("Memory is short: %d at once from now on", self._at_once)
            free_memory(self.device)
            return None
        if self.device == CPU:
            raise OutOfMemory("", str(error)) from error
        # The weights may not fit, either. The next picture tries the device again.
        self.release()
        try:
            return run(self._in_float32(), part, CPU)
        except (RuntimeError, MemoryError) as second:
            raise OutOfMemory("", str(second)) from second

    def _note_fitting(self) -> None:
        self._fitted += 1
        if self._fitted >= _PARTS_UNTIL_MORE and self._at_once < self._part_size:
            self._fitted = 0
            self._at_once = min(self._part_size, self._at_once * 2)

    def _leave(self, device: torch.device, error: BaseException) -> None:
        """From now on the CPU does it: a device that failed once is not to be trusted."""
        exact = self._in_float32()
        with self._lock:
            # Another thread may have been here before.
            if self.device == device:
                reason = str(error).strip().splitlines()
                detail = reason[0] if reason else type(error).__name__
                self.problem = DeviceUnusable(device_title(str(device)), detail)
                self.device, self._network, self._copy = CPU, exact, None


def run(network: nn.Module, inputs: torch.Tensor, device: torch.device) -> FloatArray:
    """What `network`, which lies on `device`, makes of `inputs` in main memory."""
    with torch.inference_mode():
        if device == CPU:
            with some_cores(len(inputs)):
                made = network(inputs)
        elif device.type == "cuda":
            # Only from pinned memory does the copy leave the processor free meanwhile.
            made = network(inputs.pin_memory().to(device, non_blocking=True))
        else:
            made = network(inputs.to(device))
        vectors: FloatArray = made.float().cpu().numpy()
    return vectors
