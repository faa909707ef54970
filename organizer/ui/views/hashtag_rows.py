"""The hashtags in the sidebar: the most used, or those that are looked for among all."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QLineEdit, QTreeView, QWidget

from organizer.library.filters import Filter
from organizer.library.records import HashtagFacet
from organizer.tagging.hashtags import hashtag_key
from organizer.ui import formatting
from organizer.ui.views.hashtag_menu import HashtagMenu
from organizer.ui.views.sidebar_choice import Kind
from organizer.ui.views.sidebar_delegate import SidebarRole
from organizer.ui.views.sidebar_rows import heading, row, statement

_SHOWN = 60
_TYPING_MILLISECONDS = 150


class HashtagRows(QObject):
    """Makes the rows of hashtags for `tree`, with the field in which they are looked for.

    Attributes:
        search: Where a part of a hashtag is typed.
        menu: What can be done with a hashtag.

    Signals:
        changed(): Other rows are to be shown.
        wanted(Filter, str): Hashtags with this in them are to be looked for in the library, and
            given to `show_found`.
    """

    changed = Signal()
    wanted = Signal(object, str)

    def __init__(self, tree: QTreeView, parent: QWidget) -> None:
        super().__init__(parent)
        self._tree = tree
        self._chosen = Filter()
        self._facets: tuple[HashtagFacet, ...] = ()
        self._found: tuple[str, tuple[HashtagFacet, ...]] = ("", ())
        self._heading: QStandardItem | None = None
        self.menu = HashtagMenu(tree)
        self.search = QLineEdit(parent)
        self.search.setAcceptDrops(False)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find a hashtag"))
        self.search.setAccessibleName(self.tr("Find a hashtag"))
        self.search.textChanged.connect(self._look_for)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._ask)

    def show_facets(self, facets: tuple[HashtagFacet, ...], chosen: Filter) -> None:
        """Counts otherwise than before; marks what is chosen."""
        if (facets, chosen) != (self._facets, self._chosen):
            self._facets, self._chosen = facets, chosen
            self._ask()

    def show_found(self, text: str, facets: tuple[HashtagFacet, ...]) -> None:
        """Shows what is in the library with `text` in it, unless something else was typed since."""
        if text == self._text():
            self._found = text, facets
            self.changed.emit()

    def add_to(self, root: QStandardItem, open_rows: set[tuple[Kind, object]]) -> None:
        """Appends heading and rows; those chosen or among `open_rows` show their spellings."""
        self._heading = None
        if not self._facets:
            return
        self._heading = heading(self.tr("Hashtags"))
        self._heading.setData(True, SidebarRole.HASHTAG)
        root.appendRow(self._heading)
        fitting = self._fitting()
        for facet in fitting[:_SHOWN]:
            item = self._row(facet)
            root.appendRow(item)
            is_open = item.data(SidebarRole.CHOSEN) or item.data(SidebarRole.CHOICE) in open_rows
            # What opens by itself closes by itself.
            with QSignalBlocker(self._tree):
                self._tree.setExpanded(item.index(), is_open and item.hasChildren())
        if not fitting:
            root.appendRow(self._note(self.tr("No hashtag has this in it")))
        elif len(fitting) > _SHOWN:
            root.appendRow(self._note(self.tr("Type below to find others")))

    @staticmethod
    def is_chosen(facet: object, chosen: Filter) -> bool:
        """Whether `chosen` has any spelling of a row's `facet`; other rows have none."""
        return isinstance(facet, HashtagFacet) and any(
            hashtag_key(spelling) in chosen.hashtags for spelling in facet.spellings
        )

    def reveal(self) -> None:
        """Scrolls to what is looked for."""
        if self._heading is not None and self._text():
            self._tree.scrollTo(self._heading.index(), QTreeView.ScrollHint.PositionAtTop)

    def _text(self) -> str:
        return hashtag_key(self.search.text())

    def _look_for(self) -> None:
        self._typing.start()
        self.changed.emit()
        self.reveal()

    def _ask(self) -> None:
        if self._text():
            self.wanted.emit(self._chosen, self._text())

    def _fitting(self) -> tuple[HashtagFacet, ...]:
        text = self._text()
        if text and self._found[0] == text:
            return self._found[1]
        # Until the library has answered, what is there to see anyway.
        return tuple(
            facet
            for facet in self._facets
            if any(text in hashtag_key(spelling) for spelling in facet.spellings)
        )

    def _row(self, facet: HashtagFacet) -> QStandardItem:
        keys = [hashtag_key(spelling) for spelling in facet.spellings]
        chosen = next((key for key in keys if key in self._chosen.hashtags), None)
        name = f"#{facet.hashtag}"
        item = row(
            name,
            facet.pictures,
            Kind.HASHTAG,
            keys[0] if chosen is None else chosen,
            self._chosen,
        )
        item.setData(facet, SidebarRole.HASHTAG)
        if len(facet.spellings) > 1:
            several = self.tr("%n spelling(s)", "", len(facet.spellings))
            item.setData(self._hint(facet, keys), SidebarRole.HINT)
            count = formatting.number(facet.pictures)
            item.setData(f"{name}, {several}, {count}", Qt.ItemDataRole.AccessibleTextRole)
            spellings = " ".join(f"#{spelling}" for spelling in facet.spellings)
            item.setToolTip(f"{several}: {spellings}")
            for spelling, pictures in zip(facet.spellings, facet.counts, strict=True):
                inner = statement(f"#{spelling}", formatting.number(pictures))
                inner.setData(True, SidebarRole.FAINT)
                inner.setData(facet, SidebarRole.HASHTAG)
                inner.setData(spelling, SidebarRole.SPELLING)
                item.appendRow(inner)
        return item

    def _hint(self, facet: HashtagFacet, keys: list[str]) -> str:
        """How many other spellings there are, or the one in which the text was found."""
        found = next(number for number, key in enumerate(keys) if self._text() in key)
        if found > 0:
            return f"#{facet.spellings[found]}"
        return f"+{formatting.number(len(keys) - 1)}"

    def _note(self, text: str) -> QStandardItem:
        item = statement(text, "")
        item.setToolTip(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setData(True, SidebarRole.FAINT)
        return item
