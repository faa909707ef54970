"""What the user did and can take back, in the order they did it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from organizer.library.edits import Edit
from organizer.ui.workers.indexing_worker import IndexingWorker

_MOST_REMEMBERED = 200


class History(QUndoStack):
    """Edits that `worker` does, takes back and does again."""

    def __init__(self, worker: IndexingWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoLimit(_MOST_REMEMBERED)
        self._worker = worker
        self._number = 0

    def do(self, text: str, edit: Edit) -> None:
        """Does `edit`; `text` names it to the user, such as "Merge hashtags"."""
        self._number += 1
        self.push(_Command(text, self._worker, self._number, edit))


class _Command(QUndoCommand):
    def __init__(self, text: str, worker: IndexingWorker, number: int, edit: Edit) -> None:
        super().__init__(text)
        self._worker = worker
        self._number = number
        self._edit = edit

    def redo(self) -> None:
        self._worker.request_edit(self._number, self._edit)

    def undo(self) -> None:
        self._worker.request_take_back(self._number)
