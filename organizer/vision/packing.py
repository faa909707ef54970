"""Lays a network's weights out for the processor once, and not anew for each batch.

oneDNN multiplies by weights that lie in the blocks its registers take, and adds the bias and GELU
on the way. PyTorch offers that to compiled networks alone (torch.compile, which needs a C++
compiler where the app runs); these are the operations that such a network would call. ViT-B-32 on
an AMD processor: in float32 2.2 times as fast, for which PyTorch's own library, made by Intel, uses
half of the vector units there, and in bfloat16 1.1 to 1.3 times.

They are no public part of PyTorch. Whoever packs compares the vectors and is ready for errors; see
self_test.
"""

import copy
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import torch
from torch import nn

from organizer.vision.attention import open_attentions

# oneDNN chooses the blocks for so many rows; others work as well. Pictures have 50 to 730 each.
_ROWS = 1024


class PackedLinear(nn.Linear):
    """`linear` with packed weights; with GELU, where `gelu` says how: "none" (exact) or "tanh".

    Raises what torch raises where the processor or this build of torch cannot have that.
    """

    def __init__(self, linear: nn.Linear, gelu: str | None = None) -> None:
        # Networks ask whether something is a Linear. Its parameters, which it would make here,
        # are of no use: packed weights know no conversion, nor do they know how to be copied.
        nn.Module.__init__(self)
        self.in_features, self.out_features = linear.in_features, linear.out_features
        self.weight: torch.Tensor = _packed(linear.weight.detach())
        bias = None if linear.bias is None else linear.bias.detach()
        self.bias: torch.Tensor | None = bias  # type: ignore[assignment]
        self._after = ("none", "") if gelu is None else ("gelu", gelu)

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        """(..., features) of `input`."""
        name, algorithm = self._after
        made: torch.Tensor = torch.ops.mkldnn._linear_pointwise(
            input, self.weight, self.bias, name, [], algorithm
        )
        return made

    def _apply(self, fn: Callable[[torch.Tensor], torch.Tensor], recurse: bool = True) -> Any:  # noqa: ANN401 - as nn.Module has it
        # What `to` and its kin call.
        self.weight = _packed(fn(self.weight.to_dense()))
        self.bias = None if self.bias is None else fn(self.bias)
        return super()._apply(fn, recurse)  # type: ignore[no-untyped-call]

    def __deepcopy__(self, _memo: dict[int, object]) -> "PackedLinear":
        # Nobody writes to the weights: both may use the same.
        return copy.copy(self)


def pack(network: nn.Module) -> None:
    """Packs the weights of all that `network` is made of, in place.

    Raises what torch raises where it cannot be; `network` is of no use then.
    """
    open_attentions(network)
    # What attention is left, that of pooling, reads the weights of its Linear by itself.
    parts = [one for one in network.modules() if not isinstance(one, nn.MultiheadAttention)]
    for part in parts:
        # As in a Sequential, and in timm's Mlp, what is next to each other comes after each other.
        for (name, child), (next_name, after) in pairwise([*part.named_children(), ("", part)]):
            if not isinstance(child, nn.Linear) or isinstance(child, PackedLinear):
                continue
            if isinstance(after, nn.GELU):
                setattr(part, name, PackedLinear(child, after.approximate))
                setattr(part, next_name, nn.Identity())
            else:
                setattr(part, name, PackedLinear(child))


def _packed(weight: torch.Tensor) -> torch.Tensor:
    made: torch.Tensor = torch.ops.mkldnn._reorder_linear_weight(weight.contiguous(), _ROWS)
    return made
