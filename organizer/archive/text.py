"""Repairs the text of JSON exports: Instagram writes UTF-8 bytes as Latin-1 code points."""

import re
import unicodedata
from collections.abc import Iterable

# Without halves of pairs of surrogates, which are damage and say nothing.
_BEYOND_LATIN_1 = re.compile("[^\0-\u00ff\ud800-\udfff]")


def repair_text(text: str) -> str:
    """`text` as its author wrote it, in NFC, without NUL and lone surrogates.

    Text that is right already stays: hardly any real text is valid UTF-8 when taken for Latin-1.
    """
    try:
        # Not cp1252: the bytes 0x80 to 0x9F stand as U+0080 to U+009F.
        return clean_text(text.encode("latin-1").decode("utf-8"))
    except UnicodeError:
        return clean_text(text)


def clean_text(text: str) -> str:
    """`text`, which is right as it stands, in NFC, without NUL and lone surrogates."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole.replace("\0", ""))


def is_right_already(texts: Iterable[str]) -> bool:
    """Whether texts that one program wrote hold signs beyond Latin-1, which it never leaves.

    Then none of them must be repaired, not even one that looks as if it were broken.
    """
    return any(_BEYOND_LATIN_1.search(text) for text in texts)
