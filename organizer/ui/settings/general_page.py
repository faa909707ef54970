"""Language and looks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.ui.preferences import Preferences
from organizer.ui.settings.choice import Choice
from organizer.ui.settings.page import SettingsPage
from organizer.ui.settings.row import SettingRow
from organizer.ui.theme import ThemeChoice
from organizer.ui.translation import Language


class GeneralPage(SettingsPage):
    """What concerns the whole window.

    Signals:
        language_chosen(Language), theme_chosen(ThemeChoice)
        stillness_chosen(bool): Nothing is to move, or what the system allows.
    """

    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    stillness_chosen = Signal(bool)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("options", parent)
        self.title = self.tr("General")
        languages = {Language.KOREAN: "한국어", Language.ENGLISH: "English"}
        self.language = Choice(languages, preferences.language, self)
        self.language.setObjectName("language")
        self.language.activated.connect(self._choose_language)
        themes = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        self.theme = Choice(themes, preferences.theme, self)
        self.theme.setObjectName("theme")
        self.theme.activated.connect(self._choose_theme)
        motion = {False: self.tr("As the system"), True: self.tr("Always")}
        self.stillness = Choice(motion, preferences.reduces_motion, self)
        self.stillness.activated.connect(self._choose_stillness)
        self._arrange()

    def _arrange(self) -> None:
        self.add_card(
            "",
            SettingRow(
                self.tr("Language"),
                self.language,
                keywords=self.tr("Korean English 한국어 영어 translation"),
            ),
            SettingRow(
                self.tr("Theme"),
                self.theme,
                keywords=self.tr("appearance dark light night colours"),
            ),
            SettingRow(
                self.tr("Reduce motion"),
                self.stillness,
                self.tr("Pictures and controls change at once, without fading or gliding."),
                self.tr("animation accessibility"),
            ),
        )
        self.order_focus(self.language, self.theme, self.stillness)

    def _choose_language(self) -> None:
        self.language_chosen.emit(self.language.value)

    def _choose_theme(self) -> None:
        self.theme_chosen.emit(self.theme.value)

    def _choose_stillness(self) -> None:
        self.stillness_chosen.emit(self.stillness.value)
