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
import logging
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import open_clip
import torch
from jpeg_export import make_export
from throughput_figures import Figure, cores, print_all
from throughput_peers import RCLIPS_MODEL, PlainClip, export_onnx, measure_rclip

from organizer.archive.exports import Exports
from organizer.indexing import encoder_in_use
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
    options = parser.parse_args()
    if options.peer and (options.model != RCLIPS_MODEL or not options.peer_python):
        parser.error(f"rclip's model is {RCLIPS_MODEL}: give --model, and --peer-python")
    return options


def _run(options: argparse.Namespace, folder: Path) -> None:
    warming, export = folder / "warming", folder / "export"
    make_export(warming, _WARMING, seed=1)
    make_export(export, options.pictures, seed=2)
    begin = time.perf_counter()
    before = resident_mib()
    encoder = _encoder(options, options.precision)
    print(
        f"{encoder.title} on {encoder.device}, {getattr(encoder, 'precision', 'float32')}, ready in"
        f" {time.perf_counter() - begin:.1f} s, self-test included;"
        f" {cores()} cores, load {os.getloadavg()[0]:.1f}"
    )
    for problem in encoder.problems:
        print(problem)
    is_exact = getattr(encoder, "precision", Precision.FLOAT32) is Precision.FLOAT32
    exact = encoder if is_exact else _encoder(options, Precision.FLOAT32)
    figures = {name: Figure() for name in ("a", "b", "b32", "c1", "c32", "d", "peer")}
    plain = None if options.without_plain else PlainClip(options.model, options.device)
    onnx = export_onnx(folder) if options.peer else None
    models_mib = resident_mib()
    most = [models_mib]
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
            measure_rclip(figures["peer"], options.peer_python, onnx, export)
    print_all(figures)
    print(
        f"memory: {before:.0f} MiB before the model, {models_mib:.0f} with all models,"
        f" {max(most):.0f} at most: {max(most) - models_mib:.0f} above;"
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
        pending = reader.looking.pending("none")[: -_WARMING or None]
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
    encoder_in_use.load_encoder = lambda *_args, **_options: encoder

    def note_memory(_progress: Progress) -> None:
        most.append(resident_mib())

    with Indexer(place, on_progress=note_memory) as indexer:
        indexer.add(warming)
        indexer.understand()
        figure.measure(indexer.add(export).media, indexer.understand)
    return place


def _open_all(
    pending: Sequence[PendingMedia], encoder: Encoder, place: LibraryPlace
) -> list[OpenedMedia]:
    store = ThumbnailStore(place.thumbnails)
    with Exports() as exports, ThreadPoolExecutor(cores()) as pool:
        work = partial(open_media, exports=exports, thumbnails=store, encoder=encoder)
        return [one for one in pool.map(work, pending) if isinstance(one, OpenedMedia)]


def _encode_all(encoder: Encoder, prepared: Sequence[OpenedMedia]) -> None:
    batches = [
        [one.prepared[0] for one in prepared[start : start + encoder.batch_size]]
        for start in range(0, len(prepared), encoder.batch_size)
    ]
    with ThreadPoolExecutor(encoder.batches_at_once) as pool:
        list(pool.map(encoder.encode_prepared, batches))


def _encoder(options: argparse.Namespace, precision: Precision | None) -> Encoder:
    if options.model == "built-in":
        return BuiltInEncoder()
    torch.manual_seed(0)
    model = open_clip.create_model(options.model)
    wanted = Hardware(options.device, precision)
    tokenize = open_clip.get_tokenizer("ViT-B-32")
    return RandomClip(options.model, "random", model, tokenize, wanted)


def resident_mib() -> float:
    """The memory of this process, where the system says; the most so far elsewhere."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
    return float(next(line for line in status.splitlines() if "VmRSS" in line).split()[1]) / 1024


if __name__ == "__main__":
    main()
