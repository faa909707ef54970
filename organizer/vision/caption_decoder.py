"""Writes what a picture shows token by token: CoCa's text towers (Yu et al. 2022), each token once.

open_clip's own `generate` needs the library transformers, in a version before 5, and goes through
all tokens and all parts of the picture again for each new one. Here the keys and values of both are
kept: the same tokens as with its `top_k` of one, for a fraction of the arithmetic.
"""

from typing import Any

import torch
from open_clip.tokenizer import SimpleTokenizer
from torch import nn
from torch.nn import functional

_TOKENIZER = SimpleTokenizer()
START = _TOKENIZER.sot_token_id
END = _TOKENIZER.eot_token_id
MOST_TOKENS = 30
"""How long a description can be, its two marks included; COCO's captions have 12 on average."""

# What open_clip takes for the shortest, too: the start and four more.
_FEWEST_TOKENS = 5

_Kept = tuple[torch.Tensor, torch.Tensor]


class CaptionDecoder(nn.Module):
    """The text towers of `model`, a CoCa of open_clip. Names in it are those of the weights."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - open_clip is untyped
        super().__init__()
        self.embedding = model.text.token_embedding
        self.positions = model.text.positional_embedding
        self.reading = model.text.transformer.resblocks
        self.writing = model.text_decoder.resblocks
        self.looking = model.text_decoder.cross_attn
        self.norm = model.text_decoder.ln_final
        self.projection = model.text_decoder.text_projection
        self.padding = int(model.pad_id)
        self.most_tokens = min(MOST_TOKENS, len(self.positions))

    def forward(self, seen: torch.Tensor) -> torch.Tensor:
        """Token ids, int64 (n, most_tokens), for pictures `seen` (n, parts, width).

        Greedy: the most probable token follows. Behind its end a description is filled up.
        """
        count = len(seen)
        text = torch.full((count, self.most_tokens), END, device=seen.device)
        text[:, 0] = START
        has_ended = torch.zeros(count, dtype=torch.bool, device=seen.device)
        looks = [_keys_and_values(block, block.ln_1_kv(seen)) for block in self.looking]
        kept: list[_Kept | None] = [None] * (len(self.reading) + len(self.writing))
        for place in range(1, self.most_tokens - 1):
            scores = self._next(text[:, place - 1], place - 1, looks, kept)
            if place < _FEWEST_TOKENS:
                scores[:, END] = -torch.inf
            token = scores.argmax(dim=1)
            has_ended |= (token == END) | (token == self.padding)
            text[:, place] = torch.where(has_ended, END, token)
            if bool(has_ended.all()):
                break
        return text

    def first_scores(self, seen: torch.Tensor) -> torch.Tensor:
        """What speaks for each token to be the first, unit vectors (n, vocabulary)."""
        looks = [_keys_and_values(block, block.ln_1_kv(seen)) for block in self.looking]
        kept: list[_Kept | None] = [None] * (len(self.reading) + len(self.writing))
        start = torch.full((len(seen),), START, device=seen.device)
        return functional.normalize(self._next(start, 0, looks, kept), dim=-1)

    def _next(
        self, token: torch.Tensor, place: int, looks: list[_Kept], kept: list[_Kept | None]
    ) -> torch.Tensor:
        """What speaks for each token to come after `token` (n,), which stands at `place`."""
        state = (self.embedding(token) + self.positions[place])[:, None]
        for number, block in enumerate(self.reading):
            state = _step(block, state, kept, number)
        for number, (block, looking, look) in enumerate(
            zip(self.writing, self.looking, looks, strict=True), start=len(self.reading)
        ):
            state = _step(block, state, kept, number)
            state = _attend(looking, state, look)
        scores: torch.Tensor = self.norm(state[:, 0]) @ self.projection
        return scores


def _step(
    block: Any,  # noqa: ANN401
    state: torch.Tensor,
    kept: list[_Kept | None],
    number: int,
) -> torch.Tensor:
    """Self-attention to all tokens so far, whose keys and values are `kept`."""
    keys, values = _keys_and_values(block, block.ln_1(state))
    before = kept[number]
    if before is not None:
        keys = torch.cat([before[0], keys], dim=2)
        values = torch.cat([before[1], values], dim=2)
    kept[number] = keys, values
    return _attend(block, state, (keys, values))


def _attend(block: Any, state: torch.Tensor, to: _Kept) -> torch.Tensor:  # noqa: ANN401
    """`state` (n, 1, width) after the attention `to` keys and values, and what follows on it."""
    attention = block.attn
    width = state.shape[-1]
    query = functional.linear(
        block.ln_1(state), attention.in_proj_weight[:width], attention.in_proj_bias[:width]
    )
    found = functional.scaled_dot_product_attention(_heads(attention, query), *to)
    found = attention.out_proj(found.transpose(1, 2).flatten(2))
    state = state + block.ls_1(found)
    made: torch.Tensor = state + block.ls_2(block.mlp(block.ln_2(state)))
    return made


def _keys_and_values(block: Any, inputs: torch.Tensor) -> _Kept:  # noqa: ANN401
    """Of `inputs` (n, length, width), each of shape (n, heads, length, width of a head)."""
    attention, width = block.attn, inputs.shape[-1]
    both = functional.linear(
        inputs, attention.in_proj_weight[width:], attention.in_proj_bias[width:]
    )
    keys, values = both.chunk(2, dim=-1)
    return _heads(attention, keys), _heads(attention, values)


def _heads(attention: Any, inputs: torch.Tensor) -> torch.Tensor:  # noqa: ANN401
    count, length, _ = inputs.shape
    return inputs.view(count, length, attention.num_heads, -1).transpose(1, 2)
