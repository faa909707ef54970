"""Who searches in Korean with a model that knows English only is offered one that understands."""

import unicodedata

import pytest

from organizer.indexing.query_language import model_to_offer
from organizer.vision.encoder import Encoder


@pytest.mark.parametrize(
    "text", ["고양이", "cat 고양이", "ㅋㅋ", unicodedata.normalize("NFD", "강")]
)
@pytest.mark.parametrize(("has_gpu", "id"), [(False, "korean-fast"), (True, "korean")])
def test_korean_words_need_a_model_that_understands_them(
    encoder: Encoder, text: str, has_gpu: bool, id: str
):
    offered = model_to_offer(text, encoder, has_gpu)
    assert offered is not None
    assert offered.id == id


@pytest.mark.parametrize("text", ["", "cat", "café", "猫", "ねこ"])
def test_other_words_do_not(encoder: Encoder, text: str):
    assert model_to_offer(text, encoder, has_gpu=False) is None
