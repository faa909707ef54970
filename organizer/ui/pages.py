"""The middle of the window: the gallery, or what is there instead when it has nothing to show."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from organizer.library.filters import Filter
from organizer.ui.views.empty_page import EmptyPage
from organizer.ui.views.filter_names import FilterNames
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.no_result_page import NoResultPage
from organizer.ui.ways_out import WaysOut
from organizer.ui.workers.answers import Listed
from organizer.ui.workers.workers import Workers


class Pages(QStackedWidget):
    """Shows one of three pages.

    Attributes:
        empty: The first steps, while the library is empty.
        no_result: What to do when nothing passes the filter.
    """

    def __init__(self, gallery: GalleryView, workers: Workers, parent: QWidget) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self.empty = EmptyPage(self)
        self.no_result = NoResultPage(self)
        self._ways_out = WaysOut(workers, self.no_result, self)
        for page in (self.empty, gallery, self.no_result):
            self.addWidget(page)

    def show_listed(
        self, listed: Listed, chosen: Filter, names: FilterNames, awaited: str = ""
    ) -> None:
        """Shows the page for what passes `chosen`, of which filters are called by `names`.

        Pictures that show `awaited` may still be found.
        """
        if len(listed.listing):
            self.setCurrentWidget(self._gallery)
        elif listed.found:
            self._ways_out.look_for(chosen, names, awaited)
            self.setCurrentWidget(self.no_result)
        else:
            self.setCurrentWidget(self.empty)

    def stop(self) -> None:
        """Hears no more of the workers."""
        self._ways_out.close()
