"""The dialog with a card for each model."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from organizer.ui.model_dialog.card import ModelCard
from organizer.ui.model_dialog.other_model import OtherModel
from organizer.ui.model_dialog.standing import Standing
from organizer.ui.views.banner import Banner
from organizer.ui.views.labels import label


class ModelDialog(QDialog):
    """Shows Standings, a card each, and a field to name another model.

    Signals:
        download_requested(ShelfModel), use_requested(ShelfModel), removal_requested(ShelfModel),
        forgetting_requested(ShelfModel): The user wants this for a model.
        pause_requested(), resume_requested(), cancel_requested(): Of the download.

    Attributes:
        other: The field to name another model.
        banner: What came of what the user asked for.
    """

    download_requested = Signal(object)
    use_requested = Signal(object)
    removal_requested = Signal(object)
    forgetting_requested = Signal(object)
    pause_requested = Signal()
    resume_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setObjectName("modelDialog")
        self.resize(700, 720)
        self._cards: dict[str, ModelCard] = {}
        self.banner = Banner(self)
        self.other = OtherModel(self)
        self._waiting = label(self.tr("Looking at what is here…"), "muted", self)
        content = QWidget(self)
        content.setObjectName("modelList")
        # Without it the height would be that of texts wrapped as narrow as can be.
        content.setMinimumHeight(1)
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(20, 12, 20, 20)
        self._list.setSpacing(12)
        hint = self.tr(
            "A model looks at your pictures, files them and suggests hashtags, all on this"
            " computer. Nothing is downloaded that you do not ask for."
        )
        self._list.addWidget(label(hint, "muted", content))
        self._list.addWidget(self._waiting)
        self._list.addWidget(self.other)
        self._list.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(content)
        self._arrange()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(20, 8, 20, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(buttons)

    @property
    def cards(self) -> dict[str, ModelCard]:
        """The cards in their order, by the names of the models."""
        return dict(self._cards)

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Shows a card for each of `standings`, in their order."""
        self._waiting.hide()
        names = [standing.model.name for standing in standings]
        for name in self._cards.keys() - set(names):
            card = self._cards.pop(name)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, standing in enumerate(standings, start=2):
            if standing.model.name in self._cards:
                self._cards[standing.model.name].show_standing(standing)
            else:
                self._add_card(standing, place)
        self._cards = {name: self._cards[name] for name in names}

    def show_card(self, name: str) -> None:
        """Brings the card of a model into view."""
        if name in self._cards:
            self._list.activate()
            self._scroll.ensureWidgetVisible(self._cards[name])

    def _add_card(self, standing: Standing, place: int) -> None:
        card = ModelCard(standing, self)
        self._cards[standing.model.name] = card
        self._list.insertWidget(place, card)
        for told, passed_on in (
            (card.download_requested, self.download_requested),
            (card.use_requested, self.use_requested),
            (card.removal_requested, self.removal_requested),
            (card.forgetting_requested, self.forgetting_requested),
            (card.pause_requested, self.pause_requested),
            (card.resume_requested, self.resume_requested),
            (card.cancel_requested, self.cancel_requested),
        ):
            told.connect(passed_on)
