"""The dialog with a card for each model."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

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
        describing_toggled(ShelfModel, bool), description_removal_requested(ShelfModel): The user
            wants this for a model that describes.
        pause_requested(), resume_requested(), cancel_requested(): Of the download.

    Attributes:
        other: The field to name another model.
        banner: What came of what the user asked for.
    """

    download_requested = Signal(object)
    use_requested = Signal(object)
    removal_requested = Signal(object)
    forgetting_requested = Signal(object)
    describing_toggled = Signal(object, bool)
    description_removal_requested = Signal(object)
    pause_requested = Signal()
    resume_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setObjectName("modelDialog")
        self.resize(700, 720)
        self._cards: dict[str, ModelCard] = {}
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
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
        self._scroll.setAccessibleName(self.windowTitle())
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(content)
        self._arrange()

    def _arrange(self) -> None:
        self._buttons.rejected.connect(self.reject)
        self._buttons.setContentsMargins(20, 8, 20, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._buttons)

    @property
    def cards(self) -> dict[str, ModelCard]:
        """The cards in their order, by the names of the models."""
        return dict(self._cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field is the field's own; Qt would press the first button of the dialog."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_enter and isinstance(self.focusWidget(), QLineEdit)):
            super().keyPressEvent(event)

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Shows a card for each of `standings`, in their order."""
        self._waiting.hide()
        names = [standing.model.name for standing in standings]
        is_changed = names != list(self._cards)
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
        if is_changed:
            self._order_focus()

    def show_card(self, name: str) -> None:
        """Brings the card of a model into view."""
        if name in self._cards:
            self._list.activate()
            self._scroll.ensureWidgetVisible(self._cards[name])

    def _order_focus(self) -> None:
        """Lets the Tab key go from card to card, then to the field below them."""
        buttons: list[QWidget] = []
        for card in self._cards.values():
            buttons += [*card.findChildren(QCheckBox), *card.findChildren(QPushButton)]
        below = self.other.findChildren(QLineEdit) + self.other.findChildren(QPushButton)
        for before, after in pairwise([*buttons, *below, *self._buttons.buttons()]):
            QWidget.setTabOrder(before, after)

    def _add_card(self, standing: Standing, place: int) -> None:
        card = ModelCard(standing, self)
        self._cards[standing.model.name] = card
        self._list.insertWidget(place, card)
        for told, passed_on in (
            (card.download_requested, self.download_requested),
            (card.use_requested, self.use_requested),
            (card.removal_requested, self.removal_requested),
            (card.forgetting_requested, self.forgetting_requested),
            (card.describing_toggled, self.describing_toggled),
            (card.description_removal_requested, self.description_removal_requested),
            (card.pause_requested, self.pause_requested),
            (card.resume_requested, self.resume_requested),
            (card.cancel_requested, self.cancel_requested),
        ):
            told.connect(passed_on)
