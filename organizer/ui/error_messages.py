"""What the core's errors say in the user's language.

The sentences are those of the errors' own templates; a test holds the two together.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from organizer.errors import OrganizerError
from organizer.problem_text import template_of

_CONTEXT = "errors"

SENTENCES = (
    QT_TRANSLATE_NOOP("errors", "{file}: {detail}"),
    QT_TRANSLATE_NOOP(
        "errors",
        "There is no folder {file}. Check the name, or connect the disk that it is on.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is not a folder. Unpack the archive and choose the folder that it becomes.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is not an Instagram export: it has no list of posts. Choose the folder that holds"
        " “your_instagram_activity”, and tick Content → Media when you ask Instagram for it.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is an Instagram export in HTML format, which cannot be read yet. Ask Instagram for"
        " it again in JSON format.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be opened: {detail}. Check that you may read it, then add it again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is damaged or cut off ({detail}). Copy or download the archive again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} has entries of an unknown form, which were left out: {detail}.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is not empty. Choose a new folder for the sample: nothing is overwritten.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The sample cannot be written to {file}: {detail}. Choose another folder.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The library {file} cannot be used: {detail}. Choose another place with --library.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The library {file} was written by a newer Photo Organizer. Update the program.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be used: {detail}. Correct it, or install Photo Organizer again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is empty. Copy it again from the archive that you downloaded."
    ),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is not a picture, whatever its name says. It was left out."
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is damaged ({detail}). Copy it again from the archive that you downloaded.",
    ),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is too large to be opened safely ({detail}). It was left out."
    ),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is a video that cannot be read ({detail}). It was left out."
    ),
    QT_TRANSLATE_NOOP("errors", "There is no model {file}: {detail}."),
    QT_TRANSLATE_NOOP("errors", "The model {file} cannot be loaded: {detail}."),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} was left out: the program ended each time it opened this file. Replace the file"
        " with a sound copy, and it is tried again.",
    ),
)


def error_text(error: OrganizerError) -> str:
    """The message of `error` in the language of the window."""
    return problem_text(error.code, error.file, error.detail)


def problem_text(code: str, file: str, detail: str) -> str:
    """The message of a stored problem in the language of the window."""
    sentence = QCoreApplication.translate(_CONTEXT, template_of(code))
    return sentence.format(file=file, detail=detail)
