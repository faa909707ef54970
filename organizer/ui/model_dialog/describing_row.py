"""The switch that lets a model describe pictures, and what it has written so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from organizer.indexing.model_shelf import ModelState, ShelfModel
from organizer.ui import formatting
from organizer.ui.views.labels import label


class DescribingRow(QWidget):
    """Shows whether pictures are described.

    Signals:
        toggled(bool): The user wants pictures to be described, or no longer.
        removal_requested(): The user wants all descriptions to be deleted.
    """

    toggled = Signal(bool)
    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = QCheckBox(self.tr("Describe pictures"), self)
        self.switch.clicked.connect(self.toggled)
        self._count = label("", "muted", self)
        self.remove = QPushButton(self.tr("Delete…"), self)
        self.remove.setAccessibleName(self.tr("Delete all descriptions"))
        self.remove.setProperty("role", "chip")
        self.remove.clicked.connect(self.removal_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.switch)
        layout.addWidget(self._count, 1)
        layout.addWidget(self.remove)

    @property
    def text(self) -> str:
        """How many pictures are described, or what comes first."""
        return self._count.text()

    def show_model(self, model: ShelfModel, waits_for: str = "") -> None:
        """Shows how it stands with `model`; nothing for one that does not describe.

        `waits_for` is what the model is called that is downloaded before it, if any.
        """
        described = model.describing
        for part in (self, self.switch, self.remove):
            part.setVisible(described is not None)
        if described is None:
            return
        self.switch.setChecked(described.is_on)
        text = ""
        if described.pictures:
            text = self.tr("%n picture(s) are described", "", described.pictures)
            text = text.replace(str(described.pictures), formatting.number(described.pictures), 1)
        elif waits_for:
            text = self.tr("It is downloaded after {model}").format(model=waits_for)
        elif model.state in (ModelState.ABSENT, ModelState.PARTIAL):
            text = self.tr("It is downloaded first")
        self._count.setText(text)
        self.remove.setVisible(bool(described.pictures) and not described.is_on)
