"""What is said of a picture in words, beside the gallery, in the viewer and among duplicates."""

from PySide6.QtCore import QCoreApplication, QLocale

from organizer.archive.records import MediaType, PostKind, TimePrecision
from organizer.library.records import MediaDetail, MediaState
from organizer.ui import formatting
from organizer.ui.error_messages import problem_text


def date_text(detail: MediaDetail) -> str:
    """When it was posted, as exactly as the archive tells."""
    if detail.taken_at is None:
        return QCoreApplication.translate("MediaText", "Without a date")
    if detail.precision is TimePrecision.MONTH:
        return formatting.month_of(detail.taken_at)
    moment = formatting.day_and_time(detail.taken_at)
    if detail.precision is TimePrecision.ZONELESS:
        return QCoreApplication.translate(
            "MediaText", "{moment}, in a time zone that the archive does not tell"
        ).format(moment=moment)
    return moment


def kind_name(detail: MediaDetail) -> str:
    """What kind of post it belongs to."""
    if detail.kind is PostKind.POST and detail.media_type is MediaType.VIDEO:
        return QCoreApplication.translate("MediaText", "Video")
    names = {
        PostKind.POST: QCoreApplication.translate("MediaText", "Post"),
        PostKind.REEL: QCoreApplication.translate("MediaText", "Reel"),
        PostKind.IGTV: QCoreApplication.translate("MediaText", "IGTV video"),
        PostKind.STORY: QCoreApplication.translate("MediaText", "Story"),
        PostKind.ARCHIVED: QCoreApplication.translate("MediaText", "Archived post"),
        PostKind.PROFILE: QCoreApplication.translate("MediaText", "Profile photo"),
        PostKind.OTHER: QCoreApplication.translate("MediaText", "Other"),
    }
    return names[detail.kind]


def position_text(detail: MediaDetail) -> str:
    """Which slide of its post it is: "2 of 5"; "" where it is the only one."""
    if detail.slides < 2:
        return ""
    place = QCoreApplication.translate("MediaText", "{position} of {count}")
    return place.format(position=detail.position + 1, count=detail.slides)


def trouble_text(detail: MediaDetail) -> str:
    """Why the original cannot be seen; "" when nothing is known against it."""
    if detail.is_offline:
        return QCoreApplication.translate(
            "MediaText",
            "The archive with the original is not connected. Its pictures come back with it.",
        )
    if detail.state is MediaState.MISSING:
        return QCoreApplication.translate(
            "MediaText",
            "The file is not in the archive. A part of the download may be missing: add the"
            " other zips, and the picture appears.",
        )
    if detail.problem is not None:
        name = detail.uri.rsplit("/", 1)[-1]
        return problem_text(detail.problem.code, name, detail.problem.detail)
    return ""


def size_text(width: int, height: int, size_bytes: int) -> str:
    """Pixels and size of a file: "1,080 × 1,350 · 214 kB"."""
    file_size = QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    return f"{formatting.number(width)} × {formatting.number(height)} · {file_size}"


def exposure_text(seconds: float) -> str:
    """A shutter time as photographers write it: "1/250 s", "2.5 s"."""
    if seconds < 0.4:
        return f"1/{round(1 / seconds)} s"
    return f"{QLocale().toString(seconds, 'g', 3)} s"
