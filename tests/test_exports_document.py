"""What docs/exports.md says of quirks and their tests is so."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROWS = re.findall(
    r"^\| (\d+) \| .* \| (.*) \|$", (ROOT / "docs/exports.md").read_text("utf-8"), re.M
)


def test_every_quirk_is_listed():
    assert [int(number) for number, _ in ROWS] == list(range(1, 37))


def test_every_test_that_is_named_exists():
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = {name for _, tests in ROWS for name in re.findall(r"test_\w+", tests)}
    assert len(named) > 30
    assert {name for name in named if f"def {name}(" not in code} == set()
