"""All pages of the settings."""

from organizer.indexing.computing import Hardware
from organizer.indexing.hashtag_options import HashtagOptions
from organizer.library.place import LibraryPlace
from organizer.ui.preferences import Preferences
from organizer.ui.settings.general_page import GeneralPage
from organizer.ui.settings.hashtag_page import HashtagPage
from organizer.ui.settings.library_page import LibraryPage
from organizer.ui.settings.model_page import ModelPage
from organizer.ui.settings.page import SettingsPage
from organizer.ui.settings.privacy_page import PrivacyPage


class Pages:
    """The pages, showing what holds now."""

    def __init__(
        self,
        preferences: Preferences,
        place: LibraryPlace,
        hardware: Hardware,
        wait_on_battery: bool | None,
        options: HashtagOptions,
        is_korean: bool,
    ) -> None:
        self.general = GeneralPage(preferences)
        self.model = ModelPage(hardware, wait_on_battery)
        self.hashtags = HashtagPage(options, is_korean)
        self.library = LibraryPage(place)
        self.privacy = PrivacyPage()

    @property
    def all(self) -> tuple[SettingsPage, ...]:
        """In the order of the list."""
        return (self.general, self.model, self.hashtags, self.library, self.privacy)
