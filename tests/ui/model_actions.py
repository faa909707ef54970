"""What a person does in the dialog of models, for tests."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

sys.path.append(str(Path(__file__).parent.parent / "vision"))

from window_actions import PATIENCE

from organizer.ui.app import Session
from organizer.ui.model_dialog.card import ModelCard
from organizer.ui.model_dialog.dialog import ModelDialog


def open_models(qtbot: QtBot, session: Session) -> ModelDialog:
    """Opens the dialog from the main menu and waits for the list."""
    window = session.window
    action = next(action for action in window.menu.actions() if action.text() == "Models…")
    action.trigger()
    dialog = window.model_choosing.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "built-in" in dialog.cards, timeout=PATIENCE)
    return dialog


def name_other(qtbot: QtBot, dialog: ModelDialog, model: str, weights: str) -> None:
    """Names a model that is not offered."""
    dialog.other.name.setText(model)
    dialog.other.weights.setText(weights)
    qtbot.mouseClick(dialog.other.add, Qt.MouseButton.LeftButton)


def click(qtbot: QtBot, card: ModelCard, text: str) -> None:
    """Presses the button of a card whose text begins with `text`, when it is there."""
    qtbot.waitUntil(lambda: button_of(card, text) is not None, timeout=PATIENCE)
    button = button_of(card, text)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def button_of(card: ModelCard, text: str) -> QAbstractButton | None:
    """The button of a card whose text begins with `text`."""
    return next((one for name, one in card.buttons().items() if name.startswith(text)), None)


def agree_to_download(qtbot: QtBot, session: Session) -> str:
    """Presses the button that begins the download; returns what the question says."""
    downloading = session.window.model_choosing.downloading
    qtbot.waitUntil(lambda: downloading.confirmation is not None, timeout=PATIENCE)
    assert downloading.confirmation is not None
    said = downloading.confirmation.facts()
    qtbot.mouseClick(downloading.confirmation.agree, Qt.MouseButton.LeftButton)
    return said


def agree_to_delete(qtbot: QtBot, text: str) -> None:
    """Presses the button `text` of the question whether to delete."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    qtbot.mouseClick(
        next(button for button in box.buttons() if button.text() == text),
        Qt.MouseButton.LeftButton,
    )


def wait_for(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Waits as long as a loaded machine may take."""
    qtbot.waitUntil(condition, timeout=PATIENCE)
