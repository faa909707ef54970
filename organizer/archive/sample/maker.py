"""Writes a whole export, of any of the layouts that Instagram has used."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from organizer.archive.sample.entries import PlannedPost
from organizer.archive.sample.errors import FolderInUse, FolderNotWritable
from organizer.archive.sample.layouts.catalogue import FORMS, LayoutForm, SampleLayout
from organizer.archive.sample.layouts.information import InformationFile
from organizer.archive.sample.layouts.list_names import lists_in
from organizer.archive.sample.media_files import write_media
from organizer.archive.sample.plan import plan_posts
from organizer.archive.sample.wording import WORDINGS, Language, Wording

_TOLD_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class SampleSummary:
    """What a sample holds; `posts` counts those of posts_N, `carousels` are among them.

    `pictures` and `videos` count files: a draft's too, which is no post.
    """

    folder: Path
    posts: int
    carousels: int
    reels: int
    stories: int
    pictures: int
    videos: int


def make_sample(
    folder: Path,
    posts: int = 200,
    seed: int = 1,
    tiny: bool = False,
    progress: Callable[[int, int], None] | None = None,
    layout: SampleLayout = SampleLayout.ACTIVITY_MEDIA,
    language: Language = "en",
) -> SampleSummary:
    """Writes an export with `posts` posts into `folder`, the same one for the same `seed`.

    Photographs come from scikit-image and scikit-learn where these are installed, drawings take
    their place otherwise. `tiny` pictures have 48 x 60 pixels and are made by thousands a second.
    `progress` hears how many of how many files are written. `layout` is the form of the export,
    `language` that of its labels and dates. A sample of any layout that is there already, whole
    or begun, is written over; pictures of it that the new one lacks stay on disk, in no list.
    Raises FolderInUse when `folder` holds anything else, FolderNotWritable.
    """
    _refuse_used(folder)
    form, wording = FORMS[layout], WORDINGS[language]
    planned = form.arrange(plan_posts(posts, seed, form.rare_kinds))
    media = [item for post in planned for item in post.media]
    try:
        # First, so that a sample that was interrupted can be made again in its place.
        _write(folder / form.information.name, form.information.content(wording))
        for count, _ in enumerate(write_media(folder, media, seed, tiny), start=1):
            if progress and (count % _TOLD_AT_ONCE == 0 or count == len(media) or not tiny):
                progress(count, len(media))
        _remove_older(folder, _write_content(folder, form, planned, wording), form.information)
    except OSError as error:
        raise FolderNotWritable(str(folder), error.strerror or str(error)) from error
    return _summary(folder, planned)


def _refuse_used(folder: Path) -> None:
    try:
        used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise FolderNotWritable(str(folder), error.strerror or str(error)) from error
    if used and not any(_is_ours(folder, form.information) for form in FORMS.values()):
        raise FolderInUse(str(folder))


def _is_ours(folder: Path, information: InformationFile) -> bool:
    """Whether `folder` has this file of a sample in some language.

    A real export is never written over: a person's own information has more in it than a name,
    whatever the name.
    """
    try:
        found = (folder / information.name).read_bytes()
    except OSError:
        return False
    return any(found == information.content(wording) for wording in WORDINGS.values())


def _write_content(
    folder: Path, form: LayoutForm, planned: list[PlannedPost], wording: Wording
) -> set[Path]:
    """Writes all but the media; the paths of what was written."""
    written = set()
    for files in (form.others(), *(write(planned, wording) for write in form.lists)):
        for name, content in files.items():
            _write(folder / name, content)
            written.add(folder / name)
    return written


def _remove_older(folder: Path, written: Collection[Path], kept: InformationFile) -> None:
    """Removes lists of a sample that was larger or of another layout.

    Its posts would be shown beside the new ones.
    """
    for older in list(lists_in(folder)):
        if older not in written:
            older.unlink()
    for form in FORMS.values():
        if form.information.name != kept.name and _is_ours(folder, form.information):
            (folder / form.information.name).unlink()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _summary(folder: Path, planned: list[PlannedPost]) -> SampleSummary:
    kinds = [post.kind for post in planned]
    media = [item for post in planned for item in post.media]
    videos = sum(item.is_video for item in media)
    return SampleSummary(
        folder=folder,
        posts=kinds.count("posts"),
        carousels=sum(post.kind == "posts" and len(post.media) > 1 for post in planned),
        reels=kinds.count("reels"),
        stories=kinds.count("stories"),
        pictures=len(media) - videos,
        videos=videos,
    )
