"""What a model wrote, as people are shown it."""

import unicodedata

import regex

LONGEST_DESCRIPTION = 200
"""The most characters that a description has."""

_MARKS = regex.compile(r"<\|?(?:start|end)_?of_?text\|?>|\N{REPLACEMENT CHARACTER}|\p{C}")
_SPACE_BEFORE = regex.compile(r"\s+(?=[.,;:!?])")


def sentence_of(text: str) -> str:
    """What a model wrote as one line of plain text: NFC, begun with a capital, of bounded length.

    Marks that only models know are left out; "" when nothing else is left.
    """
    plain = _MARKS.sub(" ", unicodedata.normalize("NFC", text))
    plain = _SPACE_BEFORE.sub("", " ".join(plain.split()))
    if len(plain) > LONGEST_DESCRIPTION:
        plain = plain[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
    return plain[:1].upper() + plain[1:]
