"""Light and dark: one set of tokens each, from which palette and style sheet follow."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from organizer.resource_files import resource_path


class ThemeChoice(StrEnum):
    """What the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb or rgba(): text stands on window, surface, chip, notice and error."""

    window: str
    surface: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    border: str
    hover: str
    pressed: str
    chip: str
    handle: str
    notice: str
    error: str
    overlay: str
    placeholder: str


LIGHT = Theme(
    window="#f5f6f8",
    surface="#ffffff",
    text="#1c2024",
    muted="#59626e",
    accent="#3b5bdb",
    accent_hover="#3450c4",
    accent_text="#ffffff",
    border="#e2e5ea",
    hover="#eceff4",
    pressed="#e0e5ee",
    chip="#eef1f6",
    handle="#c3c9d2",
    notice="#e7edff",
    error="#fdeaea",
    overlay="rgba(245, 246, 248, 225)",
    placeholder="#e4e8ee",
)

DARK = Theme(
    window="#15171b",
    surface="#1d2025",
    text="#eceef1",
    muted="#a3abb6",
    accent="#8aa4ff",
    accent_hover="#a0b5ff",
    accent_text="#10131a",
    border="#2c3037",
    hover="#282c33",
    pressed="#323740",
    chip="#292d34",
    handle="#454b55",
    notice="#222b45",
    error="#452629",
    overlay="rgba(21, 23, 27, 225)",
    placeholder="#262a31",
)


def chosen_theme(choice: ThemeChoice) -> Theme:
    """The theme for `choice`; the system's own where that is wanted."""
    if choice is ThemeChoice.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Paints the whole application in `theme`; sizes of text follow the system's."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.window),
        (roles.Base, theme.surface),
        (roles.AlternateBase, theme.window),
        (roles.Text, theme.text),
        (roles.WindowText, theme.text),
        (roles.Button, theme.surface),
        (roles.ButtonText, theme.text),
        (roles.ToolTipBase, theme.surface),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.accent_text),
        (roles.Link, theme.accent),
        (roles.Mid, theme.muted),
        (roles.Midlight, theme.placeholder),
        (roles.Light, theme.hover),
    ):
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    palette.setColor(disabled, roles.Text, QColor(theme.muted))
    palette.setColor(disabled, roles.ButtonText, QColor(theme.muted))
    application.setPalette(palette)
    text_size = application.font().pointSizeF()
    sizes = {"large": round(text_size * 1.25), "hero": round(text_size * 1.9)}
    # Pictures in a style sheet know nothing of colours: there is one for each accent.
    tick = "tick_white" if theme is LIGHT else "tick_black"
    arrow = "arrow_light" if theme is LIGHT else "arrow_dark"
    drawings = {
        name: resource_path(f"icons/{file}.svg").as_posix()
        for name, file in (("tick", tick), ("arrow", arrow), ("arrow_up", f"{arrow}_up"))
    }
    template = resource_path("styles/main.qss").read_text(encoding="utf-8")
    application.setStyleSheet(Template(template).substitute(asdict(theme) | sizes | drawings))
