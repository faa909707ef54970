"""Takes the README's screenshots: the real window over the real model and a sample.

Run it as `python docs/screenshots.py OUT [--language ko|en] [--theme light|dark]`. It needs no
display and touches no library but one of its own.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, QTimer

from organizer.archive.sample.maker import make_sample
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.ui.app import Session, make_application
from organizer.ui.theme import ThemeChoice

_SIZE = (1440, 900)
_PATIENCE_MILLISECONDS = 120_000


def main() -> None:
    """Writes empty, indexing, category, detail, search, overview and settings as PNG files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", choices=("en", "ko"), default="en")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "instagram-sample"
        make_sample(sample, posts=200)
        place = LibraryPlace.at(Path(folder) / "library")
        session = Session(application, place, "built-in", options.language)
        session.show_theme(ThemeChoice(options.theme))
        session.window.resize(*_SIZE)
        try:
            _take_all(session, sample, options.out, f"{options.language}-{options.theme}")
        finally:
            session.window.close()
            session.stop()


def _take_all(session: Session, sample: Path, out: Path, suffix: str) -> None:
    window = session.window

    def take(name: str) -> None:
        _wait(300)
        path = out / f"{name}-{suffix}.png"
        window.grab().save(str(path))
        print(path)

    take("empty")
    session.begin()
    window.adding.add([sample])
    _wait_until(lambda: window.model.rowCount() > 0)
    _wait_until(lambda: sum(map(window.model.has_thumbnail, range(window.model.rowCount()))) > 90)
    take("indexing")
    _wait_until(lambda: not window.status.pause_button.isVisible())
    window.banner.hide()
    window.show_filter(Filter(categories=("pets",)))
    _wait(600)
    take("category")
    window.show_filter(Filter())
    _wait(600)
    window.gallery.setCurrentIndex(window.model.index(7))
    _wait(600)
    take("detail")
    window.show_filter(Filter(text="kitten"))
    _wait_until(lambda: not window.searching.look_alikes.awaited)
    window.gallery.setCurrentIndex(window.model.index(0))
    _wait(600)
    take("search")
    window.show_filter(Filter())
    window.overview.open()
    _wait_until(lambda: window.overview.is_settled)
    take("overview")
    window.overview.leave()
    window.settings.open()
    _wait(600)
    dialog = window.settings.dialog
    if dialog is not None:
        path = out / f"settings-{suffix}.png"
        dialog.grab().save(str(path))
        print(path)
        dialog.close()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(_PATIENCE_MILLISECONDS // 50):
        if condition():
            return
        _wait(50)
    raise TimeoutError("the window does not come so far")


if __name__ == "__main__":
    main()
