"""What is opened later is imported while nobody waits for it."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QStringListModel
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE

from organizer.ui.viewer.importing_ahead import ImportingAhead


def test_modules_are_imported_once_there_is_something_to_open(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "opened_later.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    model, parent = QStringListModel(), QObject()
    ahead = ImportingAhead(["no_such_module", "opened_later"], model, parent, idle_milliseconds=0)
    model.setStringList([])
    qtbot.wait(0)
    assert "opened_later" not in sys.modules
    model.setStringList(["a picture"])
    qtbot.waitUntil(lambda: "opened_later" in sys.modules, timeout=PATIENCE)
    ahead.stop()
    monkeypatch.delitem(sys.modules, "opened_later")
