"""The built-in model understands real photographs, with nothing to download."""

import threading
import time

import numpy as np
import pytest
import skimage.data
from PIL import Image
from sklearn.datasets import load_sample_image

from organizer.resource_files import resource_path
from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer, label_scores
from organizer.tagging.suggestions import Suggester
from organizer.vision.builtin import class_names
from organizer.vision.encoder import Encoder
from organizer.vision.errors import UnknownModel
from organizer.vision.models import load_encoder
from organizer.vision.text_model import TextModel

CAT = Image.fromarray(skimage.data.chelsea())
COFFEE = Image.fromarray(skimage.data.coffee())
TEMPLE = Image.fromarray(load_sample_image("china.jpg"))


def test_vectors_are_unit_vectors_of_one_space(encoder: Encoder):
    images = encoder.encode_images([CAT, COFFEE])
    texts = encoder.encode_texts(["a cat", "a cup of coffee", "고양이"])
    assert images.shape == (2, encoder.dimension)
    assert texts.shape == (3, encoder.dimension)
    for vectors in (images, texts):
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_picture_is_encoded_the_same_alone_and_in_company(encoder: Encoder):
    together = encoder.encode_images([CAT, COFFEE, TEMPLE])
    for row, image in zip(together, (CAT, COFFEE, TEMPLE), strict=True):
        np.testing.assert_allclose(encoder.encode_images([image])[0], row, atol=1e-4)


def test_nothing_in_nothing_out(encoder: Encoder):
    assert encoder.encode_images([]).shape == (0, encoder.dimension)
    assert encoder.encode_texts([]).shape == (0, encoder.dimension)


@pytest.mark.parametrize(
    ("image", "category"), [(CAT, "pets"), (COFFEE, "food_drink"), (TEMPLE, "travel")]
)
def test_photographs_are_filed_rightly(encoder: Encoder, image: Image.Image, category: str):
    categorizer = Categorizer(load_categories(), encoder)
    (assigned,) = categorizer.assign(categorizer.scores(encoder.encode_images([image])))
    assert assigned[0].category_id == category


def test_any_words_can_be_labels(encoder: Encoder):
    scores = label_scores(encoder.encode_images([CAT]), ["dog", "cat", "car"], encoder)
    assert scores.argmax() == 1
    assert scores.sum() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("image", "wanted"),
    [
        (CAT, {"cat", "tabby", "kitten"}),
        (COFFEE, {"coffee", "espresso"}),
        (TEMPLE, {"temple", "palace"}),
    ],
)
def test_photographs_get_fitting_hashtags(encoder: Encoder, image: Image.Image, wanted: set[str]):
    (suggested,) = Suggester(encoder, ()).suggest(encoder.encode_images([image]), [()])
    assert wanted & {suggestion.hashtag for suggestion in suggested}


def test_a_tall_picture_is_seen_to_its_edges(encoder: Encoder):
    story = Image.new("RGB", (540, 960), (128, 128, 128))
    story.paste(CAT.resize((540, 360)), (0, 0))
    scores = label_scores(encoder.encode_images([story]), ["cat", "coffee", "temple"], encoder)
    assert scores.argmax() == 0


def test_the_stored_vectors_of_class_names_are_those_of_the_text_model():
    stored = np.load(resource_path("imagenet_classes.npy")).astype(np.float32)
    assert stored.shape == (1000, 384)
    some = [0, 281, 517, 967, 999]
    made = TextModel().encode([class_names()[index] for index in some])
    assert (np.sum(stored[some] * made, axis=1) > 0.99).all()


@pytest.mark.parametrize("name", ["", "nonsense", "a/b/c", "ViT-B-32:", "/x", "no-model/no-tag"])
def test_an_unknown_model_is_named(name: str):
    with pytest.raises(UnknownModel):
        load_encoder(name)


def test_other_threads_run_while_pictures_are_encoded(encoder: Encoder):
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.wait(0.005):
            ticks.append(time.perf_counter())

    thread = threading.Thread(target=tick)
    thread.start()
    encoder.encode_images([CAT] * 32)
    done.set()
    thread.join()
    assert len(ticks) > 10
