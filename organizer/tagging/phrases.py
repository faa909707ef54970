"""Phrases as people write or paste them, and what a model cannot hear in them."""

import unicodedata

import regex

MOST_PHRASES = 200
"""That describe one category; more say nothing new and take long."""

# "- a dog", "• a dog", "1. a dog", "2) a dog": what lists begin their lines with.
_BULLET = regex.compile(r"^(?:[-–—*•·▪◦‣]|\d{1,3}[.)])\s+")
_QUOTES = "\"'“”‘’「」『』"
_NEGATION = regex.compile(
    r"(?<![\w'’])(?:not|no|non|without|never|except|isn['’]t|aren['’]t|don['’]t|doesn['’]t)(?![\w'’])"
    r"|(?<!\w)(?:없는|없이|없고|없다|아닌|아니고|아니라|않은|않는|말고|빼고|제외한?|제외하고)(?!\w)",
    regex.IGNORECASE,
)


def read_phrases(text: str) -> tuple[str, ...]:
    """The phrases of `text`, one on each line, without bullets, quotes and repetitions."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    stripped = (_BULLET.sub("", line.strip()).strip().strip(_QUOTES) for line in lines)
    phrases = (" ".join(phrase.split()) for phrase in stripped)
    return tuple({phrase.casefold(): phrase for phrase in phrases if phrase}.values())


def negations_in(phrase: str) -> tuple[str, ...]:
    """The words of `phrase` that deny something: "not", "없는".

    Models that compare pictures with words do not hear them (Alhamoud et al. 2025, "Vision-Language
    Models Do Not Understand Negation"): "no people" is near pictures of people.
    """
    composed = unicodedata.normalize("NFC", phrase)
    return tuple(dict.fromkeys(match.group() for match in _NEGATION.finditer(composed)))
