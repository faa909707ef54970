"""The dialog in which hashtags are tidied up: what might be one, and what is."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from organizer.tagging.folding import MergeProposal
from organizer.ui.hashtag_merging.proposals_page import ProposalsPage
from organizer.ui.hashtag_merging.spellings_page import SpellingsPage
from organizer.ui.history import History
from organizer.ui.models.known_hashtags import KnownHashtags


class TidyDialog(QDialog):
    """Shows proposals and spellings as the library has them, and undoes what was done here.

    Attributes:
        tabs: The two pages.
        proposals: What might be one.
        spellings: What is one.
    """

    def __init__(self, history: History, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tidy up hashtags"))
        self.setMinimumSize(480, 320)
        self.resize(680, 560)
        self.proposals = ProposalsPage(history, self)
        self.spellings = SpellingsPage(history, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.proposals, self.tr("Might be one"))
        self.tabs.addTab(self.spellings, self.tr("Are one"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        # Enter merges; it must not close the dialog.
        for button in buttons.buttons():
            button.setProperty("autoDefault", False)
        undo = history.createUndoAction(self)
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo = history.createRedoAction(self)
        redo.setShortcuts(QKeySequence.StandardKey.Redo)
        self.addActions([undo, redo])
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)

    def show_proposals(self, proposals: tuple[MergeProposal, ...]) -> None:
        """Shows what was found."""
        self.proposals.show_proposals(proposals)

    def show_error(self, text: str) -> None:
        """Tells why nothing was found so far."""
        self.proposals.show_error(text)

    def show_known(self, known: KnownHashtags) -> None:
        """Shows the hashtags of the library as they are now."""
        self.proposals.show_known(known)
        self.spellings.show_known(known)
