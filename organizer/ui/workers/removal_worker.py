"""Looks at what removing archives would do, off the GUI thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from organizer.errors import OrganizerError
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.removing import RemovalPreview
from organizer.ui.workers.background import BackgroundWorker


@dataclass(frozen=True, slots=True)
class RemovablePlace:
    """What the user added: `pictures` are read there, of `archives`, which may be none."""

    path: Path
    account: str = ""
    pictures: int = 0
    archives: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What the user calls it: its account, or its file where that is not known."""
        return f"@{self.account}" if self.account else self.path.name or str(self.path)


class RemovalWorker(BackgroundWorker):
    """Reads the library at `place`; only the newest question of a kind is answered.

    Signals:
        listed(tuple): The RemovablePlaces that there are.
        previewed(RemovalPreview): What removing the places asked about would do.
        failed(OrganizerError): The library cannot be read.
    """

    listed = Signal(object)
    previewed = Signal(object)
    failed = Signal(object)

    def __init__(self, place: LibraryPlace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._number = 0

    def request_list(self) -> None:
        """Asks what there is to remove."""
        self._ask(_removable, self.listed.emit)

    def request_preview(self, paths: Sequence[Path]) -> None:
        """Asks what removing the places at `paths` would do."""
        chosen = tuple(paths)
        self._ask(lambda reader: reader.removing.preview(chosen), self.previewed.emit)

    def _ask(
        self,
        question: Callable[[LibraryReader], tuple[RemovablePlace, ...] | RemovalPreview],
        tell: Callable[[object], None],
    ) -> None:
        self._number += 1
        self.start(partial(self._look, self._number, question, tell))

    def _look(
        self,
        number: int,
        question: Callable[[LibraryReader], object],
        tell: Callable[[object], None],
    ) -> None:
        try:
            with LibraryReader(self._place) as reader:
                answer = question(reader)
        except OrganizerError as error:
            self.tell(partial(self.failed.emit, error))
            return
        self.tell(partial(self._tell, number, tell, answer))

    def _tell(self, number: int, tell: Callable[[object], None], answer: object) -> None:
        if number == self._number:
            tell(answer)


def _removable(reader: LibraryReader) -> tuple[RemovablePlace, ...]:
    known = {one.path: one for one in reader.place_statuses()}
    return tuple(
        RemovablePlace(one.path)
        if (status := known.get(one.path)) is None
        else RemovablePlace(one.path, status.account, status.pictures, status.archives)
        for one in reader.places()
    )
