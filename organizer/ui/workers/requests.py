"""What the indexing worker can be asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from organizer.indexing.computing import Hardware
from organizer.indexing.hashtag_options import HashtagOptions
from organizer.library.edits import Edit
from organizer.tagging.records import Category


@dataclass(frozen=True, slots=True)
class Import:
    """Places to import; `is_announced` when the user asked for it and awaits an answer.

    `is_thorough` when something in them is known to have changed.
    """

    places: tuple[Path, ...]
    is_announced: bool
    is_thorough: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A watched place that was renamed."""

    old: Path
    new: Path


@dataclass(frozen=True, slots=True)
class Remove:
    """Places that the user wants out of the library."""

    places: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class DoEdit:
    """What the user changes, under a number by which it can be taken back."""

    number: int
    edit: Edit


@dataclass(frozen=True, slots=True)
class TakeBack:
    """An edit to take back, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class SetOptions:
    """How hashtags are to be suggested from now on."""

    options: HashtagOptions


@dataclass(frozen=True, slots=True)
class MakeSample:
    """The sample to make, and then to import."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Preview:
    """Which pictures would be filed under a category."""

    number: int
    category: Category


@dataclass(frozen=True, slots=True)
class Suggest:
    """Hashtags for one post of pictures."""

    number: int
    media_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProposeMerges:
    """Which of the user's hashtags might be one."""


@dataclass(frozen=True, slots=True)
class Understand:
    """What the words of a search mean."""

    words: str


@dataclass(frozen=True, slots=True)
class UseModel:
    """The model to look at pictures with from now on."""

    name: str


@dataclass(frozen=True, slots=True)
class UseHardware:
    """What the model is to run on from now on."""

    hardware: Hardware


@dataclass(frozen=True, slots=True)
class WaitOnBattery:
    """Whether looking at pictures is to wait while the computer runs on battery."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class WorkOnBattery:
    """Looking at pictures is not to wait any longer this time."""


@dataclass(frozen=True, slots=True)
class Retry:
    """All that could not be read is to be tried again."""


@dataclass(frozen=True, slots=True)
class SetDescribing:
    """Whether pictures are to be described from now on."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class RemoveDescriptions:
    """All descriptions, to delete."""


@dataclass(frozen=True, slots=True)
class RemoveVectors:
    """Vectors to delete, by the encoder that made them."""

    encoder: str


@dataclass(frozen=True, slots=True)
class KeepHashes:
    """What `method` found of how pictures look, by their content hash, to be kept."""

    method: str
    hashes: Mapping[str, bytes]


Question = Preview | Suggest | ProposeMerges | Understand
# What the user decided is kept even when the program is closed at once.
Decided = (
    DoEdit
    | TakeBack
    | SetOptions
    | UseModel
    | SetDescribing
    | RemoveDescriptions
    | WaitOnBattery
    | Remove
)
Request = (
    Decided
    | Question
    | Import
    | Move
    | MakeSample
    | RemoveVectors
    | KeepHashes
    | UseHardware
    | WorkOnBattery
    | Retry
)
