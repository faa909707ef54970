"""Brings what exports list into the library: quick, before any picture is opened."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from organizer.archive.errors import NothingThere, UnreadableFile
from organizer.archive.export import Export
from organizer.archive.exports import Exports
from organizer.archive.records import Post
from organizer.errors import OrganizerError
from organizer.library.reader import LibraryReader
from organizer.library.records import Archive, ImportCount, Place, Problem, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.hashtags import extract_hashtags


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found and changed.

    `archives` are the exports found in the place; `posts` and `media` count what is new, `changed`
    the posts whose caption or time is another, `waiting` the pictures whose file is new or changed,
    `missing` the media of the whole library that lie in no archive: a part may be missing.
    `went_offline` counts archives that are no longer there.
    """

    place: Path
    archives: tuple[Archive, ...] = ()
    posts: int = 0
    changed: int = 0
    media: int = 0
    waiting: int = 0
    missing: int = 0
    went_offline: int = 0
    problems: tuple[Problem, ...] = ()


def sum_of_reports(reports: Sequence[ImportReport]) -> ImportReport:
    """What imports of several places, at least one, found and changed together.

    What is missing after the last of them is missing: a later part brings what an earlier lacks.
    """
    return ImportReport(
        reports[0].place,
        tuple(archive for report in reports for archive in report.archives),
        sum(report.posts for report in reports),
        sum(report.changed for report in reports),
        sum(report.media for report in reports),
        sum(report.waiting for report in reports),
        reports[-1].missing,
        sum(report.went_offline for report in reports),
        tuple(problem for report in reports for problem in report.problems),
    )


class Importer:
    """Imports places into the library that `reader` and `writer` are of."""

    def __init__(self, exports: Exports, reader: LibraryReader, writer: LibraryWriter) -> None:
        self._exports = exports
        self._reader = reader
        self._writer = writer

    def add(
        self, place: Path, check: Callable[[], None] = lambda: None, is_thorough: bool = False
    ) -> ImportReport:
        """Imports every export in the folder or zip at `place`; what did not change is not read.

        A file that cannot be read is kept as a problem and the rest goes on. Archives of a known
        place that are gone are marked offline. Pictures that were written over in their place are
        found when `is_thorough`, or when anything else changed. `check` is called between files and
        may raise to stop. Raises what `Exports.find` raises, but not for a place that is known.
        """
        place = place.expanduser().resolve()
        known = next((known for known in self._reader.places() if known.path == place), None)
        try:
            found = self._exports.find(place)
        except OrganizerError as error:
            if known is None:
                raise
            return self._record_gone(known, error)
        added = self._writer.importing.add_place(place)
        archives: list[Archive] = []
        imported: list[Archive] = []
        count, waiting = ImportCount(), 0
        problems = list(found.problems)
        for export in found.exports:
            signature = export.signature()
            archive = self._reader.archive_at(export.path)
            if archive is None or is_thorough or not self._is_unchanged(archive, export, signature):
                archive = self._writer.importing.add_archive(export.path, export.account(), added)
                one_count, one_waiting = self._import_export(
                    export, archive, signature, check, problems
                )
                count += one_count
                waiting += one_waiting
                imported.append(archive)
            archives.append(archive)
        self._writer.importing.set_offline(archives, is_offline=False)
        waiting += self._look_in_other_archives(imported)
        gone = self._gone(added, archives)
        self._writer.importing.set_offline(gone)
        self._writer.importing.set_place_problems(added, found.problems)
        return ImportReport(
            place,
            tuple(archives),
            count.posts_added,
            count.posts_changed,
            count.media_added,
            waiting,
            self._reader.counts().missing,
            len(gone),
            tuple(Problem(error.file, error.code, error.detail) for error in problems),
        )

    def _import_export(
        self,
        export: Export,
        archive: Archive,
        signature: str,
        check: Callable[[], None],
        problems: list[OrganizerError],
    ) -> tuple[ImportCount, int]:
        """Imports one export, adding to `problems`; returns what is new and how many wait anew."""
        stamps = export.stamps()
        known = self._reader.importing.content_stamps(archive)
        count, is_complete = ImportCount(), True
        for file in export.content_files():
            check()
            stamp = stamps[file.path]
            if known.get(file.path) == stamp:
                continue
            posts = _ReadPosts(export.posts(file))
            count += self._writer.importing.store_posts(archive, file.path, stamp, posts, stamps)
            if posts.error is not None:
                # What the system refuses today it may allow tomorrow, and no file tells of it.
                is_final = not isinstance(posts.error, UnreadableFile)
                self._writer.importing.record_problem(archive, posts.error, file.path, is_final)
                problems.append(posts.error)
                is_complete &= is_final
        check()
        unlisted = export.unlisted(self._reader.importing.media_uris(archive))
        count += self._writer.importing.store_unlisted(archive, unlisted, stamps)
        waiting = self._writer.importing.refresh_files(archive, stamps)
        for error in export.refused:
            self._writer.importing.record_problem(archive, error, error.file)
        problems.extend(export.refused)
        self._writer.importing.set_listing(archive, signature if is_complete else "")
        return count, waiting

    def _is_unchanged(self, archive: Archive, export: Export, signature: str) -> bool:
        """Whether nothing changed, as far as can be told without asking after every file.

        Pictures that could not be read are asked after: they are the ones that get mended.
        """
        if archive.listing != signature:
            return False
        failed = self._reader.importing.failed_files(archive)
        return all(export.stamp(uri) == stamp for uri, stamp in failed.items())

    def _look_in_other_archives(self, imported: list[Archive]) -> int:
        """Looks for what the archives just imported lack in all others: parts that came before."""
        if not self._reader.counts().missing:
            return 0
        if not any(self._reader.importing.missing_from(archive) for archive in imported):
            return 0
        ids = {archive.id for archive in imported}
        waiting = 0
        for other in self._reader.archives():
            if other.is_offline or (other.id in ids and len(ids) == 1):
                continue
            try:
                stamps = self._exports.at(other.path).stamps()
            except OrganizerError:
                # What is wrong with it was said when it was imported itself.
                continue
            waiting += self._writer.importing.refresh_files(other, stamps)
        return waiting

    def _record_gone(self, place: Place, error: OrganizerError) -> ImportReport:
        """What a place that cannot be read any more comes to: its pictures are kept."""
        gone = self._gone(place, [])
        self._writer.importing.set_offline(gone)
        is_absent = isinstance(error, NothingThere)
        problems = () if is_absent else (error,)
        self._writer.importing.set_place_problems(place, problems)
        return ImportReport(
            place.path,
            went_offline=len(gone),
            problems=tuple(Problem(one.file, one.code, one.detail) for one in problems),
        )

    def _gone(self, place: Place, found: list[Archive]) -> list[Archive]:
        ids = {archive.id for archive in found}
        known = self._reader.archives(place)
        return [archive for archive in known if archive.id not in ids and not archive.is_offline]


class _ReadPosts:
    """Posts with their hashtags; what was wrong with their file is in `error` after the last."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self._posts = posts
        self.error: OrganizerError | None = None

    def __iter__(self) -> Iterator[TaggedPost]:
        try:
            for post in self._posts:
                yield TaggedPost(post, extract_hashtags(post.caption))
        except OrganizerError as error:
            self.error = error
