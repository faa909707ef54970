"""The window: what it is made of, and what it shows of the library."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from organizer.indexing.importing import ImportReport
from organizer.library.filters import Filter
from organizer.library.thumbnails import ThumbnailStore
from organizer.tagging.categories import load_categories
from organizer.tagging.records import Category
from organizer.ui.albums.controller import AlbumController
from organizer.ui.albums.picture_drag import PictureDrag
from organizer.ui.archive_adding import ArchiveAdding
from organizer.ui.background_work import BackgroundWork
from organizer.ui.category_deciding import CategoryDeciding
from organizer.ui.category_editor.editing import CategoryEditing
from organizer.ui.current_pictures import CurrentPictures
from organizer.ui.duplicates.controller import DuplicatesController
from organizer.ui.gallery_controller import GalleryController
from organizer.ui.hashtag_controller import HashtagController
from organizer.ui.hashtag_merging.merging import HashtagMerging
from organizer.ui.last_view import LastView
from organizer.ui.main_menu import MainMenu
from organizer.ui.model_dialog.choosing import ModelChoosing
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.overview.controller import OverviewController
from organizer.ui.pages import Pages
from organizer.ui.panels import Panels
from organizer.ui.preferences import Preferences
from organizer.ui.problems.controller import ProblemController
from organizer.ui.removal.controller import ArchiveRemoval
from organizer.ui.search.searching import Searching
from organizer.ui.service.tagging import ServiceController
from organizer.ui.settings.controller import SettingsController
from organizer.ui.shown_filter import ShownFilter
from organizer.ui.translation import Language
from organizer.ui.viewer.controller import ViewerController
from organizer.ui.views.banner import Banner
from organizer.ui.views.detail_panel import DetailPanel
from organizer.ui.views.drop_target import DropTarget
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.sidebar import Sidebar
from organizer.ui.views.status_bar import StatusBar
from organizer.ui.views.top_bar import TopBar
from organizer.ui.window_layout import beside, column
from organizer.ui.window_wiring import connect_parts
from organizer.ui.workers.answers import Answer, Listed, LookedUp
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers


class MainWindow(QMainWindow):
    """Everything that the user sees. What is shown follows from the library and one Filter.

    This module says what the window is made of and what it shows; window_wiring says who hears
    whom, shown_filter what is asked of the library.

    Signals:
        language_chosen(Language): The window is to be made anew in this language.
        theme_chosen(ThemeChoice): The colours are to change.
        closed(): The user closed it.
    """

    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    closed = Signal()

    def __init__(self, workers: Workers, preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle("Photo Organizer")
        self.resize(1280, 820)
        self._workers = workers
        self._preferences = preferences
        self._categories = load_categories()
        self._is_korean = preferences.language is Language.KOREAN
        self._make_views()
        self._arrange()
        self._make_controllers()
        self._connect()
        connect_parts(self)
        self.show_filter(preferences.filter)

    def _make_views(self) -> None:
        """What is seen, and the controllers that come with one of the views."""
        workers, preferences, categories = self._workers, self._preferences, self._categories
        store = ThumbnailStore(workers.place.thumbnails)
        self._loader = ThumbnailLoader(store, self)
        self.model = MediaListModel(self)
        self.gallery = GalleryView(self._loader, self)
        self.gallery.setModel(self.model)
        self.gallery.setAccessibleName(self.tr("Pictures"))
        self.sidebar = Sidebar(categories, self._is_korean, self)
        self.details = DetailPanel(store, categories, self._is_korean, self)
        self.menu = MainMenu(preferences.language, preferences.theme, workers.history, self)
        self.top_bar = TopBar(categories, self._is_korean, self.menu, self)
        indexing = workers.indexing
        self.status = StatusBar(indexing.is_paused, indexing.progress, self)
        self.banner = Banner(self)
        self.pages = Pages(self.gallery, workers, self)
        self.drops = DropTarget(self)

    def _arrange(self) -> None:
        self.shown = ShownFilter(self._workers, self._preferences, self)
        button, is_korean = self.top_bar.overview_button, self._is_korean
        self.overview = OverviewController(
            self._workers, self.pages, self.details, button, self.shown, is_korean, self
        )
        stack = self.overview.stack
        middle = column((self.banner, stack), stack, self)
        splitter = beside(self.sidebar, middle, self.details, self)
        panels: dict[str, QWidget] = {"sidebar": self.sidebar, "details": self.details}
        self._panels = Panels(splitter, panels, self._preferences, self)
        self.setCentralWidget(column((self.top_bar, splitter, self.status), splitter, self))

    def _make_controllers(self) -> None:
        """What stands between the views and the library."""
        workers, preferences, banner = self._workers, self._preferences, self.banner
        gallery, model, selected_ids = self.gallery, self.model, self.gallery.selected_ids
        self.current = CurrentPictures(workers, gallery, model, self)
        self.hashtags = HashtagController(
            workers, self.current, self.details.hashtags, preferences, self
        )
        self.hashtag_merging = HashtagMerging(workers, self.sidebar.hashtags, self)
        self._category_deciding = CategoryDeciding(workers.history, self.details, self)
        self.category_editing = CategoryEditing(
            workers, self._categories, self._is_korean, selected_ids, self
        )
        self.albums = AlbumController(workers, gallery, self.sidebar.albums, self.top_bar, self)
        self.duplicates = DuplicatesController(workers, gallery, model, self)
        self._gallery_controller = GalleryController(gallery, self.top_bar, preferences, self)
        self._last_view = LastView(gallery, model, preferences, self)
        self.viewer = ViewerController(workers, gallery, model, self)
        self.adding = ArchiveAdding(workers, banner, self)
        self.removal = ArchiveRemoval(workers, self.sidebar.archives, banner, self)
        self.problems = ProblemController(workers, self)
        self.settings = SettingsController(workers, preferences, banner, self)
        self.services = ServiceController(workers, selected_ids, self._is_korean, banner, self)
        self.work = BackgroundWork(workers, self.status, banner, self)
        # After `work`: it has more to say of models that fail than the error alone.
        self.model_choosing = ModelChoosing(workers, preferences, self.status, banner, self)
        self.searching = Searching(
            workers,
            preferences,
            self.model_choosing.offer_for_query,
            self.top_bar,
            gallery,
            model,
            self.details,
            self.viewer,
            self,
        )

        files_of = self.searching.actions.files_of
        self.drag = PictureDrag(workers.place, gallery, self._loader, files_of, self)

    def _connect(self) -> None:
        """What the window itself answers."""
        self.shown.listed.connect(self._show_listing)
        self.shown.answered.connect(self._show_answer)
        self.current.known.connect(self._show_known)
        self.menu.about_requested.connect(self._show_about)
        self._hearing = Hearing(self._workers.indexing.archive_added.connect(self._mind_added))

    @property
    def filter(self) -> Filter:
        """What the window shows."""
        return self.shown.filter

    @property
    def is_settled(self) -> bool:
        """Whether the counts shown are those of the filter: they come after the pictures."""
        return self.shown.is_settled

    def show_filter(self, chosen: Filter) -> None:
        """Shows the pictures that pass `chosen`."""
        self.shown.show(chosen)

    def remember(self) -> None:
        """Keeps for the next window what the user sees in this one."""
        self._panels.save()
        self._last_view.save()

    def toggle_sidebar(self) -> None:
        """Shows the sidebar, or hides it."""
        self._panels.toggle("sidebar")

    def toggle_details(self) -> None:
        """Shows the detail panel, or hides it."""
        self._panels.toggle("details")

    def go_back(self) -> None:
        """Leaves what is shown for what it was reached from: in the end, for all pictures."""
        if not self.overview.leave():
            self.shown.clear()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Lets go of thumbnails; the work is ended by whoever hears `closed`."""
        self.remember()
        self._hearing.end()
        for part in (
            self.shown,
            self.work,
            self.model_choosing,
            self.services,
            self.searching,
            self.settings,
            self.category_editing,
            self.duplicates,
            self.removal,
            self.current,
            self.overview,
            self.hashtags,
            self.hashtag_merging,
        ):
            part.close()
        self.pages.stop()
        self._loader.stop()
        self.viewer.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _show_listing(self, listed: Listed) -> None:
        self.model.show_listing(listed.listing)
        awaited = self.searching.look_alikes.awaited
        self.pages.show_listed(listed, self.filter, self.top_bar.names, awaited)
        self._panels.show(listed.found > 0)
        self._last_view.restore()
        self.current.refresh()

    def _show_answer(self, answer: Answer) -> None:
        self._show_categories(answer.categories)
        self.albums.show_albums(answer.facets.albums, self.filter)
        if self.shown.drop_what_is_gone(answer):
            return
        self.top_bar.show_facets(answer.facets, answer.places)
        self.sidebar.show_facets(answer.facets, answer.chosen, answer.counts.found, answer.places)
        self.problems.show_problems(answer.problems)
        self.menu.enable_problems(bool(answer.problems))
        self.menu.show_found(answer.counts.found)
        self.status.show_counts(answer.counts, len(answer.problems))
        self.hashtags.set_options(answer.options)
        self.settings.show_options(answer.options)

    def _show_categories(self, categories: tuple[Category, ...]) -> None:
        if categories != self._categories:
            self._categories = categories
            self.sidebar.show_categories(categories)
            self.top_bar.show_categories(categories)
            self.details.categories.offer_categories(categories)
            self.category_editing.show_categories(categories)

    def _show_known(self, found: LookedUp) -> None:
        self.details.show_pictures(found.count, found.details)

    def _mind_added(self, report: ImportReport) -> None:
        if report.waiting:
            self._loader.forget()
        if report.problems:
            self.shown.ask_soon()

    def _show_about(self) -> None:
        # Seldom opened; to import it would keep every start waiting.
        from organizer.ui.about.dialog import AboutDialog

        AboutDialog(self).open()
