"""How quick the gallery is over libraries of any size, beside a plain QListView.

For each size, in a process of its own: process start until the first thumbnails are painted; a
change of filter until its pictures are painted, with thumbnails, and counted; scrolling from top
to bottom in 200 steps while thumbnails come from disk; resizing the window; memory. Then the same
for all pictures on one day, and for a million. "painting" is the time in a paint event, "busy" the
longest time in a step for which nothing else could be answered. In brackets, what the processor
spent on it in the window's thread: on a machine with other work, that is what can be compared.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QListView, QWidget

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.records import MediaListing
from organizer.library.thumbnails import ThumbnailStore
from organizer.ui.app import Session, make_application
from organizer.ui.views.gallery_canvas import GalleryCanvas

_SIZE = (1440, 900)
_STEPS = 200
_FRAME_MILLISECONDS = 1000 / 60
_STARTS = 5
_LARGE = 100_000
_PATIENCE_SECONDS = 120
_FILTERS = (
    Filter(categories=("pets",)),
    Filter(year=2022),
    Filter(year=2022, month=5),
    Filter(hashtags=("tag7",)),
    Filter(categories=("travel",), year=2023),
    Filter(is_favourite=True),
    Filter(text="#tag7 before:2023"),
    Filter(),
)


class Moment(NamedTuple):
    """Or a time between two: milliseconds of the clock, and of the processor in this thread."""

    wall: float
    processor: float

    def __sub__(self, other: "Moment") -> "Moment":
        return Moment(self.wall - other.wall, self.processor - other.processor)


def _now() -> Moment:
    return Moment(time.perf_counter() * 1000, time.thread_time() * 1000)


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="keeps the libraries, to be used again")
    parser.add_argument("--start", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--peer", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.start is not None:
        _start(LibraryPlace.at(options.start))
    elif options.measure is not None:
        _measure(LibraryPlace.at(options.measure))
    elif options.peer is not None:
        _measure_peer(LibraryPlace.at(options.peer), options.pictures[0])
    elif options.folder is not None:
        _measure_all(options.folder, options.pictures)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _measure_all(Path(folder), options.pictures)


def _measure_all(folder: Path, sizes: list[int]) -> None:
    # Not above: what it needs would count as a part of the start.
    from large_library import fill

    for pictures in sizes:
        place = LibraryPlace.at(folder / f"library-{pictures}")
        if not place.database.is_file():
            begin = time.perf_counter()
            fill(place, pictures)
            print(f"(made {pictures:,} in {time.perf_counter() - begin:.0f} s)", flush=True)
        print(f"\n{pictures:,} pictures")
        _print_starts(place)
        _run("--measure", place)
        print(f"  plain QListView, {pictures:,} items, pixmaps in memory")
        _run("--peer", place, "--pictures", str(pictures))


def _run(what: str, place: LibraryPlace, *more: str) -> None:
    arguments = [sys.executable, __file__, what, str(place.database), *more]
    subprocess.run(arguments, check=True)  # noqa: S603 - this very file


# ---- process start


def _print_starts(place: LibraryPlace) -> None:
    runs = []
    for _ in range(_STARTS + 1):
        begin = time.time()
        arguments = [sys.executable, __file__, "--start", str(place.database)]
        result = subprocess.run(arguments, capture_output=True, text=True, check=True)  # noqa: S603
        moments = json.loads(result.stdout).items()
        runs.append({name: ((at - begin) * 1000, used * 1000) for name, (at, used) in moments})
    # The first run warms the disk's cache.
    for name in runs[0]:
        wall, processor = zip(*(run[name] for run in runs[1:]), strict=True)
        text = f"median {statistics.median(wall):.0f}, {min(wall):.0f} to {max(wall):.0f} ms"
        _print(f"start to {name}", f"{text} (all threads: {statistics.median(processor):.0f})")


def _start(place: LibraryPlace) -> None:
    """Prints when the window is painted, and when each thumbnail in view is."""
    application = make_application()
    clock = _PaintClock()
    session = Session(application, place, "built-in", "en")
    gallery = session.window.gallery
    _wait_until(application, lambda: bool(clock.paints))
    listed = (time.time(), time.process_time())
    _wait_until(application, lambda: _is_filled(session))
    gallery.viewport().repaint()
    painted = (time.time(), time.process_time())
    print(json.dumps({"pictures listed": listed, "first thumbnails painted": painted}))
    _close(session)


# ---- the gallery


class _PaintClock:
    """Notes how long each paint event of the gallery takes, in milliseconds."""

    def __init__(self) -> None:
        self.paints: list[Moment] = []
        original = GalleryCanvas.paintEvent

        def timed(view: GalleryCanvas, event: QPaintEvent) -> None:
            begin = _now()
            original(view, event)
            self.paints.append(_now() - begin)

        GalleryCanvas.paintEvent = timed  # type: ignore[method-assign]


def _measure(place: LibraryPlace) -> None:
    application = make_application()
    clock = _PaintClock()
    session = Session(application, place, "built-in", "en")
    window = session.window
    window.resize(*_SIZE)
    _wait_until(application, lambda: window.model.rowCount() > 0 and _is_filled(session))
    before = _resident()
    _measure_filters(application, session)
    for is_natural in (False, True):
        window.top_bar.shapes_button.setChecked(is_natural)
        name = "natural" if is_natural else "square"
        _measure_scrolling(application, session, clock, name)
        _measure_resizing(application, window, name)
    _measure_jumps(application, session)
    window.top_bar.shapes_button.setChecked(False)
    thumbnails = window._loader.cached_bytes / 2**20
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _print(
        "memory",
        f"{before:.0f} MB at first, {_resident():.0f} after all this, {peak:.0f} at most,"
        f" of which thumbnails {thumbnails:.0f}",
    )
    if window.model.rowCount() >= _LARGE:
        _measure_extremes(application, session, clock)
    _close(session)


def _measure_filters(application: QApplication, session: Session) -> None:
    window, answers = session.window, []
    listed: list[object] = []
    session.workers.queries.listed.connect(listed.append)
    session.workers.queries.answered.connect(answers.append)
    shown, filled, counted = [], [], []
    for chosen in _FILTERS * 3:
        listed.clear()
        answers.clear()
        begin = _now()
        window.show_filter(chosen)
        _wait_until(application, lambda: bool(listed))
        window.gallery.viewport().repaint()
        shown.append(_now() - begin)
        _wait_until(application, lambda: _is_filled(session))
        filled.append(_now() - begin)
        _wait_until(application, lambda: bool(answers))
        counted.append(_now() - begin)
    for name, times in (
        ("filter to pictures painted", shown),
        ("filter to thumbnails painted", filled),
        ("filter to counts in the sidebar", counted),
    ):
        _print(name, _spread(times))


def _measure_scrolling(
    application: QApplication, session: Session, clock: _PaintClock, name: str
) -> None:
    window = session.window
    bar = window.gallery.verticalScrollBar()
    bar.setValue(0)
    window._loader.forget()
    _wait(application, 0.5)
    clock.paints.clear()
    busy, filled = [], 0
    for step in range(1, _STEPS + 1):
        begin = _now()
        bar.setValue(bar.maximum() * step // _STEPS)
        window.gallery.viewport().repaint()
        longest = _now() - begin
        while (at := _now()).wall < begin.wall + 2 * _FRAME_MILLISECONDS:
            application.processEvents()
            longest = max(longest, _now() - at)
        busy.append(longest)
        filled += _is_filled(session)
    _print(f"scrolling, {name}: painting", _spread(clock.paints))
    share = filled / _STEPS
    _print(f"scrolling, {name}: busy", f"{_spread(busy)}; {share:.0%} full after two frames")


def _measure_jumps(application: QApplication, session: Session) -> None:
    """How long it takes until all is there after a jump to where nothing is in memory."""
    window, times = session.window, []
    bar = window.gallery.verticalScrollBar()
    for number in range(30):
        window._loader.forget()
        begin = _now()
        bar.setValue(bar.maximum() * (number * 7 % 30) // 30)
        _wait_until(application, lambda: _is_filled(session))
        window.gallery.viewport().repaint()
        times.append(_now() - begin)
    _print("jump to all thumbnails painted", _spread(times))


def _measure_resizing(application: QApplication, window: QWidget, name: str) -> None:
    times = []
    for number in range(20):
        width = _SIZE[0] - 300 + (number * 137) % 600
        begin = _now()
        window.resize(width, _SIZE[1])
        application.processEvents()
        times.append(_now() - begin)
        _wait(application, 0.02)
    window.resize(*_SIZE)
    _wait(application, 0.3)
    _print(f"resizing the window, {name}", _spread(times))


def _measure_extremes(application: QApplication, session: Session, clock: _PaintClock) -> None:
    """The same pictures on one day, and ten times as many as there are thumbnails."""
    window = session.window
    whole = window.model._listing
    noon = np.full(len(whole), whole.taken_at[0])
    one_day = MediaListing(whole.ids, noon, whole.flags, True, whole.aspects, whole.seconds)
    times = 1_000_000 // len(whole)
    million = MediaListing(
        np.tile(whole.ids, times),
        np.sort(np.tile(whole.taken_at, times))[::-1].copy(),
        np.tile(whole.flags, times),
        True,
        np.tile(whole.aspects, times),
        np.tile(whole.seconds, times),
    )
    for title, listing in ((f"{len(whole):,} on one day", one_day), ("1,000,000", million)):
        print(f"  {title}")
        for is_natural in (False, True):
            window.top_bar.shapes_button.setChecked(is_natural)
            name = "natural" if is_natural else "square"
            window.model.show_listing(whole)
            begin = _now()
            window.model.show_listing(listing)
            window.gallery.viewport().repaint()
            _print(f"shown, {name}", _spread([_now() - begin]))
            _measure_scrolling(application, session, clock, name)
            _measure_resizing(application, window, name)
            begin = _now()
            window.gallery.selectAll()
            window.gallery.viewport().repaint()
            _print("selecting all", _spread([_now() - begin]))
            window.gallery.clearSelection()
        window.top_bar.shapes_button.setChecked(False)


def _is_filled(session: Session) -> bool:
    """Whether every picture in view has its thumbnail, and there are any."""
    window = session.window
    gallery, top = window.gallery, window.gallery.verticalOffset()
    rows = [row for row, _ in gallery.content.cells_between(top, top + gallery.height())]
    return bool(rows) and all(
        window._loader.pixmap(window.model.id_at(row)) is not None for row in rows
    )


# ---- the peer


class _PixmapModel(QAbstractListModel):
    """`count` rows that share some hundred pixmaps."""

    def __init__(self, count: int, pixmaps: list[QPixmap]) -> None:
        super().__init__()
        self._count = count
        self._pixmaps = pixmaps

    def rowCount(  # noqa: N802 - Qt's name
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        return 0 if parent.isValid() else self._count

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> QPixmap | None:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pixmaps[index.row() % len(self._pixmaps)]
        return None


class _PeerView(QListView):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        self.painted = True


def _measure_peer(place: LibraryPlace, pictures: int) -> None:
    application = make_application()
    store, side = ThumbnailStore(place.database.parent / "sources"), 210
    pixmaps = []
    while (path := store.path(len(pixmaps) + 1)).is_file():
        pixmaps.append(_square(QPixmap(str(path)), side))
    model = _PixmapModel(pictures, pixmaps)
    view = _PeerView()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setUniformItemSizes(True)
    view.setIconSize(QSize(side, side))
    view.setSpacing(3)
    view.resize(900, 820)
    begin = _now()
    view.setModel(model)
    view.show()
    _wait_until(application, lambda: view.painted)
    _print("first paint", _spread([_now() - begin]))
    bar, times = view.verticalScrollBar(), []
    for step in range(1, _STEPS + 1):
        begin = _now()
        bar.setValue(bar.maximum() * step // _STEPS)
        view.viewport().repaint()
        times.append(_now() - begin)
        application.processEvents()
    _print("scrolling", _spread(times))
    times = []
    for number in range(10):
        begin = _now()
        view.resize(600 + (number * 137) % 600, 820)
        application.processEvents()
        view.viewport().repaint()
        times.append(_now() - begin)
    _print("resizing", _spread(times))


def _square(pixmap: QPixmap, side: int) -> QPixmap:
    square = QPixmap(side, side)
    painter = QPainter(square)
    shape = pixmap.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    painter.drawPixmap((side - shape.width()) // 2, (side - shape.height()) // 2, shape)
    painter.end()
    return square


# ---- what all need


def _close(session: Session) -> None:
    session.window.closed.disconnect()
    session.window.close()
    session.stop()


def _resident() -> float:
    """Megabytes of memory that this process has now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def _wait(application: QApplication, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)


def _wait_until(application: QApplication, condition: Callable[[], bool]) -> None:
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > give_up_at:
            raise TimeoutError("the window does not come so far")
        application.processEvents()
        time.sleep(0.0005)


def _spread(times: list[Moment]) -> str:
    wall, processor = np.array(times).T
    if len(times) == 1:
        return f"{wall[0]:.1f} ms ({processor[0]:.1f})"
    parts = [
        f"{name} {np.percentile(wall, share):.1f} ({np.percentile(processor, share):.1f})"
        for name, share in (("p50", 50), ("p95", 95), ("at most", 100))
    ]
    return f"{', '.join(parts)} ms"


def _print(name: str, text: str) -> None:
    print(f"    {name:36}{text}", flush=True)


if __name__ == "__main__":
    main()
