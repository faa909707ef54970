"""The processors that models can run on."""

import hashlib
import platform

import torch

from organizer.vision.cores import CORES

CPU = torch.device("cpu")


def available_devices() -> list[torch.device]:
    """Devices that torch finds here, graphics processors first, the CPU last."""
    found = []
    if torch.cuda.is_available():
        found.append(torch.device("cuda"))
    if torch.xpu.is_available():
        found.append(torch.device("xpu"))
    if torch.backends.mps.is_available():
        found.append(torch.device("mps"))
    return [*found, CPU]


def device_title(device: str) -> str:
    """What people call the device that torch calls `device`."""
    kind = device.partition(":")[0]
    if kind == "cuda" and torch.cuda.is_available():
        return torch.cuda.get_device_name(device)
    if kind == "xpu" and torch.xpu.is_available():
        return torch.xpu.get_device_name(device)
    return {"mps": "Apple GPU", "cpu": "CPU"}.get(kind, device)


def machine_fingerprint() -> str:
    """Changes when what was measured here may no longer hold: other processors, another torch."""
    cuda = torch.version.cuda if torch.cuda.is_available() else ""
    parts = [
        platform.node(),
        platform.machine(),
        platform.processor(),
        platform.release(),
        torch.__version__,
        str(cuda),
        torch.backends.cpu.get_cpu_capability(),
        str(CORES),
        *(f"{device}={device_title(str(device))}" for device in available_devices()),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def is_out_of_memory(error: BaseException) -> bool:
    """Whether `error` says that memory was too small, of any device."""
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    # The CPU's and Apple's allocators have no type of their own.
    said = str(error).lower()
    return isinstance(error, RuntimeError) and (
        "out of memory" in said or "can't allocate memory" in said or "not enough memory" in said
    )


def free_memory(device: torch.device) -> None:
    """Gives memory that torch keeps for later back to the device."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "xpu":
        torch.xpu.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
