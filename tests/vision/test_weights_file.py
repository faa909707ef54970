"""Files of weights that cannot be used are refused, in words that say what to do."""

import hashlib
import json
import pickle
import shutil
from pathlib import Path

import open_clip
import pytest
import safetensors.torch
import torch
from tiny_models import TEXT, TOKENIZER_FILES, VISION, register

from organizer.vision.encoder import Encoder
from organizer.vision.errors import (
    ModelUnavailable,
    WeightsDamaged,
    WeightsForAnotherActivation,
    WeightsInTorchScript,
    WeightsNotFinite,
    WeightsOfAnotherModel,
    WeightsWithCode,
)
from organizer.vision.models import load_encoder

MODEL = "tiny-english"
QUICK = f"{MODEL}-quickgelu"


@pytest.fixture(autouse=True)
def configurations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiny models, and variants: with QuickGELU, for larger pictures, of wider texts."""
    register(tmp_path / "configurations")
    usual = {"embed_dim": 16, "vision_cfg": VISION, "text_cfg": TEXT}
    for name, change in (
        (QUICK, {"quick_gelu": True}),
        ("tiny-large", {"vision_cfg": {**VISION, "image_size": 64}}),
        ("tiny-wide", {"text_cfg": {**TEXT, "width": 16}}),
    ):
        monkeypatch.setitem(open_clip.factory._MODEL_CONFIGS, name, {**usual, **change})


def weights(model: str = MODEL) -> dict[str, torch.Tensor]:
    torch.manual_seed(0)
    return dict(open_clip.create_model(model).state_dict())


def load(file: Path, model: str = MODEL) -> Encoder:
    return load_encoder(f"{model}:{file}")


def refused(error: type[ModelUnavailable], file: Path, model: str = MODEL) -> str:
    """What is said of `file`: always its name, never a word of torch's own."""
    with pytest.raises(error) as raised:
        load(file, model)
    assert type(raised.value) is error
    said = str(raised.value)
    assert str(file) in said
    assert not [word for word in ("weights_only", "torch.load", "\x1b", "PyTorch") if word in said]
    return said


class Harmful:
    """Makes a file named OWNED beside it when it is unpickled."""

    def __init__(self, owned: Path) -> None:
        self._owned = owned

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self._owned,)


@pytest.mark.parametrize("ending", [".pt", ".pth", ".bin"])
@pytest.mark.parametrize("way", ["zip", "old form", "pickle"])
def test_a_file_with_code_in_it_is_refused_and_the_code_not_run(
    tmp_path: Path, ending: str, way: str
):
    owned, file = tmp_path / "OWNED", tmp_path / f"weights{ending}"
    content = {**weights(), "extra": Harmful(owned)}
    if way == "pickle":
        file.write_bytes(pickle.dumps(Harmful(owned)))
    else:
        torch.save(content, file, _use_new_zipfile_serialization=way == "zip")
    assert "could do anything on this computer" in refused(WeightsWithCode, file)
    assert not owned.exists()
    # Unpickled, it would have.
    pickle.loads(pickle.dumps(Harmful(owned)))  # noqa: S301
    assert owned.exists()


def test_a_whole_model_is_refused(tmp_path: Path):
    torch.save(open_clip.create_model(MODEL), tmp_path / "whole.pt")
    assert "Save only its weights" in refused(WeightsWithCode, tmp_path / "whole.pt")


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
def test_a_torchscript_archive_as_openai_publishes_clip_is_named_so(tmp_path: Path):
    file = tmp_path / "ViT-B-32.pt"
    torch.jit.save(torch.jit.trace(torch.nn.Linear(2, 2), torch.zeros(1, 2)), file)
    assert "ViT-B-32-quickgelu and openai" in refused(WeightsInTorchScript, file)


@pytest.mark.parametrize("content", [b"", b"<html>404</html>", b"no weights", b"PK\x03\x04..."])
@pytest.mark.parametrize("ending", [".pt", ".safetensors"])
def test_what_is_no_file_of_weights_is_called_damaged(tmp_path: Path, ending: str, content: bytes):
    file = tmp_path / f"무게{ending}"
    file.write_bytes(content)
    refused(WeightsDamaged, file)


@pytest.mark.parametrize("ending", [".pt", ".safetensors"])
def test_a_file_that_is_cut_off_is_called_damaged(tmp_path: Path, ending: str):
    file = tmp_path / f"weights{ending}"
    save = torch.save if ending == ".pt" else safetensors.torch.save_file
    save(weights(), file)
    file.write_bytes(file.read_bytes()[:-1000])
    refused(WeightsDamaged, file)


@pytest.mark.parametrize("content", [[], {}, torch.zeros(3)], ids=["list", "nothing", "tensor"])
def test_a_file_of_something_else_is_called_damaged(tmp_path: Path, content: object):
    torch.save(content, tmp_path / "else.pt")
    refused(WeightsDamaged, tmp_path / "else.pt")


@pytest.mark.parametrize("ending", [".pt", ".safetensors"])
@pytest.mark.parametrize("given_to", ["tiny-siglip", "tiny-large", "tiny-wide"])
def test_weights_of_another_model_are_refused_with_the_name_of_the_model(
    tmp_path: Path, ending: str, given_to: str
):
    file = tmp_path / f"weights{ending}"
    save = torch.save if ending == ".pt" else safetensors.torch.save_file
    save(weights(), file)
    for tokenizer in TOKENIZER_FILES.glob("tokenizer*.json"):
        shutil.copy(tokenizer, tmp_path)
    assert f"not for the model {given_to}" in refused(WeightsOfAnotherModel, file, given_to)
    assert load(file).dimension == 16


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_weights_that_are_no_numbers_are_refused(tmp_path: Path, value: float):
    damaged = weights()
    damaged["visual.proj"][3, 5] = value
    safetensors.torch.save_file(damaged, tmp_path / "weights.safetensors")
    assert "visual.proj" in refused(WeightsNotFinite, tmp_path / "weights.safetensors")


def save_in_folder(folder: Path, name: str = "weights.safetensors", **metadata: str) -> Path:
    folder.mkdir(exist_ok=True)
    safetensors.torch.save_file(weights(), folder / name, metadata=metadata or None)
    return folder / name


def test_trap_3_a_file_for_another_activation_is_refused_where_it_can_be_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def is_refused(file: Path) -> None:
        said = refused(WeightsForAnotherActivation, file)
        assert f"Take {QUICK} as the model" in said
        assert load(file, QUICK).dimension == 16

    is_refused(save_in_folder(tmp_path / "name", "vit_b_32-quickgelu-mine.safetensors"))
    is_refused(save_in_folder(tmp_path / "said", quick_gelu="true"))
    is_refused(save_in_folder(tmp_path / "said so", model=QUICK))

    beside = save_in_folder(tmp_path / "beside")
    configuration = {"model_cfg": {"quick_gelu": True}}
    (beside.parent / "open_clip_config.json").write_text(json.dumps(configuration))
    is_refused(beside)

    registry = open_clip.pretrained._PRETRAINED
    listed = open_clip.pretrained._pcfg(hf_hub="tests/quick/", quick_gelu=True)
    longer = open_clip.pretrained._pcfg(hf_hub="tests/longer/")
    monkeypatch.setitem(registry, QUICK, {"dfn_tiny": listed, "dfn_tiny_s39b": longer})
    is_refused(save_in_folder(tmp_path / "tag", "tiny.dfn_tiny.safetensors"))
    load(save_in_folder(tmp_path / "other tag", "tiny.dfn_tiny_s39b.safetensors"))

    for number, address in enumerate(("/{0}/ViT.pt", "/vit_b_32-quickgelu-x-{0:.8}.pt")):
        file = save_in_folder(tmp_path / f"checksum {number}", of=f"number {number}")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        url = f"https://example.org{address.format(digest)}"
        known = open_clip.pretrained._pcfg(url=url, quick_gelu=True)
        monkeypatch.setitem(registry, QUICK, {"known": known})
        is_refused(file)


def test_trap_3_a_file_that_says_nothing_of_it_is_loaded_with_either_activation(tmp_path: Path):
    file = save_in_folder(tmp_path / "weights")
    assert load(file).dimension == load(file, QUICK).dimension == 16


def test_trap_3_a_file_without_quickgelu_is_refused_by_the_variant_with_it(tmp_path: Path):
    file = save_in_folder(tmp_path / "weights", quick_gelu="false")
    said = refused(WeightsForAnotherActivation, file, QUICK)
    assert f"Take {MODEL} as the model" in said


def test_trap_3_openais_own_checksums_are_known():
    openai = open_clip.get_pretrained_cfg("ViT-B-32", "openai")["url"].split("/")[-2]
    from organizer.vision.activation import refuse_file_for_other_activation

    file = Path("ViT-B-32.pt")
    with pytest.raises(WeightsForAnotherActivation, match="Take ViT-B-32-quickgelu"):
        refuse_file_for_other_activation("ViT-B-32", file, openai)
    refuse_file_for_other_activation("ViT-B-32-quickgelu", file, openai)
