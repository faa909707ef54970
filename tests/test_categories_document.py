"""What docs/categories-and-hashtags.md says can be typed can be typed."""

import re
from pathlib import Path

import pytest

from organizer.library.search_text import parse_search
from organizer.tagging.concepts import load_concepts
from organizer.tagging.rules import parse_rule

TEXT = (Path(__file__).parent.parent / "docs" / "categories-and-hashtags.md").read_text("utf-8")


def first_cells(heading: str) -> list[str]:
    """What stands in code in the first column of the table after `heading`."""
    table = TEXT[TEXT.index(f"| {heading} |") :].split("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    return [code for cell in cells for code in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("rule", first_cells("rule"))
def test_a_documented_rule_is_one(rule: str):
    parse_rule(rule, load_concepts().concepts)


@pytest.mark.parametrize("typed", [one for one in first_cells("typed") if ":" in one])
def test_a_documented_condition_is_one(typed: str):
    terms = parse_search(typed)
    assert not terms.words
    assert terms.kinds or terms.from_time or terms.to_time


def test_the_number_of_concepts_is_right():
    assert f"{len(load_concepts().concepts)} of them" in TEXT
