"""A captioning model writes a line about each picture: a tiny one of random weights, nonsense."""

import unicodedata
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tiny_models import (
    COCA,
    COCA_NAME,
    COCA_TAG,
    COCA_WEIGHTS,
    install_coca,
    make_coca_small,
    random_coca,
)

from organizer.errors import OrganizerError
from organizer.vision import devices
from organizer.vision.caption_decoder import END, MOST_TOKENS, START, CaptionDecoder
from organizer.vision.captioner import load_captioner
from organizer.vision.errors import (
    ModelNotDownloaded,
    ModelUnavailable,
    UnknownModel,
    WeightsDamaged,
)
from organizer.vision.hardware import Hardware
from organizer.vision.model_store import ModelStore
from organizer.vision.models import load_encoder
from organizer.vision.sentences import LONGEST_DESCRIPTION, sentence_of


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    make_coca_small(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    install_coca(tmp_path / "models")
    return ModelStore([tmp_path / "models"])


def pictures(count: int = 3) -> list[Image.Image]:
    random = np.random.default_rng(0)
    sizes = [(64, 48), (30, 90), (200, 200)]
    return [
        Image.fromarray(random.integers(0, 255, (*sizes[number % 3], 3), np.uint8))
        for number in range(count)
    ]


def test_each_picture_gets_a_line_of_its_own_the_same_each_time(store: ModelStore):
    captioner = load_captioner("descriptions", store)
    images = pictures()
    made = captioner.describe(images)
    assert len(set(made)) == len(images)
    assert captioner.describe(images) == made
    assert [captioner.describe([image])[0] for image in images] == made
    for text in made:
        assert text
        assert text == sentence_of(text)
    assert captioner.describe([]) == []
    assert captioner.name == f"open_clip/{COCA}/{_digest(store)}"
    assert captioner.title == "CoCa ViT-B-32"


def _digest(store: ModelStore) -> str:
    installed = store.find(COCA, COCA_TAG)
    assert installed is not None
    return installed.weights_id()


def test_it_runs_where_the_user_wants_it(store: ModelStore):
    captioner = load_captioner(COCA_NAME, store, Hardware("cpu"))
    assert captioner.device == devices.device_title("cpu") == "CPU"
    assert captioner.problems == ()


def test_a_device_that_is_not_there_is_told_and_the_cpu_describes(store: ModelStore):
    absent = {"cuda", "xpu", "mps"} - {one.type for one in devices.available_devices()}
    captioner = load_captioner(COCA_NAME, store, Hardware(absent.pop()))
    assert captioner.device == "CPU"
    assert [problem.code for problem in captioner.problems] == ["DeviceUnusable"]
    assert captioner.describe(pictures(1))[0]


@pytest.mark.parametrize("seed", range(4))
def test_it_writes_what_open_clip_finds_most_probable(seed: int):
    model = random_coca(seed)
    torch.manual_seed(seed)
    images = torch.randn(5, 3, 32, 32)
    with torch.inference_mode():
        made = CaptionDecoder(model)(model.visual(images)[1])
        for place in range(1, MOST_TOKENS - 1):
            # All that is written so far is read anew, as open_clip does it.
            scores = model(images, made[:, :place], output_labels=False)["logits"][:, -1]
            if place < 5:
                scores[:, END] = -torch.inf
            goes_on = (made[:, :place] != END).all(dim=1)
            assert torch.equal(made[goes_on, place], scores.argmax(dim=1)[goes_on])
    assert made[:, 0].tolist() == [START] * 5
    assert len({tuple(row) for row in made.tolist()}) == 5


def test_a_description_ends_by_itself():
    model = random_coca()
    with torch.no_grad():
        # Whatever is seen, nothing is more probable than the end.
        model.text_decoder.ln_final.weight.zero_()
        model.text_decoder.ln_final.bias.fill_(1.0)
        model.text_decoder.text_projection.zero_()
        model.text_decoder.text_projection[:, END] = 2.0
        model.text_decoder.text_projection[:, 320] = 1.0
        made = CaptionDecoder(model)(model.visual(torch.randn(2, 3, 32, 32))[1])
    assert made[:, 1:5].tolist() == [[320] * 4] * 2
    assert set(made[:, 5:].flatten().tolist()) == {END}


def test_without_its_weights_it_says_what_to_do(tmp_path: Path):
    with pytest.raises(ModelNotDownloaded, match="models download descriptions"):
        load_captioner("descriptions", ModelStore([tmp_path]))


@pytest.mark.parametrize("content", [b"", b"not a model", b"PK\3\4" + bytes(100)])
def test_broken_weights_are_told(tmp_path: Path, content: bytes):
    folder = install_coca(tmp_path)
    (folder / COCA_WEIGHTS).write_bytes(content)
    with pytest.raises(WeightsDamaged, match=COCA_WEIGHTS):
        load_captioner("descriptions", ModelStore([tmp_path]))


@pytest.mark.parametrize(
    ("name", "error"),
    [("built-in", UnknownModel), ("nothing", UnknownModel), ("ViT-B-32/nothing", UnknownModel)],
)
def test_what_describes_nothing_is_refused(name: str, error: type[OrganizerError]):
    with pytest.raises(error):
        load_captioner(name, ModelStore([]))


def test_it_is_no_model_to_file_pictures_with(store: ModelStore):
    with pytest.raises(ModelUnavailable, match="describes"):
        load_encoder("descriptions", store)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("a dog laying on a couch . ", "A dog laying on a couch."),
        ("<start_of_text>two people , a kite<end_of_text>", "Two people, a kite"),
        ("<|startoftext|> a   cat\n\n\tasleep \x00 ", "A cat asleep"),
        ("e\N{COMBINING ACUTE ACCENT}clair", "Éclair"),
        ("\N{REPLACEMENT CHARACTER}\N{ZERO WIDTH SPACE}", ""),
        ("", ""),
    ],
)
def test_marks_and_loose_spaces_are_left_out(written: str, sentence: str):
    assert sentence_of(written) == sentence


@given(st.text(max_size=400))
def test_whatever_is_written_becomes_one_plain_line(written: str):
    made = sentence_of(written)
    assert len(made) <= LONGEST_DESCRIPTION
    assert made == " ".join(made.split())
    assert not any(unicodedata.category(sign) in ("Cc", "Cf") for sign in made)
