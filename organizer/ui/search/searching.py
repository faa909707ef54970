"""Ties searching to the window: words, suggestions, similar pictures and the gallery's menu."""

from PySide6.QtCore import QObject, Signal

from organizer.library.filters import Filter
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.picture_actions import PictureActions
from organizer.ui.preferences import Preferences
from organizer.ui.search.look_alike_search import LookAlikeSearch, Offer
from organizer.ui.search.similar_pictures import SimilarPicturesController
from organizer.ui.search.suggesting import SearchSuggestions
from organizer.ui.viewer.controller import ViewerController
from organizer.ui.views.detail_panel import DetailPanel
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.top_bar import TopBar
from organizer.ui.workers.answers import LookedUp
from organizer.ui.workers.workers import Workers


class Searching(QObject):
    """Made anew with each window, of whose parts it is given those that it needs.

    Attributes:
        look_alikes: Has the words of a search understood.
        suggestions: Suggests while words are typed.
        similar: Shows what looks like a picture.
        actions: What the gallery's menu does.

    Signals:
        filter_chosen(Filter): The user wants to see something else.
    """

    filter_chosen = Signal(object)

    def __init__(
        self,
        workers: Workers,
        preferences: Preferences,
        offer: Offer,
        top_bar: TopBar,
        gallery: GalleryView,
        model: MediaListModel,
        details: DetailPanel,
        viewer: ViewerController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        field = top_bar.search
        self.look_alikes = LookAlikeSearch(workers, offer, self)
        field.returnPressed.connect(self.look_alikes.hurry)
        self.suggestions = SearchSuggestions(field, workers.place, preferences, self)
        self.suggestions.filter_chosen.connect(self.filter_chosen)
        self.similar = SimilarPicturesController(workers, details.similar, gallery, model, self)
        self.similar.filter_chosen.connect(self.filter_chosen)
        viewer.similar_requested.connect(self.similar.show_similar)
        self.actions = PictureActions(gallery, self)
        self.actions.menu.open_requested.connect(viewer.open)
        self.actions.menu.similar_requested.connect(self.similar.show_similar_to_current)
        self.actions.menu.favourite_requested.connect(viewer.toggle_selected)

    def follow(self, chosen: Filter) -> None:
        """Is told of each filter that the window shows."""
        self.look_alikes.follow(chosen)
        self.suggestions.follow(chosen)

    def follow_known(self, known: LookedUp) -> None:
        """Is told of the pictures that are chosen."""
        self.similar.follow(known)
        self.actions.follow(known)

    def close(self) -> None:
        """Ends all that goes on beside the window, and hears no more of the workers."""
        self.look_alikes.close()
        self.suggestions.stop()
        self.similar.close()
        self.actions.stop()
