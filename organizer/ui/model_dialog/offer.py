"""Tells once, without a word to any server, that there are larger models to download."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from organizer.indexing.model_shelf import ModelState, ShelfModel
from organizer.indexing.progress import Phase, Progress
from organizer.ui.internet import InternetConnection
from organizer.ui.preferences import Preferences
from organizer.ui.views.banner import Banner

# The first look at one's own pictures is not the moment to speak of models.
DELAY_MILLISECONDS = 20_000


class ModelOffer(QObject):
    """Offers larger models when the starter model has looked at all pictures.

    Not to who has another model already, nor to who closed the offer before or accepted it; and not
    before there is a way to the internet, as far as the system knows.

    Signals:
        list_requested(): It must be known which models are here.
    """

    list_requested = Signal()

    def __init__(
        self,
        banner: Banner,
        preferences: Preferences,
        open_models: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._banner = banner
        self._preferences = preferences
        self._open_models = open_models
        self._is_asking = False
        self._is_due = False
        self._internet = InternetConnection(self)
        self._internet.changed.connect(self._show)
        self._waiting = QTimer(self, singleShot=True, interval=DELAY_MILLISECONDS)
        self._waiting.timeout.connect(self._ask_for_list)
        banner.closed.connect(self._show)

    def mind_progress(self, progress: Progress, in_use: str) -> None:
        """Waits a while after all pictures are filed with the model `in_use`."""
        is_filed = progress.phase is Phase.FINISHED and bool(progress.model)
        if not is_filed or in_use != ModelState.BUILT_IN:
            self.stop()
        elif not self._preferences.is_model_offer_answered and not self._is_due:
            self._waiting.start()

    def mind_list(self, models: tuple[ShelfModel, ...]) -> None:
        """Offers when there is nothing but the starter model."""
        has_other = any(
            model.state in (ModelState.HERE, ModelState.PARTIAL, ModelState.FILE)
            for model in models
            if model.describing is None
        )
        if self._is_asking:
            self._is_asking = False
            self._is_due = not has_other
            self._show()

    @property
    def is_waiting(self) -> bool:
        """Whether it may offer soon."""
        return self._waiting.isActive() or self._is_asking or self._is_due

    @property
    def is_due(self) -> bool:
        """Whether it offers as soon as there is room in the window, and the internet."""
        return self._is_due

    def stop(self) -> None:
        """Offers nothing any more."""
        self._waiting.stop()
        self._is_asking = self._is_due = False

    def _ask_for_list(self) -> None:
        self._is_asking = True
        self.list_requested.emit()

    def _show(self) -> None:
        # What is told now is more important; this waits until it is read.
        if self._is_due and not self._banner.isVisible() and self._internet.is_there:
            self._is_due = False
            self._banner.show_offer(
                self.tr(
                    "The starter model knows objects and scenes. A larger one understands more of"
                    " your pictures, and Korean too."
                ),
                self.tr("See models…"),
                self._accept,
                self._remember,
            )

    def _accept(self) -> None:
        self._remember()
        self._open_models()

    def _remember(self) -> None:
        self._preferences.is_model_offer_answered = True
