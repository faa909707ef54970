"""How quick the viewer is: to the next picture, to an original not seen before, and while zooming.

Prints, for pictures of Instagram's size and of a telephone's: a key press to the next original on
screen when it was loaded ahead, and when it was not; one repaint at several zooms; the memory that
decoded originals occupy. From a folder and from a zip.
"""

import argparse
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image, ImageCms
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.zipping import zip_sample
from organizer.indexing.indexer import Indexer
from organizer.library.place import LibraryPlace
from organizer.ui.app import Session, make_application
from organizer.ui.viewer.loader import CACHE_BYTES
from organizer.ui.viewer.screen import Screen

_PATIENCE_SECONDS = 120
_PICTURES = 24
_SIZES = {"Instagram's 1080 × 1350": (1080, 1350), "a telephone's 4032 × 3024": (4032, 3024)}
_WINDOW = (1440, 900)


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    application = make_application()
    for name, size in _SIZES.items():
        for is_zipped in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                place = _make_library(Path(folder), size, is_zipped)
                print(f"{name}, {'in a zip' if is_zipped else 'in a folder'}")
                session = Session(application, place, "built-in", "en")
                session.window.resize(*_WINDOW)
                try:
                    _measure(session)
                finally:
                    session.window.close()
                    session.stop()


def _make_library(folder: Path, size: tuple[int, int], is_zipped: bool) -> LibraryPlace:
    export = folder / "sample"
    make_sample(export, posts=_PICTURES, tiny=True)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pictures = sorted((export / "media").rglob("*.jpg"))
    for number, path in enumerate(pictures):
        path.write_bytes(_photograph(size, number, profile))
    place = LibraryPlace.at(folder / "library")
    with Indexer(place) as indexer:
        indexer.add(zip_sample(export, folder / "zipped", parts=1)[0] if is_zipped else export)
        indexer.understand()
    return place


def _photograph(size: tuple[int, int], number: int, profile: bytes) -> bytes:
    """Noise over a gradient, about as hard to decode as a photograph."""
    small = Image.effect_noise((size[0] // 4, size[1] // 4), 40 + number).resize(size)
    channels = (small, Image.linear_gradient("L").resize(size), small.rotate(180))
    target = io.BytesIO()
    Image.merge("RGB", channels).save(target, "JPEG", quality=88, icc_profile=profile)
    return target.getvalue()


def _measure(session: Session) -> None:
    window = session.window
    _wait_until(lambda: window.model.rowCount() >= _PICTURES)
    window.gallery.setCurrentIndex(window.model.index(0))
    window.gallery.setFocus()
    begin = time.perf_counter()
    QTest.keyClick(window.gallery, Qt.Key.Key_Return)
    screen = window.viewer.screen
    assert screen is not None  # noqa: S101 - what the type checker cannot know
    _wait_for_original(screen)
    print(f"  opened to first original     {_since(begin):6.0f} ms")
    ahead, unforeseen = _measure_steps(screen, window.model.rowCount())
    _print("  to the next, loaded ahead", ahead)
    _print("  to one that was not", unforeseen)
    _measure_paint(screen)
    occupied = sum(one.original.memory_bytes for one in screen.loader._cache.values())
    print(
        f"  decoded originals in memory  {occupied / 1e6:6.0f} MB (at most {CACHE_BYTES / 1e6:.0f})"
    )


def _measure_steps(screen: Screen, count: int) -> tuple[list[float], list[float]]:
    viewer, ahead, unforeseen = screen.viewer, [], []
    for _ in range(min(20, count - 2)):
        _wait_until(lambda: all(map(screen.loader.picture, screen.browsing.ids_at_hand())))
        begin = time.perf_counter()
        QTest.keyClick(viewer.canvas, Qt.Key.Key_Right)
        viewer.stage.repaint()
        ahead.append(_since(begin))
    for row in range(0, count - 3, 5):
        screen.loader.rest()
        begin = time.perf_counter()
        screen.browsing.begin(row)
        _wait_for_original(screen)
        viewer.stage.repaint()
        unforeseen.append(_since(begin))
    return ahead, unforeseen


def _measure_paint(screen: Screen) -> None:
    canvas = screen.viewer.canvas
    for name, show in (
        ("whole", canvas.fit),
        ("at 100 %", lambda: canvas.zoom_by(canvas.whole_scale() / canvas.view.scale)),
        ("at 300 %", lambda: canvas.zoom_by(3)),
        ("turned", lambda: canvas.rotate(1)),
    ):
        show()
        times = []
        for _ in range(30):
            begin = time.perf_counter()
            canvas.repaint()
            times.append(_since(begin))
        _print(f"  painted {name}", times)


def _wait_for_original(screen: Screen) -> None:
    media_id = screen.browsing.media_id
    _wait_until(lambda: screen.loader.picture(media_id or 0) is not None, step=0)


def _print(name: str, times: list[float]) -> None:
    print(f"{name:30} median{statistics.median(times):6.1f} ms, max{max(times):6.1f} ms")


def _since(begin: float) -> float:
    return (time.perf_counter() - begin) * 1000


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_until(condition: Callable[[], bool], step: int = 5) -> None:
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > give_up_at:
            raise TimeoutError("the viewer does not come so far")
        _wait(step)


if __name__ == "__main__":
    main()
