"""Fills a library: imports what exports list, then looks at every picture."""

from collections.abc import Callable, Mapping
from pathlib import Path

from organizer.archive.exports import Exports
from organizer.closing import Closing
from organizer.errors import OrganizerError
from organizer.indexing.advisor import Advisor
from organizer.indexing.describing import Describer
from organizer.indexing.encoder_in_use import EncoderInUse
from organizer.indexing.errors import EndedTheProgram
from organizer.indexing.hashtag_options import HashtagOptions, store_options
from organizer.indexing.importing import Importer, ImportReport
from organizer.indexing.looking import Looking
from organizer.indexing.power import THIS_COMPUTER, OnBattery, PowerSaving
from organizer.indexing.progress import Control, Phase, Progress
from organizer.indexing.removing import Remover
from organizer.indexing.retagging import Retagger
from organizer.library.edits import Edit
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import PendingMedia
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.tagging.folding import fold_key
from organizer.vision.hardware import ANY_HARDWARE, Hardware
from organizer.vision.models import DEFAULT_MODEL

_CAPTIONS_AT_ONCE = 5000


class Indexer(Closing):
    """Fills the library at `place` with the encoder that `model` names.

    Made, used and closed in one thread, whose connection is the only one that writes. Pictures
    that were finished stay finished: after a pause, a cancel, a crash or a power cut the next
    `understand` goes on where the last one stopped.

    `on_progress` hears of every step, `on_change` of every change that a reader can see,
    `on_refiled` how many pictures changed their categories after a decision of the user's,
    `on_problem` why the model does not run on the device that it should; they are called in that
    one thread. `hardware` is what the user wants it to run on, `power_saving` whether it waits on
    battery; without it, it does not.

    Attributes:
        remover: Removes places; what it has begun is finished before anything else.
    """

    def __init__(
        self,
        place: LibraryPlace,
        model: str = DEFAULT_MODEL,
        on_progress: Callable[[Progress], None] = lambda _progress: None,
        on_change: Callable[[], None] = lambda: None,
        on_refiled: Callable[[int], None] = lambda _count: None,
        hardware: Hardware = ANY_HARDWARE,
        on_problem: Callable[[OrganizerError], None] = lambda _problem: None,
        power_saving: PowerSaving | None = None,
    ) -> None:
        self._on_progress = on_progress
        self._on_change = on_change
        self._power_saving = power_saving or PowerSaving(THIS_COMPUTER, is_on=False)
        self._writer = LibraryWriter(place)
        self._reader = LibraryReader(place)
        self._thumbnails = ThumbnailStore(place.thumbnails)
        self._exports = Exports()
        self._importer = Importer(self._exports, self._reader, self._writer)
        self._retagger = Retagger(self._reader, self._writer, on_change, on_refiled)
        self.remover = Remover(
            self._writer, self._importer, self._reader, self._thumbnails, on_progress, on_change
        )
        self._looking = Looking(
            self._reader,
            self._writer,
            self._exports,
            self._thumbnails,
            self._retagger,
            on_progress,
            on_change,
            on_problem,
        )
        self._describer = Describer(
            self._reader,
            self._writer,
            self._thumbnails,
            on_progress,
            on_change,
            on_problem,
            hardware,
        )
        self._encoder = EncoderInUse(
            model,
            hardware,
            self._reader,
            self._writer,
            place.text_vectors,
            on_progress,
            self._looking.tell_problems,
        )
        self._writer.store_categories(load_categories())

    def close(self) -> None:
        """Closes both connections, and all archives; frees what the encoder takes."""
        self._encoder.unload()
        self._exports.close()
        self._reader.close()
        self._writer.close()

    def add(
        self, place: Path, control: Control | None = None, is_thorough: bool = False
    ) -> ImportReport:
        """Imports the exports in the folder or zip at `place`, new or known; opens no picture.

        `is_thorough` finds pictures that were written over, where nothing else changed. Raises
        Cancelled when asked to stop, or what `Importer.add` raises.
        """
        # What is being removed must be gone before it can come back.
        self.remover.finish(control)
        self._on_progress(Progress(Phase.IMPORTING))
        report = self._importer.add(place, (control or Control()).check, is_thorough)
        self._on_change()
        return report

    def knows(self, place: Path) -> bool:
        """Whether `place` is in the library, and not about to be removed."""
        return any(one.path == place for one in self._reader.places())

    def apply(self, edit: Edit) -> Edit:
        """Does what the user says; returns what takes it back. The next `understand` follows."""
        # Spellings that nobody has compared yet would be merged one by one.
        self._fold_hashtags()
        opposite = self._writer.apply(edit)
        self._on_change()
        return opposite

    def store_hashes(self, method: str, hashes: Mapping[str, bytes]) -> None:
        """Keeps what was found of how pictures look, by their content hash."""
        self._writer.store_hashes(method, hashes)

    def load(self) -> None:
        """Loads the encoder, if it is not loaded yet. Raises what `load_encoder` raises."""
        self._encoder.load()

    def rest(self) -> None:
        """Frees the graphics processor for others until the next picture, or question."""
        self._encoder.rest()

    def unload(self) -> None:
        """Frees the memory that the encoder takes; it is loaded again when it is needed."""
        self._encoder.unload()

    def retry(self) -> tuple[Path, ...]:
        """Lets what could not be read be tried again: by adding the places that are returned."""
        self._writer.forget_failures()
        self._on_change()
        return tuple(place.path for place in self._reader.places())

    def remove_vectors(self, encoder: str) -> int:
        """Deletes the vectors that `encoder` made; how many bytes became free."""
        return self._writer.remove_vectors(encoder)

    def advisor(self) -> Advisor:
        """Answers questions about the library; loads the encoder when it is not loaded yet."""
        return Advisor(self._reader, self._encoder.taggers(), self._encoder.load())

    def set_options(self, options: HashtagOptions) -> None:
        """Suggests hashtags otherwise from now on; the next `understand` does so for all."""
        store_options(self._writer, options)
        self._on_change()

    def set_describing(self, is_on: bool) -> None:
        """Describes pictures from now on, after they are understood, or no longer."""
        self._describer.switch(is_on)

    def describe(self, control: Control | None = None, limit: int | None = None) -> int:
        """Describes pictures once, at most `limit`, and returns how many: see Describer.

        Who asks for it does not want it to wait, on battery or not.
        """
        known, check = self._encoder.known, (control or Control()).check
        return self._describer.describe(known.name, known.progress(Phase.FINISHED), check, limit)

    def remove_descriptions(self) -> int:
        """Deletes all descriptions; returns how many. The next `understand` follows."""
        return self._describer.remove_all()

    def follow(self, old: Path, new: Path) -> None:
        """Takes note that a place was renamed."""
        self._writer.importing.move_place(old, new)
        self._exports.close()
        self._on_change()

    def understand(self, control: Control | None = None) -> None:
        """Opens, embeds and tags every picture that waits, newest first; then describes them.

        Nothing is loaded when nothing waits. Raises Cancelled when asked to stop; a file that
        cannot be read is kept as a problem and the rest goes on. Raises what `load_captioner`
        raises when all the rest is done and pictures cannot be described. Waits on battery, where
        that is wanted, before and after each batch; what follows from an edit does not wait.
        """
        control = control or Control()
        self.remover.finish(control)
        while True:
            try:
                self._understand(control)
                known = self._encoder.known
                if self._describer.left():
                    # Two models at once may be more than a graphics processor has room for.
                    self._encoder.rest()
                self._describer.describe_if_wanted(
                    known.name, known.progress(Phase.FINISHED), self._patient(control)
                )
                return
            except OnBattery:
                self._wait_for_power(control)

    def _understand(self, control: Control) -> None:
        self._prepare_search(control)
        for media_id, uri in self._reader.looking.interrupted():
            self._writer.record_failure(media_id, EndedTheProgram(uri), None)
        is_outdated = self._tags_are_outdated()
        # After an edit of the user's, what waits can be asked for when the edit has shown.
        pending = []
        known = self._encoder.known
        if not (is_outdated and self._encoder.is_loaded):
            pending = self._pending(known.name)
        if not pending and not is_outdated:
            self._on_progress(known.progress(Phase.FINISHED))
            self._exports.close()
            return
        if not is_outdated:
            self._patient(control)()
        encoder = self._encoder.load(len(pending))
        taggers = self._encoder.taggers()
        self._retagger.retag(encoder.name, taggers, control)
        pending = self._pending(encoder.name)
        if pending:
            self._patient(control)()
        self._looking.look_at(pending, encoder, taggers, self._patient(control))
        # Among them may be pictures from which a model that is new here can learn only now.
        self._retagger.retag(encoder.name, taggers, control)
        # A zip that is kept open cannot be moved or deleted on Windows.
        self._exports.close()

    def _patient(self, control: Control) -> Callable[[], None]:
        """What checks whether to go on: raises Cancelled, or OnBattery."""

        def check() -> None:
            control.check()
            self._power_saving.check()

        return check

    def _wait_for_power(self, control: Control) -> None:
        """Waits with nothing open: what is in hand when a battery runs out counts as suspect."""
        self._exports.close()
        known = self._encoder.known
        # After the last batch there is nothing to wait for.
        if left := len(self._pending(known.name)) or self._describer.left():
            self._on_progress(known.progress(Phase.WAITING_FOR_POWER, left))
            self._power_saving.wait(control)

    def _prepare_search(self, control: Control) -> None:
        """Makes new captions searchable; finds out what new hashtags have in common with others."""
        while self._writer.index_captions(_CAPTIONS_AT_ONCE) == _CAPTIONS_AT_ONCE:
            control.check()
        self._fold_hashtags()

    def _fold_hashtags(self) -> None:
        if new := self._reader.own_hashtags.without_fold():
            self._writer.store_rule_folds({key: fold_key(key) for key in new})
            self._on_change()

    def _pending(self, model: str) -> list[PendingMedia]:
        """What waits for `model`; pictures on a disk that is not connected go on waiting."""
        archives = self._reader.archives()
        there = {archive.id for archive in archives if _is_there(archive.path)}
        set_offline = self._writer.importing.set_offline
        set_offline(one for one in archives if one.id not in there)
        set_offline((one for one in archives if one.id in there), is_offline=False)
        return self._reader.looking.pending(model)

    def _tags_are_outdated(self) -> bool:
        name = self._encoder.known.name
        return bool(name) and self._retagger.is_outdated(name)


def _is_there(path: Path) -> bool:
    """Whether an archive can be reached; one in a zip lies where the zip does."""
    return path.exists() or any(parent.is_file() for parent in path.parents)
