"""Thumbnails on disk: a small and a large JPEG per picture, found by its id alone.

JPEG, because Qt reads it quicker than WebP, by a third at the small size.
"""

from enum import IntEnum
from pathlib import Path

from PIL.Image import Image, Resampling

from organizer.library.errors import LibraryUnusable

LONGEST_SIDE = 512
_QUALITY = 82


class ThumbnailSize(IntEnum):
    """The longest side of a thumbnail, in pixels.

    The small one covers a square of 240 pixels with all but the tallest pictures.
    """

    SMALL = 320
    LARGE = LONGEST_SIDE


class ThumbnailStore:
    """The thumbnails of one library. Older libraries have only large ones for older pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, media_id: int, size: ThumbnailSize = ThumbnailSize.LARGE) -> Path:
        """Where the thumbnail of a picture lies, whether it is there yet or not."""
        # A thousand pictures to a folder: file managers and some file systems slow down beyond.
        name = f"{media_id}.jpg" if size is ThumbnailSize.LARGE else f"{media_id}-small.jpg"
        return self._folder / f"{media_id // 1000:05d}" / name

    def save(self, media_id: int, image: Image, small: Image | None = None) -> None:
        """Keeps `image` (RGB), reduced where it is larger, in both sizes; the large comes last.

        `small` is what the small one is to be, for who has quicker means to reduce than Pillow.
        Each appears whole or not at all.

        Raises LibraryUnusable when the folder cannot be written.
        """
        large = _reduced(image, ThumbnailSize.LARGE, Resampling.LANCZOS)
        small = _reduced(small or large, ThumbnailSize.SMALL, Resampling.BICUBIC)
        self._write(self.path(media_id, ThumbnailSize.SMALL), small)
        self._write(self.path(media_id), large)

    def remove(self, media_id: int) -> None:
        """Removes the thumbnails of a picture that is no more; they may be gone already."""
        for size in ThumbnailSize:
            self.path(media_id, size).unlink(missing_ok=True)

    def _write(self, path: Path, image: Image) -> None:
        unfinished = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            image.save(unfinished, "JPEG", quality=_QUALITY)
            unfinished.replace(path)
        except OSError as error:
            raise LibraryUnusable(str(path), str(error)) from error


def _reduced(image: Image, size: ThumbnailSize, resampling: Resampling) -> Image:
    if max(image.size) <= size:
        return image
    reduced = image.copy()
    reduced.thumbnail((size, size), resampling, reducing_gap=2.0)
    return reduced
