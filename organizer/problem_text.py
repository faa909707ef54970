"""Turns a stored problem back into the sentence of the error that it came from."""

from organizer.errors import OrganizerError


def describe(code: str, file: str, detail: str) -> str:
    """The message of the error class named `code`, for `file`."""
    return template_of(code).format(file=file, detail=detail)


def template_of(code: str) -> str:
    """The English template of the error class named `code`; a plain one for an unknown name."""
    return _templates(OrganizerError).get(code, OrganizerError.template)


def _templates(base: type[OrganizerError]) -> dict[str, str]:
    found = {base.__name__: base.template}
    for error in base.__subclasses__():
        found |= _templates(error)
    return found
