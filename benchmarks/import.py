"""How quickly an export is brought into a library, before any picture is looked at.

Prints: posts a second when all are new, the same again, once one list has changed, the share of the
first that the second takes, and the most memory that the process held. Runs in a process of its
own on one core where the system allows.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from organizer.archive.exports import Exports
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.maker import make_sample
from organizer.indexing.importing import Importer, ImportReport
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter

_MIB = 1 << 20


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--layout", type=SampleLayout, default=SampleLayout.ACTIVITY_MEDIA)
    parser.add_argument("--sample", type=Path, help="an export made before, to save time")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        sample = options.sample or Path(folder) / "sample"
        if not sample.exists():
            # In another process: its memory is not what is measured.
            if (child := os.fork()) == 0:
                make_sample(sample, options.posts, tiny=True, layout=options.layout)
                os._exit(0)
            os.waitpid(child, 0)
        before = _peak_mib()
        _measure(sample, LibraryPlace.at(Path(folder) / "library"))
        print(f"memory: {_peak_mib():.0f} MiB at most, {before:.0f} MiB before the import")


def _measure(sample: Path, place: LibraryPlace) -> None:
    first_seconds, report = _timed(lambda: _import(sample, place))
    print(
        f"first import: {report.posts:,} posts, {report.media:,} media in {first_seconds:.2f} s,"
        f" {report.posts / first_seconds:,.0f} posts/s"
    )
    second_seconds, report = _timed(lambda: _import(sample, place))
    print(
        f"again: {report.posts} new in {second_seconds:.2f} s,"
        f" {second_seconds / first_seconds:.1%} of the first"
    )
    changed = max(sample.rglob("posts_*.*"), key=lambda path: path.stat().st_size)
    os.utime(changed)
    third_seconds, report = _timed(lambda: _import(sample, place))
    print(f"one list touched: {report.posts} new in {third_seconds:.2f} s")


def _import(sample: Path, place: LibraryPlace) -> ImportReport:
    with LibraryWriter(place) as writer, LibraryReader(place) as reader, Exports() as exports:
        return Importer(exports, reader, writer).add(sample)


def _timed(work: Callable[[], ImportReport]) -> tuple[float, ImportReport]:
    begin = time.perf_counter()
    report = work()
    return time.perf_counter() - begin, report


def _peak_mib() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MIB


if __name__ == "__main__":
    main()
