"""`categories`: lists, adds and removes the categories of a library."""

import argparse
import re
import sys
import unicodedata
from typing import TYPE_CHECKING

from rich.cells import cell_len

from organizer.cli.exit_codes import EXIT_WRONG_INPUT
from organizer.cli.options import add_json, add_library, add_model, library_place
from organizer.cli.output import print_json, print_table, progress_bar
from organizer.indexing.indexer import Indexer
from organizer.library.edits import Edit, RemoveCategory, SaveCategory
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.tagging.categories import OTHERS
from organizer.tagging.concepts import load_concepts
from organizer.tagging.errors import NeededCategory, UnknownCategory
from organizer.tagging.new_categories import (
    COLOURS,
    completed_names,
    default_category,
    free_colour,
    is_changed,
    new_category_id,
)
from organizer.tagging.phrases import read_phrases
from organizer.tagging.records import Category
from organizer.tagging.rules import BrokenRule, parse_rule
from organizer.vision.model_settings import chosen_hardware

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `categories` with `add` and `remove`."""
    listing = commands.add_parser("categories", help="list categories, add one or remove one")
    add_library(listing)
    add_json(listing)
    listing.set_defaults(run=_run_list)
    actions = listing.add_subparsers(metavar="ACTION")

    adding = actions.add_parser("add", help="add a category and file the pictures anew")
    adding.add_argument("--en", default="", metavar="NAME", help="its name in English")
    adding.add_argument("--ko", default="", metavar="NAME", help="its name in Korean")
    adding.add_argument("--colour", type=_colour, metavar="#RRGGBB", help=f"such as {COLOURS[0]}")
    meaning = adding.add_mutually_exclusive_group(required=True)
    meaning.add_argument(
        "--phrase",
        nargs="+",
        action="extend",
        default=[],
        metavar="TEXT",
        help="what its pictures show, in English or Korean words",
    )
    meaning.add_argument(
        "--rule", default="", metavar="RULE", help="concepts, such as “adult and not child”"
    )
    add_model(adding)
    adding.set_defaults(run=_run_add, usage_error=adding.error)

    removing = actions.add_parser("remove", help="remove a category and file the pictures anew")
    removing.add_argument("id", metavar="ID", help="as `photo-organizer categories` lists it")
    add_model(removing)
    removing.set_defaults(run=_run_remove)
    for action in (adding, removing):
        # What was said before the action must not be overruled by what was not said after it.
        add_library(action, argparse.SUPPRESS)
        add_json(action, argparse.SUPPRESS)


def _colour(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise argparse.ArgumentTypeError(f"“{text}” is no colour such as {COLOURS[0]}")
    return text.casefold()


def _run_list(options: argparse.Namespace) -> int:
    with LibraryReader(library_place(options)) as reader:
        counts = reader.facets(Filter()).categories
        listed = [
            _category_object(one) | {"pictures": counts.get(one.id, 0)}
            for one in reader.categories()
        ]
    if options.json:
        print_json(listed)
        return 0
    # The ids are what is typed: names wrap rather than those.
    rows = [
        (str(one["pictures"]), str(one["id"]), f"{one['en']} · {one['ko']}", str(one["origin"]))
        for one in listed
    ]
    print_table(f"{len(rows)} categories", ("", "id", "name", "origin"), rows)
    return 0


def _run_add(options: argparse.Namespace) -> int:
    if not (options.en.strip() or options.ko.strip()):
        options.usage_error("one of --en and --ko is needed")
    name_en, name_ko = completed_names(options.en, options.ko)
    phrases = read_phrases("\n".join(options.phrase))
    rule = options.rule.strip()
    if not phrases and not rule:
        options.usage_error("the phrases or the rule are empty")
    if rule:
        try:
            parse_rule(rule, load_concepts().concepts)
        except BrokenRule as error:
            return _show_broken(error)
    with LibraryReader(library_place(options)) as reader:
        colour = options.colour or free_colour(reader.categories())
    category = Category(new_category_id(name_en), name_en, name_ko, colour, phrases, rule)
    refiled = _apply(options, SaveCategory(category))
    if options.json:
        print_json(_category_object(category) | {"changed_pictures": refiled})
    else:
        print(f"{category.id}: added; {refiled} pictures changed")
    return 0


def _run_remove(options: argparse.Namespace) -> int:
    with LibraryReader(library_place(options)) as reader:
        found = next((one for one in reader.categories() if one.id == options.id), None)
    if found is None:
        raise UnknownCategory(options.id)
    if found.id == OTHERS:
        raise NeededCategory(options.id)
    refiled = _apply(options, RemoveCategory(found.id))
    if options.json:
        print_json(_category_object(found) | {"changed_pictures": refiled})
    else:
        print(f"{found.id}: removed; {refiled} pictures changed")
    return 0


def _apply(options: argparse.Namespace, edit: Edit) -> int:
    """Does `edit` and files the pictures anew; returns how many changed their categories."""
    refiled: list[int] = []
    with (
        progress_bar() as show,
        Indexer(
            library_place(options),
            options.model,
            on_progress=show,
            on_refiled=refiled.append,
            hardware=chosen_hardware(),
        ) as indexer,
    ):
        indexer.apply(edit)
        indexer.understand()
    return sum(refiled)


def _category_object(category: Category) -> dict[str, object]:
    """The JSON object of a category; people script against its names."""
    origin = "own" if default_category(category.id) is None else "default"
    return {
        "id": category.id,
        "en": category.name_en,
        "ko": category.name_ko,
        "colour": category.colour,
        "phrases": list(category.phrases),
        "rule": category.rule,
        "origin": "edited" if is_changed(category) else origin,
    }


def _show_broken(error: BrokenRule) -> int:
    """Says what is wrong with a rule, and shows where."""
    rule = " ".join(unicodedata.normalize("NFC", error.rule).splitlines())
    before = unicodedata.normalize("NFC", error.rule[: error.position])
    print(f"photo-organizer: the rule cannot be used: {error.detail}", file=sys.stderr)
    # Korean letters are two columns wide.
    print(f"  {rule}\n  {' ' * cell_len(before)}^", file=sys.stderr)
    return EXIT_WRONG_INPUT
