"""What is said of groups of duplicates and of the files in them."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from organizer.indexing.duplicates.records import Copy, DuplicateGroup, Reason
from organizer.ui.media_text import kind_name


def reason_text(reason: Reason) -> str:
    """Why files are in one group."""
    translate = QCoreApplication.translate
    return {
        Reason.EXACT: translate("Duplicates", "Exact copies"),
        Reason.SAME: translate("Duplicates", "Same picture"),
        Reason.NEAR: translate("Duplicates", "Nearly the same"),
    }[reason]


def reason_hint(reason: Reason) -> str:
    """What the reason means."""
    translate = QCoreApplication.translate
    return {
        Reason.EXACT: translate("Duplicates", "Files with the very same content"),
        Reason.SAME: translate("Duplicates", "The same picture, compressed or resized otherwise"),
        Reason.NEAR: translate(
            "Duplicates", "Cut or turned a little, edited, or taken a moment later"
        ),
    }[reason]


def lines(copy: Copy) -> tuple[str, str, str]:
    """What stands below a picture: size, when and what it was, and its file."""
    detail = copy.detail
    size = []
    if detail.width and detail.height:
        size.append(f"{detail.width} × {detail.height}")
    if copy.file.size:
        size.append(_file_size(copy.file.size))
    when = QCoreApplication.translate("Duplicates", "without a date")
    if detail.taken_at is not None:
        moment = QDateTime.fromSecsSinceEpoch(detail.taken_at)
        when = QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)
    name = copy.file.uri.rsplit("/", 1)[-1]
    return " · ".join(size), f"{when} · {kind_name(detail)}", name


def _file_size(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def spoken(group: DuplicateGroup) -> str:
    """All of a group, to be read aloud."""
    files = "; ".join(", ".join(lines(copy)) for copy in group.copies)
    return f"{reason_text(group.reason)}: {files}"
