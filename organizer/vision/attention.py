"""Attention whose parts can be replaced: PyTorch's own does all at once, with weights of its own.

What makes a network's Linear modules faster, packing or int8, passes PyTorch's MultiheadAttention
by, and leaves a third of a network's work as slow as it was.
"""

import torch
from torch import nn


class SelfAttention(nn.Module):
    """`attention` of a sequence to itself, for its way of being called by open_clip's blocks.

    Raises ValueError for one that is laid out otherwise.
    """

    def __init__(self, attention: nn.MultiheadAttention) -> None:
        super().__init__()
        if attention.in_proj_weight is None or not attention.batch_first:
            raise ValueError("this attention is not laid out as that of open_clip's blocks")
        self._heads = attention.num_heads
        self.in_projection = _linear(attention.in_proj_weight, attention.in_proj_bias)
        self.out_projection = _linear(attention.out_proj.weight, attention.out_proj.bias)

    def forward(
        self,
        query: torch.Tensor,
        key: torch.Tensor,
        value: torch.Tensor,
        need_weights: bool = False,
        attn_mask: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, None]:
        """What `query` (n, length, width) becomes; `attn_mask` is added to the scores.

        Raises ValueError when it is asked for anything else than attention to itself.
        """
        if key is not query or value is not query or need_weights:
            raise ValueError("this is attention of a sequence to itself")
        count, length, width = query.shape
        shape = (count, length, 3, self._heads, width // self._heads)
        parts = self.in_projection(query).view(shape).permute(2, 0, 3, 1, 4)
        queries, keys, values = (part.reshape(-1, length, shape[-1]) for part in parts.unbind())
        queries = queries * shape[-1] ** -0.5
        # Not scaled_dot_product_attention: on a processor, for so short sequences, it takes four
        # times as long.
        if attn_mask is None:
            scores = torch.bmm(queries, keys.transpose(1, 2))
        else:
            scores = torch.baddbmm(attn_mask, queries, keys.transpose(1, 2))
        mixed = torch.bmm(scores.softmax(dim=-1), values)
        joined = mixed.view(count, self._heads, length, -1).transpose(1, 2)
        return self.out_projection(joined.reshape(query.shape)), None


def open_attentions(network: nn.Module) -> None:
    """Replaces the attention in the blocks of `network`, in place.

    Raises ValueError when one cannot be replaced.
    """
    for block in list(network.modules()):
        attention = getattr(block, "attn", None)
        # Pooling, which has no perceptron, attends to something else than itself.
        if isinstance(attention, nn.MultiheadAttention) and hasattr(block, "mlp"):
            block.attn = SelfAttention(attention)


def _linear(weight: torch.Tensor, bias: torch.Tensor | None) -> nn.Linear:
    with torch.device("meta"):
        made = nn.Linear(weight.shape[1], weight.shape[0], bias is not None)
    made.weight = nn.Parameter(weight.detach(), requires_grad=False)
    if bias is not None:
        made.bias = nn.Parameter(bias.detach(), requires_grad=False)
    return made
