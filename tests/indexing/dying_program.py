"""Runs a program in a process of its own, which ends as by a power cut between two transactions."""

import subprocess
import sys
import textwrap

ENDED = 9

_PREPARED = """
import os, sqlite3

connect = sqlite3.connect
was_written = False

def connect_traced(*arguments, **options):
    connection = connect(*arguments, **options)
    def note(statement):
        global was_written
        if was_written and statement.startswith("BEGIN"):
            os._exit({ended})
        was_written = was_written or {after!r} in statement
    connection.set_trace_callback(note)
    return connection

sqlite3.connect = connect_traced
"""


def run_until(after: str, program: str) -> int:
    """The exit code of `program`: ENDED when it began a transaction after that of `after`."""
    code = _PREPARED.format(ended=ENDED, after=after) + textwrap.dedent(program)
    return subprocess.run([sys.executable, "-c", code], timeout=300, check=False).returncode
