"""Why files could not be read, and what to do, said of several at once."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Reasons"
_COPY_AGAIN = QT_TRANSLATE_NOOP("Reasons", "Copy them again from the archive that you downloaded.")
_DOWNLOAD_AGAIN = QT_TRANSLATE_NOOP("Reasons", "Copy or download the archive again.")
_NOTHING = QT_TRANSLATE_NOOP("Reasons", "They were left out; there is nothing to do.")
_JSON = QT_TRANSLATE_NOOP("Reasons", "Ask Instagram for the export in JSON format.")

# By the code of the error: what it is called, and what to do.
_REASONS = {
    "EmptyFile": (QT_TRANSLATE_NOOP("Reasons", "Empty files"), _COPY_AGAIN),
    "BrokenPicture": (QT_TRANSLATE_NOOP("Reasons", "Damaged pictures"), _COPY_AGAIN),
    "BrokenVideo": (QT_TRANSLATE_NOOP("Reasons", "Videos that cannot be read"), _COPY_AGAIN),
    "NotAPicture": (
        QT_TRANSLATE_NOOP("Reasons", "Not pictures, whatever their names say"),
        _NOTHING,
    ),
    "TooLargePicture": (
        QT_TRANSLATE_NOOP("Reasons", "Too large to be opened safely"),
        _NOTHING,
    ),
    "UnreadableFile": (
        QT_TRANSLATE_NOOP("Reasons", "Files that cannot be opened"),
        QT_TRANSLATE_NOOP("Reasons", "Check that you may read them, then try again."),
    ),
    "EndedTheProgram": (
        QT_TRANSLATE_NOOP("Reasons", "Files that ended the program"),
        QT_TRANSLATE_NOOP("Reasons", "Replace them with sound copies, and they are tried again."),
    ),
    "BrokenZip": (
        QT_TRANSLATE_NOOP("Reasons", "Damaged zips, or not copied whole yet"),
        QT_TRANSLATE_NOOP(
            "Reasons", "When they are whole they are read by themselves; or download them again."
        ),
    ),
    "NestedTooLarge": (
        QT_TRANSLATE_NOOP("Reasons", "Large zips within zips"),
        QT_TRANSLATE_NOOP("Reasons", "Unpack the outer ones and add what comes out."),
    ),
    "SuspiciousEntry": (
        QT_TRANSLATE_NOOP("Reasons", "Files that Instagram does not write"),
        _NOTHING,
    ),
    "LinkNotFollowed": (
        QT_TRANSLATE_NOOP("Reasons", "Links"),
        QT_TRANSLATE_NOOP("Reasons", "Copy there what they lead to, if it belongs to the archive."),
    ),
    "BrokenJson": (QT_TRANSLATE_NOOP("Reasons", "Damaged lists of posts"), _DOWNLOAD_AGAIN),
    "UnknownShape": (
        QT_TRANSLATE_NOOP("Reasons", "Lists with entries of an unknown form"),
        QT_TRANSLATE_NOOP("Reasons", "These entries were left out; a newer version may know them."),
    ),
    "UnreadableDates": (QT_TRANSLATE_NOOP("Reasons", "Lists with dates in another form"), _JSON),
    "TooLargePage": (QT_TRANSLATE_NOOP("Reasons", "Web pages that are too large"), _JSON),
    "BrokenRule": (
        QT_TRANSLATE_NOOP("Reasons", "Categories whose rule cannot be read"),
        QT_TRANSLATE_NOOP("Reasons", "Correct the rule under “Edit categories…”."),
    ),
    "NothingThere": (
        QT_TRANSLATE_NOOP("Reasons", "Places where there is nothing"),
        QT_TRANSLATE_NOOP("Reasons", "Connect the disk that they are on."),
    ),
}
_OTHER = QT_TRANSLATE_NOOP("Reasons", "Other files")

CODES = tuple(_REASONS)


def reason_title(code: str) -> str:
    """What files of the error named `code` are called."""
    return _tr(_REASONS[code][0] if code in _REASONS else _OTHER)


def reason_advice(code: str) -> str:
    """What to do with them; "" when each says so itself."""
    return _tr(_REASONS[code][1]) if code in _REASONS else ""


def _tr(text: object) -> str:
    # QT_TRANSLATE_NOOP gives back what it is given, which its stub does not say.
    return QCoreApplication.translate(_CONTEXT, str(text))
