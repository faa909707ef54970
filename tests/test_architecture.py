"""The rooms of docs/architecture.md: who may import whom."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import organizer

ROOT = Path(organizer.__file__).parent

ALLOWED = {
    "archive": set(),
    "vision": set(),
    "tagging": set(),
    "library": {"archive.records", "tagging.hashtags", "tagging.records"},
    "indexing": {"archive", "library", "tagging", "vision"},
    "ui": {"archive", "indexing", "library", "tagging"},
    "cli": {"archive", "indexing", "library", "tagging", "ui", "vision"},
}
SHARED = {"closing", "errors", "licences", "problem_text", "resource_files", "vectors"}
ONLY_IN = {
    "PySide6": "ui",
    "sqlite3": "library",
    "sqlite_utils": "library",
    "torch": "vision",
    "timm": "vision",
    "open_clip": "vision",
    "onnxruntime": "vision",
}
MODULES = sorted(path for path in ROOT.rglob("*.py") if path.parent != ROOT)


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_the_rooms_below_it(path: Path):
    room = path.relative_to(ROOT).parts[0]
    for name in imports_of(path):
        if not name.startswith("organizer."):
            continue
        inner = name.removeprefix("organizer.")
        other = inner.split(".")[0]
        if other in SHARED | {room, "__version__"}:
            continue
        assert any(inner == allowed or inner.startswith(f"{allowed}.") for allowed in ALLOWED[room])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_library_stays_in_its_room(path: Path):
    room = path.relative_to(ROOT).parts[0]
    for name in imports_of(path):
        assert ONLY_IN.get(name.split(".")[0], room) == room


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sql_is_written_in_the_library_alone(path: Path):
    if path.relative_to(ROOT).parts[0] == "library":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not node.value.startswith(
                ("SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ")
            )


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("organizer.ui.app", "torch"),
        # Dialogs that are seldom opened must not keep every start waiting.
        ("organizer.ui.app", "organizer.ui.settings.dialog"),
        ("organizer.ui.app", "organizer.ui.about.dialog"),
        ("organizer.ui.app", "organizer.ui.problems.dialog"),
        ("organizer.ui.app", "organizer.licences"),
        ("organizer.cli.main", "torch"),
        ("organizer.cli.main", "PySide6"),
        ("organizer.indexing.indexer", "PySide6"),
    ],
)
def test_importing_stays_light(module: str, absent: str):
    program = f"import {module}, sys; sys.exit('{absent}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
