"""Starts the window."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QDialog

from organizer.indexing.power import THIS_COMPUTER, PowerSource
from organizer.indexing.progress import Phase, Progress
from organizer.library.place import LibraryPlace
from organizer.resource_files import resource_path
from organizer.ui.garbage import GarbageCollector
from organizer.ui.main_window import MainWindow
from organizer.ui.preferences import Preferences
from organizer.ui.theme import ThemeChoice, apply_theme, chosen_theme
from organizer.ui.translation import Language, Translation
from organizer.ui.viewer.motion import keep_still
from organizer.ui.workers.workers import Workers

_log = logging.getLogger(__name__)


class Session(QObject):
    """One run of the application: the workers, and the window that shows what they do.

    Attributes:
        window: The window of today's language and theme.
        workers: What goes on when the window is made anew.
    """

    def __init__(
        self,
        application: QApplication,
        place: LibraryPlace,
        model: str,
        language: str | None,
        power: PowerSource = THIS_COMPUTER,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._garbage = GarbageCollector(self)
        self._preferences = Preferences(place)
        if language is not None:
            self._preferences.language = Language(language)
        self._translation = Translation(application)
        self._translation.install(self._preferences.language)
        apply_theme(application, chosen_theme(self._preferences.theme))
        keep_still(self._preferences.reduces_motion)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.workers = Workers(place, model, self, power)
        self.workers.indexing.progressed.connect(self._mind_phase)
        for worker in (self.workers.models, self.workers.downloads, self.workers.services):
            worker.importing.connect(self._garbage.rest)
        self.window = self._open_window()

    def begin(self, archives: Sequence[Path] = ()) -> None:
        """Begins the work; the window is painted by then."""
        self.workers.begin(tuple(archives))

    def show_language(self, language: Language) -> None:
        """Makes the window anew in `language`."""
        self._preferences.language = language
        self._translation.install(language)
        self._remake_window()

    def show_theme(self, theme: ThemeChoice) -> None:
        """Paints the window anew in `theme`."""
        self._preferences.theme = theme
        apply_theme(self._application, chosen_theme(theme))
        self._remake_window()

    def stop(self) -> None:
        """Ends the work; it goes on at the next start."""
        self._preferences.geometry = self.window.saveGeometry()
        self.workers.stop()
        self._garbage.stop()
        self._translation.remove()

    def _open_window(self) -> MainWindow:
        window = MainWindow(self.workers, self._preferences)
        geometry = self._preferences.geometry
        if geometry is not None:
            window.restoreGeometry(geometry)
        window.language_chosen.connect(self.show_language)
        window.theme_chosen.connect(self.show_theme)
        window.closed.connect(self._application.quit)
        window.show()
        return window

    def _remake_window(self) -> None:
        """Replaces the window; icons and texts are those of the moment it is made.

        What the user has begun in a dialog comes first: the window is replaced when that is closed.
        """
        dialog = self._application.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self._remake_soon, Qt.ConnectionType.UniqueConnection)
            return
        old, chosen = self.window, self.window.filter
        settings = old.settings.place
        old.closed.disconnect(self._application.quit)
        self._preferences.geometry = old.saveGeometry()
        old.remember()
        self.window = self._open_window()
        self.window.show_filter(chosen)
        if old.overview.is_open:
            self.window.overview.open()
        if settings is not None:
            self.window.settings.open_again(settings)
        old.close()
        old.deleteLater()

    @Slot()
    def _remake_soon(self) -> None:
        # Another dialog may have opened the one that is being closed.
        QTimer.singleShot(0, self, self._remake_window)

    def _mind_phase(self, progress: Progress) -> None:
        self._garbage.rest(progress.phase is Phase.LOADING_MODEL)

    def _follow_system(self) -> None:
        if self._preferences.theme is ThemeChoice.SYSTEM:
            self.show_theme(ThemeChoice.SYSTEM)


def make_application() -> QApplication:
    """The application object, made once for each process."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Photo Organizer")
    application.setApplicationDisplayName("Photo Organizer")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resource_path("icons/app.svg"))))
    application.setQuitOnLastWindowClosed(False)
    return application


def run(
    place: LibraryPlace,
    archives: Sequence[Path] = (),
    model: str = "built-in",
    language: str | None = None,
) -> int:
    """Opens the window on the library at `place`; returns the exit code when it is closed.

    `archives` are added; unfinished work goes on. Torch is not imported before there are pictures
    to look at, and then by the worker.
    """
    application = make_application()
    sys.excepthook = _report
    session = Session(application, place, model, language)
    # After the first paint: what begins now must not keep the window waiting.
    QTimer.singleShot(0, session, lambda: session.begin(archives))
    code = application.exec()
    session.stop()
    return code


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error that nobody caught is in the log; the window stays, as Qt would keep it."""
    _log.critical("unexpected error", exc_info=(kind, error, trace))
