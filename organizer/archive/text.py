"""Repairs the text of JSON exports: Instagram writes UTF-8 bytes as Latin-1 code points."""

import unicodedata


def repair_text(text: str) -> str:
    """`text` as its author wrote it, in NFC, without NUL and lone surrogates.

    Text that is right already stays: hardly any real text is valid UTF-8 when taken for Latin-1.
    """
    try:
        # Not cp1252: the bytes 0x80 to 0x9F stand as U+0080 to U+009F.
        repaired = text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        repaired = text
    whole = repaired.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole.replace("\0", ""))
