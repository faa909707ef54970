"""The work in the background, as the window tells of it and holds it up."""

from PySide6.QtCore import QObject, Qt

from organizer.ui.views.banner import Banner
from organizer.ui.views.status_bar import StatusBar
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers


class BackgroundWork(QObject):
    """Says in `status` how far the work is and on `banner` what came of it; pauses it."""

    def __init__(
        self, workers: Workers, status: StatusBar, banner: Banner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._indexing = indexing = workers.indexing
        status.pause_toggled.connect(self._pause)
        direct = Qt.ConnectionType.DirectConnection
        status.continue_requested.connect(indexing.request_work_on_battery, direct)
        self._hearing = Hearing(
            indexing.progressed.connect(status.show_progress),
            indexing.archive_added.connect(banner.show_import),
            indexing.refiled.connect(banner.show_refiled),
            indexing.failed.connect(banner.show_failure),
            indexing.crashed.connect(banner.show_crash),
            workers.queries.failed.connect(banner.show_failure),
        )

    def close(self) -> None:
        """Hears no more of the workers; the work goes on."""
        self._hearing.end()

    def _pause(self, is_paused: bool) -> None:
        if is_paused:
            self._indexing.pause()
        else:
            self._indexing.resume()
