"""What can go wrong with lists of duplicates."""

from organizer.errors import OrganizerError


class ListNotWritten(OrganizerError):
    """The list of duplicates cannot be written where it should be."""

    template = "The list cannot be written to {file}: {detail}. Choose another place."
