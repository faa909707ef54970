"""What can go wrong with the library's own files."""

from organizer.errors import OrganizerError


class LibraryUnusable(OrganizerError):
    """The database cannot be opened or written."""

    template = "The library {file} cannot be used: {detail}. Choose another place with --library."


class LibraryTooNew(OrganizerError):
    """A newer version of the program wrote the database."""

    template = "The library {file} was written by a newer Photo Organizer. Update the program."


class UnknownAlbum(OrganizerError):
    """No album has this name."""

    template = "There is no album “{file}”. `photo-organizer albums` lists those that there are."


class AlbumExists(OrganizerError):
    """An album of this name is there already."""

    template = "There is an album “{file}” already. Choose another name."


class UnknownPicture(OrganizerError):
    """The library has no picture whose file is here."""

    template = "{file} is not in the library. `photo-organizer list` shows what is."


class UnknownArchive(OrganizerError):
    """No folder or zip that was added lies here."""

    template = "{file} is no archive of this library. These are: {detail}."


class UnknownHashtag(OrganizerError):
    """Nobody wrote or accepted this hashtag."""

    template = "{file} stands on none of your pictures. Check how it is spelled."
