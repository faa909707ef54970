"""What is done with the pictures that are chosen in the gallery, beside the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from organizer.archive.exports import Exports
from organizer.errors import OrganizerError
from organizer.ui.handing_over import is_there, show_in_folder
from organizer.ui.viewer.local_files import LocalFiles, Purpose
from organizer.ui.views.gallery_menu import GalleryMenu
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.workers.answers import LookedUp

if TYPE_CHECKING:
    from organizer.library.records import MediaDetail


class PictureActions(QObject):
    """Shows originals in their folder and copies them, from the gallery's menu and by Ctrl+C.

    Attributes:
        menu: The gallery's menu.

    Signals:
        copied(int): So many files are on the clipboard.
        failed(OrganizerError): One of them cannot be had.
    """

    copied = Signal(int)
    failed = Signal(object)

    def __init__(self, gallery: GalleryView, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = GalleryMenu(gallery)
        self.menu.folder_requested.connect(self._show_in_folder)
        self.menu.copy_requested.connect(self._copy)
        copy = QAction(gallery)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy)
        gallery.addAction(copy)
        self._details: tuple[MediaDetail, ...] = ()
        self._files = LocalFiles(Exports(), self)
        self._files.ready.connect(self._keep)
        self._files.failed.connect(self._tell_failure)
        self._awaited: list[int] = []
        self._ready: dict[int, Path] = {}

    def follow(self, known: LookedUp) -> None:
        """Is told of the pictures that are chosen."""
        self._details = known.details

    def files_of(self, media_ids: tuple[int, ...]) -> tuple[Path, ...]:
        """The originals of pictures, for other programs; () unless each is a file of its own.

        Of pictures other than those that were chosen last, nothing is known. Nothing is looked up:
        a disk may be slow.
        """
        if sorted(media_ids) != sorted(one.id for one in self._details):
            return ()
        are_files = all(is_there(one) and not _is_in_zip(one.path) for one in self._details)
        return tuple(one.path for one in self._details) if are_files else ()

    def stop(self) -> None:
        """Removes what was copied out of zips."""
        self._files.stop()

    def _show_in_folder(self) -> None:
        if self._details:
            show_in_folder(self._details[0])

    def _copy(self) -> None:
        self._awaited = [detail.id for detail in self._details]
        self._ready = {}
        for detail in self._details:
            self._files.prepare(detail, Purpose.OPEN)

    def _keep(self, media_id: int, _purpose: Purpose, path: Path) -> None:
        self._ready[media_id] = path
        if self._awaited and set(self._awaited) <= self._ready.keys():
            files = QMimeData()
            files.setUrls([QUrl.fromLocalFile(str(self._ready[one])) for one in self._awaited])
            QGuiApplication.clipboard().setMimeData(files)
            self.copied.emit(len(self._awaited))
            self._awaited = []

    def _tell_failure(self, _media_id: int, error: OrganizerError) -> None:
        if self._awaited:
            self._awaited = []
            self.failed.emit(error)


def _is_in_zip(path: Path) -> bool:
    """Whether it is called as if it were, which a folder seldom is."""
    return any(parent.suffix.lower() == ".zip" for parent in path.parents)
