"""Adds archives to the library: dropped, chosen, or the sample."""

from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from organizer.ui.main_menu import MainMenu
from organizer.ui.views.banner import Banner
from organizer.ui.views.empty_page import EmptyPage
from organizer.ui.workers.workers import Workers


class ArchiveAdding(QObject):
    """Asks the user what to add to the library, over the window `parent`."""

    def __init__(self, workers: Workers, banner: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self._indexing = workers.indexing
        self._banner = banner
        self._window = parent

    def serve(self, source: EmptyPage | MainMenu) -> None:
        """Does what the user asks for at `source`."""
        source.zips_requested.connect(self.choose_zips)
        source.folder_requested.connect(self.choose_folder)
        source.sample_requested.connect(self.try_sample)

    def add(self, places: Sequence[Path]) -> None:
        """Adds the exports in folders and zips."""
        self._indexing.request_import(*places)

    def choose_zips(self) -> None:
        """Lets the user choose the zips that Instagram gave, all parts at once."""
        title = self.tr("Choose the zips of your Instagram archive")
        zips = self.tr("Zip files (*.zip)")
        files, _ = QFileDialog.getOpenFileNames(self._window, title, "", zips)
        if files:
            self.add([Path(file) for file in files])

    def choose_folder(self) -> None:
        """Lets the user choose a folder to add."""
        title = self.tr("Choose the folder of your Instagram archive")
        folder = QFileDialog.getExistingDirectory(self._window, title)
        if folder:
            self.add([Path(folder)])

    def try_sample(self) -> None:
        """Makes the sample and adds it."""
        self._banner.show_notice(self.tr("Making the sample…"))
        cache = platformdirs.user_cache_path("Photo Organizer", appauthor=False)
        self._indexing.request_sample(cache / "sample" / "instagram-sample")
