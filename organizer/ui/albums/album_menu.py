"""The menu that asks into which album pictures are to come: by typing, or by choosing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget, QWidgetAction

from organizer.library.album_storage import album_key, album_name
from organizer.library.records import Album

_MOST_SHOWN = 12
_WIDTH_IN_LETTERS = 28


class AlbumMenu(QMenu):
    """Offers those of `albums` that have in their names what is typed, and a new one of that name.

    It can be a menu of its own or a part of another one.

    Attributes:
        field: Where a name is typed; it has the focus.

    Signals:
        chosen(int): The album of this id.
        named(str): A new album of this name.
    """

    chosen = Signal(object)
    named = Signal(str)

    def __init__(self, albums: Callable[[], tuple[Album, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Add to album"))
        self._albums = albums
        self._offered: list[QAction] = []
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(6, 4, 6, 6)
        self.field = QLineEdit(box)
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS)
        self.field.setPlaceholderText(self.tr("Find or name an album"))
        self.field.setAccessibleName(self.tr("Find or name an album"))
        self.field.textChanged.connect(self._offer)
        self.field.installEventFilter(self)
        layout.addWidget(self.field)
        typing = QWidgetAction(self)
        typing.setDefaultWidget(box)
        self.addAction(typing)
        self.aboutToShow.connect(self._begin)

    def offered(self) -> list[str]:
        """What can be chosen now, in order."""
        return [action.text() for action in self._offered]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Moves and chooses while the field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._move(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose_active()
                return True
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self.field.clear()
        self._offer()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _offer(self) -> None:
        for action in self._offered:
            self.removeAction(action)
            action.deleteLater()
        name = album_name(self.field.text())
        key = album_key(name)
        albums = self._albums()
        fitting = [one for one in albums if key in album_key(one.name)]
        # What begins with it is meant more often.
        fitting.sort(key=lambda one: not album_key(one.name).startswith(key))
        self._offered = []
        for album in fitting[:_MOST_SHOWN]:
            self._add(album.name, partial(self._tell_chosen, album.id))
        if name and all(album_key(one.name) != key for one in albums):
            text = self.tr("New album “{name}”").format(name=name)
            self._add(text, partial(self._tell_named, name))
        if name and self._offered:
            self.setActiveAction(self._offered[0])
        elif not self._offered:
            hint = self.addAction(self.tr("Type a name and press Enter"))
            hint.setEnabled(False)
            self._offered.append(hint)

    def _add(self, text: str, slot: partial[None]) -> None:
        # An ampersand would make the next letter a shortcut.
        action = self.addAction(text.replace("&", "&&"))
        action.triggered.connect(slot)
        self._offered.append(action)

    def _tell_chosen(self, album_id: int, _checked: bool = False) -> None:
        self.chosen.emit(album_id)

    def _tell_named(self, name: str, _checked: bool = False) -> None:
        self.named.emit(name)

    def _move(self, step: int) -> None:
        active = self.activeAction()
        place = self._offered.index(active) + step if active in self._offered else 0
        self.setActiveAction(self._offered[place % len(self._offered)])

    def _choose_active(self) -> None:
        active = self.activeAction()
        if active not in self._offered or not active.isEnabled():
            return
        menu: QWidget | None = self
        while isinstance(menu, QMenu):
            menu.close()
            menu = menu.parentWidget()
        active.trigger()
