"""The pictures that are selected, offered as examples of a category."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from organizer.ui.category_editor.thumbnail_strip import ThumbnailStrip
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.labels import label


class ExamplePictures(QWidget):
    """Asks whether the pictures of `media_ids` belong to the category; hidden without any."""

    def __init__(
        self,
        media_ids: Sequence[int],
        are_meant: bool,
        loader: ThumbnailLoader,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ids = tuple(media_ids)
        text = self.tr("Use the %n selected picture(s) as examples", "", len(self._ids))
        self.box = QCheckBox(text, self)
        self.box.setChecked(are_meant and bool(self._ids))
        self.strip = ThumbnailStrip(loader, rows=1, parent=self)
        self.strip.show_pictures(self._ids, text)
        self._hint = label(self.tr("They count, too, once it is saved."), "muted", self)
        self._hint.setVisible(self.box.isChecked())
        self.box.toggled.connect(self._hint.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self.strip)
        layout.addWidget(self._hint)
        self.setVisible(bool(self._ids))

    def chosen(self) -> tuple[int, ...]:
        """The ids of the examples."""
        return self._ids if self.box.isChecked() else ()
