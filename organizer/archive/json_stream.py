"""Reads the entries of a JSON list one by one, however long the list is.

The standard parser reads each entry; only the list around them is taken apart here. So a file of a
gigabyte needs no more memory than its largest entry, and an entry that is broken, or nested beyond
all measure, is skipped while the ones after it are read.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from organizer.archive.errors import BrokenJson

_CHUNK = 1 << 18
# The largest real entry that was seen has some kilobytes.
_LARGEST_ENTRY = 32 << 20
_WHITE_SPACE = re.compile(r"[ \t\n\r]*")
# Possessive, for otherwise each sign of a long text would be remembered.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?P<end>"?)|[][{},]', re.DOTALL)
_REST_OF_NUMBER = re.compile(r"[-+.eE\d]*")
# A literal or an escape that the window's edge cuts off is no longer.
_LONGEST_WORD = 16
_OPENING = frozenset("[{")
_CLOSING = frozenset("]}")


class Broken:
    """Stands for an entry that is no valid JSON."""


BROKEN: Final = Broken()


def read_entries(stream: BinaryIO, file: str) -> Iterator[tuple[str, object]]:
    """The entries of every list at the top of the JSON text in `stream`, in their order.

    Each comes with the key that its list stands under, "" for a bare list, and is BROKEN where it
    cannot be parsed. An object in place of a list counts as its only entry; an empty list gives
    nothing. After the last entry that can be read, raises BrokenJson, with `file` in the message,
    when the text is cut off or is no JSON.
    """
    text = _Text(stream, file)
    opening = text.take("[{")
    if opening == "[":
        yield from _entries(text, "")
        return
    if text.peek() == "}":
        return
    while True:
        name = text.value()
        key = name if isinstance(name, str) else ""
        text.take(":")
        if text.peek() == "[":
            text.take("[")
            yield from _entries(text, key)
        elif isinstance(value := text.value(), dict | Broken):
            yield key, value
        if text.take(",}") == "}":
            return


def _entries(text: "_Text", key: str) -> Iterator[tuple[str, object]]:
    if text.peek() == "]":
        text.take("]")
        return
    while True:
        value = text.value()
        if text.peek() not in ",]":
            text.skip()
            value = BROKEN
        yield key, value
        if text.take(",]") == "]":
            return


class _Text:
    """A window over JSON text that moves on as values are taken from it."""

    def __init__(self, stream: BinaryIO, file: str) -> None:
        # Bytes that are no UTF-8 spoil one letter, not the file.
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._stream = stream
        self._file = file
        self._text = ""
        self._position = 0
        self._passed = 0
        self._has_more = True
        # Not strict: a line break within a text is no reason to lose the post.
        self._decoder = json.JSONDecoder(strict=False)

    def peek(self) -> str:
        """The next sign that is no white space; "" at the end."""
        while True:
            found = _WHITE_SPACE.match(self._text, self._position)
            self._position = found.end() if found else self._position
            if self._position < len(self._text):
                return self._text[self._position]
            if not self._grow():
                return ""

    def take(self, expected: str) -> str:
        """Steps over the next sign, which must be one of `expected`."""
        sign = self.peek()
        if not sign or sign not in expected:
            raise self._broken()
        self._position += 1
        return sign

    def value(self) -> object:
        """The next value, or BROKEN; raises BrokenJson where its end cannot be found."""
        if not self.peek():
            raise self._broken()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._position)
            except RecursionError:
                break
            except ValueError as error:
                if not self._may_be_cut_off(error) or not self._grow():
                    break
            else:
                # A number at the window's edge may go on beyond.
                rest = _REST_OF_NUMBER.match(self._text, end)
                at_edge = rest is not None and rest.end() == len(self._text)
                if not at_edge or not self._grow():
                    self._position = end
                    return value
        self.skip()
        return BROKEN

    def skip(self) -> None:
        """Steps over what cannot be parsed, by its brackets alone.

        Stops before the comma or bracket that follows; raises BrokenJson where there is none.
        """
        depth = 0
        while True:
            for token in _TOKEN.finditer(self._text, self._position):
                sign = token[0]
                if sign[0] == '"' and not token["end"]:
                    break
                if depth == 0 and (sign == "," or sign in _CLOSING):
                    self._position = token.start()
                    return
                self._position = token.end()
                depth += (sign in _OPENING) - (sign in _CLOSING)
            if not self._grow():
                raise self._broken()

    def _may_be_cut_off(self, error: ValueError) -> bool:
        """Whether more text could mend what the parser found wrong."""
        if not isinstance(error, json.JSONDecodeError):
            return False
        return error.msg.startswith("Unterminated") or error.pos + _LONGEST_WORD >= len(self._text)

    def _grow(self) -> bool:
        """Reads on, as much as is held already; False at the file's end, or when that is enough."""
        kept = self._text[self._position :]
        if not self._has_more or len(kept) > _LARGEST_ENTRY:
            return False
        try:
            read = self._stream.read(max(_CHUNK, len(kept)))
        except OSError as error:
            raise BrokenJson(self._file, str(error)) from error
        self._has_more = bool(read)
        self._passed += self._position
        self._text, self._position = kept + self._decode(read, not read), 0
        return self._has_more

    def _broken(self) -> BrokenJson:
        rest = "it ends too early" if not self.peek() else "no JSON follows"
        return BrokenJson(self._file, f"{rest} after {self._passed + self._position:,} characters")
