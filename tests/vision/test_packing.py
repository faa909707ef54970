"""Packed networks give the vectors that they gave before."""

import copy
from pathlib import Path

import pytest
import torch
from open_clip.transformer import (
    LayerNorm,
    QuickGELU,
    ResidualAttentionBlock,
    TextTransformer,
    VisionTransformer,
)
from small_networks import DIMENSION, FORMAT, Plain, image_network
from timm.models.vision_transformer import VisionTransformer as TimmVisionTransformer
from torch import nn

from organizer.vision.attention import SelfAttention, open_attentions
from organizer.vision.choosing import choose, texts_beside
from organizer.vision.devices import CPU
from organizer.vision.hardware import Hardware, Precision
from organizer.vision.measured import MeasuredFile
from organizer.vision.networks import ImageNetwork, TextNetwork, in_float32
from organizer.vision.packing import PackedLinear, pack
from organizer.vision.sample_pictures import sample_pictures
from organizer.vision.self_test import LEAST_COSINE, cosine_to
from organizer.vision.timing import TRIAL_ERRORS
from organizer.vision.tower import Tower, run

PICTURES = torch.from_numpy(sample_pictures(FORMAT.height, FORMAT.width))


def can_pack(precision: torch.dtype) -> bool:
    try:
        pack(nn.Sequential(nn.Linear(8, 8)).to(precision))
        PackedLinear(nn.Linear(8, 8).to(precision))(torch.ones(1, 8, dtype=precision))
    except TRIAL_ERRORS:
        return False
    return True


needs_packing = pytest.mark.skipif(
    not can_pack(torch.float32), reason="this build of torch has no oneDNN"
)


def open_clip_tower(act_layer: type[nn.Module] = nn.GELU, **options: object) -> nn.Module:
    return VisionTransformer(
        FORMAT.height, 8, 64, 2, 2, 4.0, output_dim=DIMENSION, act_layer=act_layer, **options
    )


TOWERS = {
    "open_clip": open_clip_tower,
    "quick gelu": lambda: open_clip_tower(QuickGELU),
    "pooled by attention": lambda: open_clip_tower(attentional_pool=True, attn_pooler_heads=2),
    "timm": lambda: TimmVisionTransformer(
        FORMAT.height, 8, embed_dim=64, depth=2, num_heads=2, num_classes=DIMENSION
    ),
    "pooled by timm": lambda: TimmVisionTransformer(
        FORMAT.height,
        8,
        embed_dim=64,
        depth=2,
        num_heads=2,
        num_classes=0,
        global_pool="map",
        class_token=False,
    ),
}


def random_network(name: str) -> ImageNetwork:
    torch.manual_seed(1)
    return image_network(TOWERS[name]())


@needs_packing
@pytest.mark.parametrize("name", TOWERS)
def test_packed_towers_give_the_same_vectors(name: str):
    network = random_network(name)
    packed = network.converted(Precision.FLOAT32, is_packed=True)
    exact, found = run(network, PICTURES, CPU), run(packed, PICTURES, CPU)
    assert cosine_to(exact, found) > 0.999999
    kinds = {type(part) for part in packed.modules()}
    assert PackedLinear in kinds
    assert nn.Linear not in kinds


@pytest.mark.skipif(not can_pack(torch.bfloat16), reason="this processor has no bfloat16")
@pytest.mark.parametrize("name", TOWERS)
def test_packing_costs_bfloat16_nothing_and_can_be_undone(name: str):
    network = random_network(name)
    packed = network.converted(Precision.BFLOAT16, is_packed=True)
    exact = run(network, PICTURES, CPU)
    assert cosine_to(exact, run(packed, PICTURES, CPU)) >= LEAST_COSINE
    # What overflows in 16 bits is done once more, in as many bits as before.
    again = in_float32(packed)
    assert cosine_to(exact, run(again, PICTURES, CPU)) > 0.9999
    assert run(packed, PICTURES, CPU).shape == exact.shape, "that one is as it was"


@pytest.mark.parametrize("name", ["open_clip", "quick gelu", "pooled by attention"])
def test_all_of_a_transformer_is_quantized(name: str):
    network = random_network(name)
    made = network.converted(Precision.INT8)
    assert not any(isinstance(part, nn.MultiheadAttention) for part in blocks_of(made))
    assert cosine_to(run(network, PICTURES, CPU), run(made, PICTURES, CPU)) > 0.99


def blocks_of(network: nn.Module) -> list[nn.Module]:
    return [
        part
        for block in network.modules()
        if isinstance(block, ResidualAttentionBlock)
        for part in block.modules()
    ]


def test_attention_looks_back_only_where_a_mask_says_so():
    torch.manual_seed(2)
    block = ResidualAttentionBlock(32, 4, norm_layer=LayerNorm).eval()
    opened = copy.deepcopy(block)
    open_attentions(opened)
    assert isinstance(opened.attn, SelfAttention)
    values = torch.randn(3, 5, 32)
    mask = torch.full((5, 5), float("-inf")).triu_(1)
    with torch.inference_mode():
        for attn_mask in (None, mask):
            torch.testing.assert_close(
                opened(values, attn_mask=attn_mask), block(values, attn_mask=attn_mask)
            )


def test_attention_to_something_else_is_refused():
    opened = SelfAttention(nn.MultiheadAttention(32, 4, batch_first=True))
    values, other = torch.randn(2, 1, 5, 32)
    with pytest.raises(ValueError, match="to itself"):
        opened(values, other, other)
    with pytest.raises(ValueError, match="laid out"):
        SelfAttention(nn.MultiheadAttention(32, 4, kdim=16, batch_first=True))


class Texts(nn.Module):
    """The half of a model that reads."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(3)
        self.text = TextTransformer(8, 50, 32, 2, 2, output_dim=DIMENSION, proj_type="linear")

    def encode_text(self, tokens: torch.Tensor) -> torch.Tensor:
        return self.text(tokens)


@needs_packing
def test_texts_are_packed_where_that_is_faster_and_right(tmp_path: Path):
    file = MeasuredFile(tmp_path / "devices.json")
    choice = choose("model", image_network(Plain()), Hardware("cpu", Precision.FLOAT32), file)
    network = TextNetwork(Texts().eval())
    tokens = torch.arange(16).view(2, 8)
    chosen = texts_beside(choice, network, tokens)
    assert any(isinstance(part, PackedLinear) for part in chosen.modules()) == (
        choice.is_packing_faster
    )
    packed = network.packed()
    assert cosine_to(run(network, tokens, CPU), run(packed, tokens, CPU)) > 0.999999


@needs_packing
def test_what_was_found_faster_packed_is_packed_again(tmp_path: Path):
    file = MeasuredFile(tmp_path / "devices.json")
    wanted = Hardware("cpu", Precision.FLOAT32)
    network = random_network("open_clip")
    first, second = (choose("model", network, wanted, file) for _ in range(2))
    ways = [
        any(isinstance(part, PackedLinear) for part in choice.network.modules())
        for choice in (first, second)
    ]
    assert ways[0] == ways[1]
    exact = run(network, PICTURES, CPU)
    assert cosine_to(exact, Tower(second.network, CPU, 2).encode(PICTURES)) > 0.999999


class ManyWords(nn.Module):
    """Reads the words of many languages, 210 MB of them."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(4)
        self.embedding = nn.Embedding.from_pretrained(torch.rand(420_000, 128) - 0.5)

    def encode_text(self, tokens: torch.Tensor) -> torch.Tensor:
        return self.embedding(tokens).mean(dim=1)


def test_the_words_of_many_languages_take_half_the_memory_and_mean_the_same():
    model = ManyWords()
    tokens = torch.tensor([[1, 2, 3], [419_999, 7, 0]])
    with torch.inference_mode():
        right = nn.functional.normalize(model.encode_text(tokens), dim=-1).numpy()
    network = TextNetwork(model)
    assert sum(part.nbytes for part in network.state_dict().values()) == 420_000 * 128 * 2
    found = run(network, tokens, CPU)
    assert found.dtype == right.dtype
    assert cosine_to(right, found) > 0.999999
