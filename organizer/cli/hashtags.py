"""`hashtags`: the user's hashtags with all their spellings, what is one, and what does not fit."""

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from organizer.cli.options import add_json, add_library, library_place
from organizer.cli.output import print_json, print_table
from organizer.cli.query import local_time, media_object
from organizer.library.edits import Edit, KeepApart, MergeHashtags, SeparateHashtag, Several
from organizer.library.errors import UnknownHashtag
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.library.records import HashtagFacet, MediaDetail
from organizer.library.writer import LibraryWriter
from organizer.tagging.hashtags import hashtag_key

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `hashtags`, `hashtags merge` and `hashtags separate`."""
    listing = commands.add_parser(
        "hashtags", help="list your hashtags, merge those that are one, find those that do not fit"
    )
    listing.add_argument(
        "--misfits", action="store_true", help="list the pictures with hashtags that do not fit"
    )
    add_library(listing)
    add_json(listing)
    listing.set_defaults(run=_run_list)
    inner = listing.add_subparsers(metavar="COMMAND")

    merging = inner.add_parser("merge", help="make hashtags one; captions stay as they are")
    merging.add_argument("hashtags", nargs="+", metavar="TAG", help="with or without #")
    merging.add_argument("--into", required=True, metavar="TAG", help="what they are the same as")
    merging.set_defaults(run=_run_merge)

    separating = inner.add_parser("separate", help="make one spelling a hashtag of its own")
    separating.add_argument("hashtag", metavar="TAG", help="with or without #")
    separating.set_defaults(run=_run_separate)
    for parser in (merging, separating):
        add_library(parser, argparse.SUPPRESS)
        add_json(parser, argparse.SUPPRESS)


def _run_list(options: argparse.Namespace) -> int:
    with LibraryReader(library_place(options)) as reader:
        if options.misfits:
            listing = reader.listing(Filter(has_misfits=True))
            _print_misfits(reader.details(listing.ids), options.json)
            return 0
        facets = _all_hashtags(reader)
    if options.json:
        print_json([_object(facet) for facet in facets])
    else:
        _print_table(f"{len(facets)} hashtags", facets)
    return 0


def _run_merge(options: argparse.Namespace) -> int:
    names = [hashtag_key(hashtag) for hashtag in (*options.hashtags, options.into)]
    return _edit(options, names, MergeHashtags(tuple(names[:-1]), names[-1]))


def _run_separate(options: argparse.Namespace) -> int:
    name = hashtag_key(options.hashtag)
    with LibraryReader(library_place(options)) as reader:
        spellings = _spellings_of(reader, name)
    others = [other for other in spellings if hashtag_key(other) != name][:1]
    # What was one is not to be proposed as one again.
    apart = [KeepApart(name, other) for other in others]
    return _edit(options, [name, *others], Several((SeparateHashtag(name), *apart)))


def _edit(options: argparse.Namespace, names: list[str], edit: Edit) -> int:
    """Applies `edit` to hashtags of these `names`; prints what each of them is now."""
    place = library_place(options)
    with LibraryReader(place) as reader:
        for name in names:
            _spellings_of(reader, name)
        with LibraryWriter(place) as writer:
            writer.apply(edit)
        keys = {hashtag_key(name) for name in names}
        facets = [
            facet
            for facet in _all_hashtags(reader)
            if not keys.isdisjoint(map(hashtag_key, facet.spellings))
        ]
    if options.json:
        print_json([_object(facet) for facet in facets])
    else:
        _print_table("Now", facets)
    return 0


def _spellings_of(reader: LibraryReader, name: str) -> tuple[str, ...]:
    """All that is one with a hashtag, most used first. Raises UnknownHashtag."""
    for facet in reader.hashtags(Filter(), name, sys.maxsize):
        if hashtag_key(name) in map(hashtag_key, facet.spellings):
            return facet.spellings
    raise UnknownHashtag(f"#{name}")


def _all_hashtags(reader: LibraryReader) -> tuple[HashtagFacet, ...]:
    return reader.hashtags(Filter(), "", sys.maxsize)


def _object(facet: HashtagFacet) -> dict[str, object]:
    """The JSON object of a hashtag; people script against its names."""
    spellings = zip(facet.spellings, facet.counts, strict=True)
    return {
        "hashtag": facet.hashtag,
        "pictures": facet.pictures,
        "spellings": [{"hashtag": name, "pictures": pictures} for name, pictures in spellings],
    }


def _print_table(title: str, facets: Iterable[HashtagFacet]) -> None:
    rows = []
    for facet in facets:
        spellings = zip(facet.spellings, facet.counts, strict=True)
        listed = "  ".join(f"#{name} {pictures}" for name, pictures in spellings)
        several = listed if len(facet.spellings) > 1 else ""
        rows.append((str(facet.pictures), f"#{facet.hashtag}", several))
    print_table(title, ("pictures", "hashtag", "spellings"), rows)


def _print_misfits(details: Iterable[MediaDetail], is_json: bool) -> None:
    if is_json:
        print_json(
            [{**media_object(detail), "misfits": list(detail.misfits)} for detail in details]
        )
        return
    rows = [
        (
            "undated" if detail.taken_at is None else f"{local_time(detail.taken_at):%Y-%m-%d}",
            detail.uri.rsplit("/", 1)[-1],
            " ".join(f"#{hashtag}" for hashtag in detail.misfits),
        )
        for detail in details
    ]
    title = f"{len(rows)} pictures with hashtags that do not fit"
    print_table(title, ("date", "file", "does not fit"), rows)
