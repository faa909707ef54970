"""Lists, checks and removes models, off the GUI thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Signal

from organizer.errors import OrganizerError
from organizer.indexing.computing import look_at_computer
from organizer.indexing.describing import Described, read_described
from organizer.indexing.model_shelf import (
    ShelfModel,
    checked_model,
    models_on_shelf,
    recommended_model,
    remove_model,
)
from organizer.library.place import LibraryPlace
from organizer.library.queries.vectors import StoredVectors
from organizer.library.reader import LibraryReader
from organizer.ui.workers.background import BackgroundWorker


class ModelWorker(BackgroundWorker):
    """Knows which models there are; asks no network.

    Signals:
        listed(tuple): The ShelfModels, as models_on_shelf gives them.
        recommended(str): The name of the model to offer.
        computer_known(Computer): What there is to run models on, and what was measured.
        checked(ShelfModel): The model that the user named can be had.
        removed(str, int): The model of this name is deleted, so many bytes are free.
        failed(str, OrganizerError): What was asked for the model of this name cannot be done.
        importing(bool): A large library is being imported, or no longer.
    """

    listed = Signal(object)
    recommended = Signal(str)
    computer_known = Signal(object)
    checked = Signal(object)
    removed = Signal(str, object)
    failed = Signal(str, object)
    importing = Signal(bool)

    def __init__(self, place: LibraryPlace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._number = 0

    def request_list(self, in_use: str) -> None:
        """Asks for the models on the shelf, with the one in use."""
        self._number += 1
        self.start(partial(self._list, self._number, in_use))

    def request_recommendation(self, language: str) -> None:
        """Asks which model to offer in `language`, "ko" or "en"; takes seconds the first time."""
        self.start(partial(self._recommend, language))

    def request_computer(self, model: str) -> None:
        """Asks what there is to run `model` on; takes seconds the first time."""
        self.start(partial(self._look_at_computer, model))

    def request_check(self, name: str) -> None:
        """Asks whether the model that the user named can be had."""
        self.start(partial(self._check, name))

    def request_removal(self, name: str) -> None:
        """Deletes a model, or what a download of it left."""
        self.start(partial(self._remove, name))

    def _list(self, number: int, in_use: str) -> None:
        found = models_on_shelf(in_use, *self._stored())
        self.tell(partial(self._tell_list, number, found))

    def _tell_list(self, number: int, found: tuple[ShelfModel, ...]) -> None:
        # The threads of two questions may end in another order.
        if number == self._number:
            self.listed.emit(found)

    def _stored(self) -> tuple[tuple[StoredVectors, ...], Described]:
        if not self._place.database.is_file():
            return (), Described()
        try:
            with LibraryReader(self._place) as reader:
                return reader.vectors.stored(), read_described(reader)
        except OrganizerError as error:
            # The models can be chosen all the same.
            self.tell(partial(self.failed.emit, "", error))
            return (), Described()

    def _recommend(self, language: str) -> None:
        with self._importing():
            name = recommended_model(language)
        self.tell(partial(self.recommended.emit, name))

    def _look_at_computer(self, model: str) -> None:
        try:
            with self._importing():
                found = look_at_computer(self._place, model)
        except OrganizerError as error:
            self.tell(partial(self.failed.emit, "", error))
            return
        self.tell(partial(self.computer_known.emit, found))

    def _check(self, name: str) -> None:
        try:
            with self._importing():
                found = checked_model(name)
        except OrganizerError as error:
            self.tell(partial(self.failed.emit, name, error))
            return
        self.tell(partial(self.checked.emit, found))

    def _remove(self, name: str) -> None:
        try:
            freed = remove_model(name)
        except OrganizerError as error:
            self.tell(partial(self.failed.emit, name, error))
            return
        self.tell(partial(self.removed.emit, name, freed))

    @contextmanager
    def _importing(self) -> Iterator[None]:
        self.tell(partial(self.importing.emit, True))
        try:
            yield
        finally:
            self.tell(partial(self.importing.emit, False))
