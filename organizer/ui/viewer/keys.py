"""Which key does what in the viewer."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

# A Korean keyboard that is set to Hangul sends these for the letters printed beside them.
_HANGUL: dict[str, int] = {
    "ㄹ": Qt.Key.Key_F,
    "ㅑ": Qt.Key.Key_I,
    "ㄱ": Qt.Key.Key_R,
    "ㄲ": Qt.Key.Key_R,
    "ㄴ": Qt.Key.Key_S,
    "ㅔ": Qt.Key.Key_P,
    "ㅏ": Qt.Key.Key_K,
    "ㅡ": Qt.Key.Key_M,
    "ㅐ": Qt.Key.Key_O,
}


class Command(Enum):
    """What can be done by a key."""

    CLOSE = auto()
    NEXT = auto()
    PREVIOUS = auto()
    FIRST = auto()
    LAST = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    FIT = auto()
    WHOLE = auto()
    ROTATE = auto()
    ROTATE_BACK = auto()
    INFO = auto()
    FAVOURITE = auto()
    SLIDESHOW = auto()
    SIMILAR = auto()
    COPY = auto()
    OPEN = auto()
    PLAY = auto()
    MUTE = auto()


_KEYS: dict[int, Command] = {
    Qt.Key.Key_Escape: Command.CLOSE,
    Qt.Key.Key_Space: Command.CLOSE,
    Qt.Key.Key_Right: Command.NEXT,
    Qt.Key.Key_Down: Command.NEXT,
    Qt.Key.Key_PageDown: Command.NEXT,
    Qt.Key.Key_Left: Command.PREVIOUS,
    Qt.Key.Key_Up: Command.PREVIOUS,
    Qt.Key.Key_PageUp: Command.PREVIOUS,
    Qt.Key.Key_Home: Command.FIRST,
    Qt.Key.Key_End: Command.LAST,
    Qt.Key.Key_Plus: Command.ZOOM_IN,
    Qt.Key.Key_Equal: Command.ZOOM_IN,
    Qt.Key.Key_Minus: Command.ZOOM_OUT,
    Qt.Key.Key_0: Command.FIT,
    Qt.Key.Key_1: Command.WHOLE,
    Qt.Key.Key_R: Command.ROTATE,
    Qt.Key.Key_I: Command.INFO,
    Qt.Key.Key_F: Command.FAVOURITE,
    Qt.Key.Key_P: Command.SLIDESHOW,
    Qt.Key.Key_S: Command.SIMILAR,
    Qt.Key.Key_O: Command.OPEN,
    Qt.Key.Key_K: Command.PLAY,
    Qt.Key.Key_M: Command.MUTE,
}
_WITH_CONTROL = (Command.ZOOM_IN, Command.ZOOM_OUT, Command.FIT, Command.WHOLE)


def command_of(event: QKeyEvent) -> Command | None:
    """What a key press asks of the viewer; None when it is none of its own."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return Command.COPY
    # A number: not every key that a keyboard may have has a name.
    key = _HANGUL.get(event.text(), event.key())
    command = _KEYS.get(key)
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if command is Command.ROTATE and modifiers == Qt.KeyboardModifier.ShiftModifier:
        return Command.ROTATE_BACK
    if command in (Command.ZOOM_IN, Command.ZOOM_OUT):
        # On many keyboards the signs themselves need Shift.
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    if modifiers == Qt.KeyboardModifier.ControlModifier and command in _WITH_CONTROL:
        return command
    return command if modifiers == Qt.KeyboardModifier.NoModifier else None


def is_for_the_viewer(event: QKeyEvent) -> bool:
    """Whether a key does the same while a button has focus: all but Space, which presses it."""
    is_space = event.key() == Qt.Key.Key_Space
    return not is_space and command_of(event) is not None
