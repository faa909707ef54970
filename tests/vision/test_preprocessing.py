"""Pictures are prepared as open_clip prepares them, from less."""

import io

import numpy as np
import open_clip.transformer
import pytest
import skimage.data
import torch
from open_clip.transform import PreprocessCfg, image_transform_v2
from PIL import Image
from sklearn.datasets import load_sample_image

from organizer.vision.decoding import decode_picture
from organizer.vision.networks import ImageNetwork
from organizer.vision.pixels import pixels_of
from organizer.vision.preprocessing import InputFormat
from organizer.vision.tower import run

PHOTOGRAPHS = [
    Image.fromarray(pixels)
    for pixels in (
        skimage.data.chelsea(),
        skimage.data.coffee(),
        skimage.data.astronaut(),
        skimage.data.rocket(),
        load_sample_image("china.jpg"),
        load_sample_image("flower.jpg"),
    )
]
SIZES = [(1080, 1350), (1080, 1080), (1080, 1920), (1080, 566), (3024, 4032), (1350, 1080)]


@pytest.fixture(scope="module")
def jpegs() -> list[bytes]:
    made = []
    for photograph, size in zip(PHOTOGRAPHS, SIZES, strict=True):
        data = io.BytesIO()
        photograph.resize(size).save(data, "JPEG", quality=87)
        made.append(data.getvalue())
    return made


def configuration(size: int, resize_mode: str, interpolation: str = "bicubic") -> PreprocessCfg:
    return PreprocessCfg(
        (size, size), mean=(0, 0, 0), std=(1, 1, 1), interpolation=interpolation,
        resize_mode=resize_mode, fill_color=7,
    )  # fmt: skip


def input_format(config: PreprocessCfg) -> InputFormat:
    return InputFormat.of({**vars(config)})


@pytest.mark.parametrize("interpolation", ["bicubic", "bilinear"])
@pytest.mark.parametrize("resize_mode", ["shortest", "squash", "longest"])
@pytest.mark.parametrize("size", [(300, 200), (201, 333), (64, 64), (97, 1000), (30, 20)])
def test_pixels_are_those_of_open_clip(size: tuple[int, int], resize_mode: str, interpolation: str):
    config = configuration(64, resize_mode, interpolation)
    photograph = PHOTOGRAPHS[0].resize(size)
    expected = image_transform_v2(config, is_train=False)(photograph) * 255
    made = input_format(config).prepare(pixels_of(photograph))
    assert made.dtype == np.uint8
    difference = np.abs(made.astype(float) - expected.permute(1, 2, 0).numpy())
    assert difference.max() <= 1.01


@pytest.mark.parametrize(("resize_mode", "is_seen"), [("squash", True), ("shortest", False)])
def test_what_is_at_the_top_of_a_tall_picture_is_seen_by_models_that_squash(
    resize_mode: str, is_seen: bool
):
    story = Image.new("RGB", (540, 960), "black")
    story.paste("red", (0, 0, 540, 150))
    made = input_format(configuration(224, resize_mode)).prepare(pixels_of(story))
    assert (made[:, :, 0].max() > 200) == is_seen


@pytest.mark.parametrize("model_size", [224, 384])
@pytest.mark.parametrize("resize_mode", ["shortest", "squash"])
def test_embeddings_of_reduced_photographs_are_those_of_open_clips_own_way(
    jpegs: list[bytes], model_size: int, resize_mode: str
):
    config = PreprocessCfg((model_size, model_size), resize_mode=resize_mode)
    network = ImageNetwork(tower_of_random_weights(model_size), input_format(config))
    prepare = image_transform_v2(config, is_train=False)
    plain, ours = [], []
    for jpeg in jpegs:
        data = io.BytesIO(jpeg)
        with torch.inference_mode():
            vector = network.visual(prepare(Image.open(data).convert("RGB"))[None])
        plain.append(torch.nn.functional.normalize(vector, dim=-1)[0].numpy())
        data.seek(0)
        picture = decode_picture(data, "photograph.jpg", model_size, longest_side=512)
        prepared = network.input_format.prepare(pixels_of(picture.image))
        ours.append(run(network, torch.from_numpy(prepared[None]), torch.device("cpu"))[0])
    cosines = np.array(plain) @ np.array(ours).T
    assert cosines.diagonal().min() > 0.999
    # Or any two pictures would have passed.
    assert (cosines - np.eye(len(plain)) < 0.995).all()


def tower_of_random_weights(size: int) -> torch.nn.Module:
    torch.manual_seed(0)
    return open_clip.transformer.VisionTransformer(
        image_size=size, patch_size=32, width=128, layers=4, heads=4, mlp_ratio=4, output_dim=64
    ).eval()
