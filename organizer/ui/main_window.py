"""The window: puts the views together and passes on what they say."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QWidget,
)

from organizer.errors import OrganizerError
from organizer.indexing.importing import ImportReport
from organizer.indexing.progress import Progress
from organizer.library.edits import DecideCategory
from organizer.library.filters import Filter
from organizer.library.thumbnails import ThumbnailStore
from organizer.tagging.categories import load_categories
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import Category
from organizer.ui.albums.controller import AlbumController
from organizer.ui.archive_adding import ArchiveAdding
from organizer.ui.category_editor.editing import CategoryEditing
from organizer.ui.current_pictures import CurrentPictures
from organizer.ui.duplicates.controller import DuplicatesController
from organizer.ui.error_messages import crash_text, error_text
from organizer.ui.gallery_controller import GalleryController
from organizer.ui.hashtag_controller import HashtagController
from organizer.ui.hashtag_merging.merging import HashtagMerging
from organizer.ui.last_view import LastView
from organizer.ui.main_menu import MainMenu
from organizer.ui.model_dialog.choosing import ModelChoosing
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.overview.controller import OverviewController
from organizer.ui.panels import Panels
from organizer.ui.preferences import Preferences
from organizer.ui.problems.controller import ProblemController
from organizer.ui.search.searching import Searching
from organizer.ui.service.tagging import ServiceController
from organizer.ui.settings.controller import SettingsController
from organizer.ui.translation import Language
from organizer.ui.viewer.controller import ViewerController
from organizer.ui.views.banner import Banner
from organizer.ui.views.detail_panel import DetailPanel
from organizer.ui.views.drop_target import DropTarget
from organizer.ui.views.empty_page import EmptyPage
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.no_result_page import NoResultPage
from organizer.ui.views.sidebar import Sidebar
from organizer.ui.views.status_bar import StatusBar
from organizer.ui.views.top_bar import TopBar
from organizer.ui.ways_out import WaysOut
from organizer.ui.window_layout import beside, column, stacked
from organizer.ui.workers.answers import Answer, Listed, LookedUp
from organizer.ui.workers.workers import Workers

_REFRESH_MILLISECONDS = 500


class MainWindow(QMainWindow):
    """Everything that the user sees. What is shown follows from the library and one Filter.

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
        self._filter = Filter()
        self._categories = load_categories()
        self._question = 0
        self._answered = 0
        self._preferences = preferences
        self._is_korean = preferences.language is Language.KOREAN
        self._make_views(preferences)
        self._arrange()
        self.viewer = ViewerController(self._workers, self.gallery, self.model, self)
        self._connect_views()
        self._connect_workers()
        self._add_shortcuts()
        # After `_connect_workers`: it has more to say of models that fail than the error alone.
        self.model_choosing = ModelChoosing(workers, preferences, self.status, self.banner, self)
        self.menu.models_requested.connect(self.model_choosing.open)
        self.services = ServiceController(
            workers, self.gallery.selected_ids, self._is_korean, self.banner, self
        )
        self.menu.service_requested.connect(self.services.open)
        self.searching = self._make_searching(preferences)
        self.settings = SettingsController(workers, preferences, self.banner, self)
        self._connect_settings()
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MILLISECONDS)
        self._refreshing.timeout.connect(self._ask)
        self.show_filter(preferences.filter)

    def _make_views(self, preferences: Preferences) -> None:
        categories = self._categories
        store = ThumbnailStore(self._workers.place.thumbnails)
        self._loader = ThumbnailLoader(store, self)
        self.model = MediaListModel(self)
        self.gallery = GalleryView(self._loader, self)
        self.gallery.setModel(self.model)
        self.gallery.setAccessibleName(self.tr("Pictures"))
        self.sidebar = Sidebar(categories, self._is_korean, self)
        self.hashtag_merging = HashtagMerging(self._workers, self.sidebar.hashtags, self)
        self.details = DetailPanel(store, categories, self._is_korean, self)
        self._current = CurrentPictures(self._workers, self.gallery, self.model, self)
        self.hashtags = HashtagController(
            self._workers, self._current, self.details.hashtags, preferences, self
        )
        self.menu = MainMenu(preferences.language, preferences.theme, self._workers.history, self)
        self.top_bar = TopBar(categories, self._is_korean, self.menu, self)
        self._gallery_controller = GalleryController(self.gallery, self.top_bar, preferences, self)
        indexing = self._workers.indexing
        self.status = StatusBar(indexing.is_paused, indexing.progress, self)
        self.banner = Banner(self)
        self.empty_page = EmptyPage(self)
        self.no_result_page = NoResultPage(self)
        self._ways_out = WaysOut(self._workers, self.no_result_page, self)
        self._last_view = LastView(self.gallery, self.model, preferences, self)
        self.drops = DropTarget(self)
        self.adding = ArchiveAdding(self._workers, self.banner, self)
        self.problems = ProblemController(self._workers, self)
        self.category_editing = CategoryEditing(
            self._workers, categories, self._is_korean, self.gallery.selected_ids, self
        )
        self.albums = AlbumController(
            self._workers, self.gallery, self.sidebar.albums, self.top_bar, self
        )
        self.duplicates = DuplicatesController(self._workers, self.gallery, self.model, self)

    def _arrange(self) -> None:
        self.pages = stacked((self.empty_page, self.gallery, self.no_result_page), self)
        self.overview = OverviewController(
            self._workers,
            self.pages,
            self.details,
            self.top_bar.overview_button,
            lambda: self._filter,
            self._is_korean,
            self,
        )
        shown = self.overview.stack
        middle = column((self.banner, shown), shown, self)
        splitter = beside(self.sidebar, middle, self.details, self)
        panels: dict[str, QWidget] = {"sidebar": self.sidebar, "details": self.details}
        self._panels = Panels(splitter, panels, self._preferences, self)
        self.setCentralWidget(column((self.top_bar, splitter, self.status), splitter, self))

    def _connect_views(self) -> None:
        for source in (self.sidebar, self.top_bar, self.no_result_page):
            source.filter_chosen.connect(self.show_filter)
        self.albums.filter_chosen.connect(self.show_filter)
        self.duplicates.filter_chosen.connect(self.show_filter)
        self.menu.duplicates_requested.connect(self.duplicates.open)
        self.albums.told.connect(self.banner.show_notice)
        self.top_bar.sidebar_toggled.connect(self._toggle_sidebar)
        self.top_bar.details_toggled.connect(self._toggle_details)
        self.overview.filter_chosen.connect(self.show_filter)
        self.overview.saved.connect(self.banner.show_notice)
        self.overview.not_saved.connect(self.banner.show_error)
        self.overview.failed.connect(self._show_error)
        self.overview.crashed.connect(self._show_crash)
        self.gallery.favourite_requested.connect(self.viewer.toggle_selected)
        self._current.known.connect(self._show_known)
        self.details.hashtags.chosen.connect(self._filter_by_hashtag)
        self.details.hashtags.copied.connect(self.banner.show_copied)
        self.details.decided.connect(self._decide)
        self.drops.dropped.connect(self.adding.add)
        self.adding.serve(self.empty_page)
        self.adding.serve(self.menu)
        self.no_result_page.clear_requested.connect(self._clear_filter)
        self.status.pause_toggled.connect(self._pause)
        direct, indexing = Qt.ConnectionType.DirectConnection, self._workers.indexing
        self.status.continue_requested.connect(indexing.request_work_on_battery, direct)
        self.status.problems_requested.connect(self.problems.open)
        self.menu.problems_requested.connect(self.problems.open)
        self.menu.tidy_requested.connect(self.hashtag_merging.open_tidying)
        self.menu.about_requested.connect(self._show_about)
        self.menu.language_chosen.connect(self.language_chosen)
        self.menu.theme_chosen.connect(self.theme_chosen)
        self._connect_category_editing()

    def _connect_category_editing(self) -> None:
        editing, menu = self.category_editing, self.sidebar.category_menu
        menu.new_requested.connect(editing.create)
        menu.edit_requested.connect(editing.edit)
        menu.removal_requested.connect(editing.remove)
        self.details.categories.new_requested.connect(editing.create_for_selected)
        self.menu.categories_requested.connect(editing.open_list)
        editing.failed.connect(self._show_error)

    def _make_searching(self, preferences: Preferences) -> Searching:
        searching = Searching(
            self._workers,
            preferences,
            self.model_choosing.offer_for_query,
            self.top_bar,
            self.gallery,
            self.model,
            self.details,
            self.viewer,
            self,
        )
        searching.filter_chosen.connect(self.show_filter)
        self.albums.add_to_menu(searching.actions.menu)
        searching.look_alikes.state_changed.connect(self._ask)
        searching.look_alikes.looking_changed.connect(self.status.show_search)
        searching.actions.copied.connect(self.banner.show_files_copied)
        searching.actions.failed.connect(self._show_error)
        self._current.known.connect(searching.follow_known)
        return searching

    def _connect_settings(self) -> None:
        settings = self.settings
        self.menu.settings_requested.connect(settings.open)
        self.menu.suggestions_requested.connect(settings.open_hashtags)
        self.hashtags.options_requested.connect(settings.open_hashtags)
        settings.language_chosen.connect(self.language_chosen)
        settings.theme_chosen.connect(self.theme_chosen)
        settings.models_requested.connect(self.model_choosing.open)

    def _connect_workers(self) -> None:
        queries, indexing = self._workers.queries, self._workers.indexing
        # The workers outlive the window: what they say must not reach one that was closed.
        self._connections = [
            queries.listed.connect(self._show_listing),
            queries.answered.connect(self._show_answer),
            queries.failed.connect(self._show_error),
            indexing.progressed.connect(self._show_progress),
            indexing.library_changed.connect(self._refresh_soon),
            indexing.archive_added.connect(self._tell_added),
            indexing.refiled.connect(self.banner.show_refiled),
            indexing.failed.connect(self._show_error),
            indexing.crashed.connect(self._show_crash),
        ]

    def _add_shortcuts(self) -> None:
        for keys, action in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._focus_search),
            (QKeySequence("Ctrl+B"), self._toggle_sidebar),
            (QKeySequence("Ctrl+P"), self.status.toggle_pause),
            (QKeySequence("Ctrl+Shift+Y"), self.overview.toggle),
            (QKeySequence(Qt.Key.Key_Escape), self._go_back),
        ):
            QShortcut(keys, self).activated.connect(action)
        # A letter alone must not be taken from who types in a field: it works in the gallery.
        toggle_details = QAction(self.gallery)
        toggle_details.setShortcut(QKeySequence("I"))
        toggle_details.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle_details.triggered.connect(self._toggle_details)
        self.gallery.addAction(toggle_details)

    @property
    def filter(self) -> Filter:
        """What the window shows."""
        return self._filter

    @property
    def is_settled(self) -> bool:
        """Whether the counts shown are those of the filter: they come after the pictures."""
        return self._answered == self._question

    def show_filter(self, chosen: Filter) -> None:
        """Shows the pictures that pass `chosen`."""
        self._filter = chosen
        self._preferences.filter = chosen
        self.top_bar.show_filter(chosen)
        self.sidebar.show_filter(chosen)
        self.searching.follow(chosen)
        self._ask()

    def remember(self) -> None:
        """Keeps for the next window what the user sees in this one."""
        self._panels.save()
        self._last_view.save()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Lets go of thumbnails; the work is ended by whoever hears `closed`."""
        self.remember()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        self._ways_out.close()
        self.model_choosing.close()
        self.services.close()
        self.searching.close()
        self.settings.close()
        self.category_editing.close()
        self.duplicates.close()
        self._current.close()
        self.overview.close()
        self.hashtags.close()
        self.hashtag_merging.close()
        self._refreshing.stop()
        self._loader.stop()
        self.viewer.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _ask(self) -> None:
        self._question = self._workers.ask(self._filter)

    def _refresh_soon(self) -> None:
        if not self._refreshing.isActive():
            self._refreshing.start()

    def _show_listing(self, listed: Listed) -> None:
        if listed.number != self._question:
            return
        self.model.show_listing(listed.listing)
        if len(listed.listing):
            self.pages.setCurrentWidget(self.gallery)
        elif listed.found:
            awaited = self.searching.look_alikes.awaited
            self._ways_out.look_for(self._filter, self.top_bar.names, awaited)
            self.pages.setCurrentWidget(self.no_result_page)
        else:
            self.pages.setCurrentWidget(self.empty_page)
        self._panels.show(listed.found > 0)
        self._last_view.restore()
        self._current.refresh()

    def _show_answer(self, answer: Answer) -> None:
        if answer.number != self._question:
            return
        self._show_categories(answer.categories)
        self.albums.show_albums(answer.facets.albums, self._filter)
        archives = [one for place in answer.places for one in place.archives]
        albums = [one.id for one in answer.facets.albums]
        left = self._filter.limited_to([one.id for one in answer.categories], archives, albums)
        if left != self._filter:
            # What was removed is no longer asked for.
            self.show_filter(left)
            return
        self.top_bar.show_facets(answer.facets, answer.places)
        self.sidebar.show_facets(answer.facets, answer.chosen, answer.counts.found, answer.places)
        self.problems.show_problems(answer.problems)
        self.menu.enable_problems(bool(answer.problems))
        self.menu.enable_tidying(answer.counts.found > 0)
        self.status.show_counts(answer.counts, len(answer.problems))
        self.hashtags.set_options(answer.options)
        self.settings.show_options(answer.options)
        self._answered = answer.number

    def _show_categories(self, categories: tuple[Category, ...]) -> None:
        if categories != self._categories:
            self._categories = categories
            self.sidebar.show_categories(categories)
            self.top_bar.show_categories(categories)
            self.details.categories.offer_categories(categories)
            self.category_editing.show_categories(categories)

    def _show_known(self, found: LookedUp) -> None:
        self.details.show_pictures(found.count, found.details)

    def _show_progress(self, progress: Progress) -> None:
        self.status.show_progress(progress)

    def _tell_added(self, report: ImportReport) -> None:
        self.banner.show_import(report)
        if report.waiting:
            self._loader.forget()
        if report.problems:
            self._refresh_soon()

    def _show_error(self, error: OrganizerError) -> None:
        self.banner.show_error(error_text(error))

    def _show_crash(self, text: str) -> None:
        self.banner.show_error(crash_text(text))

    def _show_about(self) -> None:
        # Seldom opened; to import it would keep every start waiting.
        from organizer.ui.about.dialog import AboutDialog

        AboutDialog(self).open()

    def _decide(self, media_ids: tuple[int, ...], category_id: str, is_in: bool | None) -> None:
        text = self.tr("Category of a picture")
        if len(media_ids) > 1:
            text = self.tr("Category of %n picture(s)", "", len(media_ids))
        self._workers.history.do(text, DecideCategory(media_ids, category_id, is_in))

    def _filter_by_hashtag(self, hashtag: str) -> None:
        self.show_filter(replace(self._filter, hashtags=(hashtag_key(hashtag),)))

    def _go_back(self) -> None:
        if not self.overview.leave():
            self._clear_filter()

    def _clear_filter(self) -> None:
        if not self._filter.is_empty:
            self.show_filter(Filter())

    def _pause(self, is_paused: bool) -> None:
        if is_paused:
            self._workers.indexing.pause()
        else:
            self._workers.indexing.resume()

    def _focus_search(self) -> None:
        self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.selectAll()

    def _toggle_sidebar(self) -> None:
        self._panels.toggle("sidebar")

    def _toggle_details(self) -> None:
        self._panels.toggle("details")
