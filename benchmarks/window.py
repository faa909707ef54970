"""How quick the window is over a large library, and how smooth while pictures are looked at.

Prints: process start to first paint, first pictures and first thumbnails; a change of filter until
its result is on screen; how late a 10 ms timer on the GUI thread is while the indexer works.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from organizer.archive.records import MediaItem, MediaType, Post, PostKind
from organizer.archive.sample.maker import make_sample
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import FileStamp, MediaUnderstanding, TaggedPost
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.tagging.records import CategoryScore
from organizer.ui.app import Session, make_application

_REAL_THUMBNAILS = 300
_PATIENCE_SECONDS = 120


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=10_000)
    parser.add_argument("--start", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.start is not None:
        _start(LibraryPlace.at(options.start))
        return
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        _measure_smoothness(application, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        place = LibraryPlace.at(Path(folder) / "library")
        fill(place, options.pictures)
        print(f"{options.pictures:,} pictures")
        _measure_start(place)
        _measure_filters(application, place)


def fill(place: LibraryPlace, pictures: int) -> None:
    """Makes a library of `pictures` rows over ten years, with thumbnails of the newest."""
    random = Random(1)
    categories = [category.id for category in load_categories()]
    newest = datetime(2025, 6, 1, tzinfo=UTC)
    with LibraryWriter(place) as writer:
        writer.store_categories(load_categories())
        archive = writer.importing.add_archive(place.database.parent / "archive", "benchmark")
        posts = []
        for number in range(pictures):
            taken_at = newest - timedelta(hours=number * 10 * 365 * 24 / pictures)
            item = MediaItem(f"media/posts/{number}.jpg", MediaType.IMAGE, taken_at)
            hashtags = tuple(f"tag{random.randrange(500)}" for _ in range(3))
            caption = " ".join(f"#{hashtag}" for hashtag in hashtags)
            posts.append(TaggedPost(Post(PostKind.POST, taken_at, caption, (item,)), hashtags))
        stamp = FileStamp(1, 1)
        stamps = {item.uri: stamp for tagged in posts for item in tagged.post.media}
        writer.importing.store_posts(archive, "posts_1.json", stamp, posts, stamps)
        vector = np.full(384, 384**-0.5, np.float32)
        with LibraryReader(place) as reader:
            ids = [int(media_id) for media_id in reader.listing(Filter()).ids]
        understood = [
            MediaUnderstanding(
                media_id, MediaType.IMAGE, stamp, f"{media_id:064x}", 1080, 1350, None, vector,
                tuple(CategoryScore(name, 0.5) for name in random.sample(categories, 2)), (),
            )
            for media_id in ids
        ]  # fmt: skip
        writer.store_understanding(understood, "benchmark")
    store = ThumbnailStore(place.thumbnails)
    for media_id in ids[:_REAL_THUMBNAILS]:
        store.save(media_id, Image.effect_noise((512, 640), 40).convert("RGB"))


class _PaintClock(QObject):
    """Notes when a widget is painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.painted_at: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Looks at each event of what it watches."""
        if event.type() == QEvent.Type.Paint and self.painted_at is None:
            self.painted_at = time.time()
        return super().eventFilter(watched, event)


def _start(place: LibraryPlace) -> None:
    """Runs in a process of its own: prints the moments, in seconds since the epoch."""
    application = make_application()
    clock = _PaintClock()
    session = Session(application, place, "built-in", "en")
    session.window.centralWidget().installEventFilter(clock)
    _wait_until(lambda: clock.painted_at is not None)
    _wait_until(lambda: session.window.model.rowCount() > 0)
    listed = time.time()
    loader = session.window._loader
    _wait_until(lambda: loader.pixmap(session.window.model.id_at(0)) is not None)
    print(clock.painted_at, listed, time.time())
    session.window.close()
    session.stop()


def _measure_start(place: LibraryPlace) -> None:
    runs = []
    for _ in range(6):
        begin = time.time()
        result = subprocess.run(  # noqa: S603 - this very file
            [sys.executable, __file__, "--start", str(place.database)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        runs.append([float(moment) - begin for moment in result.stdout.split()])
    # The first run warms the disk's cache.
    for name, times in zip(
        ("first paint", "pictures listed", "first thumbnail"),
        zip(*runs[1:], strict=True),
        strict=True,
    ):
        print(f"start to {name:18}{statistics.median(times) * 1000:8.0f} ms")


def _filters(place: LibraryPlace) -> Iterator[Filter]:
    with LibraryReader(place) as reader:
        facets = reader.facets(Filter())
    year, month = next(iter(facets.months))
    hashtag = facets.hashtags[0].hashtag.casefold()
    yield from (
        Filter(categories=("pets",)),
        Filter(year=year - 3),
        Filter(year=year - 3, month=month),
        Filter(hashtags=(hashtag,)),
        Filter(categories=("travel",), year=year - 2),
        Filter(text="tag49"),
        Filter(),
    )


def _measure_filters(application: QApplication, place: LibraryPlace) -> None:
    session = Session(application, place, "built-in", "en")
    window = session.window
    _wait_until(lambda: window.model.rowCount() > 0)
    answers: list[object] = []
    session.workers.queries.answered.connect(answers.append)
    times = []
    for chosen in [*_filters(place)] * 5:
        answers.clear()
        begin = time.perf_counter()
        window.show_filter(chosen)
        _wait_until(lambda: bool(answers), step=0)
        window.gallery.viewport().repaint()
        times.append((time.perf_counter() - begin) * 1000)
    print(f"filter to result     median{statistics.median(times):6.0f} ms, max{max(times):5.0f} ms")
    window.close()
    session.stop()


def _measure_smoothness(application: QApplication, folder: Path) -> None:
    make_sample(folder / "sample", posts=300)
    session = Session(application, LibraryPlace.at(folder / "library"), "built-in", "en")
    late: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append((now - last) * 1000 - 10)
        last = now

    timer = QTimer(interval=10)
    timer.timeout.connect(tick)
    _wait(500)
    timer.start()
    last = time.perf_counter()
    session.begin()
    session.window.adding.add([folder / "sample"])
    begin = time.perf_counter()
    _wait_until(session.window.status.pause_button.isVisible)
    _wait_until(lambda: not session.window.status.pause_button.isVisible())
    seconds = time.perf_counter() - begin
    timer.stop()
    pictures = session.window.model.rowCount()
    print(
        f"while {pictures} pictures were looked at in {seconds:.1f} s, a 10 ms timer was late by"
        f" p99 {sorted(late)[int(len(late) * 0.99)]:.0f} ms, at most {max(late):.0f} ms"
    )
    session.window.close()
    session.stop()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_until(condition: Callable[[], bool], step: int = 1) -> None:
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > give_up_at:
            raise TimeoutError("the window does not come so far")
        _wait(step)


if __name__ == "__main__":
    main()
