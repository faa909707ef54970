"""Hearing the workers, which outlive the window."""

from PySide6.QtCore import QMetaObject, QObject


class Hearing:
    """The connections of a part of the window to workers.

    They go on when a window is closed or made anew: what they say must not reach one that was
    closed, so each part ends its hearing itself.
    """

    def __init__(self, *connections: QMetaObject.Connection) -> None:
        self._connections = connections

    def end(self) -> None:
        """Hears nothing more; may be called again."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections = ()
