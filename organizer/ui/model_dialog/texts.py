"""What the window says of models, in the user's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from organizer.indexing.model_download import DownloadState
from organizer.indexing.model_shelf import ModelState, ShelfModel
from organizer.ui.formatting import time_left
from organizer.ui.workers.download_worker import Download

_CONTEXT = "Models"
_PROFILES = {
    "built-in": QT_TRANSLATE_NOOP("Models", "Starter"),
    "fast": QT_TRANSLATE_NOOP("Models", "Fast"),
    "balanced": QT_TRANSLATE_NOOP("Models", "Balanced"),
    "korean": QT_TRANSLATE_NOOP("Models", "Korean"),
    "best": QT_TRANSLATE_NOOP("Models", "Best"),
    "descriptions": QT_TRANSLATE_NOOP("Models", "Descriptions"),
}
_DESCRIPTIONS = {
    "built-in": QT_TRANSLATE_NOOP(
        "Models", "Works from the first minute. Knows objects and scenes, weak on people."
    ),
    "fast": QT_TRANSLATE_NOOP(
        "Models", "Understands people, places and moods. Quick on any computer."
    ),
    "balanced": QT_TRANSLATE_NOOP(
        "Models", "Understands more than the fast one. For computers with a graphics processor."
    ),
    "korean-fast": QT_TRANSLATE_NOOP(
        "Models", "Understands Korean and many more languages. Quick on any computer."
    ),
    "korean": QT_TRANSLATE_NOOP(
        "Models",
        "Understands Korean and many more languages, and finer detail. For computers with a"
        " graphics processor.",
    ),
    "best": QT_TRANSLATE_NOOP(
        "Models",
        "Understands most, in Korean and many more languages. Slow without a graphics processor.",
    ),
    "descriptions": QT_TRANSLATE_NOOP(
        "Models",
        "Writes a line in English about each picture. Search finds its words, and what it names is"
        " offered as hashtags.",
    ),
}
_TERMS = {
    "for research only": QT_TRANSLATE_NOOP("Models", "For research only: no commercial use"),
    "for non-commercial use only": QT_TRANSLATE_NOOP("Models", "No commercial use"),
}


def _tr(text: object) -> str:
    # QT_TRANSLATE_NOOP gives back what it is given, which its stub does not say.
    return QCoreApplication.translate(_CONTEXT, str(text))


def profile(model: ShelfModel) -> str:
    """What a model is for, in a word; of one that is not offered, what it is called."""
    return _tr(_PROFILES[model.profile]) if model.profile in _PROFILES else model.title


def subtitle(model: ShelfModel) -> str:
    """What a model is called where `profile` does not say so."""
    if model.state is ModelState.BUILT_IN:
        return QCoreApplication.translate("Models", "comes with the app")
    return model.title if model.profile in _PROFILES else ""


def full_name(model: ShelfModel) -> str:
    """A model in the middle of a sentence."""
    return profile(model) if model.state is ModelState.BUILT_IN else model.title


def description(model: ShelfModel) -> str:
    """What a model is good for."""
    if model.id in _DESCRIPTIONS:
        return _tr(_DESCRIPTIONS[model.id])
    if model.state is ModelState.FILE:
        return QCoreApplication.translate("Models", "A file of weights: {file}").format(
            file=model.name.partition(":")[2]
        )
    return QCoreApplication.translate("Models", "A model of open_clip that you named.")


def languages(model: ShelfModel) -> str:
    """What a model understands; "" when that is not known."""
    if "mul" in model.languages:
        return QCoreApplication.translate("Models", "Korean, English and many more")
    if model.languages == ("en",):
        return QCoreApplication.translate("Models", "English only")
    return ""


def licence(name: str) -> str:
    """A licence; where it is not known, how to learn it."""
    return name or QCoreApplication.translate("Models", "Licence: see its page")


def terms(text: str) -> str:
    """What forbids commercial use, said plainly; "" when nothing is known to."""
    return _tr(_TERMS[text]) if text in _TERMS else text


def data_size(count: int) -> str:
    """So many bytes: "1.54 GB"."""
    # Three digits, and no parts of kilobytes.
    places = 0 if count < 1_000_000 else 2 - (len(str(count)) - 1) % 3
    return QLocale().formattedDataSize(count, places, QLocale.DataSizeFormat.DataSizeSIFormat)


def percentage(value: float) -> str:
    """A result in per cent: "78.2 %"."""
    return f"{QLocale().toString(value, 'f', 1)} %"


def state_text(model: ShelfModel, is_in_use: bool) -> str:
    """Whether a model is on this computer."""
    if model.state is ModelState.ABSENT:
        if is_in_use:
            return QCoreApplication.translate("Models", "Its files are no longer there")
        return QCoreApplication.translate("Models", "Not downloaded")
    if model.state is ModelState.PARTIAL:
        left = QCoreApplication.translate("Models", "Partly downloaded: {size}")
        return left.format(size=data_size(model.disk_bytes))
    if model.state is ModelState.BUILT_IN:
        return QCoreApplication.translate("Models", "Nothing to download")
    here = QCoreApplication.translate("Models", "On this computer: {size}")
    return here.format(size=data_size(model.disk_bytes))


def download_text(download: Download) -> str:
    """How far a download is: "0.51 of 1.54 GB · 12 MB/s · 2 min left"."""
    progress = download.progress
    if progress is None:
        return QCoreApplication.translate("Models", "Asking the server…")
    amount = QCoreApplication.translate("Models", "{done} of {total}")
    parts = [amount.format(done=data_size(progress.done), total=data_size(progress.total))]
    if download.is_paused:
        parts.append(QCoreApplication.translate("Models", "paused"))
    elif progress.state is DownloadState.RETRYING:
        parts.append(QCoreApplication.translate("Models", "the line was cut, trying again…"))
    elif progress.bytes_per_second:
        parts.append(f"{data_size(round(progress.bytes_per_second))}/s")
        if progress.seconds_left is not None:
            parts.append(time_left(progress.seconds_left))
    return " · ".join(parts)


def status_text(download: Download) -> str:
    """What the status bar says of a download."""
    progress = download.progress
    if progress is None or not progress.total:
        return QCoreApplication.translate("Models", "Model: asking the server…")
    percent = int(100 * progress.done / progress.total)
    if download.is_paused:
        text = QCoreApplication.translate("Models", "Model: {percent} %, paused")
        return text.format(percent=percent)
    text = QCoreApplication.translate("Models", "Model: {percent} %")
    parts = [text.format(percent=percent)]
    if progress.seconds_left is not None:
        parts.append(time_left(progress.seconds_left))
    return " · ".join(parts)
