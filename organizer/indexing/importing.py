"""Brings what an export lists into the library: quick, before any picture is opened."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from organizer.archive.content_json import PostList
from organizer.archive.errors import UnknownShape
from organizer.archive.export import Export
from organizer.archive.layout import ContentFile, find_exports
from organizer.archive.records import Post
from organizer.errors import OrganizerError
from organizer.library.reader import LibraryReader
from organizer.library.records import Archive, FileStamp, ImportCount, Problem, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.hashtags import extract_hashtags


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found and changed.

    `archives` are the exports found in the folder; `posts` and `media` count what is new,
    `changed` the posts whose caption or time is another, `waiting` the pictures whose file is new
    or changed, `missing` the media that the exports name and do not hold.
    """

    archives: tuple[Archive, ...]
    posts: int
    changed: int
    media: int
    waiting: int
    missing: int
    problems: tuple[Problem, ...]


def import_folder(
    folder: Path,
    reader: LibraryReader,
    writer: LibraryWriter,
    check: Callable[[], None] = lambda: None,
) -> ImportReport:
    """Imports every export in `folder`; content files that did not change are not read again.

    A file that cannot be read is kept as a problem and the rest goes on. `check` is called between
    files and may raise to stop. Raises what `find_exports` raises.
    """
    reports = []
    for root in find_exports(folder.expanduser().absolute()):
        export = Export(root)
        archive = writer.add_archive(root, export.account())
        reports.append(_import_export(export, archive, reader, writer, check))
    return _sum(reports)


def _import_export(
    export: Export,
    archive: Archive,
    reader: LibraryReader,
    writer: LibraryWriter,
    check: Callable[[], None],
) -> ImportReport:
    known = reader.content_stamps(archive)
    count = ImportCount()
    problems: list[Problem] = []
    for file in export.content_files():
        check()
        stamp = _stamp(export, file.path)
        if stamp is None or known.get(file.path) == stamp:
            continue
        try:
            listed = export.read(file)
            count += writer.store_posts(archive, file.path, stamp, _tagged(listed.posts))
            _refuse_unknown_entries(file, listed)
        except OrganizerError as error:
            writer.record_problem(archive, error, file.path)
            problems.append(Problem(file.path, error.code, error.detail))
    stamps = {uri: _stamp(export, uri) for uri in reader.media_uris(archive)}
    waiting = writer.refresh_media(archive, stamps)
    missing = sum(stamp is None for stamp in stamps.values())
    return ImportReport(
        (archive,),
        count.posts_added,
        count.posts_changed,
        count.media_added,
        waiting,
        missing,
        tuple(problems),
    )


def _refuse_unknown_entries(file: ContentFile, listed: PostList) -> None:
    if listed.unknown_entries:
        raise UnknownShape(file.path, f"{listed.unknown_entries}")


def _tagged(posts: Iterable[Post]) -> Iterable[TaggedPost]:
    return (TaggedPost(post, extract_hashtags(post.caption)) for post in posts)


def _stamp(export: Export, uri: str) -> FileStamp | None:
    stamp = export.stamp(uri)
    return None if stamp is None else FileStamp(*stamp)


def _sum(reports: list[ImportReport]) -> ImportReport:
    return ImportReport(
        tuple(archive for report in reports for archive in report.archives),
        sum(report.posts for report in reports),
        sum(report.changed for report in reports),
        sum(report.media for report in reports),
        sum(report.waiting for report in reports),
        sum(report.missing for report in reports),
        tuple(problem for report in reports for problem in report.problems),
    )
