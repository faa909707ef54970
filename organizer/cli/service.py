"""`service`: a vision-language service that the user names tags pictures, when they ask for it."""

import argparse
import getpass
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from organizer.cli.options import add_json, add_library, library_place
from organizer.cli.output import print_json
from organizer.errors import OrganizerError
from organizer.indexing.progress import Control
from organizer.indexing.service_tagging import ServiceProgress, question_of
from organizer.indexing.services import tag_pictures
from organizer.library.edits import ServiceTags, SetServiceTags
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.errors import UnknownCategory
from organizer.tagging.hashtags import hashtag_key
from organizer.vision.errors import KeyUnreadable
from organizer.vision.service import ServiceSettings
from organizer.vision.service_address import (
    checked_address,
    host_of,
    is_near,
    is_this_computer,
)
from organizer.vision.service_answers import ServiceQuestion
from organizer.vision.service_estimate import estimated_usage
from organizer.vision.service_keys import read_key, store_key
from organizer.vision.service_settings import (
    bounded,
    forget_service,
    read_service,
    store_service,
)

if TYPE_CHECKING:
    from organizer.cli.options import Commands


class NoServiceNamed(OrganizerError):
    """The user named no service."""

    template = (
        "There is no service yet. Name one with “photo-organizer service set URL MODEL”, such as"
        " “photo-organizer service set http://localhost:11434/v1 qwen2.5vl:3b”."
    )

    def __init__(self) -> None:
        super().__init__("")


class NobodyToAsk(OrganizerError):
    """A question could not be answered. `file` is what is to be given instead."""

    template = "Nothing was sent: nobody answers here. Give {file}."


def add_commands(commands: "Commands") -> None:
    """Adds `service` with its own commands."""
    parser = commands.add_parser(
        "service", help="let a service that you name tag pictures (off unless you name one)"
    )
    own = parser.add_subparsers(metavar="COMMAND", required=True)

    setting = own.add_parser("set", help="name the service; asks for its key if it needs one")
    setting.add_argument("address", metavar="URL", help="such as http://localhost:11434/v1")
    setting.add_argument("model", metavar="MODEL", help="the name by which the service knows it")
    setting.add_argument("--key", action="store_true", help="ask for a key, for the keychain")
    for name, default, text in (
        ("--pictures-at-once", 4, "pictures in one request"),
        ("--requests-at-once", 3, "requests at the same time"),
    ):
        setting.add_argument(name, type=int, default=default, metavar="N", help=text)
    for name, text in (("--input-price", "sent"), ("--output-price", "received")):
        setting.add_argument(
            name, type=float, default=0.0, metavar="DOLLARS", help=f"for a million tokens {text}"
        )
    setting.set_defaults(run=_run_set)

    forgetting = own.add_parser("forget", help="forget the service and its key")
    forgetting.set_defaults(run=_run_forget)

    tagging = own.add_parser("tag", help="send pictures to the service and keep what it says")
    tagging.add_argument("--category", metavar="ID", help="of this category only")
    tagging.add_argument("--hashtag", metavar="TAG", help="with this hashtag only")
    tagging.add_argument("--year", type=int, choices=range(1970, 3000), metavar="YEAR")
    tagging.add_argument("--limit", type=int, default=20, metavar="N", help="default: 20")
    tagging.add_argument("--language", choices=("ko", "en"), default="ko", help="of hashtags")
    tagging.add_argument("--again", action="store_true", help="also what a service has tagged")
    tagging.add_argument("--yes", action="store_true", help="send without asking")
    add_library(tagging)
    add_json(tagging)
    tagging.set_defaults(run=_run_tag)


def _run_set(options: argparse.Namespace) -> int:
    settings = ServiceSettings(
        checked_address(options.address),
        options.model,
        options.pictures_at_once,
        options.requests_at_once,
        options.input_price,
        options.output_price,
    )
    if options.key:
        store_key(settings.address, _typed_key())
    store_service(bounded(settings))
    print(f"Pictures can be tagged by {settings.model} at {host_of(settings.address)} now.")
    return 0


def _run_forget(_options: argparse.Namespace) -> int:
    forget_service()
    return 0


def _run_tag(options: argparse.Namespace) -> int:
    settings = read_service()
    if not settings.address:
        raise NoServiceNamed
    checked_address(settings.address)
    place = library_place(options)
    is_korean = options.language == "ko"
    with LibraryReader(place) as reader:
        ids = _chosen(reader, options)
        question = question_of(reader, is_korean)
    done = ServiceProgress(0, len(ids))
    if ids and (options.yes or _is_agreed(settings, question, len(ids))):
        with LibraryWriter(place) as writer:

            def keep(tags: tuple[ServiceTags, ...]) -> None:
                writer.apply(SetServiceTags(tags))

            done = tag_pictures(
                place, settings, _key(settings), ids, is_korean, Control(), keep, _tell_wait()
            )
    _print(done, options.json)
    return 0


def _tell_wait() -> Callable[[ServiceProgress], None]:
    """Says once each time that the service asks to be left alone, not each second."""
    is_waiting = False

    def tell(progress: ServiceProgress) -> None:
        nonlocal is_waiting
        if progress.wait_seconds and not is_waiting:
            print(f"The service asks to wait {progress.wait_seconds} s.", file=sys.stderr)
        is_waiting = bool(progress.wait_seconds)

    return tell


def _chosen(reader: LibraryReader, options: argparse.Namespace) -> list[int]:
    """The pictures to send: the first that fit and have no tags of a service yet."""
    known = [category.id for category in reader.categories()]
    if options.category and options.category not in known:
        print(f"Categories are: {', '.join(known)}", file=sys.stderr)
        raise UnknownCategory(options.category)
    chosen = Filter(
        year=options.year,
        categories=(options.category,) if options.category else (),
        hashtags=(hashtag_key(options.hashtag),) if options.hashtag else (),
    )
    ids: list[int] = reader.listing(chosen).ids.tolist()
    if not options.again:
        tagged = reader.service_tagged()
        ids = [one for one in ids if one not in tagged]
    return ids[: max(options.limit, 0)]


def _is_agreed(settings: ServiceSettings, question: ServiceQuestion, pictures: int) -> bool:
    """Whether the user agrees, knowing where pictures go and about what it costs."""
    usage = estimated_usage(settings, question, pictures)
    where = host_of(settings.address)
    if is_this_computer(settings.address):
        where += ", a program on this computer"
    price = f", about ${usage.cost:.4f}" if usage.cost else ""
    if not usage.cost and not is_near(settings.address):
        price = ", price unknown"
    # What is printed on stdout may be for a program.
    print(
        f"Send {pictures} pictures, reduced to 512 pixels, to {where}?"
        f" About {usage.input_tokens:,} tokens{price}. [y/N]",
        file=sys.stderr,
    )
    try:
        answer = input()
    except EOFError as error:
        raise NobodyToAsk("--yes") from error
    return answer.strip().lower() in ("y", "yes")


def _key(settings: ServiceSettings) -> str:
    try:
        return read_key(settings.address)
    except KeyUnreadable as error:
        if is_this_computer(settings.address):
            return ""
        print(error, file=sys.stderr)
        return _typed_key()


def _typed_key() -> str:
    try:
        return getpass.getpass("Key: ").strip()
    except EOFError as error:
        raise NobodyToAsk("the key at a terminal") from error


def _print(done: ServiceProgress, is_json: bool) -> None:
    for problem in done.problems:
        print(problem, file=sys.stderr)
    if is_json:
        print_json(
            {
                "pictures": done.total,
                "tagged": done.tagged,
                "input_tokens": done.usage.input_tokens,
                "output_tokens": done.usage.output_tokens,
                "dollars": round(done.usage.cost, 6),
            }
        )
    else:
        print(f"{done.tagged} of {done.total} pictures tagged.")
