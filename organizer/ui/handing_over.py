"""What is handed to other programs, only ever when the user asks for it."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from organizer.library.records import MediaDetail, MediaState

_MAP = "https://www.openstreetmap.org/?mlat={lat:.5f}&mlon={lon:.5f}#map=15/{lat:.5f}/{lon:.5f}"


def is_there(detail: MediaDetail) -> bool:
    """Whether the library knows where the original is, as far as it has looked."""
    return detail.state is not MediaState.MISSING and not detail.is_offline


def show_in_folder(detail: MediaDetail) -> None:
    """Opens the folder of the original; for one in a zip that in which the zip lies."""
    folder = next((parent for parent in detail.path.parents if parent.is_dir()), None)
    if folder is not None:
        open_folder(folder)


def open_folder(folder: Path) -> None:
    """Opens `folder` in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def reveal(path: Path) -> None:
    """Opens the folder that `path` lies in, with it selected where the system can.

    For what is in a zip it is the zip, for what is gone the nearest folder that is there.
    """
    there = next((one for one in (path, *path.parents) if one.exists()), None)
    if there is None:
        return
    if there != path and there.is_dir():
        open_folder(there)
    elif not _select(there):
        open_folder(there.parent)


def _select(path: Path) -> bool:
    """Has the system's file manager show `path` among its neighbours; False where it cannot."""
    if sys.platform == "win32":
        return QProcess.startDetached("explorer", ["/select,", str(path)])[0]
    if sys.platform == "darwin":
        return QProcess.startDetached("open", ["-R", str(path)])[0]
    # Needed on Linux alone, and seldom.
    from PySide6.QtDBus import QDBusConnection, QDBusInterface

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    name = "org.freedesktop.FileManager1"
    manager = QDBusInterface(name, "/org/freedesktop/FileManager1", name, bus)
    if not manager.isValid():
        return False
    # Asked without waiting: a file manager may take its time to start.
    manager.asyncCallWithArgumentList("ShowItems", [[path.as_uri()], ""])
    return True


def show_on_map(latitude: float, longitude: float) -> None:
    """Opens openstreetmap.org, in the user's browser, at a place in degrees."""
    QDesktopServices.openUrl(QUrl(_MAP.format(lat=latitude, lon=longitude)))
