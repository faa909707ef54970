"""Small torch networks of random weights that behave as devices and precisions have been seen to.

"meta" is a device that torch has everywhere and that holds no numbers: what runs there raises, as
on a broken driver, unless the network answers by itself.
"""

import torch
from torch import nn

from organizer.vision.networks import ImageNetwork
from organizer.vision.preprocessing import InputFormat
from organizer.vision.sample_pictures import sample_pictures

SIDE = 32
DIMENSION = 16
FORMAT = InputFormat(SIDE, SIDE, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25), "bicubic", "shortest")


class Plain(nn.Module):
    """Works everywhere, and as fast in each precision."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.layers = nn.Sequential(
            nn.AdaptiveAvgPool2d(8), nn.Flatten(), nn.Linear(192, 64), nn.GELU(),
            nn.Linear(64, DIMENSION),
        )  # fmt: skip

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        return self.layers(values)


class Unpackable(Plain):
    """Its attention is laid out as none that can be packed."""

    def __init__(self) -> None:
        super().__init__()
        self.block = nn.Module()
        self.block.attn = nn.MultiheadAttention(8, 2)
        self.block.mlp = nn.Identity()


class SlowInFloat32(Plain):
    """As a network is on a processor that multiplies 16 bits faster."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if values.dtype is torch.float32:
            work = torch.ones(256, 256)
            for _ in range(100):
                work = work @ work / 256
            values = values * work[0, 0]
        return super().forward(values)


class WrongInBfloat16(SlowInFloat32):
    """Fast and wrong."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        made = super().forward(values)
        return made.flip(1) if values.dtype is torch.bfloat16 else made


class FailingInBfloat16(SlowInFloat32):
    """Fast until it is used."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if values.dtype is torch.bfloat16:
            raise RuntimeError("no kernel for this")
        return super().forward(values)


class OverflowingInFloat16(Plain):
    """Bright pictures are too much for 16 bits."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        made = super().forward(values)
        is_bright = values.float().mean(dim=(1, 2, 3)) > 1
        if values.dtype is torch.float16:
            made[is_bright] = torch.nan
        return made


class WrongOnMeta(Plain):
    """A device that answers, and wrongly."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if values.device.type == "meta":
            return torch.ones(len(values), DIMENSION)
        return super().forward(values)


class OutOfMemoryOnMeta(Plain):
    """A device whose memory another program has taken."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if values.device.type == "meta":
            raise torch.OutOfMemoryError("out of memory")
        return super().forward(values)


class AnswersOnMeta(Plain):
    """A device that is right about the pictures of the self-test, as far as its memory goes."""

    def __init__(self, memory: "Memory") -> None:
        super().__init__()
        self.memory = memory
        pictures = torch.from_numpy(sample_pictures(SIDE, SIDE))
        with torch.inference_mode():
            self.right = ImageNetwork(Plain(), FORMAT)(pictures)

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if values.device.type != "meta":
            return super().forward(values)
        if len(values) > self.memory.most:
            raise torch.OutOfMemoryError("out of memory")
        return self.right.repeat(len(values) // len(self.right), 1)


class Memory:
    """How many pictures a device has room for; one for all copies of a network."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __deepcopy__(self, _memo: dict[int, object]) -> "Memory":
        return self


class OfLittleMemory(Plain):
    """Takes `most` pictures at once; `seen` are how many it was given."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.seen: list[int] = []

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        self.seen.append(len(values))
        if len(values) > self.most:
            raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory")
        return super().forward(values)


def image_network(visual: nn.Module) -> ImageNetwork:
    return ImageNetwork(visual.eval(), FORMAT)
