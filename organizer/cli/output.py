"""Prints: JSON for programs, tables for people, progress for a terminal."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.cells import cell_len
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import (
    Progress as ProgressDisplay,
)
from rich.table import Table
from rich.text import Text

from organizer.indexing.progress import Phase, Progress

_PHASES = {
    Phase.IMPORTING: "Reading the archive",
    Phase.LOADING_MODEL: "Loading the model",
    Phase.UNDERSTANDING: "Looking at pictures",
    Phase.DESCRIBING: "Describing",
    Phase.WAITING_FOR_POWER: "Waiting for mains power",
    Phase.REMOVING: "Removing",
    Phase.FINISHED: "Finished",
    Phase.WITHOUT_MODEL: "The model is missing",
}


def print_json(content: object) -> None:
    """Prints `content` as indented JSON in UTF-8."""
    print(json.dumps(content, ensure_ascii=False, indent=2))


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table as wide as the terminal; cells are plain text, columns of numbers align right.

    A caption that looks like markup stays as it is.
    """
    table = Table(
        title=Text(title, style="bold"), title_justify="left", min_width=cell_len(title) + 1
    )
    for number, column in enumerate(columns):
        is_numeric = bool(rows) and all(row[number][:1].isdigit() for row in rows)
        table.add_column(column, justify="right" if is_numeric else "left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """A function to tell progress to; it draws on stderr, and only where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _progress: None
        return
    display = ProgressDisplay(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = display.add_task("", total=None, rate="")

    def show(progress: Progress) -> None:
        display.update(
            task,
            description=_PHASES[progress.phase],
            completed=progress.done,
            total=progress.total or None,
            rate=f"{progress.rate:.0f}/s" if progress.rate else "",
        )

    with display:
        yield show
