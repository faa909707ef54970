"""What can keep a sample from being made."""

from organizer.errors import OrganizerError


class FolderInUse(OrganizerError):
    """The folder holds something else than a sample."""

    template = "{file} is not empty. Choose a new folder for the sample: nothing is overwritten."


class FolderNotWritable(OrganizerError):
    """The system refuses to write there."""

    template = "The sample cannot be written to {file}: {detail}. Choose another folder."
