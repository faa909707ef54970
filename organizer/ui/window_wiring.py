"""Who hears whom in the window: what the user does in one part, another part answers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

if TYPE_CHECKING:
    from organizer.ui.main_window import MainWindow


def connect_parts(window: "MainWindow") -> None:
    """Connects the parts of `window`, all of which are there."""
    _connect_filters(window)
    _connect_menu(window)
    _connect_panels(window)
    _connect_gallery(window)
    _connect_categories(window)
    _connect_adding(window)
    _connect_messages(window)
    _connect_language_and_theme(window)
    _add_shortcuts(window)


def _connect_filters(window: "MainWindow") -> None:
    """Who chooses other pictures, and who shows what is chosen."""
    shown = window.shown
    for source in (
        window.sidebar,
        window.top_bar,
        window.pages.no_result,
        window.albums,
        window.duplicates,
        window.overview,
        window.searching,
    ):
        source.filter_chosen.connect(shown.show)
    window.pages.no_result.clear_requested.connect(shown.clear)
    window.details.hashtags.chosen.connect(shown.show_hashtag)
    window.searching.look_alikes.state_changed.connect(shown.ask)
    for part in (window.top_bar, window.sidebar):
        shown.changed.connect(part.show_filter)
    shown.changed.connect(window.searching.follow)


def _connect_menu(window: "MainWindow") -> None:
    menu = window.menu
    menu.overview_requested.connect(window.overview.toggle)
    menu.duplicates_requested.connect(window.duplicates.open)
    menu.removal_requested.connect(window.removal.open_all)
    menu.problems_requested.connect(window.problems.open)
    menu.tidy_requested.connect(window.hashtag_merging.open_tidying)
    menu.models_requested.connect(window.model_choosing.open)
    menu.service_requested.connect(window.services.open)
    menu.settings_requested.connect(window.settings.open)
    menu.suggestions_requested.connect(window.settings.open_hashtags)
    window.hashtags.options_requested.connect(window.settings.open_hashtags)
    window.settings.models_requested.connect(window.model_choosing.open)
    window.status.problems_requested.connect(window.problems.open)


def _connect_panels(window: "MainWindow") -> None:
    window.top_bar.sidebar_toggled.connect(window.toggle_sidebar)
    window.top_bar.details_toggled.connect(window.toggle_details)


def _connect_gallery(window: "MainWindow") -> None:
    """What is done with the pictures that are chosen."""
    window.current.known.connect(window.searching.follow_known)
    window.gallery.favourite_requested.connect(window.viewer.toggle_selected)
    window.albums.add_to_menu(window.searching.actions.menu)


def _connect_categories(window: "MainWindow") -> None:
    editing, menu = window.category_editing, window.sidebar.category_menu
    menu.new_requested.connect(editing.create)
    menu.edit_requested.connect(editing.edit)
    menu.removal_requested.connect(editing.remove)
    window.details.categories.new_requested.connect(editing.create_for_selected)
    window.menu.categories_requested.connect(editing.open_list)


def _connect_adding(window: "MainWindow") -> None:
    window.drops.dropped.connect(window.adding.add)
    window.adding.serve(window.pages.empty)
    window.adding.serve(window.menu)


def _connect_messages(window: "MainWindow") -> None:
    """What is said on the banner and in the status bar."""
    banner, actions, overview = window.banner, window.searching.actions, window.overview
    window.albums.told.connect(banner.show_notice)
    overview.saved.connect(banner.show_notice)
    overview.not_saved.connect(banner.show_error)
    overview.crashed.connect(banner.show_crash)
    for source in (overview, actions, window.category_editing):
        source.failed.connect(banner.show_failure)
    actions.copied.connect(banner.show_files_copied)
    window.details.hashtags.copied.connect(banner.show_copied)
    window.searching.look_alikes.looking_changed.connect(window.status.show_search)


def _connect_language_and_theme(window: "MainWindow") -> None:
    for source in (window.menu, window.settings):
        source.language_chosen.connect(window.language_chosen)
        source.theme_chosen.connect(window.theme_chosen)


def _add_shortcuts(window: "MainWindow") -> None:
    for keys, action in (
        (QKeySequence(QKeySequence.StandardKey.Find), window.top_bar.focus_search),
        (QKeySequence("Ctrl+B"), window.toggle_sidebar),
        (QKeySequence("Ctrl+P"), window.status.toggle_pause),
        (QKeySequence(Qt.Key.Key_Escape), window.go_back),
    ):
        QShortcut(keys, window).activated.connect(action)
    # A letter alone must not be taken from who types in a field: it works in the gallery.
    details = QAction(window.gallery)
    details.setShortcut(QKeySequence("I"))
    details.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    details.triggered.connect(window.toggle_details)
    window.gallery.addAction(details)
