"""What a model may run on: the device and the precision that the user wants, or any."""

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How a network's weights are held and multiplied.

    INT8 rounds each row of a matrix to 8 bits and each input as it comes ("dynamic"); the CPU's
    alone. The others are floating-point numbers of 32 and 16 bits.
    """

    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    FLOAT16 = "float16"
    INT8 = "int8"


@dataclass(frozen=True, slots=True)
class Hardware:
    """What the user wants: `device` in torch's words ("cuda", "mps", "xpu", "cpu"), `precision`.

    "" and None leave it to measurement.
    """

    device: str = ""
    precision: Precision | None = None


ANY_HARDWARE = Hardware()
