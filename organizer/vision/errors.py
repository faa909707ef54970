"""What can go wrong with pictures and models."""

from organizer.errors import OrganizerError


class EmptyFile(OrganizerError):
    """The file has no content."""

    template = "{file} is empty. Copy it again from the archive that you downloaded."


class NotAPicture(OrganizerError):
    """The file's content is of no known picture format."""

    template = "{file} is not a picture, whatever its name says. It was left out."


class BrokenPicture(OrganizerError):
    """The file begins like a picture and cannot be read to its end."""

    template = "{file} is damaged ({detail}). Copy it again from the archive that you downloaded."


class TooLargePicture(OrganizerError):
    """The picture has more pixels than any camera makes."""

    template = "{file} is too large to be opened safely ({detail}). It was left out."


class BrokenVideo(OrganizerError):
    """No frame of the video can be decoded."""

    template = "{file} is a video that cannot be read ({detail}). It was left out."


class UnknownModel(OrganizerError):
    """The name of a model has the wrong form, or open_clip has no such model or weights."""

    template = "There is no model {file}: {detail}."


class ModelUnavailable(OrganizerError):
    """The weights of a model can be neither found nor downloaded."""

    template = "The model {file} cannot be loaded: {detail}."
