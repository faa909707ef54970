"""A network goes on when memory runs out and when its device fails, and its vectors stay right."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from small_networks import (
    FORMAT,
    OfLittleMemory,
    OutOfMemoryOnMeta,
    OverflowingInFloat16,
    Plain,
    WrongOnMeta,
    image_network,
)

from organizer.vision.devices import CPU
from organizer.vision.errors import OutOfMemory
from organizer.vision.hardware import Precision
from organizer.vision.tower import Tower, run

META = torch.device("meta")
RANDOM = np.random.default_rng(0)
PICTURES = torch.from_numpy(RANDOM.integers(0, 256, (20, FORMAT.height, FORMAT.width, 3), np.uint8))
EXPECTED = run(image_network(Plain()), PICTURES, CPU)


def test_a_batch_that_does_not_fit_is_halved_until_it_does():
    visual = OfLittleMemory(most=3)
    # No more than one part, or two threads would take turns.
    vectors = Tower(image_network(visual), CPU, part_size=16).encode(PICTURES[:16])
    np.testing.assert_allclose(vectors, EXPECTED[:16], atol=1e-6)
    assert visual.seen[:4] == [16, 8, 4, 2]
    assert max(visual.seen[3:]) == 2


def test_more_is_tried_again_later():
    visual = OfLittleMemory(most=3)
    tower = Tower(image_network(visual), CPU, part_size=8)
    tower.encode(PICTURES)
    visual.most = 100
    for _ in range(20):
        tower.encode(PICTURES)
    assert visual.seen[-1] > 3


def test_one_picture_that_does_not_fit_says_what_to_do():
    tower = Tower(image_network(OfLittleMemory(most=0)), CPU, part_size=4)
    with pytest.raises(OutOfMemory, match="Close other programs"):
        tower.encode(PICTURES)


def test_what_does_not_fit_a_device_is_done_by_the_cpu_and_the_device_is_kept():
    tower = Tower(image_network(OutOfMemoryOnMeta()), META, part_size=8)
    np.testing.assert_allclose(tower.encode(PICTURES), EXPECTED, atol=1e-6)
    assert tower.device == META
    assert tower.problem is None


@pytest.mark.parametrize("precision", [Precision.FLOAT32, Precision.BFLOAT16])
def test_a_device_that_fails_is_left_for_the_cpu(precision: Precision):
    network = image_network(Plain()).converted(precision)
    tower = Tower(network, META, part_size=8)
    np.testing.assert_allclose(tower.encode(PICTURES), EXPECTED, atol=2e-2)
    assert tower.device == CPU
    assert "The CPU is used instead" in str(tower.problem)


def test_a_device_is_compared_with_the_cpu_at_its_first_use_where_that_is_asked_for():
    tower = Tower(image_network(WrongOnMeta()), META, part_size=8, least_cosine=0.999)
    np.testing.assert_allclose(tower.encode(PICTURES), EXPECTED, atol=1e-6)
    assert "its vectors are wrong" in str(tower.problem)


def test_pictures_too_bright_for_16_bits_are_done_in_32():
    network = image_network(OverflowingInFloat16()).converted(Precision.FLOAT16)
    pictures = PICTURES.clone()
    pictures[5:9] = 255
    exact = run(image_network(Plain()), pictures, CPU)
    vectors = Tower(network, CPU, part_size=8).encode(pictures)
    np.testing.assert_allclose(vectors, exact, atol=1e-2)


def test_other_errors_of_the_cpu_are_raised():
    tower = Tower(image_network(Plain()), CPU, part_size=8)
    with pytest.raises(RuntimeError, match="permute"):
        tower.encode(PICTURES[:, 0])


def test_many_threads_may_use_it_and_memory_can_be_freed_meanwhile():
    tower = Tower(image_network(OfLittleMemory(most=3)), CPU, part_size=8)
    with ThreadPoolExecutor(4) as pool:
        for vectors in pool.map(lambda _: (tower.release(), tower.encode(PICTURES))[1], range(12)):
            np.testing.assert_allclose(vectors, EXPECTED, atol=1e-6)
