"""Counts for the dialogs about categories, taken off the GUI thread."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal

from organizer.errors import OrganizerError
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.tagging.categories import load_categories
from organizer.tagging.concepts import load_concepts
from organizer.tagging.glossary import load_glossary
from organizer.tagging.records import Category
from organizer.tagging.rules import parse_rule

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Census:
    """The categories as they are; how many pictures each holds, and how many the user decided on.

    Both counts are by id; where there are none the id is missing.
    """

    categories: tuple[Category, ...]
    pictures: dict[str, int] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)


class CensusTaker(QObject):
    """Counts in a thread of its own.

    Signals:
        counted(Census): The answer to the last `ask`.
        failed(OrganizerError): The library cannot be read.
    """

    counted = Signal(object)
    failed = Signal(object)
    _taken = Signal(object)

    def __init__(self, place: LibraryPlace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        # Not Qt's own pool: it would destroy Python objects in its threads.
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="census")
        self._is_stopped = False
        self._taken.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._pool.submit(_load_words)

    def ask(self) -> None:
        """Counts anew."""
        if not self._is_stopped:
            self._pool.submit(self._count)

    def stop(self) -> None:
        """Waits for the count at hand; nothing is told afterwards."""
        self._is_stopped = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _count(self) -> None:
        """Runs in the pool."""
        try:
            self._taken.emit(_take(self._place))
        except OrganizerError as error:
            self._taken.emit(error)

    def _tell(self, found: Census | OrganizerError) -> None:
        if self._is_stopped:
            return
        if isinstance(found, Census):
            self.counted.emit(found)
        else:
            self.failed.emit(found)


def _take(place: LibraryPlace) -> Census:
    if not place.database.is_file():
        return Census(load_categories())
    with LibraryReader(place) as reader:
        decisions: dict[str, int] = {}
        for _, category_id, _ in reader.learning.decisions():
            decisions[category_id] = decisions.get(category_id, 0) + 1
        return Census(reader.categories(), reader.facets(Filter(), 0).categories, decisions)


def _load_words() -> None:
    """Reads what typing asks for at once: reading it then would hold up the first letters."""
    load_glossary()
    parse_rule("dog", load_concepts().concepts)
