"""Has archives removed that the user does not want in the library; made anew with each window."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer.errors import OrganizerError
from organizer.indexing.removing import RemovalReport
from organizer.library.removing import RemovalPreview
from organizer.ui.error_messages import error_text
from organizer.ui.removal.rows import ArchiveRows
from organizer.ui.removal.texts import RemovalTexts
from organizer.ui.views.banner import Banner
from organizer.ui.workers.removal_worker import RemovablePlace, RemovalWorker
from organizer.ui.workers.workers import Workers

# The dialog is seldom opened; to import it would keep every start waiting.
if TYPE_CHECKING:
    from organizer.ui.removal.dialog import RemovalDialog


class ArchiveRemoval(QObject):
    """Between the `rows` of the sidebar, the dialog that asks first, and the worker.

    Attributes:
        dialog: The dialog, while it is open.
    """

    def __init__(
        self, workers: Workers, rows: ArchiveRows, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._indexing = workers.indexing
        self._banner = banner
        self._window = window
        self._worker = RemovalWorker(workers.place, self)
        self._worker.listed.connect(self._ask)
        self._worker.previewed.connect(self._show_preview)
        self._worker.failed.connect(self._show_error)
        self._wanted: Collection[int] | None = None
        self._names: dict[Path, str] = {}
        self._texts = RemovalTexts(self)
        self.dialog: RemovalDialog | None = None
        rows.removal_requested.connect(self.open)
        # The workers outlive the window.
        self._connection = workers.indexing.archives_removed.connect(self._tell_removed)

    def open(self, archives: Collection[int] | None = None) -> None:
        """Asks about the places of some archives, or which of all places are to be removed."""
        self._wanted = archives
        self._worker.request_list()

    def open_all(self) -> None:
        """Asks which of all places are to be removed."""
        self.open()

    def close(self) -> None:
        """Hears nothing of the workers any more."""
        QObject.disconnect(self._connection)
        self._worker.stop()

    def _ask(self, places: tuple[RemovablePlace, ...]) -> None:
        from organizer.ui.removal.dialog import RemovalDialog

        wanted = self._wanted
        if wanted is not None:
            places = tuple(one for one in places if not set(wanted).isdisjoint(one.archives))
            if not places:
                # It was removed in the meantime.
                return
        if self.dialog is not None:
            self.dialog.close()
        self._names |= {place.path: place.name for place in places}
        dialog = RemovalDialog(places, wanted is not None, self._window)
        dialog.chosen.connect(self._worker.request_preview)
        dialog.agreed.connect(self._remove)
        dialog.finished.connect(partial(self._forget_dialog, dialog))
        self.dialog = dialog
        if dialog.paths():
            self._worker.request_preview(dialog.paths())
        dialog.open()

    def _remove(self, paths: tuple[Path, ...]) -> None:
        # Connected to the dialog itself, it would wait until the worker rests.
        self._indexing.request_removal(paths)

    def _show_preview(self, preview: RemovalPreview) -> None:
        if self.dialog is not None:
            self.dialog.show_preview(preview)

    def _forget_dialog(self, dialog: "RemovalDialog", _result: int) -> None:
        dialog.deleteLater()
        if dialog is self.dialog:
            self.dialog = None

    def _tell_removed(self, paths: tuple[Path, ...], report: RemovalReport) -> None:
        names = dict.fromkeys(self._names.get(path, path.name) for path in paths)
        self._banner.show_offer(
            self._texts.removed(", ".join(names), report.removed),
            self.tr("Add again"),
            partial(self._indexing.request_import, *paths),
        )

    def _show_error(self, error: OrganizerError) -> None:
        self._banner.show_error(error_text(error))
