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
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from lark import Lark, ParseTree, Token, Tree, UnexpectedInput, UnexpectedToken

from organizer.errors import OrganizerError
from organizer.tagging.concepts import Concept
from organizer.vectors import FloatArray

LONGEST_RULE = 1000
"""In characters."""
DEEPEST_RULE = 32
"""In nested operations; what is deeper was not written by a person."""

_SHOWN = 80

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


class RuleFault(StrEnum):
    """What can be wrong with a rule: each value is the English sentence, with what it names."""

    EMPTY = "it is empty"
    TOO_LONG = "a rule has at most {limit} characters"
    TOO_DEEP = "it nests more than {limit} operations"
    NOT_CLOSED = "a parenthesis is not closed"
    NAME_MISSING = "a name is missing at its end"
    UNEXPECTED = "“{found}” at character {character} is not expected"
    UNKNOWN = "there is no concept “{found}”"
    MISSPELT = "there is no concept “{found}”; is “{near}” meant?"


class BrokenRule(OrganizerError):
    """A rule that cannot be read.

    Attributes:
        rule: The whole rule.
        fault: What is wrong with it.
        named: What the sentence of `fault` names.
        position: The character, from 0, where it goes wrong.
        length: How many characters are wrong; 0 where something is missing.
    """

    def __init__(
        self, rule: str, fault: RuleFault, position: int, length: int = 0, **named: object
    ) -> None:
        super().__init__(_shortened(rule), fault.value.format(**named))
        self.rule = rule
        self.fault = fault
        self.named = named
        self.position = position
        self.length = length

    def in_text(self, text: str) -> "BrokenRule":
        """The same where the rule was written `text`, whose letters may be decomposed."""
        start = _index_in(text, self.position)
        length = _index_in(text, self.position + self.length) - start
        return BrokenRule(text, self.fault, start, length, **self.named)


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
    composed = _composed(text)
    try:
        return _parsed(composed, concepts)
    except BrokenRule as error:
        if composed == text:
            raise
        raise error.in_text(text) from error


def _parsed(text: str, concepts: Sequence[Concept]) -> Rule:
    if len(text) > LONGEST_RULE:
        excess = len(text) - LONGEST_RULE
        raise BrokenRule(text, RuleFault.TOO_LONG, LONGEST_RULE, excess, limit=LONGEST_RULE)
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


def _index_in(text: str, position: int) -> int:
    """Where in `text` the character begins that is at `position` once letters are composed."""
    lengths = range(len(text) + 1)
    return bisect_right(lengths, position, key=lambda i: len(_composed(text[:i]))) - 1


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


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
    return re.sub(r"[\s_-]+", " ", _composed(name)).casefold().strip()


def _rule(tree: ParseTree | Token, text: str, columns: Mapping[str, Named], depth: int) -> Rule:
    assert isinstance(tree, Tree)  # noqa: S101 - the grammar leaves no bare tokens where parts are
    if tree.data == "name":
        return _named(tree.children, text, columns)
    if depth > DEEPEST_RULE:
        start, end = _place(tree)
        raise BrokenRule(text, RuleFault.TOO_DEEP, start, end - start, limit=DEEPEST_RULE)
    if tree.data == "opposite":
        return Opposite(_rule(tree.children[1], text, columns, depth + 1))
    parts = tuple(_rule(child, text, columns, depth + 1) for child in tree.children)
    return Both(parts) if tree.data == "both" else Either(parts)


def _place(tree: ParseTree) -> tuple[int, int]:
    """Where `tree` begins and ends in the rule's text."""
    tokens = list(tree.scan_values(lambda _: True))
    return tokens[0].start_pos or 0, tokens[-1].end_pos or 0


def _named(words: Sequence[ParseTree | Token], text: str, columns: Mapping[str, Named]) -> Named:
    name = " ".join(str(word) for word in words)
    found = columns.get(_key(name))
    if found is not None:
        return found
    first, last = words[0], words[-1]
    # A name is words.
    assert isinstance(first, Token) and isinstance(last, Token)  # noqa: S101
    start = first.start_pos or 0
    length = (last.end_pos or 0) - start
    shown = _shortened(name)
    near = difflib.get_close_matches(_key(name), columns, n=1, cutoff=0.5)
    if near:
        raise BrokenRule(text, RuleFault.MISSPELT, start, length, found=shown, near=near[0])
    raise BrokenRule(text, RuleFault.UNKNOWN, start, length, found=shown)


def _unexpected(text: str, error: UnexpectedInput) -> BrokenRule:
    """Says what stands where it does not belong, or what is missing at the end."""
    if not text.strip():
        return BrokenRule(text, RuleFault.EMPTY, 0)
    position = error.pos_in_stream or 0
    if not isinstance(error, UnexpectedToken):
        found = text[position]
    elif error.token.type != "$END":
        found = str(error.token)
    else:
        is_open = "RPAR" in error.accepts
        fault = RuleFault.NOT_CLOSED if is_open else RuleFault.NAME_MISSING
        return BrokenRule(text, fault, len(text))
    where = {"found": found, "character": position + 1}
    return BrokenRule(text, RuleFault.UNEXPECTED, position, len(found), **where)
