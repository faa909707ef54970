"""What can go wrong while a library is filled."""

from organizer.errors import OrganizerError


class EndedTheProgram(OrganizerError):
    """The program ended each time that it had this file open."""

    template = (
        "{file} was left out: the program ended each time it opened this file. Replace the file"
        " with a sound copy, and it is tried again."
    )
