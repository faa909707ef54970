"""What can go wrong, told to a person: what happened, to which file, and what to do.

Each error has a `template` in English, which the interface translates, and the `file` concerned.
"""

from typing import ClassVar


class OrganizerError(Exception):
    """Base of all errors that are meant to be shown.

    `template` may name {file} and {detail}; `code`, the class's name, identifies the kind of error
    where it is stored.
    """

    template: ClassVar[str] = "{file}: {detail}"

    def __init__(self, file: str, detail: str = "") -> None:
        super().__init__(file, detail)
        self.file = file
        self.detail = detail

    @property
    def code(self) -> str:
        """Stable name of the kind of error."""
        return type(self).__name__

    def __str__(self) -> str:
        return self.template.format(file=self.file, detail=self.detail)
