"""Runs the statements of a step."""

from sqlite_utils import Database


def run(db: Database, statements: str) -> None:
    """Runs `statements`, each ended by a semicolon and a line break, in the step's transaction."""
    # executescript would commit the transaction that makes a step whole or void.
    for statement in statements.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)
