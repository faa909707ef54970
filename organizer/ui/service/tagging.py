"""Tagging by a service in the window: passes on between the dialog and the workers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer.errors import OrganizerError
from organizer.indexing.service_tagging import ServiceProgress
from organizer.indexing.services import (
    Preparation,
    ServiceSettings,
    kept_addresses,
    read_service,
)
from organizer.library.edits import ServiceTags, SetServiceTags
from organizer.ui.error_messages import crash_text, error_text
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
        self._tagged: frozenset[int] = frozenset()
        self.dialog: ServiceDialog | None = None
        services = workers.services
        self._hearing = Hearing(
            services.prepared.connect(self._show_preparation),
            services.checked.connect(self._show_models),
            services.check_failed.connect(self._tell_check_failed),
            services.tagged.connect(self._mind_tagged),
            services.changed.connect(self._show_progress),
            services.finished.connect(self._tell_finished),
            services.failed.connect(self._tell_failed),
            services.warned.connect(self._tell_warning),
            services.forgotten.connect(self._tell_forgotten),
            services.crashed.connect(self._tell_crash),
        )

    def open(self) -> None:
        """Opens the dialog for the selected pictures."""
        # Who asks no service need not wait for it at the start.
        from organizer.ui.service.dialog import ServiceDialog

        services = self._workers.services
        self._media_ids = self._selected_ids()
        self._tagged = frozenset()
        if self.dialog is None:
            self.dialog = ServiceDialog(read_service(), self._media_ids, self._window)
            self.dialog.check_requested.connect(services.check)
            self.dialog.send_requested.connect(self._send)
            self.dialog.cancel_requested.connect(services.cancel)
            self.dialog.removal_requested.connect(self._remove)
            self.dialog.forget_requested.connect(services.forget)
            self.dialog.finished.connect(self._mind_closed)
            self._show_memory()
            self._show_progress()
            services.prepare(self._media_ids, self._is_korean)
        self.dialog.open()

    def close(self) -> None:
        """Hears no more of the workers; what was begun goes on."""
        self._hearing.end()

    def _send(self, request: ServiceRequest) -> None:
        if self.dialog is not None:
            ids = self.dialog.chosen_ids
            self._workers.services.send(request, ids, self._is_korean)

    def _remove(self) -> None:
        nothing = tuple(ServiceTags(media_id) for media_id in self._media_ids)
        self._workers.history.do(self.tr("Forget what a service said"), SetServiceTags(nothing))
        self._tagged = frozenset()
        self._show_tagged()

    def _mind_closed(self) -> None:
        self.dialog = None

    def _mind_tagged(self, tags: tuple[ServiceTags, ...]) -> None:
        self._tagged |= {one.media_id for one in tags}

    def _show_preparation(self, preparation: Preparation) -> None:
        if self.dialog is not None and preparation.media_ids == self._media_ids:
            self._tagged |= preparation.tagged
            self.dialog.show_preparation(preparation)
            self._show_tagged()

    def _show_tagged(self) -> None:
        if self.dialog is not None and self._workers.services.progress is None:
            self.dialog.show_tagged(self._tagged)

    def _show_memory(self) -> None:
        if self.dialog is not None:
            self.dialog.form.show_memory(read_service().address, kept_addresses())

    def _show_models(self, address: str, models: tuple[str, ...]) -> None:
        # Another address may have been typed meanwhile.
        if self.dialog is not None and self.dialog.form.address_given == address:
            self._show_memory()
            self.dialog.form.show_models(models)

    def _tell_check_failed(self, address: str, error: OrganizerError) -> None:
        if self.dialog is not None and self.dialog.form.address_given == address:
            self.dialog.form.stop_asking()
            self.dialog.show_note(error_text(error))

    def _show_progress(self) -> None:
        if self.dialog is not None:
            services = self._workers.services
            self.dialog.show_progress(services.progress, services.is_stopping)
            self._show_tagged()

    def _tell_finished(self, progress: ServiceProgress) -> None:
        self._show_memory()
        if self.dialog is not None:
            self.dialog.show_finished(progress)
        else:
            text = self.tr("%n picture(s) tagged by the service.", "", progress.tagged)
            self._banner.show_notice(text)

    def _tell_failed(self, error: OrganizerError) -> None:
        self._show_memory()
        self._tell(error_text(error))

    def _tell_warning(self, error: OrganizerError) -> None:
        if self.dialog is not None:
            self.dialog.show_warning(error_text(error))
        else:
            self._banner.show_failure(error)

    def _tell_forgotten(self) -> None:
        if self.dialog is not None:
            self.dialog.form.fill(ServiceSettings())
            self._show_memory()
            text = self.tr("The service and its key are forgotten.")
            self.dialog.show_note(text, is_problem=False)

    def _tell_crash(self, text: str) -> None:
        self._tell(crash_text(text))

    def _tell(self, problem: str) -> None:
        if self.dialog is not None:
            self.dialog.form.stop_asking()
            self.dialog.show_note(problem)
        else:
            self._banner.show_error(problem)
