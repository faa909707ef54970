"""Rules that were sound once: a newer version may know other concepts than the one they are of."""

from collections.abc import Iterable

from organizer.tagging.concepts import load_concepts
from organizer.tagging.records import Category
from organizer.tagging.rules import BrokenRule, parse_rule


def broken_rules(categories: Iterable[Category]) -> dict[str, BrokenRule]:
    """What is wrong with the rules of `categories`, by id; those that can be read are left out."""
    found: dict[str, BrokenRule] = {}
    for category in categories:
        if category.rule:
            try:
                parse_rule(category.rule, load_concepts().concepts)
            except BrokenRule as error:
                found[category.id] = error
    return found
