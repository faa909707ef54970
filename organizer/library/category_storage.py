"""The definitions of categories: the program's, as the user changed them, and the user's own."""

import json
import sqlite3
from collections.abc import Sequence

from organizer.library.edits import Edit, RemoveCategory, SaveCategory, Several
from organizer.tagging.records import Category

_COLUMNS = "id, name_en, name_ko, colour, phrases, rule"
_ASSIGNMENT = "media_id, category_id, source, score, model"


def store_default_categories(
    connection: sqlite3.Connection, categories: Sequence[Category]
) -> None:
    """Brings the program's categories up to date, but for those that the user changed."""
    rows = [(*_row(category), position) for position, category in enumerate(categories)]
    connection.executemany(
        "INSERT INTO categories (id, name_en, name_ko, colour, phrases, rule, position)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " name_en = excluded.name_en, name_ko = excluded.name_ko, colour = excluded.colour,"
        " phrases = excluded.phrases, rule = excluded.rule, position = excluded.position"
        " WHERE origin = 'default'",
        rows,
    )
    # What was changed and changed back is the program's again.
    connection.executemany(
        "UPDATE categories SET origin = 'default', position = ? WHERE id = ? AND name_en = ?"
        " AND name_ko = ? AND colour = ? AND phrases = ? AND rule = ? AND origin = 'edited'",
        [(position, *values) for *values, position in rows],
    )


def read_categories(connection: sqlite3.Connection) -> tuple[Category, ...]:
    """All categories in the order in which they are shown, `others` last."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM categories WHERE NOT is_removed"
        " ORDER BY id = 'others', position, id"
    )
    return tuple(_category(row) for row in rows)


def save_category(connection: sqlite3.Connection, edit: SaveCategory) -> Edit:
    """Makes a category what it is to be; returns the edit that takes it back."""
    category = edit.category
    row = connection.execute(
        f"SELECT {_COLUMNS}, is_removed FROM categories WHERE id = ?", [category.id]
    ).fetchone()
    connection.execute(
        f"INSERT INTO categories ({_COLUMNS}, origin, position)"
        " VALUES (?, ?, ?, ?, ?, ?, 'own', (SELECT COALESCE(MAX(position), 0) + 1 FROM categories))"
        " ON CONFLICT (id) DO UPDATE SET name_en = excluded.name_en, name_ko = excluded.name_ko,"
        " colour = excluded.colour, phrases = excluded.phrases, rule = excluded.rule,"
        " origin = CASE origin WHEN 'default' THEN 'edited' ELSE origin END, is_removed = 0",
        _row(category),
    )
    if row is None or row[6]:
        _restore_assignments(connection, category.id)
        return RemoveCategory(category.id)
    return SaveCategory(_category(row[:6]))


def remove_category(connection: sqlite3.Connection, edit: RemoveCategory) -> Edit:
    """Hides a category and sets aside what is in it; returns the edit that takes it back."""
    values = {"id": edit.category_id}
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM categories WHERE id = :id AND NOT is_removed", values
    ).fetchone()
    if row is None:
        return Several(())
    for statement in (
        "UPDATE categories SET is_removed = 1 WHERE id = :id",
        f"INSERT OR REPLACE INTO assignments_set_aside ({_ASSIGNMENT})"
        f" SELECT {_ASSIGNMENT} FROM category_assignments WHERE category_id = :id",
        "DELETE FROM category_assignments WHERE category_id = :id",
    ):
        connection.execute(statement, values)
    return SaveCategory(_category(row))


def _restore_assignments(connection: sqlite3.Connection, category_id: str) -> None:
    values = {"id": category_id}
    connection.execute(
        f"INSERT OR REPLACE INTO category_assignments ({_ASSIGNMENT})"
        f" SELECT {_ASSIGNMENT} FROM assignments_set_aside WHERE category_id = :id",
        values,
    )
    connection.execute("DELETE FROM assignments_set_aside WHERE category_id = :id", values)


def _row(category: Category) -> tuple[str, ...]:
    phrases = json.dumps(category.phrases, ensure_ascii=False)
    return (
        category.id,
        category.name_en,
        category.name_ko,
        category.colour,
        phrases,
        category.rule,
    )


def _category(row: tuple[str, ...]) -> Category:
    id, name_en, name_ko, colour, phrases, rule = row
    return Category(id, name_en, name_ko, colour, tuple(json.loads(phrases)), rule)
