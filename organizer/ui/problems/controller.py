"""Keeps what could not be read, and shows it when asked; made anew with each window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from organizer.library.records import Problem
from organizer.ui.workers.workers import Workers

# The dialog is seldom opened; to import it would keep every start waiting.
if TYPE_CHECKING:
    from organizer.ui.problems.dialog import ProblemDialog


class ProblemController(QObject):
    """Shows the problems of the library, and follows them while the dialog is open.

    Attributes:
        dialog: The dialog, while it is open.
    """

    def __init__(self, workers: Workers, window: QWidget) -> None:
        super().__init__(window)
        self._workers = workers
        self._window = window
        self._problems: tuple[Problem, ...] = ()
        self.dialog: ProblemDialog | None = None

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Follows what could not be read."""
        self._problems = problems
        if self.dialog is not None:
            self.dialog.show_problems(problems)

    def open(self) -> None:
        """Opens the dialog, or brings it to the front."""
        if self.dialog is None:
            from organizer.ui.problems.dialog import ProblemDialog

            self.dialog = ProblemDialog(self._window)
            self.dialog.show_problems(self._problems)
            # At once: in its own thread the worker would hear of it when all is looked at.
            direct = Qt.ConnectionType.DirectConnection
            self.dialog.retry_requested.connect(self._workers.indexing.request_retry, direct)
            self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
