"""What can be done with a hashtag in the sidebar, by the right button or the keyboard."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QTreeView

from organizer.library.records import HashtagFacet
from organizer.ui.views.sidebar_delegate import SidebarRole

_MOST_LISTED = 20


class HashtagMenu(QMenu):
    """Opens over the rows of hashtags in `tree`, and over their heading.

    Signals:
        merge_requested(HashtagFacet): It is the same as another one.
        separation_requested(HashtagFacet, str): This spelling of it is a hashtag of its own.
        tidy_requested(): The user wants to see what might be one.
    """

    merge_requested = Signal(object)
    separation_requested = Signal(object, str)
    tidy_requested = Signal()

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._open)

    def _open(self, point: QPoint) -> None:
        index = self._tree.indexAt(point)
        facet = index.data(SidebarRole.HASHTAG)
        if facet is None:
            return
        self.clear()
        if isinstance(facet, HashtagFacet):
            spelling = index.data(SidebarRole.SPELLING)
            if spelling is None:
                self._offer_hashtag(facet)
            else:
                separate = self.addAction(self.tr("Separate this spelling"))
                separate.triggered.connect(partial(self._separate, facet, spelling))
            copy = self.addAction(self.tr("Copy"))
            copy.triggered.connect(partial(self._copy, spelling or facet.hashtag))
            self.addSeparator()
        self.addAction(self.tr("Tidy up hashtags…")).triggered.connect(self.tidy_requested)
        self.popup(self._tree.viewport().mapToGlobal(point))

    def _offer_hashtag(self, facet: HashtagFacet) -> None:
        merge = self.addAction(self.tr("Merge with…"))
        merge.triggered.connect(partial(self._merge, facet))
        if len(facet.spellings) > 1:
            spellings = self.addMenu(self.tr("Separate"))
            for spelling in facet.spellings[:_MOST_LISTED]:
                separate = spellings.addAction(f"#{spelling}".replace("&", "&&"))
                separate.triggered.connect(partial(self._separate, facet, spelling))

    def _merge(self, facet: HashtagFacet, _checked: bool = False) -> None:
        self.merge_requested.emit(facet)

    def _separate(self, facet: HashtagFacet, spelling: str, _checked: bool = False) -> None:
        self.separation_requested.emit(facet, spelling)

    def _copy(self, hashtag: str, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(f"#{hashtag}")
