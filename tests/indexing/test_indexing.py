"""From a folder to a library: once, in full, and with every fault named."""

import json
import threading
from pathlib import Path

import pytest
from PIL import Image

from organizer.archive.errors import NotAnExport
from organizer.archive.sample.escaping import dump_json
from organizer.indexing.indexer import Indexer
from organizer.indexing.meaning import meaning_of
from organizer.indexing.progress import Cancelled, Control, Phase, Progress
from organizer.indexing.search import SearchHit, search
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaState
from organizer.library.thumbnails import ThumbnailStore
from organizer.tagging.candidates import encode_vocabulary
from organizer.vision.encoder import Encoder

POSTS = "your_instagram_activity/media/posts_1.json"


def index(place: LibraryPlace, *folders: Path) -> list[Progress]:
    told: list[Progress] = []
    with Indexer(place, on_progress=told.append) as indexer:
        for folder in folders:
            indexer.add(folder)
        indexer.understand()
    return told


def pictures(place: LibraryPlace):
    with LibraryReader(place) as reader:
        return list(reader.details(reader.listing(Filter()).ids))


def change_posts(export: Path, change) -> None:
    path = export / POSTS
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def test_every_picture_is_filed_and_has_a_thumbnail(indexed: LibraryPlace, reader: LibraryReader):
    counts = reader.counts()
    assert counts.ready == counts.found > 12
    store = ThumbnailStore(indexed.thumbnails)
    for detail in reader.details(reader.listing(Filter()).ids):
        assert detail.categories
        assert detail.width
        assert store.path(detail.id).is_file()


def test_cats_are_pets_and_coffee_is_food(reader: LibraryReader):
    right = wrong = 0
    for detail in reader.details(reader.listing(Filter()).ids):
        for word, category in (
            ("고양이", "pets"),
            ("커피", "food_drink"),
            ("coffee", "food_drink"),
        ):
            if word in detail.hashtags:
                if detail.categories[0].category_id == category:
                    right += 1
                else:
                    wrong += 1
    assert right > wrong


def test_indexing_again_does_nothing_and_loads_nothing(own_sample: Path, place: LibraryPlace):
    index(place, own_sample)
    before = pictures(place)
    told = index(place, own_sample)
    assert Phase.LOADING_MODEL not in {progress.phase for progress in told}
    assert pictures(place) == before


def test_progress_ends_at_the_total(own_sample: Path, place: LibraryPlace):
    told = [p for p in index(place, own_sample) if p.phase is Phase.UNDERSTANDING]
    assert told[-1].done == told[-1].total > 0
    assert [p.done for p in told] == sorted(p.done for p in told)
    assert told[-1].model == "Starter model"


def test_a_cancelled_run_goes_on_where_it_stopped(own_sample: Path, place: LibraryPlace):
    control = Control()

    def cancel_after_the_first_batch(progress: Progress) -> None:
        if progress.phase is Phase.UNDERSTANDING:
            control.cancel()

    with Indexer(place, on_progress=cancel_after_the_first_batch) as indexer:
        indexer.add(own_sample)
        with pytest.raises(Cancelled):
            indexer.understand(control)
    with LibraryReader(place) as reader:
        part = reader.counts()
    assert 0 < part.ready < part.found
    told = index(place)
    assert max(progress.total for progress in told) == part.waiting
    with LibraryReader(place) as reader:
        assert reader.counts().ready == part.found


def test_paused_work_waits_and_goes_on(own_sample: Path, place: LibraryPlace):
    control = Control()
    paused = threading.Event()

    def pause_once(progress: Progress) -> None:
        if progress.phase is Phase.UNDERSTANDING and not paused.is_set():
            control.pause()
            paused.set()

    def work() -> None:
        with Indexer(place, on_progress=pause_once) as indexer:
            indexer.add(own_sample)
            indexer.understand(control)

    thread = threading.Thread(target=work)
    thread.start()
    assert paused.wait(60)
    thread.join(0.3)
    assert thread.is_alive()
    control.resume()
    thread.join(60)
    with LibraryReader(place) as reader:
        assert reader.counts().waiting == 0


def test_broken_files_are_named_and_the_rest_goes_on(own_sample: Path, place: LibraryPlace):
    files = sorted((own_sample / "media" / "posts").rglob("*.jpg"))
    files[0].write_bytes(b"")
    files[1].write_text("This is a letter and no picture.")
    files[2].write_bytes(files[2].read_bytes()[:3000])
    files[3].unlink()
    index(place, own_sample)
    with LibraryReader(place) as reader:
        problems = {Path(problem.file).name: problem.code for problem in reader.problems()}
        counts = reader.counts()
    assert problems == {
        files[0].name: "EmptyFile",
        files[1].name: "NotAPicture",
        files[2].name: "BrokenPicture",
    }
    assert (counts.failed, counts.missing, counts.waiting) == (3, 1, 0)
    assert counts.ready == counts.found - 4


def test_a_mended_file_is_read_again(own_sample: Path, place: LibraryPlace):
    broken = next((own_sample / "media" / "posts").rglob("*.jpg"))
    sound = broken.read_bytes()
    broken.write_bytes(b"")
    index(place, own_sample)
    broken.write_bytes(sound)
    index(place, own_sample)
    with LibraryReader(place) as reader:
        assert reader.problems() == ()
        assert reader.counts().failed == 0


def test_a_picture_that_was_written_over_is_looked_at_again(own_sample: Path, place: LibraryPlace):
    index(place, own_sample)
    picture = next((own_sample / "media" / "posts").rglob("*.jpg"))
    Image.new("RGB", (64, 64), "green").save(picture, "JPEG")
    with Indexer(place) as indexer:
        # Nothing is asked after each file when nothing tells of a change, as a watcher would.
        assert indexer.add(own_sample).waiting == 0
        assert indexer.add(own_sample, is_thorough=True).waiting == 1


def test_a_list_that_was_cut_off_is_named_and_the_others_are_read(
    own_sample: Path, place: LibraryPlace
):
    path = own_sample / POSTS
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with Indexer(place) as indexer:
        report = indexer.add(own_sample)
        assert [problem.file for problem in report.problems] == [POSTS]
        path.write_bytes(whole)
        again = indexer.add(own_sample)
    assert again.problems == ()
    # What the list could not say yet was shown by the month of its folder.
    assert again.posts == 0
    assert 0 < again.changed < 12
    with LibraryReader(place) as reader:
        assert reader.kind_counts()["post"] == 12


def test_a_new_post_is_added_and_a_changed_caption_taken_over(
    own_sample: Path, place: LibraryPlace
):
    index(place, own_sample)
    found = len(pictures(place))
    Image.new("RGB", (64, 64), "green").save(own_sample / "media" / "new.jpg")

    def change(content) -> None:
        content[0]["title"] = "changed #새로운"
        content.append(
            json.loads(dump_json({"media": [{"uri": "media/new.jpg", "title": "newest"}]}))
        )

    change_posts(own_sample, change)
    index(place, own_sample)
    after = pictures(place)
    assert len(after) == found + 1
    captions = {detail.caption for detail in after}
    assert {"changed #새로운", "newest"} <= captions


def test_a_picture_outside_the_archive_is_not_opened(own_sample: Path, place: LibraryPlace):
    change_posts(own_sample, lambda content: content.append({"media": [{"uri": "../secret.jpg"}]}))
    (own_sample.parent / "secret.jpg").write_bytes(b"secret")
    with Indexer(place) as indexer:
        report = indexer.add(own_sample)
    assert [problem.code for problem in report.problems] == ["UnknownShape"]
    assert all("secret" not in detail.uri for detail in pictures(place))


def test_pictures_on_a_disk_that_is_not_connected_wait(own_sample: Path, place: LibraryPlace):
    with Indexer(place) as indexer:
        indexer.add(own_sample)
    away = own_sample.rename(own_sample.parent / "unplugged")
    index(place)
    with LibraryReader(place) as reader:
        assert reader.counts().waiting == reader.counts().found > 0
        assert reader.problems() == ()
    away.rename(own_sample)
    index(place)
    with LibraryReader(place) as reader:
        assert reader.counts().ready == reader.counts().found


def test_the_archive_is_left_as_it_was(own_sample: Path, place: LibraryPlace):
    before = {path: path.stat().st_mtime_ns for path in own_sample.rglob("*")}
    index(place, own_sample)
    assert {path: path.stat().st_mtime_ns for path in own_sample.rglob("*")} == before


def test_a_folder_that_is_no_export_leaves_the_library_empty(tmp_path: Path, place: LibraryPlace):
    folder = tmp_path / "holiday"
    folder.mkdir()
    with Indexer(place) as indexer, pytest.raises(NotAnExport, match="holiday"):
        indexer.add(folder)
    with LibraryReader(place) as reader:
        assert reader.archives() == ()


def test_new_hashtags_of_the_user_change_suggestions_without_looking_again(
    own_sample: Path, place: LibraryPlace
):
    index(place, own_sample)
    change_posts(own_sample, lambda content: content[0].update(title="#완전히새로운해시태그"))
    told = index(place, own_sample)
    assert not [p for p in told if p.phase is Phase.UNDERSTANDING]
    assert Phase.LOADING_MODEL in {progress.phase for progress in told}


def test_search_finds_words_and_what_pictures_show(reader: LibraryReader, encoder: Encoder):
    caption = next(d.caption for d in reader.details(reader.listing(Filter()).ids) if d.caption)
    background = encode_vocabulary(encoder)

    def found(text: str) -> tuple[SearchHit, ...]:
        return search(text, reader, meaning_of(text, encoder, background, has_gpu=False))

    assert found(caption)[0].in_caption
    (best, *_) = [hit for hit in found("espresso") if not hit.in_caption]
    detail = reader.detail(best.media_id)
    assert detail is not None
    assert detail.categories[0].category_id == "food_drink"


def test_counts_add_up(reader: LibraryReader):
    counts = reader.counts()
    states = [d.state for d in reader.details(reader.listing(Filter()).ids)]
    assert counts.found == len(states)
    assert counts.ready == states.count(MediaState.READY)
