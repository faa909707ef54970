"""Tagging by a service in the window: passes on between the dialog and the workers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer.errors import OrganizerError
from organizer.indexing.service_tagging import ServiceProgress
from organizer.indexing.services import read_service
from organizer.library.edits import ServiceTags, SetServiceTags
from organizer.ui.views.banner import Banner
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.service_worker import ServiceRequest
from organizer.ui.workers.workers import Workers

if TYPE_CHECKING:
    from organizer.ui.service.dialog import ServiceDialog


class ServiceController(QObject):
    """Opens the dialog for the pictures that `selected_ids` gives; made anew with each window.

    Attributes:
        dialog: The dialog, while it is open.
    """

    def __init__(
        self,
        workers: Workers,
        selected_ids: Callable[[], tuple[int, ...]],
        is_korean: bool,
        banner: Banner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workers = workers
        self._selected_ids = selected_ids
        self._is_korean = is_korean
        self._banner = banner
        self._window = window
        self._media_ids: tuple[int, ...] = ()
        self.dialog: ServiceDialog | None = None
        services = workers.services
        self._hearing = Hearing(
            services.checked.connect(self._show_models),
            services.changed.connect(self._show_progress),
            services.finished.connect(self._tell_finished),
            services.failed.connect(self._tell_failed),
            services.crashed.connect(self._tell_crash),
        )

    def open(self) -> None:
        """Opens the dialog for the selected pictures."""
        # Who asks no service need not wait for it at the start.
        from organizer.ui.service.dialog import ServiceDialog

        self._media_ids = self._selected_ids()
        if self.dialog is None:
            self.dialog = ServiceDialog(read_service(), len(self._media_ids), self._window)
            self.dialog.check_requested.connect(self._workers.services.check)
            self.dialog.send_requested.connect(self._send)
            self.dialog.cancel_requested.connect(self._workers.services.cancel)
            self.dialog.removal_requested.connect(self._forget)
            self.dialog.finished.connect(self._mind_closed)
            self._show_progress()
        self.dialog.open()

    def close(self) -> None:
        """Hears no more of the workers; what was begun goes on."""
        self._hearing.end()

    def _send(self, request: ServiceRequest) -> None:
        self._workers.services.send(request, self._media_ids, self._is_korean)

    def _forget(self) -> None:
        nothing = tuple(ServiceTags(media_id) for media_id in self._media_ids)
        self._workers.history.do(self.tr("Forget what a service said"), SetServiceTags(nothing))

    def _mind_closed(self) -> None:
        self.dialog = None

    def _show_models(self, models: tuple[str, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_models(models)

    def _show_progress(self) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(self._workers.services.progress)

    def _tell_finished(self, progress: ServiceProgress) -> None:
        if self.dialog is not None:
            self.dialog.show_finished(progress)
        else:
            text = self.tr("%n picture(s) tagged by the service.", "", progress.tagged)
            self._banner.show_notice(text)

    def _tell_failed(self, error: OrganizerError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)
        else:
            self._banner.show_failure(error)

    def _tell_crash(self, text: str) -> None:
        self._banner.show_crash(text)
