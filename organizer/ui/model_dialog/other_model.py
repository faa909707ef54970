"""Naming a model that is not offered: one of open_clip, or a file of weights."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from organizer.ui.views.labels import label

_FILE_ENDINGS = (".safetensors", ".pt", ".pth", ".bin")


class OtherModel(QFrame):
    """Two fields, for an open_clip model and its weights: a tag, or a file.

    Signals:
        named(str): The user named the model "NAME/TAG" or "NAME:FILE".
    """

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("otherModel")
        self.name = self._field(self.tr("Model of open_clip"), "ViT-B-32")
        self.weights = self._field(
            self.tr("Weights: a tag or a file"), self.tr("laion2b_s34b_b79k, or a file")
        )
        self._browse = QPushButton(self.tr("Choose file…"), self)
        self._browse.clicked.connect(self._choose_file)
        self.add = QPushButton(self.tr("Add to the list"), self)
        self.add.clicked.connect(self._tell)
        for field in (self.name, self.weights):
            field.textChanged.connect(self._enable)
            field.returnPressed.connect(self._tell)
        self._problem = label("", "warning", self)
        self._problem.hide()
        self._checking = label(self.tr("Looking it up…"), "muted", self)
        self._checking.hide()
        self._checked = ""
        self._arrange()
        self._enable()

    def _arrange(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        fields.addWidget(QLabel(self.tr("Model of open_clip"), self), 0, 0)
        fields.addWidget(self.name, 0, 1, 1, 2)
        fields.addWidget(QLabel(self.tr("Weights: a tag or a file"), self), 1, 0)
        fields.addWidget(self.weights, 1, 1)
        fields.addWidget(self._browse, 1, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self._checking, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Another model"), "title", self))
        hint = self.tr(
            "Any model of open_clip, or a file of its weights (.safetensors or .pt) on this"
            " computer."
        )
        layout.addWidget(label(hint, "muted", self))
        layout.addLayout(fields)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    @property
    def problem(self) -> str:
        """What is wrong with what was named."""
        return self._problem.text()

    def is_checking(self, name: str) -> bool:
        """Whether it is being looked up whether there is the model `name`."""
        return bool(name) and name == self._checked

    def show_checking(self, name: str) -> None:
        """Tells that it is looked up what was named; the first time takes seconds."""
        self._checked = name
        self._show_problem("")

    def show_added(self) -> None:
        """Makes room for another name: what was named is in the list now."""
        self._checked = ""
        self._show_problem("")
        self.name.clear()
        self.weights.clear()

    def show_problem(self, text: str) -> None:
        """Tells what is wrong with what was named."""
        self._checked = ""
        self._show_problem(text)

    def _show_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._checking.setVisible(bool(self._checked))
        self._enable()

    def _enable(self) -> None:
        is_named = bool(self.name.text().strip() and self.weights.text().strip())
        self.add.setEnabled(is_named and not self._checked)

    def _tell(self) -> None:
        if self.add.isEnabled():
            name, weights = self.name.text().strip(), self.weights.text().strip()
            self.named.emit(f"{name}:{weights}" if _is_file(weights) else f"{name}/{weights}")

    def _choose_file(self) -> None:
        title = self.tr("Choose a file of weights")
        kinds = self.tr("Weights (*.safetensors *.pt *.pth *.bin)")
        file, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if file:
            self.weights.setText(str(Path(file)))

    def _field(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        return field


def _is_file(weights: str) -> bool:
    """Whether `weights` names a file: tags have neither folders nor endings."""
    return weights.lower().endswith(_FILE_ENDINGS) or "/" in weights or "\\" in weights
