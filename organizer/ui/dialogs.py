"""The few dialogs."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from organizer import __version__
from organizer.library.records import Problem
from organizer.ui.error_messages import problem_text
from organizer.ui.views.labels import label


def show_problems(problems: Sequence[Problem], parent: QWidget) -> QDialog:
    """Opens the list of files that could not be read, each with what to do."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Files that could not be read"))
    dialog.resize(720, 420)
    rows = QListWidget(dialog)
    rows.setWordWrap(True)
    rows.setAlternatingRowColors(True)
    rows.addItems(
        [problem_text(problem.code, problem.file, problem.detail) for problem in problems]
    )
    hint = QCoreApplication.translate(
        "Dialogs", "All other pictures were added. These are tried again when their files change."
    )
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(label(hint, "muted", dialog))
    layout.addWidget(rows)
    layout.addWidget(buttons)
    dialog.open()
    return dialog


def show_about(parent: QWidget) -> QMessageBox:
    """Opens what the program is and under which licences."""
    text = QCoreApplication.translate(
        "Dialogs",
        "Files the pictures of your Instagram archive by date, category and hashtag. Nothing"
        " leaves this computer.\n\nStarter model: EfficientNet-Lite2 and all-MiniLM-L6-v2, both"
        " Apache-2.0. Built with Qt for Python (LGPL), PyTorch, open_clip and Pillow.",
    )
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Photo Organizer")
    box.setText(f"Photo Organizer {__version__}")
    box.setInformativeText(text)
    box.open()
    return box
