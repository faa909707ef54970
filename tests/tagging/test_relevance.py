"""Which hashtags of a caption fit their picture."""

import numpy as np
import pytest

from organizer.tagging.relevance import Fit, RelevanceJudge
from organizer.vision.encoder import Encoder


@pytest.fixture(scope="module")
def judge(encoder: Encoder) -> RelevanceJudge:
    return RelevanceJudge(encoder)


@pytest.mark.parametrize(
    ("hashtag", "fit"),
    [
        ("고양이", Fit.FITS),
        ("catsofinstagram", Fit.FITS),
        ("우리집고양이", Fit.FITS),
        ("myfluffycat", Fit.FITS),
        ("족발", Fit.MISFIT),
        ("winebar", Fit.MISFIT),
        ("follow4follow", Fit.NOT_ABOUT_THE_PICTURE),
        ("2024", Fit.NOT_ABOUT_THE_PICTURE),
        ("여름2024", Fit.NOT_ABOUT_THE_PICTURE),
        ("김민재", Fit.NOT_ABOUT_THE_PICTURE),
        ("kimminjae", Fit.NOT_ABOUT_THE_PICTURE),
    ],
)
def test_a_picture_of_a_cat(encoder: Encoder, judge: RelevanceJudge, hashtag: str, fit: Fit):
    (vector,) = encoder.encode_texts(["a cat"])
    (relevance,) = judge.judge(vector, [hashtag])
    assert (relevance.hashtag, relevance.fit) == (hashtag, fit)


def test_scores_agree_with_what_is_said(encoder: Encoder, judge: RelevanceJudge):
    (vector,) = encoder.encode_texts(["a dog on a beach"])
    hashtags = ("dog", "소통", "beach", "parking", "강아지", "oldcastle")
    judged = judge.judge(vector, hashtags)
    assert tuple(one.hashtag for one in judged) == hashtags
    for one in judged:
        assert one.score is None or 0 <= one.score <= 1
        assert (one.fit is Fit.MISFIT) == (one.score is not None and one.score < 0.5)
    scores = {one.hashtag: one.score for one in judged}
    assert scores["dog"] == scores["강아지"] > scores["parking"]
    assert scores["소통"] is None


def test_no_hashtags_no_judgement(judge: RelevanceJudge):
    assert judge.judge(np.zeros(384, np.float32), []) == ()
