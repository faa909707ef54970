"""Where the library lies and what was added to it."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from organizer.library.place import LibraryPlace
from organizer.library.records import PlaceStatus
from organizer.ui.handing_over import reveal
from organizer.ui.model_dialog.texts import data_size
from organizer.ui.settings.page import SettingsPage
from organizer.ui.settings.row import SettingRow
from organizer.ui.workers.facts_worker import LibraryFacts

_ARCHIVES = 1


class LibraryPage(SettingsPage):
    """Shows LibraryFacts of the library at `place`."""

    def __init__(self, place: LibraryPlace, parent: QWidget | None = None) -> None:
        super().__init__("folder", parent)
        self.title = self.tr("Library")
        self._path = str(place.database)
        show = QPushButton(self.tr("Show in folder"), self)
        show.clicked.connect(partial(reveal, place.database))
        self.place_row = SettingRow(
            self.tr("Place"),
            show,
            self._path,
            self.tr("folder path database move backup"),
        )
        self.size_row = SettingRow(
            self.tr("Size on disk"),
            hint=self.tr("Looking…"),
            keywords=self.tr("space storage thumbnails bytes"),
        )
        self.add_card(self.tr("Library"), self.place_row, self.size_row)
        self.add_card(self.tr("Archives"))

    def show_facts(self, facts: LibraryFacts) -> None:
        """Shows how large it is and which archives are in it."""
        usage = facts.usage
        parts = self.tr("{total}: {database} of what is known, {thumbnails} of thumbnails")
        self.size_row.show_hint(
            parts.format(
                total=data_size(usage.total),
                database=data_size(usage.database + usage.text_vectors),
                thumbnails=data_size(usage.thumbnails),
            )
        )
        self.fill_card(_ARCHIVES, *map(self._archive_row, facts.places))

    def _archive_row(self, place: PlaceStatus) -> SettingRow:
        show = QPushButton(self.tr("Show in folder"), self)
        show.setAccessibleName(self.tr("Show {name} in its folder").format(name=place.path.name))
        show.clicked.connect(partial(reveal, place.path))
        texts = [self.tr("%n picture(s) and video(s)", "", place.pictures)]
        if place.account:
            texts.insert(0, f"@{place.account}")
        if place.is_offline:
            texts.append(self.tr("not connected now"))
        return SettingRow(
            place.path.name or str(place.path),
            show,
            f"{' · '.join(texts)}\n{place.path}",
            self.tr("archive export folder zip watched"),
        )
