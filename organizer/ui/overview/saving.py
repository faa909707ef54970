"""Saves pictures of charts where the user wants them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

_NOT_IN_NAMES = '<>:"/\\|?*'


def ask_where(title: str, parent: QWidget) -> Path | None:
    """The file that the user chooses for the picture of the chart `title`; None if none."""
    name = "".join("-" if sign in _NOT_IN_NAMES else sign for sign in title)
    location = QStandardPaths.StandardLocation.PicturesLocation
    folder = Path(QStandardPaths.writableLocation(location))
    head = QCoreApplication.translate("Charts", "Save as PNG")
    kinds = QCoreApplication.translate("Charts", "PNG pictures (*.png)")
    chosen, _ = QFileDialog.getSaveFileName(parent, head, str(folder / f"{name}.png"), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")


def save_png(image: QImage, path: Path) -> bool:
    """Writes `image` to `path`, which ends in .png; says whether that worked."""
    return image.save(str(path))
