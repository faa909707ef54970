"""What leaves this computer, and what can be forgotten."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from organizer.library.queries.vectors import StoredVectors
from organizer.ui.model_dialog.texts import data_size
from organizer.ui.settings.page import SettingsPage
from organizer.ui.settings.row import SettingRow

_VECTORS = 2


class PrivacyPage(SettingsPage):
    """Says what stays here, and offers to forget.

    Signals:
        forgetting_requested(): The user wants what was learned from them to be forgotten.
        searches_clearing_requested(): What was searched for is to be forgotten.
        vector_removal_requested(StoredVectors): What a model found is to be deleted.
    """

    forgetting_requested = Signal()
    searches_clearing_requested = Signal()
    vector_removal_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lock", parent)
        self.title = self.tr("Privacy")
        self._forget = QPushButton(self.tr("Forget…"), self)
        self._forget.setAccessibleName(self.tr("Forget what was learned from you…"))
        self._forget.clicked.connect(self.forgetting_requested)
        self._forget.setEnabled(False)
        self.add_card(
            "",
            SettingRow(
                self.tr("Nothing leaves this computer unless you ask for it"),
                hint=self.tr(
                    "Your pictures, their captions and all that is found in them stay here. The"
                    " program goes online only to download a model that you ask for, and, if you"
                    " name a service that tags pictures, to send it those for which you agree each"
                    " time. Archives are only read, never changed."
                ),
                keywords=self.tr("privacy internet network upload telemetry online"),
            ),
        )
        self.learned_row = SettingRow(
            self.tr("What was learned from you"),
            self._forget,
            self.tr("Looking…"),
            self.tr("decisions corrections categories reset delete"),
        )
        self._clear = QPushButton(self.tr("Clear"), self)
        self._clear.setAccessibleName(self.tr("Clear recent searches"))
        self._clear.clicked.connect(self.searches_clearing_requested)
        self._clear.setEnabled(False)
        searches = SettingRow(
            self.tr("Recent searches"),
            self._clear,
            self.tr("The last ones are offered again in the search field."),
            self.tr("search history clear delete"),
        )
        self.add_card(self.tr("Forget"), self.learned_row, searches)
        self.add_card(self.tr("Found by models that are no longer in use"))

    def show_decisions(self, count: int) -> None:
        """Shows how much the program has learned from."""
        text = self.tr("Nothing yet: confirm or correct a category, and similar pictures follow.")
        if count:
            text = self.tr("%n confirmed or corrected categories", "", count)
        self.learned_row.show_hint(text)
        self._forget.setEnabled(count > 0)

    def show_searches(self, count: int) -> None:
        """Offers to clear what was searched for, where there is something."""
        self._clear.setEnabled(count > 0)

    def show_vectors(self, unused: Sequence[StoredVectors]) -> None:
        """Offers to delete what models found that are not in use."""
        self.fill_card(_VECTORS, *map(self._vector_row, unused))

    def _vector_row(self, vectors: StoredVectors) -> SettingRow:
        title = vectors.title or vectors.encoder
        delete = QPushButton(self.tr("Delete…"), self)
        delete.setAccessibleName(self.tr("Delete what {model} found…").format(model=title))
        delete.clicked.connect(partial(self.vector_removal_requested.emit, vectors))
        pictures = self.tr("%n picture(s)", "", vectors.pictures)
        return SettingRow(
            title,
            delete,
            f"{pictures} · {data_size(vectors.bytes)}",
            self.tr("vectors unused model space delete"),
        )
