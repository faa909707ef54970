"""The encoder that pictures are looked at with, loaded when it is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from organizer.errors import OrganizerError
from organizer.indexing.progress import Phase, Progress
from organizer.indexing.tagger import Taggers
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.kept_texts import KeptTextEncoder
from organizer.vision.encoder import Encoder
from organizer.vision.hardware import Hardware
from organizer.vision.models import load_encoder


@dataclass(frozen=True, slots=True)
class KnownEncoder:
    """An encoder's `name`, and `title` and `device` for people; all "" until it was loaded once."""

    name: str = ""
    title: str = ""
    device: str = ""

    def progress(self, phase: Phase, total: int = 0) -> Progress:
        """Says that work with it stands at `phase`."""
        return Progress(phase, total=total, model=self.title, device=self.device)


class EncoderInUse:
    """The encoder that `model` names, for one library.

    `text_vectors` is where its vectors of texts are kept, `tell_problems` is called with it when it
    was loaded. For the others see Indexer.
    """

    def __init__(
        self,
        model: str,
        hardware: Hardware,
        reader: LibraryReader,
        writer: LibraryWriter,
        text_vectors: Path,
        on_progress: Callable[[Progress], None],
        tell_problems: Callable[[Encoder], None],
    ) -> None:
        self._model = model
        self._hardware = hardware
        self._reader = reader
        self._writer = writer
        self._text_vectors = text_vectors
        self._on_progress = on_progress
        self._tell_problems = tell_problems
        self._encoder: Encoder | None = None
        self._taggers: Taggers | None = None

    @property
    def is_loaded(self) -> bool:
        """Whether it is in memory."""
        return self._encoder is not None

    @property
    def known(self) -> KnownEncoder:
        """What it was when it was last loaded: known without loading it."""
        stored = self._reader.setting(f"encoder/{self._model}")
        return KnownEncoder(*stored) if isinstance(stored, list) else KnownEncoder()

    def load(self, total: int = 0) -> Encoder:
        """Loads it for `total` pictures, unless it is. Raises what `load_encoder` raises."""
        if self._encoder is None:
            self._on_progress(Progress(Phase.LOADING_MODEL, total=total))
            try:
                self._encoder = load_encoder(self._model, hardware=self._hardware)
            except OrganizerError:
                self._on_progress(Progress(Phase.WITHOUT_MODEL, total=total))
                raise
            known = [self._encoder.name, self._encoder.title, self._encoder.device]
            self._writer.set_setting(f"encoder/{self._model}", known)
            self._tell_problems(self._encoder)
        return self._encoder

    def rest(self) -> None:
        """Frees the memory of the graphics processor; its next use takes it again."""
        if self._encoder is not None:
            self._encoder.release()

    def unload(self) -> None:
        """Frees all memory that it takes; it is loaded again when it is needed."""
        self.rest()
        self._encoder = self._taggers = None

    def taggers(self) -> Taggers:
        """What tags pictures with it, loading it first where it is not."""
        if self._taggers is None:
            texts = KeptTextEncoder(self.load(), self._text_vectors)
            self._taggers = Taggers(texts, self._reader)
        return self._taggers
