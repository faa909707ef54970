"""What can be wrong with an export."""

from organizer.errors import OrganizerError


class NothingThere(OrganizerError):
    """Nothing lies at the given place."""

    template = "There is nothing at {file}. Check the name, or connect the disk that it is on."


class NotAnArchive(OrganizerError):
    """Something else than a folder or a zip was given."""

    template = (
        "{file} is neither a folder nor a zip. Choose what Instagram let you download, as it came."
    )


class NotAnExport(OrganizerError):
    """The folder or zip holds no list of posts that Instagram writes, and no part of one."""

    template = (
        "{file} is not an Instagram export: it has no list of posts. Choose the folder or zips that"
        " Instagram let you download, and tick Content → Media when you ask for them."
    )


class OtherNetwork(OrganizerError):
    """The export of another network, which Accounts Center hands out as well."""

    template = (
        "{file} is an export of Facebook. Ask Instagram for yours: Accounts Center → Your"
        " information → Download your information."
    )


class UnreadableFile(OrganizerError):
    """The system refuses to open a file or folder."""

    template = "{file} cannot be opened: {detail}. Check that you may read it, then add it again."


class BrokenZip(OrganizerError):
    """A zip cannot be read, most often because its copy was cut off or still goes on."""

    template = (
        "{file} is damaged or not copied whole yet ({detail}). When it is whole it is read by"
        " itself; otherwise download it again."
    )


class NestedTooLarge(OrganizerError):
    """A compressed zip within a zip would have to be unpacked, and there is no room for it."""

    template = (
        "{file} is a zip within a zip and too large to be read there ({detail}). Unpack the outer"
        " one and add what comes out."
    )


class SuspiciousEntry(OrganizerError):
    """A file in a zip that is made to do harm, or damaged so that it would."""

    template = "{file} was left out: {detail}. Nothing that Instagram writes looks like this."


class LinkNotFollowed(OrganizerError):
    """A symbolic link within an export; it could lead anywhere."""

    template = (
        "{file} is a link and was left out. If what it leads to belongs to the archive, copy it"
        " there."
    )


class BrokenJson(OrganizerError):
    """A list of the export is no valid JSON, most often because a copy was cut off."""

    template = (
        "{file} is damaged or cut off ({detail}). What stands before was read. Copy or download"
        " the archive again."
    )


class UnknownShape(OrganizerError):
    """A list of the export, or some of its entries, look like nothing known."""

    template = "{file} has entries of an unknown form, which were left out: {detail}."


class UnreadableDates(OrganizerError):
    """Web pages have dates in a language or form that is not known."""

    template = (
        "{file} has dates that cannot be read, such as “{detail}”. Its posts are filed by the month"
        " of their folders. An export in JSON format has all times."
    )


class TooLargePage(OrganizerError):
    """A web page is larger than can be held."""

    template = (
        "{file} is too large for a web page ({detail}). Ask Instagram for the export in JSON"
        " format, which can be read at any size."
    )
