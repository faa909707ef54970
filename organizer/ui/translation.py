"""The languages of the window."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from organizer.resource_files import resource_path


class Language(StrEnum):
    """A language that every string of the window exists in."""

    ENGLISH = "en"
    KOREAN = "ko"


def system_language() -> Language:
    """Korean on a Korean system, English on any other."""
    korean = QLocale.system().language() == QLocale.Language.Korean
    return Language.KOREAN if korean else Language.ENGLISH


class Translation:
    """The translators of the running application; at most one language is installed."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def install(self, language: Language) -> None:
        """Makes `language` that of all windows made from now on, and of dates and numbers."""
        self.remove()
        QLocale.setDefault(_locale(language))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{language}", qt_folder),
            (f"photo_organizer_{language}", str(resource_path("translations"))),
        ):
            translator = QTranslator(self._application)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._installed.append(translator)

    def remove(self) -> None:
        """Leaves the application with the strings of the code."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()


def _locale(language: Language) -> QLocale:
    """The system's own locale where it speaks `language`, for its ways with dates and numbers."""
    wanted = QLocale.Language.Korean if language is Language.KOREAN else QLocale.Language.English
    system = QLocale.system()
    return system if system.language() == wanted else QLocale(wanted)
