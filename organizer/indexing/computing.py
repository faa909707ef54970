"""What models run on at this computer: what there is, what the user wants, what was measured."""

from dataclasses import dataclass

from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.vision.hardware import ANY_HARDWARE, Hardware, Precision
from organizer.vision.model_settings import choose_hardware, chosen_hardware
from organizer.vision.torch_import import quiet_imports

__all__ = [
    "ANY_HARDWARE",
    "Computer",
    "Hardware",
    "Measurement",
    "Precision",
    "Processor",
    "choose_hardware",
    "chosen_hardware",
    "look_at_computer",
]


@dataclass(frozen=True, slots=True)
class Processor:
    """What models can run on: `device` in torch's words ("cuda"), `title` in people's."""

    device: str
    title: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """What the self-test found best for a model; `processor` is a title."""

    processor: str
    precision: Precision
    pictures_per_second: float


@dataclass(frozen=True, slots=True)
class Computer:
    """The `processors` here, and what was measured of the model in use, with what is wanted now.

    `measurement` is None when that model was not loaded here so yet.
    """

    processors: tuple[Processor, ...]
    measurement: Measurement | None


def look_at_computer(place: LibraryPlace, model: str) -> Computer:
    """What there is here for the model named `model`; imports torch, which takes seconds."""
    with quiet_imports():
        from organizer.vision.choosing import measured_here
        from organizer.vision.devices import available_devices, device_title
    processors = tuple(
        Processor(device.type, device_title(str(device))) for device in available_devices()
    )
    measured = measured_here(_encoder_of(place, model), chosen_hardware())
    if measured is None:
        return Computer(processors, None)
    return Computer(
        processors,
        Measurement(
            device_title(measured.device), measured.precision, measured.pictures_per_second
        ),
    )


def _encoder_of(place: LibraryPlace, model: str) -> str:
    """The name of the encoder that `model` was when it was last loaded; "" when it never was."""
    if not place.database.is_file():
        return ""
    with LibraryReader(place) as reader:
        stored = reader.setting(f"encoder/{model}")
    return str(stored[0]) if isinstance(stored, list) else ""
