"""What can be wrong with the data that tagging works with."""

from organizer.errors import OrganizerError


class BrokenVocabulary(OrganizerError):
    """A file of categories or hashtags does not say what it should."""

    template = "{file} cannot be used: {detail}. Correct it, or install Photo Organizer again."


class UnknownCategory(OrganizerError):
    """There is no category with the id that was given as `file`."""

    template = "There is no category “{file}”. `photo-organizer categories` lists all."


class NeededCategory(OrganizerError):
    """The category with the id that was given as `file` cannot be removed."""

    template = "The category “{file}” cannot be removed: what fits nowhere else lies there."
