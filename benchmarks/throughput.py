"""How many pictures a second go through the model, from JPEG files to the library.

    python benchmarks/throughput.py [--model ViT-B-32] [--device cpu] [--precision bfloat16]

On the same pictures, 1080 × 1350, made of the sample's photographs, with random weights: (a) the
encoder alone on prepared pictures in memory; (b) all, from files to SQLite; (c) the plain way,
open_clip's preprocessing in one thread with batches of 1 and of 32; (d) reading, hashing, decoding,
resizing and thumbnails alone on all cores; and the ratios. Each round measures all once, in turn,
so that what else the machine does falls on all; medians and ranges are printed.

"CPU" figures are pictures a second if all cores were free: cores / CPU seconds per picture. They
tell how much work is done, where others use the machine meanwhile.

--peer rclip --peer-python PYTHON: the same files by rclip, run by a Python that has it, with
ViT-B-32-256, its model; exporting that to ONNX needs the packages onnx and onnxscript here.
"""

import argparse
import hashlib
import io
import json
import logging
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import open_clip
import torch
from PIL import Image

from organizer.archive.exports import Exports
from organizer.archive.sample.topics import load_topics
from organizer.indexing import indexer as indexer_module
from organizer.indexing.indexer import Indexer
from organizer.indexing.opening import OpenedMedia, open_media
from organizer.indexing.progress import Progress
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import PendingMedia
from organizer.library.thumbnails import ThumbnailStore
from organizer.vectors import FloatArray, unit_vectors
from organizer.vision.builtin import BuiltInEncoder
from organizer.vision.clip import ClipEncoder
from organizer.vision.encoder import Encoder
from organizer.vision.hardware import Hardware, Precision

_SIZE = (1080, 1350)
_MIB = 1 << 20
_WARMING = 32
_PLAIN_PICTURES = {1: 16, 32: 32}


class RandomClip(ClipEncoder):
    """An open_clip model of random weights, whose words mean nothing and cost nothing.

    Encoding the words of all hashtags takes minutes, once, and is not what is measured.
    """

    def encode_texts(self, texts: Sequence[str]) -> FloatArray:
        """Unit vectors, float32 of shape (m, dimension), the same for the same text."""
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) for text in texts]
        made = [np.random.default_rng(seed).standard_normal(self.dimension) for seed in seeds]
        return unit_vectors(np.array(made, np.float32).reshape(len(texts), self.dimension))


@dataclass
class Figure:
    """Pictures a second, one of each round: by the clock, and by CPU time."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def measure(self, pictures: int, work: Callable[[], object]) -> None:
        """Times `work` on so many pictures."""
        begin, begin_cpu = time.perf_counter(), time.process_time()
        work()
        self.wall.append(pictures / (time.perf_counter() - begin))
        self.cpu.append(pictures * _cores() / (time.process_time() - begin_cpu))

    def __str__(self) -> str:
        return f"{_spread(self.wall)} (CPU {_spread(self.cpu)})"


def main() -> None:
    """Prints all figures."""
    options = _options()
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        # Nothing remembered is used, and nothing of the user's is changed.
        names = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")
        os.environ.update(dict.fromkeys(names, folder))
        _run(options, Path(folder))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="ViT-B-32", help="of open_clip, or built-in")
    parser.add_argument("--device", default="")
    parser.add_argument("--precision", type=Precision, choices=list(Precision))
    parser.add_argument("--pictures", type=int, default=320)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer", choices=("rclip",))
    parser.add_argument("--peer-python", help="a Python that has the peer")
    parser.add_argument("--without-plain", action="store_true", help="leave (c) out")
    return parser.parse_args()


def _run(options: argparse.Namespace, folder: Path) -> None:
    warming, export = folder / "warming", folder / "export"
    _make_export(warming, _WARMING, seed=1)
    _make_export(export, options.pictures, seed=2)
    begin = time.perf_counter()
    before = _resident_mib()
    encoder = _encoder(options, options.precision)
    print(
        f"{encoder.title} on {encoder.device}, {getattr(encoder, 'precision', 'float32')}, ready in"
        f" {time.perf_counter() - begin:.1f} s, self-test included;"
        f" {_cores()} cores, load {os.getloadavg()[0]:.1f}"
    )
    for problem in encoder.problems:
        print(problem)
    is_exact = getattr(encoder, "precision", Precision.FLOAT32) is Precision.FLOAT32
    exact = encoder if is_exact else _encoder(options, Precision.FLOAT32)
    model_mib = _resident_mib()
    most = [model_mib]
    figures = {name: Figure() for name in ("a", "b", "b32", "c1", "c32", "d", "peer")}
    plain = None if options.without_plain else _Plain(options.model, options.device)
    onnx = _export_onnx(options, folder) if options.peer else None
    for number in range(options.rounds):
        library = folder / f"library-{number}"
        _measure_round(figures, encoder, warming, export, library, most)
        if exact is not encoder:
            run = partial(_index, exact, warming, export, folder / f"exact-{number}", most)
            run(figures["b32"])
        if plain is not None:
            for batch, count in _PLAIN_PICTURES.items():
                files = sorted(export.rglob("*.jpg"))[:count]
                figures[f"c{batch}"].measure(count, partial(plain.encode, files, batch))
        if onnx:
            _measure_peer(figures["peer"], options.peer_python, onnx, export)
    _print(figures)
    print(
        f"memory: {before:.0f} MiB before the model, {model_mib:.0f} with it and float32's,"
        f" {max(most):.0f} at most: {max(most) - model_mib:.0f} above;"
        f" load {os.getloadavg()[0]:.1f}"
    )
    if torch.cuda.is_available():
        print(f"GPU memory: {torch.cuda.max_memory_allocated() / _MIB:.0f} MiB at most")


def _measure_round(
    figures: dict[str, Figure],
    encoder: Encoder,
    warming: Path,
    export: Path,
    library: Path,
    most: list[float],
) -> None:
    place = _index(encoder, warming, export, library, most, figures["b"])
    with LibraryReader(place) as reader:
        # Of a model that never was, everything is pending.
        pending = reader.pending("none")[: -_WARMING or None]
    prepared: list[OpenedMedia] = []
    figures["d"].measure(len(pending), lambda: prepared.extend(_open_all(pending, encoder, place)))
    figures["a"].measure(len(prepared), partial(_encode_all, encoder, prepared))


def _index(
    encoder: Encoder,
    warming: Path,
    export: Path,
    library: Path,
    most: list[float],
    figure: Figure,
) -> LibraryPlace:
    """A library of both exports; `figure` learns of the second."""
    place = LibraryPlace.at(library)
    indexer_module.load_encoder = lambda *_args, **_options: encoder

    def note_memory(_progress: Progress) -> None:
        most.append(_resident_mib())

    with Indexer(place, on_progress=note_memory) as indexer:
        indexer.add(warming)
        indexer.understand()
        figure.measure(indexer.add(export).media, indexer.understand)
    return place


def _open_all(
    pending: Sequence[PendingMedia], encoder: Encoder, place: LibraryPlace
) -> list[OpenedMedia]:
    store = ThumbnailStore(place.thumbnails)
    with Exports() as exports, ThreadPoolExecutor(_cores()) as pool:
        work = partial(open_media, exports=exports, thumbnails=store, encoder=encoder)
        return [one for one in pool.map(work, pending) if isinstance(one, OpenedMedia)]


def _encode_all(encoder: Encoder, prepared: Sequence[OpenedMedia]) -> None:
    batches = [
        [one.prepared[0] for one in prepared[start : start + encoder.batch_size]]
        for start in range(0, len(prepared), encoder.batch_size)
    ]
    with ThreadPoolExecutor(encoder.batches_at_once) as pool:
        list(pool.map(encoder.encode_prepared, batches))


class _Plain:
    """open_clip as its documentation shows it: one thread, float32."""

    def __init__(self, model_name: str, device: str) -> None:
        name = "ViT-B-32" if model_name == "built-in" else model_name
        model, _, self._preprocess = open_clip.create_model_and_transforms(name)
        self._device = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self._model = model.eval().to(self._device)

    def encode(self, files: Sequence[Path], batch: int) -> None:
        """Encodes all `files`, `batch` at once."""
        torch.set_num_threads(_cores())
        for start in range(0, len(files), batch):
            images = []
            for file in files[start : start + batch]:
                with Image.open(file) as image:
                    images.append(self._preprocess(image))
            with torch.inference_mode():
                self._model.encode_image(torch.stack(images).to(self._device)).cpu()


def _encoder(options: argparse.Namespace, precision: Precision | None) -> Encoder:
    if options.model == "built-in":
        return BuiltInEncoder()
    torch.manual_seed(0)
    model = open_clip.create_model(options.model)
    wanted = Hardware(options.device, precision)
    tokenize = open_clip.get_tokenizer("ViT-B-32")
    return RandomClip(options.model, "random", model, tokenize, wanted)


def _make_export(folder: Path, count: int, seed: int) -> None:
    """An export of `count` pictures of a post each."""
    random = Random(seed)
    paths = [topic.photograph for topic in load_topics() if topic.photograph]
    photographs = [Image.open(path).convert("RGB") for path in paths]
    pictures = folder / "media/posts/202401"
    pictures.mkdir(parents=True)
    posts = []
    for number in range(count):
        photograph = photographs[number % len(photographs)]
        uri = f"media/posts/202401/{seed}-{number}.jpg"
        (folder / uri).write_bytes(_jpeg(photograph, random))
        posts.append({"media": [{"uri": uri, "creation_timestamp": 1_704_100_000 + number}]})
    (folder / "content").mkdir()
    (folder / "content/posts_1.json").write_text(json.dumps(posts), encoding="ascii")


def _jpeg(photograph: Image.Image, random: Random) -> bytes:
    width, height = photograph.size
    share = random.uniform(0.6, 1.0)
    wide = min(width, height * _SIZE[0] / _SIZE[1]) * share
    high = wide * _SIZE[1] / _SIZE[0]
    left, top = random.uniform(0, width - wide), random.uniform(0, height - high)
    target = io.BytesIO()
    view = photograph.resize(_SIZE, Image.Resampling.BICUBIC, (left, top, left + wide, top + high))
    view.save(target, "JPEG", quality=87)
    return target.getvalue()


def _export_onnx(options: argparse.Namespace, folder: Path) -> Path:
    """The image tower of rclip's model, with random weights, as ONNX."""
    if options.model != "ViT-B-32-256" or not options.peer_python:
        raise SystemExit("rclip's model is ViT-B-32-256: give --model, and --peer-python")
    torch.manual_seed(0)
    visual = open_clip.create_model(options.model).visual.eval()
    path = folder / "visual.onnx"
    torch.onnx.export(
        visual, (torch.zeros(2, 3, 256, 256),), str(path), dynamo=False,
        input_names=["input"], output_names=["output"],
        dynamic_axes={"input": {0: "n"}, "output": {0: "n"}},
    )  # fmt: skip
    return path


def _measure_peer(figure: Figure, python: str, onnx: Path, export: Path) -> None:
    script = Path(__file__).with_name("peer_rclip.py")
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(  # noqa: S603 - our own script
        [python, str(script), str(onnx), str(export)],
        capture_output=True, text=True, check=True, env=clean,
    )  # fmt: skip
    indexed, wall, cpu = done.stdout.split()
    if int(indexed) != len(list(export.rglob("*.jpg"))):
        raise SystemExit(f"rclip indexed {indexed}: {done.stderr}")
    figure.wall.append(float(wall))
    figure.cpu.append(float(cpu))


def _print(figures: dict[str, Figure]) -> None:
    names = {
        "a": "(a) encoder alone",
        "d": "(d) files to prepared pictures and thumbnails",
        "b": "(b) all, from files to SQLite",
        "b32": "(b) in float32",
        "c1": "(c) plain, one by one",
        "c32": "(c) plain, 32 at once",
        "peer": "rclip",
    }
    print(f"pictures/s, median and range of {len(figures['b'].wall)} rounds")
    for key, name in names.items():
        if figures[key].wall:
            print(f"  {name:<46} {figures[key]}")
    for kind in ("wall", "cpu"):
        rate = {key: getattr(figure, kind) for key, figure in figures.items()}
        work = [1 / (1 / a + 1 / d) for a, d in zip(rate["a"], rate["d"], strict=True)]
        slower = [min(a, d) for a, d in zip(rate["a"], rate["d"], strict=True)]
        rows = {"what the work allows, 1/(1/a + 1/d)": work, "the slower of (a) and (d)": slower}
        rows |= {names[key]: rate[key] for key in ("b32", "c1", "c32", "peer") if rate[key]}
        print(f"(b) by {'the clock' if kind == 'wall' else 'CPU time'}, in shares of")
        for name, other in rows.items():
            print(f"  {name:<46} {_spread([b / o for b, o in zip(rate['b'], other, strict=True)])}")


def _spread(values: Sequence[float]) -> str:
    digits = 2 if max(values) < 10 else 1
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} [{low:.{digits}f} to {high:.{digits}f}]"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _resident_mib() -> float:
    """Of this process, where the system says; the most so far elsewhere."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
    return float(next(line for line in status.splitlines() if "VmRSS" in line).split()[1]) / 1024


if __name__ == "__main__":
    main()
