"""`list`, `search` and `similar`: what a library holds."""

import argparse
import contextlib
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.cli.filter_options import add_filter, check_filter, filter_of
from organizer.cli.options import (
    add_hardware,
    add_json,
    add_library,
    add_model,
    library_place,
    load_chosen,
)
from organizer.cli.output import print_json, print_table
from organizer.indexing.look_alikes import LookAlikes
from organizer.indexing.meaning import meaning_of
from organizer.indexing.query_language import model_to_offer
from organizer.indexing.search import search
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail, MediaState
from organizer.library.search_text import parse_search
from organizer.tagging.candidates import encode_vocabulary
from organizer.tagging.kept_texts import KeptTextEncoder
from organizer.vision.encoder import Encoder
from organizer.vision.model_store import ModelStore
from organizer.vision.models import has_gpu

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `list`, `search` and `similar`."""
    listing = commands.add_parser("list", help="list the pictures of a library, newest first")
    add_library(listing)
    add_filter(listing)
    add_json(listing)
    listing.set_defaults(run=_run_list, usage_error=listing.error)

    finding = commands.add_parser("search", help="find pictures by words")
    finding.add_argument("text", metavar="TEXT")
    add_library(finding)
    add_model(finding)
    add_hardware(finding)
    finding.add_argument("--limit", type=int, default=50, metavar="N", help="default: 50")
    add_json(finding)
    finding.set_defaults(run=_run_search)

    similar = commands.add_parser("similar", help="find pictures that look like one of a library")
    similar.add_argument("picture", type=Path, metavar="PICTURE", help="its path, as `list` has it")
    add_library(similar)
    similar.add_argument("--limit", type=int, default=20, metavar="N", help="default: 20")
    add_json(similar)
    similar.set_defaults(run=_run_similar, usage_error=similar.error)


def _run_list(options: argparse.Namespace) -> int:
    check_filter(options)
    with LibraryReader(library_place(options)) as reader:
        chosen = filter_of(options, reader)
        details = reader.details(reader.listing(chosen).ids)
        if options.json:
            print_json([media_object(detail) for detail in details])
        else:
            print_media(details)
    return 0


def _run_search(options: argparse.Namespace) -> int:
    with contextlib.ExitStack() as stack:
        place = library_place(options)
        reader = stack.enter_context(LibraryReader(place))
        encoder = load_chosen(options)
        _tell_of_other_language(options.text, encoder)
        background = encode_vocabulary(KeptTextEncoder(encoder, place.text_vectors))
        words = parse_search(options.text).description
        meaning = meaning_of(words, encoder, background, has_gpu())
        hits = search(options.text, reader, meaning, options.limit)
        details = list(reader.details([hit.media_id for hit in hits]))
    if options.json:
        print_json(
            [
                {**media_object(detail), "score": round(hit.score, 4), "in_caption": hit.in_caption}
                for hit, detail in zip(hits, details, strict=True)
            ]
        )
    else:
        print_media(details)
    return 0


def _run_similar(options: argparse.Namespace) -> int:
    with LibraryReader(library_place(options)) as reader:
        media_id = reader.media_at(options.picture.absolute())
        if media_id is None:
            message = f"{options.picture} is in no archive of the library"
            # argparse ends the program here.
            raise SystemExit(options.usage_error(message))
        # The picture itself is the first.
        _, *ids = LookAlikes(reader).similar(media_id, options.limit + 1) or (media_id,)
        details = list(reader.details(ids))
    if options.json:
        print_json([media_object(detail) for detail in details])
    else:
        print_media(details)
    return 0


def _tell_of_other_language(text: str, encoder: Encoder) -> None:
    """Says on stderr that the model does not understand the words, and which one does."""
    offered = model_to_offer(text, encoder, has_gpu())
    if offered is None:
        return
    is_here = ModelStore().find(offered.model_name, offered.tag) is not None
    download = "" if is_here else f"`photo-organizer models download {offered.id}`, then "
    print(
        f"{encoder.title} understands English only: Korean words find captions and hashtags, not"
        f" what pictures show. For that: {download}`photo-organizer models use {offered.id}`, and"
        " index again.",
        file=sys.stderr,
    )


def media_object(detail: MediaDetail) -> dict[str, object]:
    """The JSON object of a picture or video; people script against its names."""
    return {
        "path": str(detail.path),
        "taken_at": None if detail.taken_at is None else local_time(detail.taken_at).isoformat(),
        "time_precision": detail.precision.value,
        "kind": detail.kind.value,
        "media_type": detail.media_type.value,
        "caption": detail.caption,
        "description": detail.description,
        "hashtags": list(detail.hashtags),
        "categories": [
            {
                "id": category.category_id,
                "score": round(category.score, 4),
                "source": category.source,
            }
            for category in detail.categories
        ],
        "suggested_hashtags": [suggestion.hashtag for suggestion in detail.suggestions],
        "archive": str(detail.archive),
        "missing": detail.state is MediaState.MISSING,
        "offline": detail.is_offline,
    }


def local_time(seconds: int) -> datetime:
    """The time of Unix `seconds` in the computer's zone, with its offset."""
    return datetime.fromtimestamp(seconds, UTC).astimezone()


def print_media(details: Iterable[MediaDetail]) -> None:
    """Prints pictures as a table."""
    rows = [
        (
            "undated" if detail.taken_at is None else f"{local_time(detail.taken_at):%Y-%m-%d}",
            detail.uri.rsplit("/", 1)[-1],
            ", ".join(f"{item.category_id} {item.score:.0%}" for item in detail.categories),
            " ".join(f"#{hashtag}" for hashtag in detail.hashtags),
            " ".join(f"#{suggestion.hashtag}" for suggestion in detail.suggestions),
        )
        for detail in details
    ]
    columns = ("date", "file", "categories", "hashtags", "suggested")
    print_table(f"{len(rows)} pictures and videos", columns, rows)
