"""Thumbnails are read as they will lie on screen, those on screen first, into bounded memory."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.library.thumbnails import ThumbnailSize, ThumbnailStore
from organizer.ui.models import thumbnail_loader
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.models.thumbnail_reading import WantedThumbnail, read_thumbnail

PATIENCE = 20_000


@pytest.fixture
def store(tmp_path: Path) -> ThumbnailStore:
    return ThumbnailStore(tmp_path / "thumbnails")


@pytest.fixture
def loader(qapp: QApplication, store: ThumbnailStore) -> Iterator[ThumbnailLoader]:
    made = ThumbnailLoader(store, qapp)
    yield made
    made.stop()


def striped(width: int, height: int) -> Image.Image:
    """Red, green and blue thirds from left to right."""
    image = Image.new("RGB", (width, height))
    for third, colour in enumerate(((255, 0, 0), (0, 255, 0), (0, 0, 255))):
        image.paste(colour, (third * width // 3, 0, (third + 1) * width // 3, height))
    return image


def is_near(colour: QColor, *parts: int) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(colour.getRgb()[:3], parts, strict=True))


def noise(side: int = 512) -> Image.Image:
    return Image.effect_noise((side, side), 60).convert("RGB")


def sharpness(image: QImage) -> float:
    """How much neighbouring pixels differ in the middle line."""
    y, grey = image.height() // 2, image.convertToFormat(QImage.Format.Format_Grayscale8)
    values = [QColor(grey.pixel(x, y)).red() for x in range(20, image.width() - 20)]
    return sum(abs(a - b) for a, b in itertools.pairwise(values)) / len(values)


def load(qtbot: QtBot, loader: ThumbnailLoader, *wanted: WantedThumbnail) -> None:
    loader.want(wanted)
    qtbot.waitUntil(
        lambda: all(loader.pixmap(one.media_id) is not None for one in wanted), timeout=PATIENCE
    )


def test_the_middle_of_a_picture_fills_a_square_with_rounded_corners(store: ThumbnailStore):
    store.save(1, striped(900, 300))
    image = read_thumbnail(store, WantedThumbnail(1, 90, 90), 8.0)
    assert (image.width(), image.height()) == (90, 90)
    assert is_near(image.pixelColor(45, 45), 0, 255, 0)
    assert is_near(image.pixelColor(3, 45), 0, 255, 0), "the red and blue thirds are cut off"
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(45, 0).alpha() == 255


def test_a_picture_in_its_own_shape_is_shown_whole(store: ThumbnailStore):
    store.save(1, striped(900, 300))
    image = read_thumbnail(store, WantedThumbnail(1, 240, 80), 8.0)
    assert is_near(image.pixelColor(20, 40), 255, 0, 0)
    assert is_near(image.pixelColor(120, 40), 0, 255, 0)
    assert is_near(image.pixelColor(220, 40), 0, 0, 255)


def test_large_cells_and_sharp_displays_get_the_large_thumbnail(store: ThumbnailStore):
    store.save(1, noise())
    sharp = read_thumbnail(store, WantedThumbnail(1, 480, 480), 0.0)
    store.path(1, ThumbnailSize.LARGE).unlink()
    blurred = read_thumbnail(store, WantedThumbnail(1, 480, 480), 0.0)
    assert (blurred.width(), blurred.height()) == (480, 480)
    assert sharpness(sharp) > 1.3 * sharpness(blurred)


def test_a_tall_picture_gets_the_large_thumbnail_when_the_small_is_too_narrow(
    store: ThumbnailStore,
):
    store.save(1, noise().resize((288, 512)))
    sharp = read_thumbnail(store, WantedThumbnail(1, 280, 280), 0.0)
    store.path(1, ThumbnailSize.LARGE).unlink()
    blurred = read_thumbnail(store, WantedThumbnail(1, 280, 280), 0.0)
    assert sharpness(sharp) > 1.2 * sharpness(blurred)


@pytest.mark.parametrize("side", [96, 200, 480])
def test_libraries_with_thumbnails_of_one_size_go_on_working(store: ThumbnailStore, side: int):
    store.save(1, striped(900, 900))
    store.path(1, ThumbnailSize.SMALL).unlink()
    image = read_thumbnail(store, WantedThumbnail(1, side, side), 0.0)
    assert (image.width(), image.height()) == (side, side)
    assert is_near(image.pixelColor(side // 2, side // 2), 0, 255, 0)


def test_what_is_missing_or_broken_is_no_thumbnail(store: ThumbnailStore):
    assert read_thumbnail(store, WantedThumbnail(1, 90, 90), 8.0).isNull()
    for size in ThumbnailSize:
        store.path(2, size).parent.mkdir(parents=True, exist_ok=True)
        store.path(2, size).write_text("no picture", encoding="ascii")
    assert read_thumbnail(store, WantedThumbnail(2, 90, 90), 8.0).isNull()


def test_the_display_decides_on_the_pixels(
    qtbot: QtBot, store: ThumbnailStore, loader: ThumbnailLoader
):
    store.save(1, noise())
    loader.want([WantedThumbnail(1, 352, 352)], 2.0)
    qtbot.waitUntil(lambda: loader.pixmap(1) is not None, timeout=PATIENCE)
    thumbnail = loader.pixmap(1)
    assert thumbnail is not None
    assert (thumbnail.width(), thumbnail.devicePixelRatio()) == (352, 2.0)
    assert thumbnail.deviceIndependentSize().width() == 176


def test_another_size_is_read_anew_and_the_old_one_serves_meanwhile(
    qtbot: QtBot, store: ThumbnailStore, loader: ThumbnailLoader
):
    store.save(1, noise())
    load(qtbot, loader, WantedThumbnail(1, 100, 100))
    loader.want([WantedThumbnail(1, 200, 200)])
    before = loader.pixmap(1)
    assert before is not None
    assert before.width() == 100

    def is_larger() -> bool:
        now = loader.pixmap(1)
        return now is not None and now.width() == 200

    qtbot.waitUntil(is_larger, timeout=PATIENCE)
    assert loader.cached_bytes == 200 * 200 * 4


def order_of_arrival(loader: ThumbnailLoader) -> tuple[list[int], Callable[[], None]]:
    arrived: list[int] = []

    def note(media_ids: frozenset[int]) -> None:
        arrived.extend(sorted(media_ids))

    loader.loaded.connect(note)
    return arrived, lambda: loader.loaded.disconnect(note)


def test_what_was_scrolled_past_is_not_read(
    qtbot: QtBot, store: ThumbnailStore, loader: ThumbnailLoader
):
    for media_id in range(1, 401):
        store.save(media_id, noise(64))
    arrived, stop = order_of_arrival(loader)
    # However busy the computer is, nothing is read between the two.
    with loader.at_rest():
        loader.want([WantedThumbnail(media_id, 200, 200) for media_id in range(1, 399)])
        loader.want([WantedThumbnail(399, 50, 50), WantedThumbnail(400, 50, 50)])
    qtbot.waitUntil(lambda: {399, 400} <= set(arrived), timeout=PATIENCE)
    loop = QEventLoop()
    QTimer.singleShot(100, loop.quit)
    loop.exec()
    stop()
    assert len(arrived) < 5, "what was wanted first was dropped, but for what had begun"


def test_memory_stays_bounded(
    qtbot: QtBot, store: ThumbnailStore, loader: ThumbnailLoader, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(thumbnail_loader, "CACHE_BYTES", 10 * 100 * 100 * 4)
    for media_id in range(1, 41):
        store.save(media_id, noise(100))
        load(qtbot, loader, WantedThumbnail(media_id, 100, 100))
        assert loader.cached_bytes <= 10 * 100 * 100 * 4
    assert loader.pixmap(40) is not None
    assert loader.pixmap(31) is not None
    assert loader.pixmap(1) is None


def test_nothing_is_read_while_the_window_is_painted(
    qtbot: QtBot, store: ThumbnailStore, loader: ThumbnailLoader
):
    store.save(1, noise())
    arrived, stop = order_of_arrival(loader)
    with loader.at_rest():
        loader.want([WantedThumbnail(1, 100, 100)])
        loop = QEventLoop()
        QTimer.singleShot(150, loop.quit)
        loop.exec()
        assert arrived == []
    qtbot.waitUntil(lambda: arrived == [1], timeout=PATIENCE)
    stop()


def test_what_is_forgotten_is_read_anew_from_disk(
    qtbot: QtBot, store: ThumbnailStore, loader: ThumbnailLoader
):
    store.save(1, Image.new("RGB", (100, 100), (255, 0, 0)))
    load(qtbot, loader, WantedThumbnail(1, 50, 50))
    store.save(1, Image.new("RGB", (100, 100), (0, 0, 255)))
    with qtbot.waitSignal(loader.forgotten):
        loader.forget()
    assert loader.pixmap(1) is None
    assert loader.cached_bytes == 0
    load(qtbot, loader, WantedThumbnail(1, 50, 50))
    thumbnail = loader.pixmap(1)
    assert thumbnail is not None
    assert is_near(thumbnail.toImage().pixelColor(25, 25), 0, 0, 255)
