"""Pictures a second by the clock and by CPU time, and how they are printed."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass
class Figure:
    """Pictures a second, one of each round: by the clock, and by CPU time."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def measure(self, pictures: int, work: Callable[[], object]) -> None:
        """Times `work` on so many pictures."""
        begin, begin_cpu = time.perf_counter(), time.process_time()
        work()
        self.wall.append(pictures / (time.perf_counter() - begin))
        self.cpu.append(pictures * cores() / (time.process_time() - begin_cpu))

    def __str__(self) -> str:
        return f"{spread(self.wall)} (CPU {spread(self.cpu)})"


def print_all(figures: dict[str, Figure]) -> None:
    """Prints `figures` by their letters, and the ratios."""
    names = {
        "a": "(a) encoder alone",
        "d": "(d) files to prepared pictures and thumbnails",
        "b": "(b) all, from files to SQLite",
        "b32": "(b) in float32",
        "c1": "(c) plain, one by one",
        "c32": "(c) plain, 32 at once",
        "peer": "rclip",
    }
    print(f"pictures/s, median and range of {len(figures['b'].wall)} rounds")
    for key, name in names.items():
        if figures[key].wall:
            print(f"  {name:<46} {figures[key]}")
    for kind in ("wall", "cpu"):
        rate = {key: getattr(figure, kind) for key, figure in figures.items()}
        work = [1 / (1 / a + 1 / d) for a, d in zip(rate["a"], rate["d"], strict=True)]
        slower = [min(a, d) for a, d in zip(rate["a"], rate["d"], strict=True)]
        rows = {"what the work allows, 1/(1/a + 1/d)": work, "the slower of (a) and (d)": slower}
        rows |= {names[key]: rate[key] for key in ("b32", "c1", "c32", "peer") if rate[key]}
        print(f"(b) by {'the clock' if kind == 'wall' else 'CPU time'}, in shares of")
        for name, other in rows.items():
            print(f"  {name:<46} {spread([b / o for b, o in zip(rate['b'], other, strict=True)])}")


def spread(values: Sequence[float]) -> str:
    """The median, and from the least to the most."""
    digits = 2 if max(values) < 10 else 1
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} [{low:.{digits}f} to {high:.{digits}f}]"


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
