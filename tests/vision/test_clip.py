"""The open_clip path, with small models of random weights made here."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import open_clip
import pytest
import safetensors.torch
import skimage.data
import torch
from open_clip.transform import PreprocessCfg, image_transform_v2
from PIL import Image
from tiny_models import WEIGHTS, make_repository, register

from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.kept_texts import KeptTextEncoder
from organizer.vision.errors import ModelUnavailable, UnknownModel
from organizer.vision.hardware import Hardware, Precision
from organizer.vision.model_sources import preprocessing_of_files
from organizer.vision.models import load_encoder

CAT = Image.fromarray(skimage.data.chelsea())
COFFEE = Image.fromarray(skimage.data.coffee())

EXACT = Hardware("cpu", Precision.FLOAT32)

TEXT = {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1}
VISION = {"image_size": 32, "layers": 1, "width": 32, "patch_size": 16, "head_width": 16}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Weights files of two small models that open_clip knows for as long as these tests run."""
    folder = tmp_path_factory.mktemp("models")
    for name, extra in (
        ("tiny-clip", {}),
        ("tiny-sigmoid", {"init_logit_bias": -10.0}),
    ):
        config = {"embed_dim": 16, "vision_cfg": VISION, "text_cfg": TEXT, **extra}
        (folder / f"{name}.json").write_text(json.dumps(config))
    open_clip.add_model_config(folder)
    torch.manual_seed(0)
    for name in ("tiny-clip", "tiny-sigmoid"):
        model = open_clip.create_model(name)
        safetensors.torch.save_file(model.state_dict(), folder / f"{name}.safetensors")
    yield folder
    for name in ("tiny-clip", "tiny-sigmoid"):
        (folder / f"{name}.json").unlink()


def test_a_weights_file_is_loaded_and_gives_open_clips_own_vectors(models: Path):
    file = models / "tiny-clip.safetensors"
    encoder = load_encoder(f"tiny-clip:{file}", hardware=EXACT)
    vectors = encoder.encode_images([CAT, COFFEE])
    assert vectors.shape == (2, 16) == (2, encoder.dimension)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    model, _, preprocess = open_clip.create_model_and_transforms("tiny-clip", pretrained=str(file))
    with torch.inference_mode():
        expected = model.eval().encode_image(torch.stack([preprocess(CAT)]), normalize=True)
    # Their resizing and ours differ by at most one in 255.
    np.testing.assert_allclose(vectors[0], expected[0].numpy(), atol=1e-3)


def test_texts_are_encoded_in_any_number(models: Path):
    encoder = load_encoder(f"tiny-clip:{models / 'tiny-clip.safetensors'}")
    assert encoder.encode_texts([]).shape == (0, 16)
    texts = [f"picture {number}" for number in range(300)]
    vectors = encoder.encode_texts(texts)
    assert vectors.shape == (300, 16)
    np.testing.assert_allclose(vectors[299], encoder.encode_texts(texts[299:])[0], atol=1e-5)


def test_trap_4_softmax_models_share_and_sigmoid_models_do_not(models: Path):
    similarities = np.array([[0.3, 0.1, 0.2]], dtype=np.float32)
    softmax = load_encoder(f"tiny-clip:{models / 'tiny-clip.safetensors'}")
    sigmoid = load_encoder(f"tiny-sigmoid:{models / 'tiny-sigmoid.safetensors'}")
    assert softmax.probabilities(similarities).sum() == pytest.approx(1, abs=1e-5)
    scores = sigmoid.probabilities(similarities)
    assert scores.sum() < 0.9
    assert scores.argmax() == 0


@pytest.mark.parametrize("name", ["tiny-clip", "tiny-sigmoid"])
def test_categories_share_a_picture_whatever_the_model_was_trained_with(models: Path, name: str):
    encoder = load_encoder(f"{name}:{models / name}.safetensors")
    scores = Categorizer(load_categories(), encoder).scores(encoder.encode_images([CAT, COFFEE]))
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)
    assert (scores >= 0).all()


def test_trap_1_a_weights_file_is_prepared_for_as_the_models_listed_weights(models: Path):
    assert models
    for name in ("ViT-B-16-SigLIP2", "PE-Core-B-16"):
        preprocessing = preprocessing_of_files(name)
        assert preprocessing["mean"] == (0.5, 0.5, 0.5)
        assert preprocessing["resize_mode"] == "squash"
    assert preprocessing_of_files("ViT-B-32")["mean"][0] == pytest.approx(0.4815, abs=1e-4)
    # Its listed weights differ among themselves; of ours nothing is listed.
    assert preprocessing_of_files("ViT-L-14") == preprocessing_of_files("tiny-clip") == {}


def test_trap_1_a_picture_is_squashed_for_siglip_and_not_cropped_as_for_openais_clip(
    tmp_path: Path,
):
    register(tmp_path / "configurations")
    folder = make_repository(tmp_path / "tiny-siglip", "tiny-siglip")
    encoder = load_encoder(f"tiny-siglip:{folder / WEIGHTS}", hardware=EXACT)
    model, _, openais = open_clip.create_model_and_transforms(
        "tiny-siglip", pretrained=str(folder / WEIGHTS)
    )
    half = (0.5, 0.5, 0.5)
    squashed = PreprocessCfg(32, mean=half, std=half, resize_mode="squash")
    story = Image.fromarray(skimage.data.chelsea()).crop((0, 0, 160, 300))
    with torch.inference_mode():
        golden, wrong = (
            model.eval().encode_image(prepare(story)[None], normalize=True)[0].numpy()
            for prepare in (image_transform_v2(squashed, is_train=False), openais)
        )
    (vector,) = encoder.encode_images([story])
    np.testing.assert_allclose(vector, golden, atol=1e-3)
    assert float(vector @ wrong) < 0.99


def test_trap_3_a_tag_for_another_activation_is_refused():
    with pytest.raises(ModelUnavailable, match="take ViT-B-32-quickgelu/openai"):
        load_encoder("ViT-B-32/openai")


def test_trap_5_the_name_tells_weights_apart(models: Path):
    file = models / "tiny-clip.safetensors"
    other = models / "other.safetensors"
    torch.manual_seed(1)
    safetensors.torch.save_file(open_clip.create_model("tiny-clip").state_dict(), other)
    names = {load_encoder(f"tiny-clip:{path}").name for path in (file, file, other)}
    assert len(names) == 2


def test_trap_5_the_name_tells_preprocessing_apart(models: Path, monkeypatch: pytest.MonkeyPatch):
    file = models / "tiny-clip.safetensors"
    listed = {
        "shortest": open_clip.pretrained._pcfg(hf_hub="tests/one/"),
        "squash": open_clip.pretrained._pcfg(hf_hub="tests/two/", resize_mode="squash"),
    }
    names = set()
    for mode, entry in listed.items():
        monkeypatch.setitem(open_clip.pretrained._PRETRAINED, "tiny-clip", {mode: entry})
        names.add(load_encoder(f"tiny-clip:{file}").name)
    assert len(names) == 2


def test_trap_7_phrases_are_encoded_once_for_each_model(models: Path, tmp_path: Path):
    phrases = [f"a photo of {number} cats" for number in range(40)]
    clip, sigmoid = (
        load_encoder(f"{name}:{models / name}.safetensors")
        for name in ("tiny-clip", "tiny-sigmoid")
    )
    KeptTextEncoder(clip, tmp_path).encode_texts(phrases)
    (kept,) = tmp_path.iterdir()
    written = kept.stat().st_mtime_ns
    again = KeptTextEncoder(clip, tmp_path).encode_texts(phrases[:39])
    np.testing.assert_allclose(again, clip.encode_texts(phrases[:39]), atol=1e-5)
    assert kept.stat().st_mtime_ns == written
    KeptTextEncoder(sigmoid, tmp_path).encode_texts(phrases)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_missing_and_a_wrong_weights_file_are_named(models: Path):
    with pytest.raises(ModelUnavailable, match=r"nowhere\.safetensors"):
        load_encoder(f"tiny-clip:{models / 'nowhere.safetensors'}")
    wrong = models / "wrong.safetensors"
    wrong.write_bytes(b"no weights")
    with pytest.raises(ModelUnavailable, match=r"wrong\.safetensors"):
        load_encoder(f"tiny-clip:{wrong}")


def test_unknown_models_and_tags_are_named(models: Path):
    assert models
    with pytest.raises(UnknownModel, match="no-such-model"):
        load_encoder("no-such-model/tag")
    with pytest.raises(UnknownModel, match="laion2b_s34b_b79k"):
        load_encoder("ViT-B-32/no_such_tag")
