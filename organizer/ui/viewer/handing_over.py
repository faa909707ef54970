"""What is handed to other programs, only ever when the user asks for it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from organizer.library.records import MediaDetail

_MAP = "https://www.openstreetmap.org/?mlat={lat:.5f}&mlon={lon:.5f}#map=15/{lat:.5f}/{lon:.5f}"


def show_in_folder(detail: MediaDetail) -> None:
    """Opens the folder of the original; for one in a zip that in which the zip lies."""
    folder = next((parent for parent in detail.path.parents if parent.is_dir()), None)
    if folder is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def show_on_map(latitude: float, longitude: float) -> None:
    """Opens openstreetmap.org, in the user's browser, at a place in degrees."""
    QDesktopServices.openUrl(QUrl(_MAP.format(lat=latitude, lon=longitude)))
