"""Makes groups of files of what was found to be the same."""

from collections.abc import Iterable, Sequence

from organizer.indexing.duplicates.distinct import Distinct
from organizer.indexing.duplicates.records import Copy, DuplicateGroup, Reason
from organizer.library.queries.duplicates import PictureFile
from organizer.library.reader import LibraryReader
from organizer.library.records import UNDATED, MediaDetail

_ORDER = list(Reason)


def groups_of(
    reader: LibraryReader,
    same: Sequence[Sequence[int]],
    near: Sequence[Sequence[int]],
    distinct: Distinct,
) -> tuple[DuplicateGroup, ...]:
    """Groups of ids as groups of files, and copies that lie in none of them.

    Copies come first, then `same`, then `near`, which may hold groups of `same`; newest first.
    """
    absorbed = {media_id for group in near for media_id in group}
    found = [(Reason.NEAR, group) for group in near]
    found += [(Reason.SAME, group) for group in same if group[0] not in absorbed]
    grouped = {media_id for _, group in found for media_id in group}
    several = reader.duplicates.files()
    found += [
        (Reason.EXACT, [media_id])
        for media_id, files in several.items()
        if len(files) > 1 and media_id not in grouped and not distinct.allows_copies_of(media_id)
    ]
    ids = sorted({media_id for _, group in found for media_id in group})
    details = {detail.id: detail for detail in reader.details(ids)}
    files = reader.duplicates.files(ids)
    groups = [DuplicateGroup(reason, _copies(group, details, files)) for reason, group in found]
    # What went away meanwhile has no other any more.
    return tuple(sorted((one for one in groups if len(one.copies) > 1), key=_place))


def _copies(
    media_ids: Iterable[int],
    details: dict[int, MediaDetail],
    files: dict[int, list[PictureFile]],
) -> tuple[Copy, ...]:
    copies = [
        Copy(details[media_id], file)
        for media_id in media_ids
        if media_id in details
        for file in files.get(media_id, [_only_file(details[media_id])])
    ]
    return tuple(sorted(copies, key=_quality, reverse=True))


def _only_file(detail: MediaDetail) -> PictureFile:
    """Where a picture is read whose file is another by now; its size is not known."""
    return PictureFile(detail.archive, detail.uri, 0)


def _quality(copy: Copy) -> tuple[int, int]:
    return (copy.detail.width or 0) * (copy.detail.height or 0), copy.file.size


def _place(group: DuplicateGroup) -> tuple[int, int]:
    newest = max(
        UNDATED if copy.detail.taken_at is None else copy.detail.taken_at for copy in group.copies
    )
    return _ORDER.index(group.reason), -newest
