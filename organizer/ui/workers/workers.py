"""The workers of the application and the threads in which they live."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMetaObject, QObject, Qt, QThread, Signal

from organizer.indexing.power import THIS_COMPUTER, PowerSource
from organizer.library.edits import ServiceTags, SetServiceTags
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.ui.history import History
from organizer.ui.workers.download_worker import DownloadWorker
from organizer.ui.workers.facts_worker import FactsWorker
from organizer.ui.workers.indexing_worker import IndexingWorker
from organizer.ui.workers.model_worker import ModelWorker
from organizer.ui.workers.query_worker import QueryWorker
from organizer.ui.workers.service_worker import ServiceWorker


class Workers(QObject):
    """Starts and stops the workers; windows come and go, the work goes on.

    Attributes:
        place: The library they work on.
        indexing: Imports and looks at pictures.
        queries: Asks the library.
        models: Lists and removes models.
        downloads: Downloads models.
        services: Has a service tag pictures.
        history: Does what the user decides, and takes it back.
    """

    _asked = Signal(int, object)
    _look_up_many_asked = Signal(int, object, object)
    _hashtags_asked = Signal(int, object, str, int)
    _count_asked = Signal(int, object)
    _similar_asked = Signal(int, object, int)

    def __init__(
        self,
        place: LibraryPlace,
        model: str,
        parent: QObject | None = None,
        power: PowerSource = THIS_COMPUTER,
    ) -> None:
        super().__init__(parent)
        self.place = place
        self.indexing = IndexingWorker(place, model, power)
        self.queries = QueryWorker(place)
        self.models = ModelWorker(place, self)
        self.downloads = DownloadWorker(self)
        self.services = ServiceWorker(place, self)
        self.facts = FactsWorker(place, self)
        self.history = History(self.indexing, self)
        self.services.tagged.connect(self._keep_service_tags)
        self._number = 0
        self._look_number = 0
        self._hashtags_number = 0
        self._count_number = 0
        self._similar_number = 0
        self._threads: list[QThread] = []
        for worker, name in ((self.queries, "queries"), (self.indexing, "indexing")):
            thread = QThread(self)
            thread.setObjectName(name)
            worker.moveToThread(thread)
            self._threads.append(thread)
            thread.start()
        # Looking at pictures must never take the processor from the window.
        self._threads[1].setPriority(QThread.Priority.LowPriority)
        self._asked.connect(self.queries.ask)
        self._look_up_many_asked.connect(self.queries.look_up_many)
        self._hashtags_asked.connect(self.queries.find_hashtags)
        self._count_asked.connect(self.queries.count)
        self._similar_asked.connect(self.queries.find_similar)
        self.indexing.understood.connect(self.queries.learn)

    def ask(self, chosen: Filter) -> int:
        """Asks what passes `chosen`; the answer bears the number that is returned."""
        self._number += 1
        self.queries.expect(self._number)
        self._asked.emit(self._number, chosen)
        return self._number

    def look_up_many(self, media_ids: tuple[int, ...], hashtags: tuple[str, ...] = ()) -> int:
        """Asks for all that is known of pictures; the answer bears the number that is returned.

        How often the user has `hashtags` is told as well. Only the newest question is answered.
        """
        self._look_number += 1
        self.queries.expect_look(self._look_number)
        self._look_up_many_asked.emit(self._look_number, media_ids, hashtags)
        return self._look_number

    def find_hashtags(self, chosen: Filter, text: str = "", limit: int = 1_000_000) -> int:
        """Asks which hashtags with `text` in them are on what passes `chosen`.

        `hashtags_found` bears the number that is returned.
        """
        self._hashtags_number += 1
        self._hashtags_asked.emit(self._hashtags_number, chosen, text, limit)
        return self._hashtags_number

    def count(self, filters: Sequence[Filter]) -> int:
        """Asks how many pictures pass each of `filters`; `counted` bears the returned number."""
        self._count_number += 1
        self._count_asked.emit(self._count_number, tuple(filters))
        return self._count_number

    def find_similar(self, media_id: int, limit: int) -> int:
        """Asks which pictures look like one; `similar_found` bears the number that is returned.

        Only the newest question is answered.
        """
        self._similar_number += 1
        self.queries.expect_similar(self._similar_number)
        self._similar_asked.emit(self._similar_number, media_id, limit)
        return self._similar_number

    def begin(self, archives: tuple[Path, ...] = ()) -> None:
        """Goes on with what was not finished, and adds `archives`."""
        if archives:
            self.indexing.request_import(*archives)
        QMetaObject.invokeMethod(
            self.indexing, "resume_unfinished", Qt.ConnectionType.QueuedConnection
        )

    def stop(self) -> None:
        """Ends both threads, waiting for the pictures at hand."""
        self.indexing.stop()
        self.downloads.stop()
        self.services.stop()
        self.models.stop()
        self.facts.stop()
        for worker, thread in zip((self.queries, self.indexing), self._threads, strict=True):
            QMetaObject.invokeMethod(worker, "close", Qt.ConnectionType.BlockingQueuedConnection)
            thread.quit()
            thread.wait()

    def _keep_service_tags(self, tags: tuple[ServiceTags, ...]) -> None:
        # Each answer as it comes: it may have been paid for, and the window may be closed.
        text = self.tr("Tags of %n picture(s) by a service", "", len(tags))
        self.history.do(text, SetServiceTags(tags))
