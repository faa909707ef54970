"""A field for a rule, which completes the names of concepts and marks what is wrong."""

from collections.abc import Sequence

import regex
from PySide6.QtCore import QMimeData, QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

ALARM = QColor("#e03131")
"""Has a contrast of at least 3 in both themes."""

_LINES = 3
_FRAME = 12
_WORD_ENDS = regex.compile(
    r"[()&|!]|(?<!\w)(?:and|or|not|그리고|또는|아닌)(?!\w)", regex.IGNORECASE
)
_COMPLETES = (
    Qt.Key.Key_Enter,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)


class RuleEdit(QPlainTextEdit):
    """Takes one line, which wraps, and offers `names` for the word at the cursor.

    Signals:
        left(): The keyboard's focus has gone elsewhere.
    """

    left = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._missing_at: int | None = None
        self._completer = QCompleter(QStringListModel(list(names), self), self)
        self._completer.setWidget(self)
        self._popup = QListView(self)
        self._popup.setObjectName("completions")
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._popup)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._complete)

    @property
    def completer(self) -> QCompleter:
        """Offers the names."""
        return self._completer

    def mark(self, position: int, length: int) -> None:
        """Underlines what is wrong, in Python's characters; where nothing is, shows the place."""
        start, end = self._place(position), self._place(position + length)
        self._missing_at = start if start == end else None
        wrong = QTextEdit.ExtraSelection()
        wrong.format = QTextCharFormat()
        wrong.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wrong.format.setUnderlineColor(ALARM)
        wrong.cursor = QTextCursor(self.document())
        wrong.cursor.setPosition(start)
        wrong.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setExtraSelections([wrong])
        self.viewport().update()

    def clear_mark(self) -> None:
        """Marks nothing."""
        self._missing_at = None
        self.setExtraSelections([])
        self.viewport().update()

    def marked(self) -> str | None:
        """The text that is marked, "" for a place where something is missing; None for no mark."""
        selections = self.extraSelections()
        return selections[0].cursor.selectedText() if selections else None

    def cursor_position(self) -> int:
        """Where the cursor is, in Python's characters."""
        before = self.toPlainText().encode("utf-16-le")[: self.textCursor().position() * 2]
        return len(before.decode("utf-16-le", errors="ignore"))

    def offer(self, is_all: bool = False) -> None:
        """Offers the names that fit the word at the cursor, or all of them."""
        prefix = "" if is_all else self._word()
        self._completer.setCompletionPrefix(prefix)
        names = [
            self._completer.completionModel().index(row, 0).data()
            for row in range(min(2, self._completer.completionCount()))
        ]
        is_said = names == [prefix]
        if not names or is_said or not (prefix or is_all):
            self._popup.hide()
            return
        place = self.cursorRect()
        bar = self._popup.verticalScrollBar().sizeHint().width()
        place.setWidth(self._popup.sizeHintForColumn(0) + bar + _FRAME)
        self._completer.complete(place)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Three lines of text."""
        margins = self.contentsMargins()
        rest = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin()) + 12
        return QSize(200, _LINES * self.fontMetrics().lineSpacing() + rest)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as ever, and narrower."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves Enter to the dialog, and the list of names its keys."""
        if event.key() in _COMPLETES and self._popup.isVisible():
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Enter, Qt.Key.Key_Return):
            event.ignore()
            return
        wants_all = Qt.KeyboardModifier.ControlModifier & event.modifiers()
        if wants_all and event.key() == Qt.Key.Key_Space:
            self.offer(is_all=not self._word())
            return
        super().keyPressEvent(event)
        if event.text().strip() or event.key() == Qt.Key.Key_Backspace:
            self.offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Offers names to who writes Korean, too, as syllables are finished."""
        super().inputMethodEvent(event)
        if event.commitString():
            self.offer()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Pastes text as one line."""
        self.insertPlainText(" ".join(source.text().split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tells that what was typed is finished, unless it goes on in the list of names."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the text, and a mark where something is missing."""
        super().paintEvent(event)
        if self._missing_at is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._missing_at)
        place = self.cursorRect(cursor)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ALARM, 2))
        middle, foot = place.left() + 5, place.bottom() + 1
        # The caret that proof-readers write where something is missing.
        painter.drawPolyline(
            [QPoint(middle - 4, foot), QPoint(middle, foot - 4), QPoint(middle + 4, foot)]
        )
        painter.end()

    def _place(self, position: int) -> int:
        """Where a character of Python's is in Qt's text, which counts in UTF-16."""
        return len(self.toPlainText()[:position].encode("utf-16-le")) // 2

    def _word(self) -> str:
        """What stands before the cursor of a name."""
        before = self.toPlainText()[: self.cursor_position()]
        return _WORD_ENDS.split(before)[-1].lstrip()

    def _complete(self, name: str) -> None:
        cursor = self.textCursor()
        word = len(self._word().encode("utf-16-le")) // 2
        cursor.setPosition(cursor.position() - word, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(name)
        self.setTextCursor(cursor)
