"""Whether there is a way to the internet, as the system knows it: nothing is sent to find out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation


class InternetConnection(QObject):
    """Asks the system, from the first question on.

    Signals:
        changed(): It came or went.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._information: QNetworkInformation | None = None

    @property
    def is_there(self) -> bool:
        """Whether the internet can be reached; True where the system does not know."""
        # Not above: the start does not need it.
        from PySide6.QtNetwork import QNetworkInformation

        if self._information is None:
            if not QNetworkInformation.loadBackendByFeatures(
                QNetworkInformation.Feature.Reachability
            ):
                return True
            self._information = QNetworkInformation.instance()
            self._information.reachabilityChanged.connect(self.changed)
            self._information.isBehindCaptivePortalChanged.connect(self.changed)
        reachability = QNetworkInformation.Reachability
        is_open = self._information.reachability() in (reachability.Online, reachability.Unknown)
        return is_open and not self._information.isBehindCaptivePortal()
