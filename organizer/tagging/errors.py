"""What can be wrong with the data that tagging works with."""

from organizer.errors import OrganizerError


class BrokenVocabulary(OrganizerError):
    """A file of categories or hashtags does not say what it should."""

    template = "{file} cannot be used: {detail}. Correct it, or install Photo Organizer again."
