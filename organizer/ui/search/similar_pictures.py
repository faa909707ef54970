"""Similar pictures: a few beside the chosen one, all of them in the gallery."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from organizer.library.filters import Filter
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.similar_section import MOST_SHOWN, SimilarSection
from organizer.ui.workers.answers import LookedUp, SimilarPictures
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers


class SimilarPicturesController(QObject):
    """Fills `section` for the picture that is chosen in `gallery`, which shows `model`.

    Signals:
        filter_chosen(Filter): The user wants to see what looks like a picture.
    """

    filter_chosen = Signal(object)

    def __init__(
        self,
        workers: Workers,
        section: SimilarSection,
        gallery: GalleryView,
        model: MediaListModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workers = workers
        self._section = section
        self._gallery = gallery
        self._model = model
        self._media_id: int | None = None
        self._question = 0
        self._to_show: int | None = None
        section.chosen.connect(self._show_picture)
        section.all_requested.connect(self._show_all)
        model.modelReset.connect(self._go_to_expected)
        # A letter alone must not be taken from who types in a field: it works in the gallery.
        action = QAction(gallery)
        action.setShortcut(QKeySequence("S"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.show_similar_to_current)
        gallery.addAction(action)
        self._hearing = Hearing(workers.queries.similar_found.connect(self._show_found))

    def close(self) -> None:
        """Hears no more of the workers."""
        self._hearing.end()
        self._section.stop()

    def follow(self, known: LookedUp) -> None:
        """Is told of the pictures that are chosen, anew when something may have changed."""
        is_one = known.count == 1 and bool(known.details)
        media_id = known.details[0].id if is_one else None
        if media_id != self._media_id:
            self._section.show_pictures(())
        self._media_id = media_id
        self._question = 0
        if media_id is not None:
            self._question = self._workers.find_similar(media_id, MOST_SHOWN)

    def show_similar(self, media_id: int) -> None:
        """Shows all that looks like a picture, the picture itself first."""
        self._to_show = media_id
        self.filter_chosen.emit(Filter(similar_to=media_id))

    def show_similar_to_current(self) -> None:
        """Shows all that looks like the gallery's current picture."""
        row = self._gallery.currentIndex().row()
        if row >= 0:
            self.show_similar(self._model.id_at(row))

    def _show_all(self) -> None:
        if self._media_id is not None:
            self.show_similar(self._media_id)

    def _show_found(self, found: SimilarPictures) -> None:
        if found.number == self._question:
            self._section.show_pictures(found.ids)

    def _show_picture(self, media_id: int) -> None:
        """In the gallery as it is; where its filter leaves the picture out, among those alike."""
        if not self._go_to(media_id) and self._media_id is not None:
            self.show_similar(self._media_id)
            self._to_show = media_id

    def _go_to_expected(self) -> None:
        if self._to_show is not None and self._go_to(self._to_show):
            self._to_show = None

    def _go_to(self, media_id: int) -> bool:
        row = self._model.row_of(media_id)
        if row is None:
            return False
        self._gallery.chosen.press(row, Qt.KeyboardModifier.NoModifier)
        self._gallery.scrollTo(self._model.index(row))
        return True
