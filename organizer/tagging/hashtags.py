"""Finds hashtags in captions as Instagram counts them."""

import unicodedata

import regex

# Letters, digits, underscore and emoji, in any script. What follows may also be a mark, a skin
# tone, a joiner of emoji or the tags that make a flag; none of these begins a hashtag: the emoji
# "#\ufe0f\u20e3" (a key with a hash on it) is a hash and two marks.
_SIGN = r"[\p{L}\p{N}_\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]"
_MORE = rf"(?:{_SIGN}|[\p{{M}}\u200d\U000e0020-\U000e007f])"
# No hashtag begins inside an address. Quantifiers that give nothing back ("++") keep the search
# linear: captions are other people's text and may be a hundred thousand hashes.
_ADDRESS = r"(?i:https?://|www\.|(?<![\w.-])(?:[a-z0-9-]++\.)++[a-z]{2,}+/)\S*+"
# Not inside a word ("abc#def"), which may end in marks, nor in an entity ("&#39;"). The marks of an
# emoji are no part of a word: "❤️#love" holds a hashtag.
_WORD_BEFORE = r"(?<![\p{L}\p{N}_&#＃](?:(?![\ufe0f\u20e3])\p{M})*)"
# "#one#two" are two.
_HASHTAG = regex.compile(
    rf"{_ADDRESS}(*SKIP)(*FAIL)|(?=[#＃]){_WORD_BEFORE}(?:[#＃]++({_SIGN}{_MORE}*+))++"
)
_SPACES = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
# Joiners and selectors mean nothing at the end of a hashtag.
_LOOSE = "\u200d\ufe0f"


def extract_hashtags(caption: str) -> tuple[str, ...]:
    """The hashtags of `caption` without #, in NFC and their own spelling, in order, each once.

    Two that differ only in case are one. "##cat" counts as "cat", as people mean it.
    """
    found: dict[str, str] = {}
    for match in _HASHTAG.finditer(unicodedata.normalize("NFC", caption)):
        for captured in match.captures(1):
            hashtag = captured.rstrip(_LOOSE)
            found.setdefault(hashtag_key(hashtag), hashtag)
    return tuple(found.values())


def hashtag_key(hashtag: str) -> str:
    """What makes two spellings one hashtag: NFC and case-folded, without # and spaces around."""
    bare = hashtag.lstrip("#＃" + _SPACES).rstrip(_LOOSE + _SPACES)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", bare).casefold())
