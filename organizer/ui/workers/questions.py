"""Which of many questions of one kind is still worth an answer."""

from dataclasses import dataclass


@dataclass(slots=True)
class Questions:
    """The numbers of questions of one kind; they grow, and only the newest is answered.

    Attributes:
        newest: The last one that was asked: written in any thread, before the worker hears of it.
        taken_up: The last one that the worker came to.
    """

    newest: int = 0
    taken_up: int = 0

    def take_up(self, number: int) -> bool:
        """Notes that the worker comes to question `number`; tells whether it is still the newest.

        One that is repeated bears the same number.
        """
        self.taken_up = number
        return number >= self.newest

    @property
    def is_waiting(self) -> bool:
        """Whether a question was asked that the worker has not come to."""
        return self.newest > self.taken_up
