"""How much memory looking at many pictures takes, above the model's own.

    python benchmarks/memory.py [--pictures 100000] [--model ViT-B-32]

Every picture is opened, embedded, filed and stored as always; the files are small, so that it takes
minutes and not hours. So it does with the usual model of one layer and random weights: what is kept
of pictures depends on how long vectors are (512 numbers, as ViT-B-32's), not on what they cost.
Prints the memory that the process holds as it goes on, after a correction of the user's, by which
all are filed anew, and at most.
"""

import argparse
import json
import logging
import os
import sys
import tempfile
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import open_clip
import torch
from throughput import RandomClip, resident_mib

from organizer.archive.sample.maker import make_sample
from organizer.indexing import encoder_in_use
from organizer.indexing.indexer import Indexer
from organizer.indexing.progress import Phase, Progress
from organizer.library.edits import DecideCategory
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.tagging.categories import load_categories

_ONE_LAYER = "one-layer"
_TOLD_EVERY = 10_000


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pictures", type=int, default=100_000)
    parser.add_argument("--model", default=_ONE_LAYER)
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        names = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")
        os.environ.update(dict.fromkeys(names, folder))
        sample = Path(folder) / "sample"
        # In another process: its memory is not what is measured. A post has 1.3 files.
        if (child := os.fork()) == 0:
            make_sample(sample, round(options.pictures / 1.3), tiny=True)
            os._exit(0)
        os.waitpid(child, 0)
        _measure(options.model, sample, LibraryPlace.at(Path(folder) / "library"))


def _measure(model: str, sample: Path, place: LibraryPlace) -> None:
    encoder = _encoder(model, sample.parent)
    encoder_in_use.load_encoder = lambda *_args, **_options: encoder
    base = resident_mib()
    print(f"{base:.0f} MiB with the model, {encoder.title}, before anything is done")
    most, told, begin = base, 0, time.perf_counter()

    def note(progress: Progress) -> None:
        nonlocal most, told
        now = resident_mib()
        most = max(most, now)
        if progress.phase is Phase.UNDERSTANDING and progress.done >= told + _TOLD_EVERY:
            told = progress.done
            rate = told / (time.perf_counter() - begin)
            print(f"  {told:,} pictures, {rate:.0f} a second: {now - base:.0f} MiB above the model")

    with Indexer(place, on_progress=note) as indexer:
        found = indexer.add(sample).media
        print(f"  imported {found:,}: {resident_mib() - base:.0f} MiB above the model")
        indexer.understand()
        with LibraryReader(place) as reader:
            one = int(reader.listing(Filter()).ids[0])
        indexer.apply(DecideCategory((one,), load_categories()[0].id, is_in=True))
        indexer.understand()
        most = max(most, resident_mib())
        print(f"  all filed anew: {resident_mib() - base:.0f} MiB above the model")
    print(f"at most {most - base:.0f} MiB above the model")


def _encoder(model: str, folder: Path) -> RandomClip:
    if model == _ONE_LAYER:
        configuration = open_clip.get_model_config("ViT-B-32")
        configuration["vision_cfg"] |= {"layers": 1, "width": 64}
        configuration["text_cfg"] |= {"layers": 1, "width": 64, "heads": 1}
        path = folder / f"{_ONE_LAYER}.json"
        path.write_text(json.dumps(configuration), encoding="utf-8")
        open_clip.add_model_config(path)
    torch.manual_seed(0)
    tokenize = open_clip.get_tokenizer("ViT-B-32")
    return RandomClip(model, "random", open_clip.create_model(model), tokenize)


if __name__ == "__main__":
    main()
