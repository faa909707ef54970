"""What the dialog about one category begins with."""

from dataclasses import dataclass

from organizer.tagging.records import Category


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a dialog begins with: the `category` to change, or None for a new one.

    `examples` are the pictures that may become examples of it; `are_meant` when the user asked for
    a category of them.
    """

    category: Category | None = None
    examples: tuple[int, ...] = ()
    are_meant: bool = False
