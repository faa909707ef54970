"""Remembers, for each machine and model, which device and precision the self-test found best.

A small file among the user's data. What is damaged or cannot be written costs the time of another
self-test, and nothing else.
"""

import base64
import contextlib
import json
import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from organizer.vectors import FloatArray
from organizer.vision.hardware import Precision
from organizer.vision.model_settings import data_folder

_log = logging.getLogger(__name__)

_ENTRIES_KEPT = 64
# Once may have been a power cut.
_ENDINGS_FORGIVEN = 1


@dataclass(frozen=True, slots=True)
class Measured:
    """The best device and precision, how fast it was, and what the CPU makes of the test pictures.

    `is_packed` is whether the weights are laid out for the CPU; see packing. `is_packing_faster`
    is whether that is so in float32, wherever pictures are looked at. `problems` are pairs of
    device or precision and why it was not used: "device", title, reason. `seconds` is when it was
    found, since 1970.
    """

    device: str
    precision: Precision
    is_packed: bool
    pictures_per_second: float
    reference: FloatArray
    is_packing_faster: bool = False
    problems: tuple[tuple[str, str, str], ...] = ()
    seconds: float = 0.0


class MeasuredFile:
    """The file `path`, by default that of this user; keys name machine, model and wishes."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or data_folder() / "devices.json"

    def read(self, key: str) -> Measured | None:
        """What was found under `key`; None when nothing was."""
        entry = self._content("measured").get(key)
        if entry is None:
            return None
        try:
            data = base64.b64decode(entry["reference"], validate=True)
            return Measured(
                entry["device"],
                Precision(entry["precision"]),
                bool(entry["is_packed"]),
                float(entry["pictures_per_second"]),
                np.frombuffer(data, np.float32).reshape(entry["pictures"], -1),
                bool(entry["is_packing_faster"]),
                tuple((str(a), str(b), str(c)) for a, b, c in entry["problems"]),
                float(entry["seconds"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            _log.warning("%s is damaged (%s): devices are tested anew.", self._path, error)
            return None

    def write(self, key: str, measured: Measured) -> None:
        """Remembers `measured` under `key`."""
        entries = self._content("measured")
        entries.pop(key, None)
        entries[key] = {
            "device": measured.device,
            "precision": measured.precision.value,
            "is_packed": measured.is_packed,
            "pictures_per_second": round(measured.pictures_per_second, 2),
            "pictures": len(measured.reference),
            "reference": base64.b64encode(measured.reference.tobytes()).decode("ascii"),
            "is_packing_faster": measured.is_packing_faster,
            "problems": [list(problem) for problem in measured.problems],
            "seconds": measured.seconds,
        }
        self._write(dict(list(entries.items())[-_ENTRIES_KEPT:]), self._content("unfinished"))

    @contextlib.contextmanager
    def trying(self, machine: str, device: str) -> Iterator[None]:
        """Within it, `device` is tested; should that end the program, the next start knows."""
        name = f"{machine}/{device}"
        unfinished = self._content("unfinished")
        unfinished[name] = unfinished.get(name, 0) + 1
        self._write(self._content("measured"), unfinished)
        try:
            yield
        finally:
            unfinished = self._content("unfinished")
            unfinished.pop(name, None)
            self._write(self._content("measured"), unfinished)

    def ended_the_program(self, machine: str, device: str) -> bool:
        """Whether the program ended more than once while `device` was tested."""
        endings = self._content("unfinished").get(f"{machine}/{device}", 0)
        return isinstance(endings, int) and endings > _ENDINGS_FORGIVEN

    def _content(self, part: str) -> dict[str, Any]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        # ValueError: no JSON, or no UTF-8.
        except (OSError, ValueError) as error:
            _log.warning("%s is damaged (%s): devices are tested anew.", self._path, error)
            return {}
        found = content.get(part) if isinstance(content, dict) else None
        return found if isinstance(found, dict) else {}

    def _write(self, measured: Mapping[str, object], unfinished: Mapping[str, object]) -> None:
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({"measured": measured, "unfinished": unfinished}, indent=1)
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self._path)
        except OSError as error:
            _log.warning("%s cannot be written: %s", self._path, error)
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
