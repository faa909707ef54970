"""Writes the pictures and videos of a sample, each the same for the same seed and number."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from organizer.archive.sample.entries import PlannedMedia
from organizer.archive.sample.pictures import picture, tiny_picture, video


def write_media(
    folder: Path, media: Sequence[PlannedMedia], seed: int, tiny: bool
) -> Iterator[None]:
    """Writes `media` into the export `folder` and yields after each. Raises OSError."""

    def write(job: tuple[int, PlannedMedia]) -> None:
        number, item = job
        random = Random(f"{seed}/{number}")
        if item.is_video:
            content = video(item.topic, random)
        elif tiny:
            content = tiny_picture(item.topic, number)
        else:
            content = picture(item.topic, random)
        (folder / item.uri).write_bytes(content)

    for inner in {Path(item.uri).parent for item in media}:
        (folder / inner).mkdir(parents=True, exist_ok=True)
    if tiny:
        yield from map(write, enumerate(media))
        return
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(write, enumerate(media))
