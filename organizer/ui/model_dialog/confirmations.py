"""What the user is asked before something large is fetched or deleted."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from organizer.indexing.model_download import DownloadOffer
from organizer.ui.model_dialog import texts
from organizer.ui.views.labels import label


class DownloadConfirmation(QDialog):
    """Says what a download would bring: how much, under which licence, into which folder.

    Signals:
        agreed(DownloadOffer): The user wants it.
        folder_chosen(DownloadOffer, Path): Models are to be kept in another folder.
    """

    agreed = Signal(object)
    folder_chosen = Signal(object, object)

    def __init__(self, offer: DownloadOffer, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer = offer
        heading = self.tr("Download {model}?").format(model=title)
        self.setWindowTitle(heading)
        size = texts.data_size(offer.missing_bytes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.agree = QPushButton(self.tr("Download {size}").format(size=size), self)
        self.agree.setProperty("role", "primary")
        buttons.addButton(self.agree, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(heading, "title", self))
        layout.addLayout(self._facts())
        hint = self.tr(
            "Your pictures stay on this computer. You can pause at any time; what came is kept."
        )
        layout.addWidget(label(hint, "muted", self))
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
        self.agree.setDefault(True)
        self.agree.setFocus()

    def _agree(self) -> None:
        self.agreed.emit(self._offer)

    def facts(self) -> str:
        """All that it says of the download."""
        return "\n".join(one.text() for one in self.findChildren(QLabel))

    def _facts(self) -> QFormLayout:
        offer = self._offer
        size = texts.data_size(offer.total_bytes)
        if offer.missing_bytes < offer.total_bytes:
            text = self.tr("{total}, of which {missing} are still to come")
            size = text.format(total=size, missing=texts.data_size(offer.missing_bytes))
        licence = offer.licence or offer.page
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self.tr("Size"), label(size, "body", self))
        rows.addRow(self.tr("From"), label(f"Hugging Face, {offer.repository}", "body", self))
        rows.addRow(self.tr("Licence"), label(licence, "body", self))
        if offer.terms:
            rows.addRow("", label(texts.terms(offer.terms), "warning", self))
        rows.addRow(self.tr("Folder"), self._folder())
        free = texts.data_size(offer.free_bytes)
        rows.addRow(self.tr("Free on this disk"), label(free, "body", self))
        return rows

    def _folder(self) -> QHBoxLayout:
        folder = label(str(self._offer.folder.parent), "body", self)
        change = QPushButton(self.tr("Change…"), self)
        change.setAccessibleName(self.tr("Change the folder"))
        change.setAutoDefault(False)
        change.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(folder, 1)
        row.addWidget(change)
        return row

    def _choose_folder(self) -> None:
        title = self.tr("Choose a folder for models")
        start = str(self._offer.folder.parent)
        folder = QFileDialog.getExistingDirectory(self, title, start)
        if folder:
            self.folder_chosen.emit(self._offer, Path(folder))


def deletion_question(title: str, text: str, agree: str, parent: QWidget) -> QMessageBox:
    """Opens a question whether to delete something; its `accepted` says yes."""
    box = QMessageBox(parent)
    box.setWindowTitle("Photo Organizer")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(title)
    box.setInformativeText(text)
    box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.open()
    return box
