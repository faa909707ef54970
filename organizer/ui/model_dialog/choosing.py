"""Choosing a model in the window: passes on between the dialog and the workers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer.errors import OrganizerError
from organizer.indexing.model_shelf import ShelfModel
from organizer.indexing.progress import Progress
from organizer.ui.error_messages import crash_text, error_text
from organizer.ui.model_dialog.describing import DescribingChoice
from organizer.ui.model_dialog.downloading import Downloading
from organizer.ui.model_dialog.offer import ModelOffer
from organizer.ui.model_dialog.removing import ModelRemoving
from organizer.ui.model_dialog.shelf import Shelf
from organizer.ui.preferences import Preferences
from organizer.ui.views.banner import Banner
from organizer.ui.views.status_bar import StatusBar
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

if TYPE_CHECKING:
    from organizer.ui.model_dialog.dialog import ModelDialog

# What is wrong with the model itself, which another one mends.
_MODEL_ERRORS = (
    "ModelNotDownloaded",
    "ModelUnavailable",
    "UnknownModel",
    "WeightsDamaged",
    "WeightsForAnotherActivation",
    "WeightsInTorchScript",
    "WeightsNotFinite",
    "WeightsOfAnotherModel",
    "WeightsWithCode",
)


class ModelChoosing(QObject):
    """Opens the dialog of models and does what is asked for there; made anew with each window.

    Attributes:
        dialog: The dialog, while it is open.
        downloading: Asks before a download and tells of it.
        describing: Switches on and off that pictures are described.
        removing: Deletes models and what they found.
        offer: Tells once that there are larger models.
    """

    def __init__(
        self,
        workers: Workers,
        preferences: Preferences,
        status: StatusBar,
        banner: Banner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workers = workers
        self._language = preferences.language.value
        self._banner = banner
        self._window = window
        self._shelf = Shelf()
        self.dialog: ModelDialog | None = None
        self.downloading = Downloading(
            workers.downloads, status, self._front, self._shelf.title, self
        )
        self.describing = DescribingChoice(
            workers,
            self._shelf,
            self.downloading.plan,
            self._ask_for_list,
            self._show_shelf,
            self._tell,
            self._front,
            self,
        )
        self.removing = ModelRemoving(
            workers, self._shelf, self._ask_for_list, self._tell, self._front, self
        )
        self.offer = ModelOffer(banner, preferences, self.open, self)
        self.offer.list_requested.connect(self._ask_for_list)
        status.models_requested.connect(self.open)
        self._connect_workers()

    def _connect_workers(self) -> None:
        indexing, models = self._workers.indexing, self._workers.models
        downloads = self._workers.downloads
        self._hearing = Hearing(
            indexing.progressed.connect(self._mind_progress),
            indexing.failed.connect(self._mind_failure),
            indexing.model_changed.connect(self._tell_changed),
            indexing.model_refused.connect(self._tell_refused),
            models.listed.connect(self._show_list),
            models.recommended.connect(self._show_recommended),
            models.checked.connect(self._add_other),
            models.failed.connect(self._tell_failed),
            models.crashed.connect(self._tell_crash),
            downloads.changed.connect(self._show_shelf),
            downloads.finished.connect(self._tell_downloaded),
            downloads.failed.connect(self._tell_failed),
            downloads.crashed.connect(self._tell_crash),
        )

    def close(self) -> None:
        """Hears nothing of the workers any more; a download that has begun goes on."""
        self._hearing.end()
        self.offer.stop()
        self.downloading.close()
        self.describing.close()
        self.removing.close()

    def open(self) -> None:
        """Opens the dialog, or brings it to the front."""
        if self.dialog is None:
            self.dialog = self._made_dialog()
            self._show_shelf()
            self._ask_for_list()
            if not self._shelf.recommended:
                self._workers.models.request_recommendation(self._language)
        self.dialog.open()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def offer_for_query(
        self, query: str, title: str, decline: Callable[[], None] | None = None
    ) -> None:
        """Tells that the model in use does not understand `query`, and that `title` does.

        `decline` is called when the user closes the offer. For who knows what
        query_language.model_to_offer gave.
        """
        text = self.tr(
            "“{query}” is Korean, and the model in use knows English only. {model} understands it."
        )
        text = text.format(query=query, model=title)
        self._banner.show_offer(text, self.tr("Models…"), self.open, decline)

    def _made_dialog(self) -> "ModelDialog":
        # Imported when it is wanted: the start need not wait for it.
        from organizer.ui.model_dialog.dialog import ModelDialog

        downloads = self._workers.downloads
        dialog = ModelDialog(self._window)
        dialog.finished.connect(self._forget_dialog)
        dialog.download_requested.connect(self.downloading.plan)
        dialog.pause_requested.connect(downloads.pause)
        dialog.resume_requested.connect(downloads.resume)
        dialog.cancel_requested.connect(self._cancel_download)
        dialog.use_requested.connect(self._use)
        dialog.removal_requested.connect(self.removing.ask_to_remove)
        dialog.forgetting_requested.connect(self.removing.ask_to_forget)
        dialog.describing_toggled.connect(self.describing.switch)
        dialog.description_removal_requested.connect(self.describing.ask_to_remove)
        dialog.other.named.connect(self._check)
        return dialog

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _front(self) -> QWidget:
        return self.dialog or self._window

    def _ask_for_list(self) -> None:
        self._workers.models.request_list(self._workers.indexing.model)

    def _show_shelf(self) -> None:
        if self.dialog is not None and self._shelf.models:
            in_use, current = self._workers.indexing.model, self._workers.downloads.current
            self.dialog.show_standings(self._shelf.standings(in_use, current))

    def _show_list(self, models: tuple[ShelfModel, ...]) -> None:
        self._shelf.models = models
        self._show_shelf()
        self.offer.mind_list(models)

    def _show_recommended(self, name: str) -> None:
        self._shelf.recommended = name
        self._show_shelf()

    def _cancel_download(self) -> None:
        self._workers.downloads.cancel()
        self._ask_for_list()

    def _tell_downloaded(self, name: str) -> None:
        self._ask_for_list()
        if self.describing.mind_downloaded(name):
            return
        if name == self._workers.indexing.model:
            # It was in use, and gone: now the pictures can be looked at.
            self._workers.indexing.request_model(name)
            return
        text = self.tr("{model} is downloaded.").format(model=self._shelf.title(name))
        if self.dialog is not None:
            self.dialog.banner.show_notice(text)
        else:
            self._banner.show_offer(text, self.tr("Models…"), self.open)

    def _check(self, name: str) -> None:
        if self.dialog is not None:
            self.dialog.other.show_checking(name)
        self._workers.models.request_check(name)

    def _add_other(self, model: ShelfModel) -> None:
        self._shelf.add(model)
        self._show_shelf()
        if self.dialog is not None:
            self.dialog.other.show_added()
            self.dialog.show_card(model.name)

    def _use(self, model: ShelfModel) -> None:
        self._shelf.awaited = model.name
        self._show_shelf()
        self._workers.indexing.request_model(model.name)

    def _tell_changed(self, name: str) -> None:
        self._shelf.awaited = ""
        text = self.tr(
            "{model} is in use. It looks at the pictures that it has not seen yet, newest first;"
            " until then they stay as they are."
        )
        self._tell(text.format(model=self._shelf.title(name)))
        self._ask_for_list()
        self._show_shelf()

    def _tell_refused(self, _name: str, error: OrganizerError) -> None:
        self._shelf.awaited = ""
        in_use = self._shelf.title(self._workers.indexing.model)
        kept = self.tr("{model} stays in use.").format(model=in_use)
        self._complain(f"{error_text(error)} {kept}")
        self._show_shelf()

    def _tell_failed(self, name: str, error: OrganizerError) -> None:
        if self.dialog is not None and self.dialog.other.is_checking(name):
            self.dialog.other.show_problem(error_text(error))
            return
        self._complain(error_text(error))
        self._ask_for_list()

    def _tell_crash(self, text: str) -> None:
        self._complain(crash_text(text))

    def _tell(self, text: str) -> None:
        (self.dialog.banner if self.dialog else self._banner).show_notice(text)

    def _complain(self, text: str) -> None:
        if self.dialog is not None:
            self.dialog.banner.show_error(text)
        else:
            self._banner.show_offer(text, self.tr("Models…"), self.open, kind="error")

    def _mind_progress(self, progress: Progress) -> None:
        self.offer.mind_progress(progress, self._workers.indexing.model)

    def _mind_failure(self, error: OrganizerError) -> None:
        in_use = self._workers.indexing.model
        # Pictures may be described by a model that is not there, too.
        if error.code == "ModelNotDownloaded" and in_use in (error.file, error.detail):
            # The error's own advice is for the command line.
            text = self.tr(
                "The files of the model {model} are not on this computer. Your pictures stay as"
                " they are; new ones wait until you download it again or use another model."
            )
            self._complain(text.format(model=self._shelf.title(in_use)))
        elif error.code in _MODEL_ERRORS:
            self._complain(error_text(error))
