"""`albums`: lists albums, makes and removes them, and shows what is in them."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.cli.options import add_json, add_library, library_place
from organizer.cli.output import print_json, print_table
from organizer.cli.query import local_time, media_object, print_media
from organizer.library.album_storage import album_key, album_name, new_album_id
from organizer.library.edits import (
    AddToAlbum,
    CreateAlbum,
    Edit,
    RemoveAlbum,
    RemoveFromAlbum,
)
from organizer.library.errors import AlbumExists, UnknownAlbum, UnknownPicture
from organizer.library.filters import Filter
from organizer.library.reader import LibraryReader
from organizer.library.records import Album
from organizer.library.writer import LibraryWriter

if TYPE_CHECKING:
    from organizer.cli.options import Commands


def add_commands(commands: "Commands") -> None:
    """Adds `albums` with `list`, `create`, `add` and `remove`."""
    parser = commands.add_parser("albums", help="list albums, make, fill and remove them")
    add_library(parser)
    add_json(parser)
    parser.set_defaults(run=_run_list, name=None)
    actions = parser.add_subparsers(metavar="ACTION")

    listing = actions.add_parser("list", help="list all albums, or the pictures in one")
    listing.add_argument("name", nargs="?", metavar="ALBUM")
    listing.set_defaults(run=_run_list)

    creating = actions.add_parser("create", help="make an album")
    creating.add_argument("name", metavar="ALBUM")
    creating.set_defaults(run=_run_create, usage_error=creating.error)

    adding = actions.add_parser("add", help="put pictures into an album")
    adding.add_argument("name", metavar="ALBUM")
    adding.add_argument("files", nargs="+", metavar="FILE", help="paths as `list --json` has them")
    adding.set_defaults(run=_run_add)

    removing = actions.add_parser(
        "remove", help="remove an album, or take pictures out of it; the pictures stay"
    )
    removing.add_argument("name", metavar="ALBUM")
    removing.add_argument("files", nargs="*", metavar="FILE")
    removing.set_defaults(run=_run_remove)
    for action in (listing, creating, adding, removing):
        add_library(action, argparse.SUPPRESS)
        add_json(action, argparse.SUPPRESS)


def _run_list(options: argparse.Namespace) -> int:
    with LibraryReader(library_place(options)) as reader:
        if options.name is not None:
            album = _found(reader, options.name)
            details = reader.details(reader.album_members(album.id))
            if options.json:
                print_json([media_object(detail) for detail in details])
            else:
                print_media(details)
            return 0
        albums = reader.albums()
    if options.json:
        print_json([_album_object(album) for album in albums])
    else:
        rows = [(str(one.pictures), one.name) for one in albums]
        print_table(f"{len(albums)} albums", ("pictures", "album"), rows)
    return 0


def _run_create(options: argparse.Namespace) -> int:
    name = album_name(options.name)
    if not name:
        options.usage_error("the name is empty")
    with LibraryReader(library_place(options)) as reader:
        if any(album_key(one.name) == album_key(name) for one in reader.albums()):
            raise AlbumExists(name)
    return _apply(options, CreateAlbum(new_album_id(), name), name)


def _run_add(options: argparse.Namespace) -> int:
    with LibraryReader(library_place(options)) as reader:
        album = _found(reader, options.name)
        ids = _pictures(reader, options.files)
    return _apply(options, AddToAlbum(album.id, ids), album.name)


def _run_remove(options: argparse.Namespace) -> int:
    with LibraryReader(library_place(options)) as reader:
        album = _found(reader, options.name)
        ids = _pictures(reader, options.files)
    edit = RemoveFromAlbum(album.id, ids) if options.files else RemoveAlbum(album.id)
    return _apply(options, edit, album.name)


def _apply(options: argparse.Namespace, edit: Edit, name: str) -> int:
    """Does `edit` and says what the album is like now, if it is there still."""
    place = library_place(options)
    with LibraryWriter(place) as writer:
        writer.apply(edit)
    with LibraryReader(place) as reader:
        found = [one for one in reader.albums() if album_key(one.name) == album_key(name)]
    if options.json:
        print_json([_album_object(one) for one in found])
    else:
        print("\n".join(f"{one.name}: {one.pictures} pictures" for one in found) or "removed")
    return 0


def _found(reader: LibraryReader, name: str) -> Album:
    """The album of a name. Raises UnknownAlbum."""
    for album in reader.albums():
        if album_key(album.name) == album_key(name):
            return album
    raise UnknownAlbum(name)


def _pictures(reader: LibraryReader, files: list[str]) -> tuple[int, ...]:
    """The pictures in some files. Raises UnknownPicture for the first that is none."""
    if not files:
        return ()
    ids: dict[Path, int] = {}
    for detail in reader.details(reader.listing(Filter()).ids):
        ids[detail.path] = detail.id
    found = []
    for file in files:
        path = Path(file).absolute()
        if path not in ids:
            raise UnknownPicture(file)
        found.append(ids[path])
    return tuple(dict.fromkeys(found))


def _album_object(album: Album) -> dict[str, object]:
    """The JSON object of an album; people script against its names."""
    return {
        "name": album.name,
        "pictures": album.pictures,
        "created_at": local_time(album.created_at).isoformat(),
    }
