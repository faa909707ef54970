"""What can go wrong with the library's own files."""

from organizer.errors import OrganizerError


class LibraryUnusable(OrganizerError):
    """The database cannot be opened or written."""

    template = "The library {file} cannot be used: {detail}. Choose another place with --library."


class LibraryTooNew(OrganizerError):
    """A newer version of the program wrote the database."""

    template = "The library {file} was written by a newer Photo Organizer. Update the program."


class UnknownHashtag(OrganizerError):
    """Nobody wrote or accepted this hashtag."""

    template = "{file} stands on none of your pictures. Check how it is spelled."
