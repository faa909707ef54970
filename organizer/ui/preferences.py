"""What the window remembers between runs, in an INI file beside the library."""

from PySide6.QtCore import QByteArray, QSettings

from organizer.library.filter_json import from_json, to_json
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.tagging.hashtag_lines import HashtagLanguage, HashtagLine, HashtagOrder
from organizer.ui.theme import ThemeChoice
from organizer.ui.translation import Language, system_language


class Preferences:
    """Language, theme, geometry, layout, what was shown last and how hashtags are copied.

    What is not set follows the system, or is usual.
    """

    def __init__(self, place: LibraryPlace) -> None:
        path = place.database.with_name(f"{place.database.stem}-window.ini")
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """The language of the window."""
        stored = self._settings.value("language")
        return Language(stored) if stored in list(Language) else system_language()

    @language.setter
    def language(self, language: Language) -> None:
        self._settings.setValue("language", language.value)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark or the system's."""
        stored = self._settings.value("theme")
        return ThemeChoice(stored) if stored in list(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, theme: ThemeChoice) -> None:
        self._settings.setValue("theme", theme.value)

    @property
    def hashtag_line(self) -> HashtagLine:
        """The order and the language in which hashtags are copied."""
        order = self._settings.value("copied_order")
        language = self._settings.value("copied_language")
        return HashtagLine(
            HashtagOrder(order) if order in list(HashtagOrder) else HashtagOrder.GIVEN,
            HashtagLanguage(language)
            if language in list(HashtagLanguage)
            else HashtagLanguage.AS_THEY_ARE,
        )

    @hashtag_line.setter
    def hashtag_line(self, line: HashtagLine) -> None:
        self._settings.setValue("copied_order", line.order.value)
        self._settings.setValue("copied_language", line.language.value)

    @property
    def geometry(self) -> QByteArray | None:
        """Size and place of the window, as Qt keeps them."""
        stored = self._settings.value("geometry")
        return stored if isinstance(stored, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def filter(self) -> Filter:
        """What was to be seen; what cannot be read of it is left out."""
        return from_json(str(self._settings.value("filter", "")))

    @filter.setter
    def filter(self, chosen: Filter) -> None:
        self._settings.setValue("filter", to_json(chosen))

    @property
    def last_view(self) -> tuple[int, int, int]:
        """The current picture, one that was in view, and how far below the top; ids may be 0."""
        stored = str(self._settings.value("last_view", "")).split(" ")
        try:
            current, looked_at, top = map(int, stored)
        except ValueError:
            return 0, 0, 0
        return current, looked_at, top

    @last_view.setter
    def last_view(self, view: tuple[int, int, int]) -> None:
        self._settings.setValue("last_view", " ".join(map(str, view)))

    @property
    def hidden_panels(self) -> frozenset[str]:
        """The names of the panels that the user does not want to see."""
        return frozenset(str(self._settings.value("hidden_panels", "")).split())

    @hidden_panels.setter
    def hidden_panels(self, names: frozenset[str]) -> None:
        self._settings.setValue("hidden_panels", " ".join(sorted(names)))

    @property
    def panel_widths(self) -> QByteArray | None:
        """How wide the panels are, as Qt keeps it."""
        stored = self._settings.value("panel_widths")
        return stored if isinstance(stored, QByteArray) else None

    @panel_widths.setter
    def panel_widths(self, widths: QByteArray) -> None:
        self._settings.setValue("panel_widths", widths)

    @property
    def cell_size(self) -> int | None:
        """How large pictures are in the gallery, in pixels."""
        stored = str(self._settings.value("cell_size", ""))
        return int(stored) if stored.isascii() and stored.isdigit() else None

    @cell_size.setter
    def cell_size(self, size: int) -> None:
        self._settings.setValue("cell_size", size)

    @property
    def has_natural_shapes(self) -> bool:
        """Whether the gallery shows pictures in their own shapes."""
        return str(self._settings.value("natural_shapes", "")) == "yes"

    @has_natural_shapes.setter
    def has_natural_shapes(self, is_natural: bool) -> None:
        self._settings.setValue("natural_shapes", "yes" if is_natural else "no")

    @property
    def recent_searches(self) -> tuple[str, ...]:
        """What was searched for, the last first."""
        stored = self._settings.value("recent_searches", [])
        # Of a list of one, the file keeps but the text.
        listed = [stored] if isinstance(stored, str) else stored
        return tuple(str(one) for one in listed) if isinstance(listed, list) else ()

    @recent_searches.setter
    def recent_searches(self, searches: tuple[str, ...]) -> None:
        self._settings.setValue("recent_searches", list(searches))

    @property
    def reduces_motion(self) -> bool:
        """Whether nothing is to move, whatever the system says."""
        return str(self._settings.value("motion", "")) == "reduced"

    @reduces_motion.setter
    def reduces_motion(self, is_reduced: bool) -> None:
        self._settings.setValue("motion", "reduced" if is_reduced else "")

    @property
    def told_of_hardware(self) -> str:
        """What the user was last told of a processor or precision that cannot be used."""
        return str(self._settings.value("told_of_hardware", ""))

    @told_of_hardware.setter
    def told_of_hardware(self, text: str) -> None:
        self._settings.setValue("told_of_hardware", text)

    @property
    def is_model_offer_answered(self) -> bool:
        """Whether the user closed or accepted the offer of larger models."""
        return str(self._settings.value("model_offer", "")) == "answered"

    @is_model_offer_answered.setter
    def is_model_offer_answered(self, is_answered: bool) -> None:
        self._settings.setValue("model_offer", "answered" if is_answered else "")
