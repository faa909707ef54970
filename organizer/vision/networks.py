"""Models as torch modules, bytes or tokens in: CLIP's two halves, and CoCa, which writes."""

import copy
import warnings
from typing import Any

import torch
from torch import nn

from organizer.vision.attention import open_attentions
from organizer.vision.caption_decoder import CaptionDecoder
from organizer.vision.hardware import Precision
from organizer.vision.packing import pack
from organizer.vision.preprocessing import InputFormat

# The vocabulary of English models takes half of it.
_MANY_WORDS_BYTES = 200 << 20

_DTYPES = {Precision.BFLOAT16: torch.bfloat16, Precision.FLOAT16: torch.float16}


class ImageNetwork(nn.Module):
    """The image tower `visual` for pictures prepared in `input_format`."""

    scale: torch.Tensor
    offset: torch.Tensor

    def __init__(self, visual: nn.Module, input_format: InputFormat) -> None:
        super().__init__()
        self.input_format = input_format
        self.visual = visual
        self.dtype = torch.float32
        # (bytes / 255 - mean) / std in one multiplication and one subtraction. Always float32:
        # these two numbers rounded to 16 bits would cost more than all weights.
        std = torch.tensor(input_format.std)
        self.register_buffer("scale", (1 / (255 * std)).view(3, 1, 1))
        self.register_buffer("offset", (torch.tensor(input_format.mean) / std).view(3, 1, 1))

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Unit vectors, float32 (n, dimension), of uint8 `pixels` (n, height, width, 3)."""
        features = self.features(pixels)
        # CoCa's gives one for each patch, too.
        pooled = features[0] if isinstance(features, tuple) else features
        return nn.functional.normalize(pooled.float(), dim=-1)

    def features(self, pixels: torch.Tensor) -> Any:  # noqa: ANN401 - open_clip is untyped
        """What the tower itself gives for `pixels`, in the precision that it has."""
        values = pixels.permute(0, 3, 1, 2).to(torch.float32).mul_(self.scale).sub_(self.offset)
        return self.visual(values.to(self.dtype))

    def converted(self, precision: Precision, is_packed: bool = False) -> "ImageNetwork":
        """A copy in `precision`, its weights packed for the CPU where `is_packed`; see packing.

        Raises what torch raises where it cannot have that.
        """
        made = copy.deepcopy(self)
        if precision is Precision.INT8:
            open_attentions(made.visual)
            made.visual = _quantized(made.visual)
            made.dtype = torch.float32
        else:
            # The weights themselves: autocast converts them anew for each batch, and is slower
            # than float32 on a processor.
            made.dtype = _DTYPES.get(precision, torch.float32)
            made.visual = made.visual.to(made.dtype)
        if is_packed:
            pack(made.visual)
        return made


class TextNetwork(nn.Module):
    """The text tower of `model`, an open_clip model that is taken over, in float32.

    But for the words of many languages: those of SigLIP 2 would be 0.8 to 1.2 GB, most of the
    model. They are kept in 16 bits, which none of what is computed from them is.
    """

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - open_clip is untyped
        super().__init__()
        self.model = model
        for part in list(model.modules()):
            for name, child in part.named_children():
                if isinstance(child, nn.Embedding) and child.weight.nbytes > _MANY_WORDS_BYTES:
                    setattr(part, name, _HalfEmbedding(child))

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        """Unit vectors, float32 (n, dimension), of `tokens` (n, context length)."""
        return nn.functional.normalize(self.model.encode_text(tokens).float(), dim=-1)

    def packed(self) -> "TextNetwork":
        """A copy whose weights are packed for the CPU; see packing, also for what is raised."""
        made = copy.deepcopy(self)
        pack(made.model)
        return made


class CaptionNetwork(nn.Module):
    """A CoCa model: its image tower in any precision, its text towers in float32."""

    def __init__(self, images: ImageNetwork, decoder: CaptionDecoder) -> None:
        super().__init__()
        self.images = images
        self.decoder = decoder

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Token ids, int64 (n, most tokens), of uint8 `pixels` (n, height, width, 3)."""
        made: torch.Tensor = self.decoder(self.images.features(pixels)[1].float())
        return made


class _HalfEmbedding(nn.Module):
    """Gives float32 out of float16, of which `embedding` is made."""

    weight: torch.Tensor

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        self.register_buffer("weight", embedding.weight.detach().half())

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        return nn.functional.embedding(tokens, self.weight).float()


def in_float32(network: nn.Module) -> nn.Module:
    """`network` for the CPU, in numbers that do not overflow; itself when it is so already."""
    if isinstance(network, CaptionNetwork) and network.images.dtype != torch.float32:
        return CaptionNetwork(network.images.converted(Precision.FLOAT32), network.decoder)
    if isinstance(network, ImageNetwork) and network.dtype != torch.float32:
        return network.converted(Precision.FLOAT32)
    return network


def _quantized(network: nn.Module) -> nn.Module:
    with warnings.catch_warnings():
        # It moves to torchao, which is another 10 MB to install for the same kernels.
        warnings.simplefilter("ignore")
        made: nn.Module = torch.ao.quantization.quantize_dynamic(  # type: ignore[no-untyped-call]
            network, {nn.Linear: torch.ao.quantization.per_channel_dynamic_qconfig}
        )
    return made
