"""Texts are split as the model was trained with, from files alone."""

import json
import sys
from pathlib import Path

import open_clip
import pytest
from tiny_models import CONFIGURATIONS, TOKENIZER_FILES

from organizer.vision.errors import ModelUnavailable
from organizer.vision.tokenizer import FileTokenizer, load_tokenizer

SIGLIP = CONFIGURATIONS["tiny-siglip"]
# What open_clip's HFTokenizer with transformers 5.23 gave for these texts and this tokenizer.
RECORDED = json.loads((TOKENIZER_FILES / "transformers_ids.json").read_text(encoding="utf-8"))


def copied_tokenizer(folder: Path, **options: object) -> Path:
    for path in TOKENIZER_FILES.glob("tokenizer*.json"):
        (folder / path.name).write_bytes(path.read_bytes())
    path = folder / "tokenizer_config.json"
    stated = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**stated, **options}), encoding="utf-8")
    return folder


def test_trap_6_ids_are_those_of_transformers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "transformers", None)
    tokenize = load_tokenizer("tiny-siglip", SIGLIP, TOKENIZER_FILES)
    assert tokenize(RECORDED["texts"]).tolist() == RECORDED["ids"]


def test_trap_6_case_and_punctuation_do_not_matter_and_the_end_is_marked():
    tokenize = load_tokenizer("tiny-siglip", SIGLIP, TOKENIZER_FILES)
    plain, loud, long = tokenize(["a cat on the beach", "A CAT, on the beach!", "word " * 99])
    assert plain.tolist() == loud.tolist()
    assert len(plain) == len(long) == 64
    assert (plain[-1], long[-1]) == (0, 1), "filled up, and cut with the end mark kept"


def test_marks_are_set_as_the_configuration_says(tmp_path: Path):
    folder = copied_tokenizer(tmp_path, add_bos_token=True, add_eos_token=False)
    (ids,) = FileTokenizer("tiny", folder, 8, "lower")(["cat"]).tolist()
    assert ids[0] == 2
    assert 1 not in ids


def test_padding_is_on_the_side_that_the_configuration_says(tmp_path: Path):
    folder = copied_tokenizer(tmp_path, padding_side="left")
    (ids,) = FileTokenizer("tiny", folder, 8, "lower")(["cat"]).tolist()
    assert (ids[0], ids[-1]) == (0, 1)


def test_clips_own_tokenizer_needs_no_files():
    configuration = open_clip.get_model_config("PE-Core-B-16")
    expected = open_clip.get_tokenizer("PE-Core-B-16")(["a cat"])
    assert load_tokenizer("PE", configuration, None)(["a cat"]).tolist() == expected.tolist()
    assert expected.shape == (1, 32)


def test_a_missing_tokenizer_says_where_it_is_to_be_had(tmp_path: Path):
    with pytest.raises(ModelUnavailable, match=r"tokenizer\.json is missing.*tests/tiny-siglip"):
        load_tokenizer("tiny-siglip", SIGLIP, tmp_path)


@pytest.mark.parametrize("name", ["tokenizer.json", "tokenizer_config.json"])
def test_a_damaged_tokenizer_is_named(tmp_path: Path, name: str):
    (copied_tokenizer(tmp_path) / name).write_text("{", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="is damaged"):
        load_tokenizer("tiny-siglip", SIGLIP, tmp_path)


def test_trap_9_models_whose_texts_need_the_hub_are_refused():
    for name in open_clip.list_models():
        configuration = open_clip.get_model_config(name)
        if configuration["text_cfg"].get("hf_model_name"):
            with pytest.raises(ModelUnavailable, match="SigLIP 2"):
                load_tokenizer(name, configuration, None)
