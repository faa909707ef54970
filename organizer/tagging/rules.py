"""Categories that are rules over concepts, such as "adult and not child" or "강아지 또는 고양이".

A rule knows names, `and`, `or`, `not` (also & | ! and 그리고, 또는, 아닌) and parentheses; `not`
binds tightest, `or` loosest. Probabilities are combined as fuzzy sets (Zadeh 1965): "or" is the
larger, "not" what is missing to 1, "and" the product, as of independent events, so that two
doubtful halves make no sure whole. So "dog and dog" is less sure than "dog".
"""

import difflib
import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from lark import Lark, ParseTree, Token, Tree, UnexpectedInput, UnexpectedToken

from organizer.errors import OrganizerError
from organizer.tagging.concepts import Concept
from organizer.vectors import FloatArray

LONGEST_RULE = 1000
"""In characters."""
DEEPEST_RULE = 32
"""In nested operations; what is deeper was not written by a person."""

# Words in a row are one name: "fried chicken". The lookahead keeps "android" and "이또는" whole.
_GRAMMAR = r"""
    ?start: either
    ?either: both (_OR both)*
    ?both: part (_AND part)*
    ?part: NOT part -> opposite
         | "(" either ")"
         | WORD+ -> name
    _OR.2: /(?:or|또는)(?![\w\-'])|\|\|?/i
    _AND.2: /(?:and|그리고)(?![\w\-'])|&&?/i
    NOT.2: /(?:not|아닌)(?![\w\-'])|!/i
    WORD: /\w[\w\-']*/
    %ignore /\s+/
"""


class BrokenRule(OrganizerError):
    """A rule that cannot be read; `position` is the character, from 0, where it goes wrong."""

    def __init__(self, rule: str, detail: str, position: int) -> None:
        super().__init__(rule if len(rule) <= 80 else f"{rule[:79]}…", detail)
        self.position = position


@dataclass(frozen=True, slots=True)
class Named:
    """The concept in column `column` of the probabilities."""

    id: str
    column: int


@dataclass(frozen=True, slots=True)
class Opposite:
    """Holds as far as `part` does not."""

    part: "Rule"


@dataclass(frozen=True, slots=True)
class Both:
    """Holds when all `parts` do."""

    parts: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Holds when any of `parts` does."""

    parts: tuple["Rule", ...]


Rule = Named | Opposite | Both | Either


def parse_rule(text: str, concepts: Sequence[Concept]) -> Rule:
    """The rule that `text` states about `concepts`. Raises BrokenRule."""
    text = unicodedata.normalize("NFC", text)
    if len(text) > LONGEST_RULE:
        raise BrokenRule(text, f"a rule has at most {LONGEST_RULE} characters", LONGEST_RULE)
    try:
        # The parser works with a table (LALR): however deep a rule nests, nothing recurses.
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        raise _unexpected(text, error) from error
    columns = {
        _key(name): Named(concept.id, column)
        for column, concept in enumerate(concepts)
        for name in concept.names
    }
    return _rule(tree, text, columns, 1)


def evaluate(rule: Rule, probabilities: FloatArray) -> FloatArray:
    """How far `rule` holds for pictures: float32 (n,), from 0 to 1.

    `probabilities` (n, concepts) are those of the concepts that the rule was parsed with.
    """
    match rule:
        case Named(column=column):
            found: FloatArray = probabilities[:, column].astype(np.float32)
        case Opposite(part=part):
            found = 1 - evaluate(part, probabilities)
        case Both(parts=parts):
            found = np.prod([evaluate(part, probabilities) for part in parts], axis=0)
        case Either(parts=parts):
            found = np.max([evaluate(part, probabilities) for part in parts], axis=0)
    return found


def columns_in(rule: Rule) -> frozenset[int]:
    """The columns of the concepts that `rule` names."""
    match rule:
        case Named(column=column):
            return frozenset({column})
        case Opposite(part=part):
            return columns_in(part)
        case Both(parts=parts) | Either(parts=parts):
            return frozenset[int]().union(*(columns_in(part) for part in parts))


@functools.cache
def _parser() -> Lark:
    # The basic lexer knows "or" wherever it stands; after "and" the contextual one finds a name.
    return Lark(_GRAMMAR, parser="lalr", lexer="basic")


def _key(name: str) -> str:
    """What makes spellings of a name one: "Fried  Chicken", "fried_chicken", "fried-chicken"."""
    return re.sub(r"[\s_-]+", " ", unicodedata.normalize("NFC", name)).casefold().strip()


def _rule(tree: ParseTree | Token, text: str, columns: Mapping[str, Named], depth: int) -> Rule:
    assert isinstance(tree, Tree)  # noqa: S101 - the grammar leaves no bare tokens where parts are
    if tree.data == "name":
        return _named(tree.children, text, columns)
    if depth > DEEPEST_RULE:
        detail = f"it nests more than {DEEPEST_RULE} operations"
        raise BrokenRule(text, detail, _start(tree))
    if tree.data == "opposite":
        return Opposite(_rule(tree.children[1], text, columns, depth + 1))
    parts = tuple(_rule(child, text, columns, depth + 1) for child in tree.children)
    return Both(parts) if tree.data == "both" else Either(parts)


def _start(tree: ParseTree) -> int:
    """Where `tree` begins in the rule's text."""
    return next(token.start_pos or 0 for token in tree.scan_values(lambda _: True))


def _named(words: Sequence[ParseTree | Token], text: str, columns: Mapping[str, Named]) -> Named:
    name = " ".join(str(word) for word in words)
    found = columns.get(_key(name))
    if found is None:
        first = words[0]
        assert isinstance(first, Token)  # noqa: S101 - a name is words
        near = difflib.get_close_matches(_key(name), columns, n=1, cutoff=0.5)
        hint = f"; is “{near[0]}” meant?" if near else ""
        raise BrokenRule(text, f"there is no concept “{name}”{hint}", first.start_pos or 0)
    return found


def _unexpected(text: str, error: UnexpectedInput) -> BrokenRule:
    """Says what stands where it does not belong, or what is missing at the end."""
    if not text.strip():
        return BrokenRule(text, "it is empty", 0)
    position = error.pos_in_stream or 0
    if not isinstance(error, UnexpectedToken):
        found = text[position]
    elif error.token.type != "$END":
        found = str(error.token)
    elif "RPAR" in error.accepts:
        return BrokenRule(text, "a parenthesis is not closed", len(text))
    else:
        return BrokenRule(text, "a name is missing at its end", len(text))
    return BrokenRule(text, f"“{found}” at character {position + 1} is not expected", position)
