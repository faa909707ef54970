"""The catalogue says of each model what the installed open_clip says."""

import re
from pathlib import Path

import open_clip
import pytest
import torch
from open_clip.transform import PreprocessCfg, image_transform_v2
from PIL import Image

from organizer.resource_files import resource_path
from organizer.vision.builtin import BuiltInEncoder
from organizer.vision.catalogue import BUILT_IN, load_catalogue, read_catalogue
from organizer.vision.catalogue_entries import CatalogueModel
from organizer.vision.errors import BrokenCatalogue, UnknownModel
from organizer.vision.model_sources import model_source
from organizer.vision.model_store import TOKENIZER, WEIGHTS

CATALOGUE = load_catalogue()
DOWNLOADS = [model for model in CATALOGUE.all if model.model_name]
GEMMA_TOKENIZER_BYTES = 34_400_000


@pytest.fixture(params=DOWNLOADS, ids=lambda model: model.id)
def model(request: pytest.FixtureRequest) -> CatalogueModel:
    return request.param


def test_it_has_the_profiles_and_two_sizes_for_korean():
    profiles = [model.profile for model in CATALOGUE.models]
    assert profiles == ["built-in", "fast", "balanced", "korean", "korean", "best"]
    assert [model.profile for model in CATALOGUE.captioners] == ["descriptions"]


def test_names_and_tags_are_those_of_open_clip(model: CatalogueModel):
    assert model.model_name in open_clip.list_models()
    assert model.tag in open_clip.list_pretrained_tags_by_model(model.model_name)
    assert model_source(model.id).repository == model.repository
    assert model_source(model.name).name == model.name


def test_dimension_and_image_size_are_those_of_open_clip(model: CatalogueModel):
    configuration = open_clip.get_model_config(model.model_name)
    assert model.dimension == configuration["embed_dim"]
    assert model.image_size == configuration["vision_cfg"]["image_size"]


def test_trap_1_the_preprocessing_is_that_of_the_weights(model: CatalogueModel):
    listed = open_clip.get_pretrained_cfg(model.model_name, model.tag)
    stated = model.preprocessing
    assert stated.mean == tuple(listed["mean"])
    assert stated.std == tuple(listed["std"])
    assert stated.interpolation == listed["interpolation"]
    assert stated.resize_mode == listed["resize_mode"]
    configuration = model_source(model.id).configuration["preprocess_cfg"]
    assert {**PreprocessCfg().__dict__, **configuration}["resize_mode"] == stated.resize_mode


def test_the_tokenizer_is_that_of_the_model(model: CatalogueModel):
    text = open_clip.get_model_config(model.model_name)["text_cfg"]
    from_hub = text.get("hf_tokenizer_name", "")
    assert (model.tokenizer == "gemma") == bool(from_hub)
    assert model_source(model.id).tokenizer_repository == from_hub
    assert from_hub in ("", model.repository)
    if from_hub:
        assert text["vocab_size"] == 256_000, "Gemma's"


def test_the_size_is_that_of_the_parameters(model: CatalogueModel):
    with torch.device("meta"):
        made = open_clip.create_model(model.model_name, device="meta")
    weights = sum(4 * value.numel() for value in made.state_dict().values())
    tokenizer = GEMMA_TOKENIZER_BYTES if model.tokenizer == "gemma" else 0
    assert model.download_bytes == pytest.approx(weights + tokenizer, rel=0.001)


def test_the_starter_model_is_what_it_is():
    built_in = CATALOGUE.model(BUILT_IN)
    assert built_in.download_bytes == 0
    assert (built_in.dimension, built_in.image_size, built_in.title) == (
        BuiltInEncoder.dimension,
        BuiltInEncoder.image_size,
        BuiltInEncoder.title,
    )
    assert built_in.understands_korean == BuiltInEncoder.understands_korean


def test_no_figure_is_without_a_source(model: CatalogueModel):
    assert (model.imagenet is None) == (model in CATALOGUE.captioners)
    assert model.imagenet is None or model.imagenet.source
    assert model.understands_korean == (model.korean_recall is not None)


def test_trap_2_a_tall_picture_is_cut_off_by_some_models_and_whole_in_others(
    model: CatalogueModel,
):
    story = Image.new("RGB", (540, 960), "black")
    story.paste("white", (0, 0, 540, 100))
    stated = model.preprocessing
    prepare = image_transform_v2(
        PreprocessCfg(
            model.image_size,
            mean=stated.mean,
            std=stated.std,
            interpolation=stated.interpolation,
            resize_mode=stated.resize_mode,
        ),
        is_train=False,
    )
    black = prepare(Image.new("RGB", (540, 960), "black"))
    top_is_seen = bool((prepare(story) != black).any())
    assert top_is_seen == (stated.resize_mode == "squash")
    assert top_is_seen == (model.id not in ("fast", "descriptions"))


@pytest.mark.parametrize("has_gpu", [False, True])
@pytest.mark.parametrize("language", ["ko", "en", "fr"])
def test_trap_8_what_is_offered_may_be_used_by_everyone(language: str, has_gpu: bool):
    offered = CATALOGUE.recommended(language, has_gpu)
    assert offered.commercial_use
    assert CATALOGUE.restriction(offered.name) is None
    assert offered.understands_korean == (language == "ko")


def test_trap_8_weights_for_research_only_are_known_whatever_is_entered():
    restricted = re.compile(r"dfn|mobileclip|metaclip|nllb", re.IGNORECASE)
    for name, tag in open_clip.list_pretrained():
        repository = open_clip.get_pretrained_cfg(name, tag).get("hf_hub", "")
        is_restricted = bool(restricted.search(f"{name}/{tag} {repository}"))
        found = CATALOGUE.restriction(f"{name}/{tag}")
        assert (found is not None) == is_restricted, f"{name}/{tag}"
        if found:
            assert found.licence
            assert found.terms


def test_a_model_is_found_by_its_id_and_by_its_name():
    assert CATALOGUE.model("korean") is CATALOGUE.model("ViT-B-16-SigLIP2/webli")
    with pytest.raises(
        UnknownModel, match="fast, balanced, korean-fast, korean, best, descriptions"
    ):
        CATALOGUE.model("enormous")


def test_the_files_that_are_downloaded_are_those_that_open_clip_looks_for():
    assert WEIGHTS[0] == "open_clip_model.safetensors"
    assert TOKENIZER == "tokenizer.json"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "fast"', 'id = "best"', "more than one model is “best”"),
        ('id = "built-in"', 'id = "other"', "no model “built-in”"),
        ('tag = "meta"\n', "", "some of model, tag, repository"),
        ('resize_mode = "longest"', 'resize_mode = "narrow"', "“narrow” is none of"),
        ('interpolation = "bilinear"', 'interpolation = "magic"', "“magic” is none of"),
        ("imagenet = 78.4", "imagenet = 784.0", "imagenet of “balanced” is no percentage"),
        ('imagenet_source = "open_clip', 'source = "open_clip', "imagenet_source of “fast”"),
        ("dimension = 512", 'dimension = "512"', "dimension of “fast”"),
        ("mean = [0.5, 0.5, 0.5]", "mean = [0.5]", "mean of “built-in”"),
        ("commercial_use = true", 'commercial_use = "yes"', "commercial_use of “built-in”"),
        ("languages = [", "languages = 5 # [", "languages of “built-in”"),
        ('cpu = "fast"', 'cpu = "slow"', "the default “slow” is none of its models"),
        ('cpu = "fast"\n', "", "cpu of"),
        ('pattern = "/dfn"', 'pattern = "/datacomp_s34b"', "“fast” may not be used commercially"),
        ('pattern = "/dfn"', 'pattern = "("', "is no pattern"),
        ("[[models]]", "[[model]]", "model"),
        ("[[captioners]]", "[[captioner]]", "captioners"),
        ('cpu = "fast"', 'cpu = "descriptions"', "is none of its models"),
    ],
)
def test_a_catalogue_that_is_wrong_says_where(tmp_path: Path, old: str, new: str, words: str):
    text = resource_path("models.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "models.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenCatalogue, match=re.escape(words)):
        read_catalogue(path)
