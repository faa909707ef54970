"""Thumbnails on disk: one JPEG per picture, found by its id alone."""

from pathlib import Path

from PIL.Image import Image, Resampling

from organizer.library.errors import LibraryUnusable

LONGEST_SIDE = 512
_QUALITY = 82


class ThumbnailStore:
    """The thumbnails of one library, at most LONGEST_SIDE pixels long."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, media_id: int) -> Path:
        """Where the thumbnail of a picture lies, whether it is there yet or not."""
        # A thousand to a folder: file managers and some file systems slow down beyond.
        return self._folder / f"{media_id // 1000:05d}" / f"{media_id}.jpg"

    def save(self, media_id: int, image: Image) -> None:
        """Keeps `image` (RGB), reduced where it is larger; it appears whole or not at all.

        Raises LibraryUnusable when the folder cannot be written.
        """
        path = self.path(media_id)
        small = image
        if max(image.size) > LONGEST_SIDE:
            small = image.copy()
            small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Resampling.LANCZOS, reducing_gap=2.0)
        unfinished = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            small.save(unfinished, "JPEG", quality=_QUALITY)
            unfinished.replace(path)
        except OSError as error:
            raise LibraryUnusable(str(path), str(error)) from error

    def remove(self, media_id: int) -> None:
        """Removes the thumbnail of a picture that is no more; it may be gone already."""
        self.path(media_id).unlink(missing_ok=True)
