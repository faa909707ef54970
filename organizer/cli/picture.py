"""`classify` and `suggest`: what the model makes of single pictures, without a library."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL.Image import Image

from organizer.archive.errors import UnreadableFile
from organizer.cli.options import (
    add_hardware,
    add_json,
    add_library,
    add_model,
    library_place,
    load_chosen,
)
from organizer.cli.output import print_json, print_table
from organizer.library.errors import LibraryUnusable
from organizer.library.reader import LibraryReader
from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer, label_scores
from organizer.tagging.records import HashtagUse
from organizer.tagging.suggestions import Suggester
from organizer.vision.decoding import decode_picture

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `classify` and `suggest`."""
    classify = commands.add_parser("classify", help="say what pictures show")
    classify.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    classify.add_argument(
        "--labels", type=_labels, metavar="A,B,C", help="any words (default: our categories)"
    )
    add_model(classify)
    add_hardware(classify)
    add_json(classify)
    classify.set_defaults(run=_run_classify)

    suggest = commands.add_parser("suggest", help="suggest hashtags for pictures")
    suggest.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    add_library(suggest)
    add_model(suggest)
    add_hardware(suggest)
    add_json(suggest)
    suggest.set_defaults(run=_run_suggest)


def _labels(text: str) -> list[str]:
    labels = list(dict.fromkeys(label.strip() for label in text.split(",") if label.strip()))
    if not labels:
        raise argparse.ArgumentTypeError("at least one word")
    return labels


def _run_classify(options: argparse.Namespace) -> int:
    images = [_open(path) for path in options.images]
    encoder = load_chosen(options)
    vectors = encoder.encode_images(images)
    if options.labels:
        names = options.labels
        scores = label_scores(vectors, names, encoder)
    else:
        categories = load_categories()
        names = [category.id for category in categories]
        scores = Categorizer(categories, encoder).scores(vectors)
    results = [
        {
            "path": str(path),
            "labels": [
                {"label": names[index], "score": round(float(row[index]), 4)}
                for index in np.argsort(-row, kind="stable")
            ],
        }
        for path, row in zip(options.images, scores, strict=True)
    ]
    if options.json:
        print_json(results)
        return 0
    for path, row in zip(options.images, scores, strict=True):
        order = np.argsort(-row, kind="stable")
        print_table(str(path), ("", "label"), [(f"{row[i]:.1%}", names[i]) for i in order])
    return 0


def _run_suggest(options: argparse.Namespace) -> int:
    images = [_open(path) for path in options.images]
    encoder = load_chosen(options)
    suggester = Suggester(encoder, _own_hashtags(options))
    suggested = suggester.suggest(encoder.encode_images(images), [()] * len(images))
    if options.json:
        print_json(
            [
                {
                    "path": str(path),
                    "hashtags": [
                        {
                            "hashtag": suggestion.hashtag,
                            "score": round(suggestion.score, 4),
                            "reason": suggestion.reason.value,
                        }
                        for suggestion in suggestions
                    ],
                }
                for path, suggestions in zip(options.images, suggested, strict=True)
            ]
        )
        return 0
    for path, suggestions in zip(options.images, suggested, strict=True):
        rows = [
            (f"{item.score:.0%}", f"#{item.hashtag}", item.reason.value) for item in suggestions
        ]
        print_table(str(path), ("", "hashtag", "why"), rows)
    return 0


def _own_hashtags(options: argparse.Namespace) -> tuple[HashtagUse, ...]:
    """The hashtags of the library; none where there is no library and none was asked for."""
    try:
        with LibraryReader(library_place(options)) as reader:
            return reader.own_hashtags.uses()
    except LibraryUnusable:
        if options.library is not None:
            raise
        return ()


def _open(path: Path) -> Image:
    """The picture at `path`. Raises UnreadableFile and what `decode_picture` raises."""
    try:
        with path.open("rb") as stream:
            return decode_picture(stream, str(path), 1024).image
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or str(error)) from error
