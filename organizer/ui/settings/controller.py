"""Opens the settings and does what is chosen there; made anew with each window."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from organizer.errors import OrganizerError
from organizer.indexing.computing import Computer, Hardware, chosen_hardware
from organizer.indexing.hashtag_options import HashtagOptions
from organizer.indexing.model_shelf import ModelState, ShelfModel, known_name
from organizer.library.edits import ForgetDecisions
from organizer.library.queries.vectors import StoredVectors
from organizer.ui.error_messages import error_text
from organizer.ui.model_dialog import texts
from organizer.ui.model_dialog.confirmations import deletion_question
from organizer.ui.preferences import Preferences
from organizer.ui.translation import Language
from organizer.ui.viewer.motion import keep_still
from organizer.ui.views.banner import Banner
from organizer.ui.workers.facts_worker import LibraryFacts
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

# The dialog is seldom opened; to import it would keep every start waiting.
if TYPE_CHECKING:
    from organizer.ui.settings.dialog import SettingsDialog, SettingsPlace
    from organizer.ui.settings.pages import Pages


class SettingsController(QObject):
    """Between the dialog of settings and the workers.

    Attributes:
        dialog: The dialog, while it is open.
        pages: Its pages, while it is open.

    Signals:
        language_chosen(Language), theme_chosen(ThemeChoice)
        models_requested(): The user wants to see the models.
    """

    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    models_requested = Signal()

    def __init__(
        self, workers: Workers, preferences: Preferences, banner: Banner, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._workers = workers
        self._preferences = preferences
        self._banner = banner
        self._window = window
        self._options = HashtagOptions()
        self.dialog: SettingsDialog | None = None
        self.pages: Pages | None = None
        indexing, models = workers.indexing, workers.models
        self._hearing = Hearing(
            indexing.hardware_refused.connect(self._tell_refused),
            indexing.hardware_changed.connect(self._look_at_computer),
            indexing.model_changed.connect(self._refresh),
            indexing.vectors_removed.connect(self._refresh),
            indexing.archive_added.connect(self._refresh),
            indexing.archives_removed.connect(self._refresh),
            workers.history.indexChanged.connect(self._refresh),
            indexing.refiled.connect(self._refresh),
            models.listed.connect(self._show_models),
            models.computer_known.connect(self._show_computer),
            workers.facts.told.connect(self._show_facts),
        )

    @property
    def place(self) -> "SettingsPlace | None":
        """Where the user is in the dialog; None when it is not open."""
        return self.dialog.place if self.dialog is not None else None

    def close(self) -> None:
        """Hears nothing of the workers any more."""
        self._hearing.end()
        if self.dialog is not None:
            self.dialog.close()

    def open(self) -> None:
        """Opens the dialog, or brings it to the front."""
        if self.dialog is None:
            self._make_dialog()
            self._refresh()
        if self.dialog is not None:
            self.dialog.show()
            self.dialog.raise_()
            self.dialog.activateWindow()

    def open_hashtags(self) -> None:
        """Opens the dialog where it is said how hashtags are suggested."""
        self.open()
        if self.dialog is not None and self.pages is not None:
            self.dialog.show_page(self.pages.hashtags)
            self.pages.hashtags.limit.setFocus()
            self.pages.hashtags.limit.selectAll()

    def open_model(self) -> None:
        """Opens the dialog where it is said what models run on."""
        self.open()
        if self.dialog is not None and self.pages is not None:
            self.dialog.show_page(self.pages.model)

    def open_again(self, place: "SettingsPlace") -> None:
        """Opens the dialog where it was in the window before this one."""
        self.open()
        if self.dialog is not None:
            self.dialog.go_to(place)

    def show_options(self, options: HashtagOptions) -> None:
        """Follows how the library says that hashtags are suggested."""
        self._options = options
        if self.pages is not None:
            self.pages.hashtags.show_options(options)

    def _make_dialog(self) -> None:
        from organizer.ui.settings.dialog import SettingsDialog
        from organizer.ui.settings.pages import Pages

        is_korean = self._preferences.language is Language.KOREAN
        indexing = self._workers.indexing
        pages = Pages(
            self._preferences,
            self._workers.place,
            chosen_hardware(),
            indexing.waits_on_battery if indexing.power.has_battery() else None,
            self._options,
            is_korean,
        )
        dialog = SettingsDialog(pages.all, self._window)
        # What makes the window anew must not do so while the field is still at work.
        queued = Qt.ConnectionType.QueuedConnection
        pages.general.language_chosen.connect(self.language_chosen, queued)
        pages.general.theme_chosen.connect(self.theme_chosen, queued)
        pages.general.stillness_chosen.connect(self._choose_stillness)
        pages.model.models_requested.connect(self.models_requested)
        pages.model.hardware_chosen.connect(self._choose_hardware)
        direct = Qt.ConnectionType.DirectConnection
        pages.model.waiting_chosen.connect(indexing.request_waiting_on_battery, direct)
        pages.hashtags.options_chosen.connect(self._choose_options)
        pages.privacy.forgetting_requested.connect(self._ask_to_forget)
        pages.privacy.searches_clearing_requested.connect(self._clear_searches)
        pages.privacy.vector_removal_requested.connect(self._ask_to_delete)
        pages.privacy.show_searches(len(self._preferences.recent_searches))
        dialog.page_shown.connect(self._mind_page)
        dialog.finished.connect(self._forget_dialog)
        self.dialog, self.pages = dialog, pages

    def _forget_dialog(self) -> None:
        if self.dialog is not None and self.pages is not None:
            self.pages.hashtags.settle()
            self.dialog.deleteLater()
            self.dialog = self.pages = None

    def _refresh(self) -> None:
        """Asks anew for what the pages show."""
        if self.dialog is not None:
            self._workers.facts.request()
            self._workers.models.request_list(self._workers.indexing.model)
            self._look_at_computer()

    def _mind_page(self, page: QObject) -> None:
        if self.pages is not None and page is self.pages.model:
            self._look_at_computer()

    def _look_at_computer(self) -> None:
        """Only for who sees it: the answer takes an import of seconds."""
        if self.dialog is None or self.pages is None:
            return
        if self.dialog.stack.currentWidget() is self.pages.model:
            self._workers.models.request_computer(self._workers.indexing.model)

    def _show_computer(self, computer: Computer) -> None:
        if self.pages is not None:
            self.pages.model.show_computer(computer)

    def _show_models(self, models: tuple[ShelfModel, ...]) -> None:
        in_use = next((one for one in models if one.name == self._workers.indexing.model), None)
        if self.pages is not None and in_use is not None:
            state = texts.state_text(in_use, is_in_use=True)
            is_built_in = in_use.state is ModelState.BUILT_IN
            more = texts.subtitle(in_use) if is_built_in else state
            self.pages.model.show_model(f"{texts.full_name(in_use)} · {more}", is_built_in)

    def _show_facts(self, facts: LibraryFacts) -> None:
        if self.pages is None:
            return
        in_use = self._workers.indexing.model
        unused = [one for one in facts.vectors if in_use not in map(known_name, one.models)]
        self.pages.library.show_facts(facts)
        self.pages.privacy.show_decisions(facts.decisions)
        self.pages.privacy.show_vectors(unused)

    def _clear_searches(self) -> None:
        self._preferences.recent_searches = ()
        if self.pages is not None:
            self.pages.privacy.show_searches(0)

    def _choose_stillness(self, is_still: bool) -> None:
        self._preferences.reduces_motion = is_still
        keep_still(is_still)

    def _choose_hardware(self, hardware: Hardware) -> None:
        # What cannot be used is told of again.
        self._preferences.told_of_hardware = ""
        if self.pages is not None:
            self.pages.model.show_waiting()
        self._workers.indexing.request_hardware(hardware)

    def _choose_options(self, options: HashtagOptions) -> None:
        self._options = options
        self._workers.indexing.request_options(options)

    def _tell_refused(self, error: OrganizerError) -> None:
        text = error_text(error)
        if text == self._preferences.told_of_hardware:
            return
        self._preferences.told_of_hardware = text
        self._banner.show_offer(text, self.tr("Settings…"), self.open_model, kind="error")
        if self.pages is not None:
            self.pages.model.show_problem(text)

    def _ask_to_forget(self) -> None:
        if self.dialog is None:
            return
        box = deletion_question(
            self.tr("Forget what was learned from you?"),
            self.tr(
                "All confirmed and corrected categories are taken back, and pictures are filed as"
                " the model alone would. This can be undone with Ctrl+Z until you quit."
            ),
            self.tr("Forget"),
            self.dialog,
        )
        box.accepted.connect(self._forget_decisions)

    def _forget_decisions(self) -> None:
        self._workers.history.do(self.tr("Forget what was learned"), ForgetDecisions())

    def _ask_to_delete(self, vectors: StoredVectors) -> None:
        if self.dialog is None:
            return
        title = self.tr("Delete what {model} found in your pictures?")
        text = self.tr(
            "About {size} of the library become free. Categories and hashtags stay as they are."
            " When you go back to this model, it looks at all pictures again."
        )
        box = deletion_question(
            title.format(model=vectors.title or vectors.encoder),
            text.format(size=texts.data_size(vectors.bytes)),
            self.tr("Delete"),
            self.dialog,
        )
        request = self._workers.indexing.request_vector_removal
        box.accepted.connect(partial(request, vectors.encoder))
