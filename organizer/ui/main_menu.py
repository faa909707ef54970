"""The menu behind the button at the top right."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from organizer.ui.history_actions import RedoAction, UndoAction
from organizer.ui.theme import ThemeChoice
from organizer.ui.translation import Language


class MainMenu(QMenu):
    """What is not needed all the time.

    Signals:
        zips_requested(), folder_requested(), sample_requested(), removal_requested()
        overview_requested(), categories_requested(), tidy_requested(), suggestions_requested()
        duplicates_requested(), models_requested(), service_requested()
        problems_requested(), settings_requested(), about_requested()
        language_chosen(Language), theme_chosen(ThemeChoice)
    """

    zips_requested = Signal()
    folder_requested = Signal()
    sample_requested = Signal()
    removal_requested = Signal()
    suggestions_requested = Signal()
    problems_requested = Signal()
    tidy_requested = Signal()
    about_requested = Signal()
    settings_requested = Signal()
    models_requested = Signal()
    service_requested = Signal()
    overview_requested = Signal()
    categories_requested = Signal()
    duplicates_requested = Signal()
    language_chosen = Signal(object)
    theme_chosen = Signal(object)

    def __init__(
        self, language: Language, theme: ThemeChoice, history: QUndoStack, parent: QWidget
    ) -> None:
        super().__init__(parent)
        undo, redo = UndoAction(history, self), RedoAction(history, self)
        self.addActions([undo, redo])
        self.addSeparator()
        zips = self.addAction(self.tr("Add zips…"))
        zips.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        zips.triggered.connect(self.zips_requested)
        folder = self.addAction(self.tr("Add folder…"))
        folder.setShortcut(QKeySequence("Ctrl+Shift+O"))
        folder.triggered.connect(self.folder_requested)
        settings = QAction(self.tr("Settings…"), self)
        settings.setShortcut(QKeySequence("Ctrl+,"))
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        settings.triggered.connect(self.settings_requested)
        self._overview = QAction(self.tr("Overview"), self)
        self._overview.setShortcut(QKeySequence("Ctrl+Shift+Y"))
        self._overview.triggered.connect(self.overview_requested)
        # A shortcut works only on what the window itself holds.
        parent.addActions([undo, redo, zips, folder, self._overview, settings])
        self.addAction(self.tr("Try the sample")).triggered.connect(self.sample_requested)
        removal = self.addAction(self.tr("Remove from library…"))
        removal.triggered.connect(self.removal_requested)
        self._problems = self.addAction(self.tr("Files that could not be read…"))
        self._problems.triggered.connect(self.problems_requested)
        self.addSeparator()
        self.addAction(self._overview)
        self.addAction(self.tr("Categories…")).triggered.connect(self.categories_requested)
        self._tidy = self.addAction(self.tr("Tidy up hashtags…"))
        self._tidy.triggered.connect(self.tidy_requested)
        self.addAction(self.tr("Duplicates…")).triggered.connect(self.duplicates_requested)
        suggestions = self.addAction(self.tr("Hashtag suggestions…"))
        suggestions.triggered.connect(self.suggestions_requested)
        self.addAction(self.tr("Models…")).triggered.connect(self.models_requested)
        service = self.addAction(self.tr("Tag selected with a service…"))
        service.triggered.connect(self.service_requested)
        self.addSeparator()
        languages = {Language.ENGLISH: "English", Language.KOREAN: "한국어"}
        group = self._choices(self.tr("Language"), languages, language)
        group.triggered.connect(self._choose_language)
        themes = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        group = self._choices(self.tr("Theme"), themes, theme)
        group.triggered.connect(self._choose_theme)
        self.addSeparator()
        self.addAction(settings)
        about = self.addAction(self.tr("About Photo Organizer"))
        about.setMenuRole(QAction.MenuRole.AboutRole)
        about.triggered.connect(self.about_requested)

    def enable_problems(self, is_enabled: bool) -> None:
        """Offers the list of problems when there are any."""
        self._problems.setEnabled(is_enabled)

    def show_found(self, found: int) -> None:
        """Offers what needs pictures when there are any in the library."""
        for action in (self._overview, self._tidy):
            action.setEnabled(found > 0)

    def _choices(
        self, title: str, names: dict[Language, str] | dict[ThemeChoice, str], chosen: StrEnum
    ) -> QActionGroup:
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        for value, name in names.items():
            action = QAction(name, group)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value.value)
            menu.addAction(action)
        return group

    def _choose_language(self, action: QAction) -> None:
        self.language_chosen.emit(Language(action.data()))

    def _choose_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(ThemeChoice(action.data()))
