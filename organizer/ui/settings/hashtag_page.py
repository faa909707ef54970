"""How hashtags are suggested."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from organizer.indexing.hashtag_options import HashtagOptions, SuggestionLanguage
from organizer.tagging.suggestions import HIGHEST_LIMIT
from organizer.tagging.vocabulary import load_groups
from organizer.ui.settings.choice import Choice
from organizer.ui.settings.page import SettingsPage
from organizer.ui.settings.row import SettingRow

_COLUMNS = 2
# Who holds an arrow key means the last number.
_SETTLING_MILLISECONDS = 400


class HashtagPage(SettingsPage):
    """How many hashtags, in which language, and which popular ones.

    Attributes:
        limit: How many at most.
        language: In which language.
        groups: The popular groups, by id.

    Signals:
        options_chosen(HashtagOptions): The user wants them so; sent a moment after the last change.
    """

    options_chosen = Signal(object)

    def __init__(
        self, options: HashtagOptions, is_korean: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("hashtag", parent)
        self.title = self.tr("Hashtags")
        self._options = options
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MILLISECONDS)
        self._settling.timeout.connect(self.settle)
        self.limit = QSpinBox(self)
        # Style sheets do not reach the text of spin boxes.
        self.limit.lineEdit().setTextMargins(8, 0, 0, 0)
        self.limit.setRange(1, HIGHEST_LIMIT)
        self.limit.setObjectName("limit")
        self.limit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.limit.valueChanged.connect(self._settling.start)
        languages: dict[SuggestionLanguage, str] = {
            "own": self.tr("As most of my own"),
            "ko": self.tr("Korean"),
            "en": self.tr("English"),
        }
        self.language: Choice[SuggestionLanguage] = Choice(languages, options.language, self)
        self.language.setObjectName("hashtag_language")
        self.language.activated.connect(self._settling.start)
        self.groups: dict[str, QCheckBox] = {}
        self._boxes = self._made_boxes(is_korean)
        self.show_options(options)
        self._arrange()

    def show_options(self, options: HashtagOptions) -> None:
        """Shows what the library holds, unless the user is changing it."""
        if self._settling.isActive():
            return
        self._options = options
        blockers = [QSignalBlocker(box) for box in (self.limit, *self.groups.values())]
        self.limit.setValue(options.limit)
        self.language.choose(options.language)
        for group, box in self.groups.items():
            box.setChecked(group in options.groups)
        del blockers

    def settle(self) -> None:
        """Tells what is chosen, when it is another than before."""
        self._settling.stop()
        chosen = HashtagOptions(
            self.limit.value(),
            self.language.value,
            tuple(id for id, box in self.groups.items() if box.isChecked()),
        )
        if chosen != self._options:
            self._options = chosen
            self.options_chosen.emit(chosen)

    def _made_boxes(self, is_korean: bool) -> QWidget:
        boxes = QWidget(self)
        grid = QGridLayout(boxes)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        for number, group in enumerate(load_groups()):
            name = group.name_ko if is_korean else group.name_en
            # An ampersand would make the next letter a shortcut.
            box = QCheckBox(name.replace("&", "&&"), boxes)
            box.setToolTip(" ".join(f"#{hashtag}" for hashtag in (*group.ko[:4], *group.en[:4])))
            box.setAccessibleName(name)
            box.toggled.connect(self._settling.start)
            self.groups[group.id] = box
            grid.addWidget(box, *divmod(number, _COLUMNS))
        return boxes

    def _arrange(self) -> None:
        self.add_card(
            "",
            SettingRow(
                self.tr("At most"),
                self.limit,
                self.tr("Instagram has taken 5 for a post since December 2025; it was 30 before."),
                self.tr("limit number of hashtags"),
            ),
            SettingRow(
                self.tr("Language of suggestions"),
                self.language,
                keywords=self.tr("Korean English hashtags 한국어 영어"),
            ),
        )
        names = " ".join(box.text() for box in self.groups.values())
        self.add_card(
            "",
            SettingRow(
                self.tr("Popular hashtags"),
                self._boxes,
                self.tr(
                    "They are for being seen, whatever a picture shows, and fill up what is left"
                    " after those that fit."
                ),
                f"{self.tr('impressions groups')} {names}",
                is_wide=True,
            ),
        )
        self.order_focus(self.limit, self.language, *self.groups.values())
