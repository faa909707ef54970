"""A model runs where and how it is fastest, and never where its vectors are wrong."""

import json
import threading
from pathlib import Path

import numpy as np
import pytest
import torch
from small_networks import (
    FORMAT,
    AnswersOnMeta,
    FailingInBfloat16,
    Memory,
    Plain,
    SlowInFloat32,
    Unpackable,
    WrongInBfloat16,
    WrongOnMeta,
    image_network,
)
from torch import nn

from organizer.vision.choosing import Choice, choose
from organizer.vision.cores import CORES, some_cores
from organizer.vision.devices import CPU, machine_fingerprint
from organizer.vision.errors import DeviceUnusable, PrecisionUnusable
from organizer.vision.hardware import ANY_HARDWARE, Hardware, Precision
from organizer.vision.measured import MeasuredFile
from organizer.vision.sample_pictures import sample_pictures
from organizer.vision.self_test import LEAST_COSINE, cosine_to
from organizer.vision.tower import run


@pytest.fixture
def file(tmp_path: Path) -> MeasuredFile:
    return MeasuredFile(tmp_path / "devices.json")


def chosen(visual: nn.Module, file: MeasuredFile, wanted: Hardware = ANY_HARDWARE) -> Choice:
    return choose("model", image_network(visual), wanted, file)


def vectors_of(choice: Choice):
    pictures = torch.from_numpy(sample_pictures(FORMAT.height, FORMAT.width))
    return run(choice.network, pictures, choice.device)


def are_right(choice: Choice) -> bool:
    exact = image_network(Plain())
    pictures = torch.from_numpy(sample_pictures(FORMAT.height, FORMAT.width))
    return cosine_to(run(exact, pictures, CPU), vectors_of(choice)) > LEAST_COSINE


def test_the_fastest_precision_is_chosen(file: MeasuredFile):
    choice = chosen(SlowInFloat32(), file)
    assert choice.precision in (Precision.BFLOAT16, Precision.INT8)
    assert choice.device == CPU or torch.cuda.is_available()
    assert choice.problems == ()
    assert are_right(choice)


def test_a_precision_that_gives_wrong_vectors_is_not_chosen(file: MeasuredFile):
    choice = chosen(WrongInBfloat16(), file)
    assert choice.precision is not Precision.BFLOAT16
    assert are_right(choice)


def test_a_precision_that_fails_is_not_chosen(file: MeasuredFile):
    choice = chosen(FailingInBfloat16(), file)
    assert choice.precision is not Precision.BFLOAT16
    assert are_right(choice)


@pytest.mark.parametrize("precision", list(Precision))
def test_what_the_user_wants_is_taken_though_it_is_slower(file: MeasuredFile, precision: Precision):
    choice = chosen(SlowInFloat32(), file, Hardware("cpu", precision))
    assert (choice.device, choice.precision) == (CPU, precision)
    assert choice.problems == ()
    assert are_right(choice)


@pytest.mark.parametrize("visual", [WrongInBfloat16(), FailingInBfloat16()])
def test_not_even_the_user_gets_wrong_vectors(file: MeasuredFile, visual: nn.Module):
    choice = chosen(visual, file, Hardware("cpu", Precision.BFLOAT16))
    assert choice.precision is Precision.FLOAT32
    (problem,) = choice.problems
    assert isinstance(problem, PrecisionUnusable)
    assert "bfloat16" in str(problem)
    assert are_right(choice)


@pytest.mark.parametrize("precision", [None, Precision.FLOAT32, Precision.BFLOAT16])
def test_what_cannot_be_packed_runs_as_it_is_and_nobody_is_told(
    file: MeasuredFile, precision: Precision | None
):
    choice = chosen(Unpackable(), file, Hardware("cpu", precision))
    assert precision in (None, choice.precision)
    assert choice.problems == ()
    assert not choice.is_packing_faster
    assert are_right(choice)


@pytest.mark.parametrize(
    ("visual", "device", "reason"),
    [
        (Plain(), "meta", "meta"),
        (WrongOnMeta(), "meta", "its vectors are wrong"),
        (Plain(), "no-such-device", "no-such-device"),
    ],
    ids=["failing", "wrong", "unknown"],
)
def test_a_device_that_cannot_be_used_is_named_and_the_cpu_used(
    file: MeasuredFile, visual: nn.Module, device: str, reason: str
):
    choice = chosen(visual, file, Hardware(device))
    assert choice.device == CPU
    (problem,) = choice.problems
    assert isinstance(problem, DeviceUnusable)
    assert reason in str(problem)
    assert are_right(choice)


def test_what_was_measured_is_remembered_with_its_problems(file: MeasuredFile):
    wanted = Hardware("meta")
    first, second = (chosen(SlowInFloat32(), file, wanted) for _ in range(2))
    # A second measurement would hardly give the same to the second decimal.
    assert second.pictures_per_second == pytest.approx(first.pictures_per_second, abs=0.01)
    assert second.precision == first.precision
    assert [str(problem) for problem in second.problems] == [
        str(problem) for problem in first.problems
    ]


def test_a_device_whose_memory_is_taken_is_tried_again_at_the_next_start(file: MeasuredFile):
    memory, wanted = Memory(most=0), Hardware("meta")
    (problem,) = chosen(AnswersOnMeta(memory), file, wanted).problems
    assert "out of memory" in str(problem)
    memory.most = 100
    choice = chosen(AnswersOnMeta(memory), file, wanted)
    assert (choice.device.type, choice.problems) == ("meta", ())


def test_a_device_of_little_memory_is_timed_with_what_fits(file: MeasuredFile):
    choice = chosen(AnswersOnMeta(Memory(most=20)), file, Hardware("meta"))
    assert (choice.device.type, choice.problems) == ("meta", ())


def test_a_device_that_failed_is_tried_again_after_a_week(file: MeasuredFile, tmp_path: Path):
    wanted, path = Hardware("meta"), tmp_path / "devices.json"
    assert chosen(Plain(), file, wanted).device == CPU
    # The network that it could run now is not even asked.
    works = AnswersOnMeta(Memory(most=100))
    assert chosen(works, file, wanted).device == CPU
    content = json.loads(path.read_text())
    for entry in content["measured"].values():
        entry["seconds"] -= 8 * 24 * 3600
    path.write_text(json.dumps(content))
    assert chosen(works, file, wanted).device.type == "meta"


def test_models_and_wishes_are_remembered_apart(file: MeasuredFile):
    chosen(Plain(), file, Hardware("cpu", Precision.BFLOAT16))
    assert chosen(Plain(), file, Hardware("cpu", Precision.FLOAT32)).precision == "float32"
    other = choose("other", image_network(Plain()), Hardware("cpu", Precision.INT8), file)
    assert other.precision is Precision.INT8


def test_a_remembered_choice_that_has_become_wrong_is_not_used(file: MeasuredFile):
    wanted = Hardware("cpu", Precision.BFLOAT16)
    assert chosen(SlowInFloat32(), file, wanted).precision is Precision.BFLOAT16
    for visual in (WrongInBfloat16(), FailingInBfloat16()):
        choice = chosen(visual, file, wanted)
        assert choice.precision is Precision.FLOAT32
        assert are_right(choice)


@pytest.mark.parametrize(
    "content",
    ["", "no JSON", "[]", '{"measured": 3}', "\0", '{"measured": {"KEY": {"device": "cuda"}}}'],
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: str):
    path = tmp_path / "devices.json"
    wanted = Hardware("cpu", Precision.BFLOAT16)
    chosen(Plain(), MeasuredFile(path), wanted)
    (key,) = json.loads(path.read_text())["measured"]
    path.write_text(content.replace("KEY", key))
    assert are_right(chosen(Plain(), MeasuredFile(path), wanted))
    assert MeasuredFile(path).read(key) is not None


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path):
    (tmp_path / "file").touch()
    assert are_right(chosen(Plain(), MeasuredFile(tmp_path / "file" / "devices.json")))


def test_a_device_that_ended_the_program_twice_is_not_tried_again(file: MeasuredFile):
    # Held, or Python would end the contexts.
    ended = [file.trying(machine_fingerprint(), "meta") for _ in range(2)]
    ended[0].__enter__()
    assert not file.ended_the_program(machine_fingerprint(), "meta")
    ended[1].__enter__()
    (problem,) = chosen(Plain(), file, Hardware("meta")).problems
    assert "the program ended while it was tested" in str(problem)


def test_the_pictures_of_the_test_are_told_apart_and_always_the_same():
    pictures = sample_pictures(64, 48)
    assert pictures.shape == (4, 64, 48, 3)
    np.testing.assert_array_equal(pictures, sample_pictures(64, 48))
    flat = pictures.reshape(4, -1).astype(np.float32)
    assert (np.corrcoef(flat) - np.eye(4) < 0.9).all()


def test_threads_share_the_cores_and_have_all_when_alone():
    is_inside, may_leave = threading.Event(), threading.Event()

    def work() -> None:
        with some_cores(1):
            is_inside.set()
            may_leave.wait(60)

    other = threading.Thread(target=work)
    other.start()
    assert is_inside.wait(60)
    with some_cores(1):
        assert torch.get_num_threads() == max(1, CORES // 2)
    with some_cores(16):
        assert torch.get_num_threads() == 1
    may_leave.set()
    other.join()
    with some_cores(1):
        assert torch.get_num_threads() == CORES
