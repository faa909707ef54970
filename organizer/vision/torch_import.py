"""Imports torch without freezing the window that runs in the same process.

While a thread imports, it holds Python's lock in two long stretches: where the system links torch's
libraries (hundreds of megabytes) and where the garbage collector walks all that was imported so
far. Measured with a 10 ms timer in another thread: late by up to 220 ms as it comes, by 25 ms so.
"""

import contextlib
import ctypes
import gc
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

_LIBRARIES = ("libc10.so", "libtorch_cpu.so", "libtorch_python.so")
_RTLD_LAZY_GLOBAL = 0x101


@contextlib.contextmanager
def quiet_imports() -> Iterator[None]:
    """Within it, importing torch and what builds on it leaves other threads their turn."""
    if "torch" not in sys.modules and sys.platform == "linux":
        _link_torch()
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _link_torch() -> None:
    """Links torch's libraries by calling dlopen as a foreign function, which gives up the lock."""
    found = importlib.util.find_spec("torch")
    if found is None or found.origin is None:
        return
    folder = Path(found.origin).parent / "lib"
    system = ctypes.CDLL(None)
    system.dlopen.restype = ctypes.c_void_p
    for name in _LIBRARIES:
        # A library that is not there under this name is linked by the import itself.
        system.dlopen(str(folder / name).encode(), ctypes.c_int(_RTLD_LAZY_GLOBAL))
