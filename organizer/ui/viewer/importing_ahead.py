"""Imports what will be wanted soon before it is wanted, so that opening it keeps nobody waiting."""

import importlib
import threading
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QObject, QTimer

# The first screenful of thumbnails is there long before, on a slow disk too.
_IDLE_MILLISECONDS = 3000


class ImportingAhead(QObject):
    """Imports `modules` in a thread of its own, once `model` has rows and changes no more.

    Who needs one of them before then simply imports it.
    """

    def __init__(
        self,
        modules: Sequence[str],
        model: QAbstractItemModel,
        parent: QObject,
        idle_milliseconds: int = _IDLE_MILLISECONDS,
    ) -> None:
        super().__init__(parent)
        self._modules = tuple(modules)
        self._model = model
        self._waiting = QTimer(self, singleShot=True, interval=idle_milliseconds)
        self._waiting.timeout.connect(self._begin)
        model.modelReset.connect(self._wait)

    def stop(self) -> None:
        """Begins nothing any more."""
        self._model.modelReset.disconnect(self._wait)
        self._waiting.stop()

    def _wait(self) -> None:
        if self._modules:
            self._waiting.start()

    def _begin(self) -> None:
        if self._model.rowCount():
            modules, self._modules = self._modules, ()
            # No daemon: the program's end must not come amid an import, and it is soon over.
            threading.Thread(target=_import_all, args=(modules,), name="importing").start()


def _import_all(modules: Sequence[str]) -> None:
    for name in modules:
        try:
            importlib.import_module(name)
        except ImportError:
            # A library of the system is missing: whoever opens what needs it is told then.
            continue
