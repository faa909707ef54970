"""Small models of random weights, which open_clip knows and lists as if they were on the hub."""

import json
import shutil
from pathlib import Path

import open_clip
import open_clip.pretrained
import pytest
import safetensors.torch
import torch

TOKENIZER_FILES = Path(__file__).parent / "siglip2_tokenizer"
VISION = {"image_size": 32, "layers": 1, "width": 64, "patch_size": 16, "head_width": 16}
TEXT = {"context_length": 77, "vocab_size": 49408, "width": 8, "heads": 2, "layers": 1}
SIGLIP_TEXT = {
    "context_length": 64,
    "vocab_size": 400,
    "width": 192,
    "heads": 4,
    "layers": 1,
    "hf_tokenizer_name": "tests/tiny-siglip",
    "tokenizer_kwargs": {"clean": "canonicalize"},
    "no_causal_mask": True,
    "proj_bias": True,
    "pool_type": "last",
}
CONFIGURATIONS = {
    "tiny-english": {"embed_dim": 16, "vision_cfg": VISION, "text_cfg": TEXT},
    "tiny-siglip": {
        "embed_dim": 16,
        "init_logit_bias": -10.0,
        "custom_text": True,
        "vision_cfg": VISION,
        "text_cfg": SIGLIP_TEXT,
    },
}
LISTED = {
    "tiny-english": open_clip.pretrained._pcfg(hf_hub="tests/tiny-english/"),
    "tiny-siglip": open_clip.pretrained._slpcfg(hf_hub="tests/tiny-siglip/"),
}
WEIGHTS = "open_clip_model.safetensors"
# Tiny as the others, under the name of the model that the catalogue offers.
COCA = "coca_ViT-B-32"
COCA_TAG = "mscoco_finetuned_laion2b_s13b_b90k"
COCA_NAME = f"{COCA}/{COCA_TAG}"
COCA_REPOSITORY = "laion/mscoco_finetuned_CoCa-ViT-B-32-laion2B-s13B-b90k"
# The hub has no other form of these.
COCA_WEIGHTS = "open_clip_pytorch_model.bin"
_WRITING = {"context_length": 76, "vocab_size": 49408, "width": 16, "heads": 2, "layers": 2}
COCA_CONFIGURATION = {
    "embed_dim": 16,
    "vision_cfg": {**VISION, "attentional_pool": True, "attn_pooler_heads": 2,
                   "output_tokens": True},
    "text_cfg": {**_WRITING, "embed_cls": True, "output_tokens": True},
    "multimodal_cfg": {**_WRITING, "attn_pooler_heads": 2},
    "custom_text": True,
}  # fmt: skip


def register(folder: Path) -> None:
    """Makes open_clip know the models, with weights under the tag "test". Uses `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, configuration in CONFIGURATIONS.items():
        (folder / f"{name}.json").write_text(json.dumps(configuration))
        open_clip.pretrained._PRETRAINED[name] = {"test": LISTED[name]}
    open_clip.add_model_config(folder)
    # open_clip reads all of its folders again whenever one is added: ours goes with the test.
    open_clip.factory._MODEL_CONFIG_PATHS.remove(folder)


def make_repository(folder: Path, name: str, seed: int = 0) -> Path:
    """The files of the model `name` as they lie on the hub, in `folder`; register() comes first."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    model = open_clip.create_model(name)
    safetensors.torch.save_file(model.state_dict(), folder / WEIGHTS)
    if name == "tiny-siglip":
        for path in TOKENIZER_FILES.glob("tokenizer*.json"):
            shutil.copy(path, folder)
    (folder / "README.md").write_text("# Not to be downloaded\n")
    return folder


def make_coca_small(patch: pytest.MonkeyPatch) -> None:
    """Lets open_clip make COCA tiny as long as `patch` holds."""
    patch.setitem(open_clip.factory._MODEL_CONFIGS, COCA, COCA_CONFIGURATION)


def make_coca_repository(folder: Path, sentence: str = "") -> Path:
    """The files of COCA_REPOSITORY, of random weights; make_coca_small() comes first.

    With a `sentence`, the model writes it of every picture.
    """
    folder.mkdir(parents=True, exist_ok=True)
    model = random_coca()
    if sentence:
        _teach(model, sentence)
    torch.save(model.state_dict(), folder / COCA_WEIGHTS)
    return folder


def _teach(model: open_clip.CoCa, sentence: str) -> None:
    """Lets nothing but the place in the text decide which token comes next."""
    tokenizer = open_clip.tokenizer.SimpleTokenizer()
    tokens = [*tokenizer.encode(sentence), tokenizer.eot_token_id]
    decoder = model.text_decoder
    with torch.no_grad():
        model.text.token_embedding.weight.zero_()
        blocks = (*model.text.transformer.resblocks, *decoder.resblocks, *decoder.cross_attn)
        for block in blocks:
            for last in (block.attn.out_proj, block.mlp.c_proj):
                last.weight.zero_()
                last.bias.zero_()
        decoder.text_projection.zero_()
        for place, token in enumerate(tokens):
            state = decoder.ln_final(model.text.positional_embedding[place])
            decoder.text_projection[:, token] += state


def random_coca(seed: int = 0) -> open_clip.CoCa:
    """A tiny CoCa that writes a different nonsense of each picture."""
    torch.manual_seed(seed)
    model = open_clip.create_model(COCA).eval()
    with torch.no_grad():
        # open_clip leaves it as the memory was.
        model.text_decoder.text_projection.normal_()
        for value in model.parameters():
            if value.ndim > 1:
                value.normal_(std=0.5)
    return model


def install_coca(models: Path, sentence: str = "") -> Path:
    """Puts a tiny COCA into the folder of `models` by hand: see make_coca_repository."""
    folder = make_coca_repository(models / f"{COCA}--{COCA_TAG}", sentence)
    content = {"model_cfg": COCA_CONFIGURATION, "preprocess_cfg": {}}
    (folder / "open_clip_config.json").write_text(json.dumps(content))
    return folder
