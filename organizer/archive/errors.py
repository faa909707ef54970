"""What can be wrong with an export."""

from organizer.errors import OrganizerError


class FolderNotFound(OrganizerError):
    """Nothing lies at the given place."""

    template = "There is no folder {file}. Check the name, or connect the disk that it is on."


class NotAFolder(OrganizerError):
    """Something else than a folder was given."""

    template = "{file} is not a folder. Unpack the archive and choose the folder that it becomes."


class NotAnExport(OrganizerError):
    """The folder holds no list of posts that Instagram writes."""

    template = (
        "{file} is not an Instagram export: it has no list of posts. Choose the folder that holds"
        " “your_instagram_activity”, and tick Content → Media when you ask Instagram for it."
    )


class HtmlExport(OrganizerError):
    """The export was asked for as web pages."""

    template = (
        "{file} is an Instagram export in HTML format, which cannot be read yet. Ask Instagram for"
        " it again in JSON format."
    )


class UnreadableFile(OrganizerError):
    """The system refuses to open a file or folder."""

    template = "{file} cannot be opened: {detail}. Check that you may read it, then add it again."


class BrokenJson(OrganizerError):
    """A list of the export is no valid JSON, most often because a copy was cut off."""

    template = "{file} is damaged or cut off ({detail}). Copy or download the archive again."


class UnknownShape(OrganizerError):
    """A list of the export, or some of its entries, look like nothing known."""

    template = "{file} has entries of an unknown form, which were left out: {detail}."
