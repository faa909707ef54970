"""The panels beside the gallery: shown and hidden, wide and narrow, as they were left."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QWidget

from organizer.ui.preferences import Preferences


class Panels(QObject):
    """Sidebar and details in a `splitter`; `panels` have them by the names that are kept."""

    def __init__(
        self,
        splitter: QSplitter,
        panels: dict[str, QWidget],
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._splitter = splitter
        self._panels = panels
        self._preferences = preferences
        self._hidden = set(preferences.hidden_panels)
        self._has_library: bool | None = None
        if preferences.panel_widths is not None:
            splitter.restoreState(preferences.panel_widths)

    def show(self, has_library: bool) -> None:
        """Shows those that the user wants; beside the first steps, empty ones are in the way."""
        if has_library is not self._has_library:
            self._has_library = has_library
            for name, panel in self._panels.items():
                panel.setVisible(has_library and name not in self._hidden)

    def toggle(self, name: str) -> None:
        """Shows a panel that is hidden, and the other way round."""
        panel = self._panels[name]
        panel.setVisible(panel.isHidden())
        if panel.isHidden():
            self._hidden.add(name)
        else:
            self._hidden.discard(name)

    def save(self) -> None:
        """Keeps how things are for the next window."""
        self._preferences.hidden_panels = frozenset(self._hidden)
        if self._has_library:
            self._preferences.panel_widths = self._splitter.saveState()
