"""Gives disk space back: asks before a model or what it found is deleted, tells what came of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer.indexing.model_shelf import ShelfModel
from organizer.ui.model_dialog import texts
from organizer.ui.model_dialog.confirmations import deletion_question
from organizer.ui.model_dialog.shelf import Shelf
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers


class ModelRemoving(QObject):
    """Stands between the cards of models and the workers that delete.

    `list_anew` reads how it stands with all models, `tell` says something, `parent_of_dialogs`
    gives what a question is asked over.
    """

    def __init__(
        self,
        workers: Workers,
        shelf: Shelf,
        list_anew: Callable[[], None],
        tell: Callable[[str], None],
        parent_of_dialogs: Callable[[], QWidget],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._models, self._indexing = workers.models, workers.indexing
        self._shelf = shelf
        self._list_anew = list_anew
        self._tell = tell
        self._parent_of_dialogs = parent_of_dialogs
        self._hearing = Hearing(
            self._models.removed.connect(self._tell_removed),
            self._indexing.vectors_removed.connect(self._tell_forgotten),
        )

    def close(self) -> None:
        """Hears nothing of the workers any more."""
        self._hearing.end()

    def ask_to_remove(self, model: ShelfModel) -> None:
        """Asks before the files of a model are deleted."""
        if not model.is_ours:
            # Refused with the reason; a question would promise what does not come.
            self._models.request_removal(model.name)
            return
        title = self.tr("Remove {model} from this computer?").format(model=texts.full_name(model))
        text = self.tr(
            "{size} become free. What it found in your pictures stays; to use it again it is"
            " downloaded anew."
        ).format(size=texts.data_size(model.disk_bytes))
        box = deletion_question(title, text, self.tr("Remove"), self._parent_of_dialogs())
        box.accepted.connect(partial(self._models.request_removal, model.name))

    def ask_to_forget(self, model: ShelfModel) -> None:
        """Asks before what a model found in all pictures is deleted."""
        if model.vectors is None:
            return
        title = self.tr("Delete what {model} found in your pictures?")
        title = title.format(model=texts.full_name(model))
        text = self.tr(
            "About {size} of the library become free. Categories and hashtags stay as they are."
            " When you go back to this model, it looks at all pictures again."
        ).format(size=texts.data_size(model.vectors.bytes))
        box = deletion_question(title, text, self.tr("Delete"), self._parent_of_dialogs())
        request = self._indexing.request_vector_removal
        box.accepted.connect(partial(request, model.vectors.encoder))

    def _tell_removed(self, name: str, freed: int) -> None:
        text = self.tr("{model} is removed: {size} are free again.")
        title, size = self._shelf.title(name), texts.data_size(freed)
        self._shelf.drop(name)
        self._tell(text.format(model=title, size=size))
        self._list_anew()

    def _tell_forgotten(self, _encoder: str, freed: int) -> None:
        text = self.tr("The library is {size} smaller.")
        self._tell(text.format(size=texts.data_size(max(freed, 0))))
        self._list_anew()
