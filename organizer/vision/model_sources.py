"""Where the weights of an open_clip model come from, and how the model is to be made for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import open_clip

from organizer.vision.activation import refuse_other_activation
from organizer.vision.catalogue import BUILT_IN, load_catalogue
from organizer.vision.errors import ModelUnavailable, UnknownModel
from organizer.vision.tokenizer import needs_files, refuse_unreadable_texts

# What open_clip calls preprocessing where it lists weights, and where it makes a model.
PREPROCESSING = {
    "mean": "image_mean",
    "std": "image_std",
    "interpolation": "image_interpolation",
    "resize_mode": "image_resize_mode",
}


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Pretrained weights that open_clip lists.

    `repository` is that on the hub, `tokenizer_repository` that of the tokenizer's files, empty
    when open_clip has the tokenizer itself. `configuration` is the content of
    open_clip_config.json: the model and its preprocessing as open_clip makes it for the tag.
    """

    model_name: str
    tag: str
    repository: str
    tokenizer_repository: str
    configuration: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What --model takes."""
        return f"{self.model_name}/{self.tag}"


def model_source(name: str) -> ModelSource:
    """Where the model `name` comes from: an id of the catalogue, or "NAME/TAG" of open_clip.

    Asks no network. Raises UnknownModel, or ModelUnavailable when it cannot be downloaded or used.
    """
    entry = load_catalogue().find(name)
    if entry is not None and not entry.model_name:
        raise ModelUnavailable(name, "it comes with the app and needs no download")
    model_name, _, tag = (entry.name if entry else name).partition("/")
    if not tag:
        ids = ", ".join(model.id for model in load_catalogue().all if model.id != BUILT_IN)
        raise UnknownModel(name, f"give one of {ids}, or a model and its weights as NAME/TAG")
    refuse_unknown_weights(model_name, tag)
    refuse_other_activation(model_name, tag)
    configuration = model_configuration(f"{model_name}/{tag}", model_name)
    listed = open_clip.get_pretrained_cfg(model_name, tag)
    # What follows a last slash would be the name of a file.
    repository = listed.get("hf_hub", "").rpartition("/")[0]
    if not repository:
        raise ModelUnavailable(
            name,
            "open_clip has no repository for it; download its weights from"
            f" {listed.get('url')} and give them as {model_name}:FILE",
        )
    return ModelSource(
        model_name,
        tag,
        repository,
        configuration["text_cfg"]["hf_tokenizer_name"] if needs_files(configuration) else "",
        {"model_cfg": configuration, "preprocess_cfg": stated_preprocessing(listed)},
    )


def model_configuration(name: str, model_name: str) -> Mapping[str, Any]:
    """How open_clip makes the model. Raises UnknownModel, or ModelUnavailable for its texts."""
    configuration: Mapping[str, Any] | None = open_clip.get_model_config(model_name)
    if configuration is None or model_name not in open_clip.list_models():
        raise UnknownModel(name, f"open_clip has no model “{model_name}”")
    refuse_unreadable_texts(name, configuration)
    return configuration


def stated_preprocessing(listed: Mapping[str, Any]) -> dict[str, Any]:
    """Mean, standard deviation, interpolation and resizing of weights as open_clip lists them."""
    return {key: listed[key] for key in PREPROCESSING if listed.get(key)}


def preprocessing_of_files(model_name: str) -> dict[str, Any]:
    """How pictures are prepared for weights of `model_name` that come as a file.

    A file does not say, and open_clip would then prepare as for OpenAI's CLIP, which gives SigLIP
    or PE wrong vectors without an error (open_clip #1068). What all weights listed for the model
    agree in holds for the file, too; empty, for open_clip's own way, where they do not.
    """
    stated = [
        stated_preprocessing(open_clip.get_pretrained_cfg(model_name, tag))
        for tag in open_clip.list_pretrained_tags_by_model(model_name)
    ]
    agree = bool(stated) and all(entry == stated[0] for entry in stated)
    return stated[0] if agree else {}


def refuse_unknown_weights(model_name: str, tag: str) -> None:
    """Raises UnknownModel when open_clip lists no such weights."""
    name = f"{model_name}/{tag}"
    if model_name not in open_clip.list_models():
        raise UnknownModel(name, f"open_clip has no model “{model_name}”")
    tags = open_clip.list_pretrained_tags_by_model(model_name)
    if tag not in tags:
        raise UnknownModel(name, f"open_clip has weights {', '.join(tags) or 'for none'} for it")
