"""Downloading a model: asks the user before the first byte, tells how far it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer.indexing.model_download import DownloadOffer
from organizer.indexing.model_shelf import ShelfModel
from organizer.ui.model_dialog import texts
from organizer.ui.model_dialog.confirmations import DownloadConfirmation
from organizer.ui.views.status_bar import StatusBar
from organizer.ui.workers.download_worker import DownloadWorker
from organizer.ui.workers.hearing import Hearing


class Downloading(QObject):
    """Stands between the window and the DownloadWorker, which outlives it.

    `parent_of_dialogs` gives what a question is asked over, `title_of` what a model is called.

    Attributes:
        confirmation: What the user is asked before a download, while it is open.
    """

    def __init__(
        self,
        downloads: DownloadWorker,
        status: StatusBar,
        parent_of_dialogs: Callable[[], QWidget],
        title_of: Callable[[str], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._downloads = downloads
        self._status = status
        self._parent_of_dialogs = parent_of_dialogs
        self._title_of = title_of
        self._must_ask = True
        self.confirmation: DownloadConfirmation | None = None
        self._hearing = Hearing(
            downloads.changed.connect(self._show_status),
            downloads.offered.connect(self._confirm),
        )
        self._show_status()

    def close(self) -> None:
        """Hears nothing of the worker any more; what awaits an answer is given up."""
        self._hearing.end()
        current = self._downloads.current
        if current is not None and current.progress is None:
            self._downloads.cancel()

    def plan(self, model: ShelfModel) -> None:
        """Asks the server how large the download is, then the user, unless it began before."""
        self._must_ask = not model.disk_bytes
        self._downloads.plan(model.name)

    def _show_status(self) -> None:
        current = self._downloads.current
        self._status.show_download("" if current is None else texts.status_text(current))
        if current is None:
            self._end_confirmation()

    def _confirm(self, offer: DownloadOffer) -> None:
        if not self._must_ask:
            self._downloads.begin(offer)
            return
        title = self._title_of(offer.name)
        confirmation = DownloadConfirmation(offer, title, self._parent_of_dialogs())
        confirmation.agreed.connect(self._begin)
        confirmation.folder_chosen.connect(self._plan_elsewhere)
        confirmation.rejected.connect(self._downloads.cancel)
        confirmation.open()
        self.confirmation = confirmation

    def _begin(self, offer: DownloadOffer) -> None:
        self._end_confirmation()
        self._downloads.begin(offer)

    def _plan_elsewhere(self, offer: DownloadOffer, folder: Path) -> None:
        self._downloads.cancel()
        self._downloads.plan(offer.name, folder)

    def _end_confirmation(self) -> None:
        if self.confirmation is not None:
            confirmation, self.confirmation = self.confirmation, None
            confirmation.rejected.disconnect(self._downloads.cancel)
            confirmation.close()
            confirmation.deleteLater()
